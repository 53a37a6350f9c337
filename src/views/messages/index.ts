import { en } from './en.ts';

/** The catalogue in use. Another language is another file of this shape. */
export const t: typeof en = en;
