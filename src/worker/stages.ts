/**
 * What turns records into facts, with the terminology's tables: half of the worker's code, and not needed to talk to a
 * server. It is a chunk of its own that comes beside the first requests; whoever has records waits for it, so that no
 * clinical result depends on which came first.
 */
import type { AccessOptions } from '../fetch/index.ts';
import { changeSince, match, replacementOf, searchesFor } from '../match/index.ts';
import { createMerger } from '../merge/index.ts';
import { createProducts, normalise, readPerson, withCredits } from '../normalise/index.ts';
import { createTerms } from './terms.ts';
import { askAboutUnmapped, unmapped } from './unmapped.ts';

export type Stages = ReturnType<typeof openStages>;

export const openStages = (fetch: AccessOptions['fetch']) => ({
  changeSince,
  match,
  replacementOf,
  searchesFor,
  normalise,
  readPerson,
  withCredits,
  products: createProducts(),
  merger: createMerger(),
  terms: createTerms(fetch),
  unmapped,
  askAboutUnmapped,
  /** Comes when somebody decides something, and not before. */
  desk: () => import('./desk.ts'),
});
