import { mariaSantos } from './maria-santos.ts';
import type { Story } from './story.ts';
import { anita, anjali } from './twins.ts';

/** The order is part of the world: ids depend on it, so new people come last. */
export const STORIES: readonly Story[] = [mariaSantos, anjali, anita];
