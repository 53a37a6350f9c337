import type { Words } from '../said.ts';

/** The core says its reasons and remarks in English already. */
export const said: Words = {};
