import type { Ledger, Person, SourceId } from '../record/index.ts';
import type {
  ConnectionState,
  LaunchContext,
  LaunchMode,
  Organisation,
  SignInProblem,
} from '../sources/index.ts';
import type { FoundPatients, PatientQuestion, SourceState } from '../worker/index.ts';

/** One organisation as the screen shows it. */
export interface SourceView {
  readonly organisation: Organisation;
  readonly connection: ConnectionState;
  /** Null until it is connected. */
  readonly state: SourceState | null;
  readonly lines: Ledger;
  readonly progress: { readonly received: number; readonly about: number | null; readonly floor: boolean };
  /** Absent before a sign-in. */
  readonly signIn?: SignInSummary;
}

/** What a sign-in brought beside the token. */
export interface SignInSummary {
  readonly mode: LaunchMode;
  readonly asked: string;
  readonly granted: string;
  /** Types that were asked for and not granted: nothing of them will be read. */
  readonly withheld: readonly string[];
  /** Types of which only a part may be read, and which. */
  readonly narrowed: readonly { readonly type: string; readonly parts: readonly string[] }[];
  /** Who signed in, where the server proved it: `Practitioner/7` or an address. */
  readonly user: string | null;
  readonly context: LaunchContext;
}

export interface Status {
  readonly phase:
    'starting' | 'start-page' | 'doctor' | 'launching' | 'ready' | 'config-error' | 'launch-error' | 'locked';
  /** Why nobody is signed in; the organisation's name where one is known. */
  readonly failed?: { readonly problem: SignInProblem; readonly name: string | null };
  /** Locked because what was opened could not be recorded. */
  readonly unrecorded?: boolean;
  /** After how long without use it locked. */
  readonly minutes?: number;
  /** Technical, copyable, free of clinical content. */
  readonly detail?: string;
}

/** 'not-opened': it signed the person in and opened nothing. 'failed': its own place says why. */
export type GlassOutcome = 'opened' | 'not-opened' | 'failed';

export interface Actions {
  signIn(source: SourceId): void;
  signOut(source: SourceId): void;
  /** Reads what is missing, or all of it again where nothing is. */
  load(source: SourceId): void;
  /** Reads one type again from its beginning, or for the first time where it is read on demand. */
  reload(source: SourceId, type: string): void;
  /** Asks the source to open in an emergency what a consent hides: the reason is recorded, and somebody signs in anew. */
  breakGlass(source: SourceId, reason: string): Promise<GlassOutcome>;
  cancel(source: SourceId): void;
  link(source: SourceId, ref: Person['ref'], reason: string | null): void;
  unlink(source: SourceId): void;
  /** Takes the registration that replaced the one at hand, as the source says. */
  follow(source: SourceId): void;
  /** What was recorded of this session was saved as a file. */
  recordExport(): void;
  /** Everything is forgotten: facts, tokens, caches. */
  forgetAll(): void;
  /** Somebody is there: the lock that was announced does not come. */
  stay(): void;
  /** A clinician's own search at a source that named no patient; 'next' adds a page. */
  findPatients(source: SourceId, question: PatientQuestion | 'next'): Promise<FoundPatients>;
  /** Makes a patient who was found the one of this tab, and reads on. */
  choosePatient(source: SourceId, ref: Person['ref']): void;
}

export interface PatientView {
  readonly person: Person | null;
  readonly bySource: readonly { readonly source: SourceId; readonly person: Person }[];
  /** The EHR around this app shows who the patient is, and asked that it not be shown twice. */
  readonly shownByEhr?: boolean;
}
