/**
 * What turns records into facts, with the terminology's tables: half of the worker's code, and not needed to talk to a
 * server. It is a chunk of its own that comes beside the first requests; whoever has records waits for it, so that no
 * clinical result depends on which came first.
 */
import type { AccessOptions } from '../fetch/index.ts';
import { match, type PatientSearches } from '../match/index.ts';
import { createMerger, type Merger } from '../merge/index.ts';
import { createProducts, normalise, readPerson, withCredits } from '../normalise/index.ts';
import type { Person } from '../record/index.ts';
import { createTerms } from './terms.ts';
import type { UnmappedPorts } from './unmapped.ts';

export type Stages = ReturnType<typeof openStages>;

export const openStages = (fetch: AccessOptions['fetch']) => ({
  match,
  normalise,
  readPerson,
  withCredits,
  products: createProducts(),
  merger: createMerger(),
  terms: createTerms(fetch),
  /** Counted when somebody looks at them, and asked about where a site names a server: nothing of it is needed before. */
  unmapped: async (ports: UnmappedPorts) => (await import('./on-demand.ts')).unmapped(ports),
  askAboutUnmapped: async (ports: UnmappedPorts & { readonly merger: Merger }): Promise<void> => {
    if (ports.terms.server() !== null) await (await import('./on-demand.ts')).askAboutUnmapped(ports);
  },
  /** Comes where a sign-in names no patient, who is then looked for. */
  searchesFor: async (person: Person): Promise<PatientSearches> =>
    (await import('./on-demand.ts')).searchesFor(person),
  /** Comes when somebody decides something, and not before. */
  desk: () => import('./desk.ts'),
  /** Comes with the first record that is opened. */
  recordDetails: () => import('./on-demand.ts'),
});
