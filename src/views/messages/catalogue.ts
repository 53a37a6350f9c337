import type { en } from './en/index.ts';
import type { later } from './en/later.ts';

/** The words of the first screen. */
export type First = typeof en;
/** The words of what is opened from it: they come with the first of those views. */
export type Later = typeof later;

/** The shape of every catalogue: what English has, each has, or it does not compile. */
export type Catalogue = First & Later;
