import type { Access, LoadMemory, PatientRead, ResumePoint } from '../fetch/index.ts';
import type { LedgerLine, Person, ResourceRef, SourceId } from '../record/index.ts';
import type { SignedIn } from '../sources/index.ts';
import type { Replaced, SourceState } from './messages.ts';
import type { Problems } from './problems.ts';
import type { Records } from './records.ts';

/** Everything the worker holds of one source; dropping it drops all of it. */
export interface Held {
  readonly source: SourceId;
  access: Access;
  signedIn: SignedIn;
  connection: SourceState['connection'];
  link: SourceState['link'];
  person: Person | null;
  /** Its Patient as the sign-in read it, for the first load: one moment is not asked for twice. */
  asRead: (PatientRead & { readonly ref: ResourceRef }) | null;
  replaced: Replaced | null;
  /** Registrations that were left for the one that replaced them. */
  passed: readonly ResourceRef[];
  /** Ends the load that is under way. */
  loading: AbortController | null;
  /** Settles when that load has told its end. */
  reading: Promise<void> | null;
  /** Counts how often the facts were dropped: what was asked in an earlier epoch is not heard in a later one. */
  epoch: number;
  readonly lines: Map<string, LedgerLine>;
  readonly problems: Problems;
  readonly records: Records;
  memory: LoadMemory;
  /** It opened its records for an emergency, with this sign-in. */
  emergency: boolean;
  /** On demand, and demanded. */
  readonly demanded: Set<string>;
  /** Where the last load broke off: the next one goes on from there. */
  resume: readonly ResumePoint[];
  /** What a clinician's search found here, and where its next page is. */
  found: readonly Person[];
  morePatients: string | null;
}

export const stateOf = (held: Held): SourceState => ({
  source: held.source,
  connection: held.connection,
  link: held.link,
  person: held.person,
  ...(held.replaced === null ? {} : { replaced: held.replaced }),
  facts: held.records.size,
  quarantined: held.problems.count('quarantined'),
  gone: held.problems.count('gone'),
  ...(held.emergency ? { emergency: true } : {}),
});

/** 'Observation' and 'Observation, laboratory' are two lines of the ledger. */
export const lineKey = (line: LedgerLine): string => `${line.type}|${line.category ?? ''}`;
