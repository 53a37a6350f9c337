import type { Words } from '../said.ts';
import { drugClasses } from './drug-classes.ts';

/** The core says its reasons and remarks in English already; what it names by a code has a name. */
export const said: Words = drugClasses;
