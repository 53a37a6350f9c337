import type { en } from './en/index.ts';

/** The shape of every catalogue: what English has, each has, or it does not compile. */
export type Catalogue = typeof en;
