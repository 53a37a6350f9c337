import type { Ledger, Person, SourceId } from '../record/index.ts';
import type { ConnectionState, Organisation } from '../sources/index.ts';
import type { SourceState } from '../worker/index.ts';

/** One organisation as the screen shows it. */
export interface SourceView {
  readonly organisation: Organisation;
  readonly connection: ConnectionState;
  /** Null until it is connected. */
  readonly state: SourceState | null;
  readonly lines: Ledger;
  readonly progress: { readonly received: number; readonly about: number | null; readonly floor: boolean };
}

export interface Status {
  readonly phase:
    'starting' | 'start-page' | 'launching' | 'ready' | 'config-error' | 'launch-error' | 'locked';
  /** For the clinician. */
  readonly message?: string;
  /** Technical, copyable, free of clinical content. */
  readonly detail?: string;
}

export interface Actions {
  signIn(source: SourceId): void;
  signOut(source: SourceId): void;
  load(source: SourceId): void;
  cancel(source: SourceId): void;
  link(source: SourceId, ref: Person['ref'], reason: string | null): void;
  unlink(source: SourceId): void;
  /** Everything is forgotten: facts, tokens, caches. */
  forgetAll(): void;
}

export interface PatientView {
  readonly person: Person | null;
  readonly bySource: readonly { readonly source: SourceId; readonly person: Person }[];
}
