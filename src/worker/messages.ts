/**
 * The contract between page and worker: a map of requests, each with its answer, and the events that the worker
 * sends by itself. Nothing else crosses; failures cross as data.
 */
import type {
  FactId,
  Ledger,
  LinkRole,
  MaskReason,
  Match,
  MemberId,
  Merged,
  Notice,
  Paper,
  Particular,
  Person,
  RecordProblem,
  ResourceRef,
  SitePolicy,
  SourceId,
  SourceProblem,
} from '../record/index.ts';
import type { DownloadReason } from '../papers/index.ts';
import type { UnmappedCode } from '../normalise/index.ts';
import type { Act, AuditState, ChainLine } from '../audit/index.ts';
import type { Decided, Deciding, Decisions, Imported, Keeping, Kept, Pairs } from './deciding.ts';
import type { Replacement } from '../match/index.ts';
import type { ReviewedNow, Reviewing } from './reviewing.ts';
import type { SignedIn } from '../sources/index.ts';
import type { Latest, Overview, RowQuery, RowWindow, Trend, TrendQuery } from '../timeline/index.ts';

export interface Requests {
  /**
   * Takes over a finished sign-in: tokens are kept here and nowhere else. Starts nothing. Null where it was signed
   * out again meanwhile.
   */
  connect: { ask: { signedIn: SignedIn; site?: Site }; answer: SourceState | null };
  /**
   * Reads everything there is of a linked source; with `missing`, only the types of which something is missing, each
   * from where it broke off. Answers at once; progress comes as events.
   */
  load: { ask: { source: SourceId; types: readonly string[] | null; missing?: boolean }; answer: null };
  cancel: { ask: { source: SourceId }; answer: null };
  /** Compares the source's patient with the anchor's; the first connected patient is the anchor. */
  matches: { ask: { source: SourceId }; answer: readonly Candidate[] };
  /** A clinician's own search at a source that named no patient; 'next' adds a page to what was found. */
  'find-patients': { ask: { source: SourceId; question: PatientQuestion | 'next' }; answer: FoundPatients };
  /** Makes somebody who was found, or whom the sign-in named, the patient of this tab. Only while there is none. */
  choose: { ask: { source: SourceId; ref: ResourceRef }; answer: SourceState };
  /** What the rules advise against needs a reason. */
  link: { ask: { source: SourceId; ref: ResourceRef; reason: string | null }; answer: SourceState };
  /** Takes the registration that the source says has replaced this one; what was read of the former is gone. */
  follow: { ask: { source: SourceId }; answer: SourceState };
  unlink: { ask: { source: SourceId }; answer: SourceState };
  /** Drops the source's tokens (revoked where the server can) and its facts. */
  'sign-out': { ask: { source: SourceId }; answer: null };
  /** Facts, tokens and caches of all sources are gone afterwards. */
  forget: { ask: null; answer: null };
  rows: { ask: { query: RowQuery; offset: number; limit: number }; answer: RowWindow };
  overview: { ask: { query: RowQuery; bins: number }; answer: Overview };
  /** Every value of what a fact measures; null where it measures nothing. */
  trend: { ask: TrendQuery; answer: Trend | null };
  /** The newest value of everything that is measured. */
  latest: { ask: null; answer: readonly Latest[] };
  detail: { ask: { id: FactId }; answer: Detail | null };
  raw: { ask: MemberId; answer: string | null };
  /** What the source wrote for people to read, made harmless; null where there is none or it is masked. */
  narrative: { ask: MemberId; answer: Paper | null };
  details: { ask: MemberId; answer: readonly Particular[] };
  /** Reads and opens one attachment, and records that it was opened; null where it may not be seen or is gone. */
  attachment: { ask: AttachmentId; answer: Opened | null };
  'stop-attachment': { ask: AttachmentId; answer: null };
  /** What a copy of what matches would hold. */
  'copy-plan': { ask: { query: RowQuery }; answer: CopyPlan };
  /** Rows and newest values as paper shows them: what is revealed on the screen is masked there. */
  'paper-rows': { ask: { query: RowQuery; limit: number }; answer: RowWindow };
  'paper-latest': { ask: null; answer: readonly Latest[] };
  /** Makes the copy as a file, and records that it was made; null where it was stopped. */
  copy: { ask: CopyOrder; answer: Copied | null };
  'stop-copy': { ask: null; answer: null };
  /** What stands in the place of a masked fact; null where it may be seen or is not there. */
  sealed: { ask: { id: FactId }; answer: Sealed | null };
  /**
   * Shows one masked fact for a few minutes, or with `alike` all that are masked on the same grounds, and records who
   * asked, what for and why.
   */
  reveal: { ask: { id: FactId; purpose: string; reason: string; alike: boolean }; answer: Revealed };
  conceal: { ask: { id: FactId }; answer: null };
  /** Takes over what a reader had marked as reviewed; without marks, whether theirs are at hand already. */
  'reviewed-before': { ask: { who: string; marks: readonly string[] | null }; answer: boolean };
  review: { ask: Reviewing; answer: ReviewedNow };
  /** Why each two records of a fact are one; with `other`, how the records of two facts compare. */
  pairs: { ask: { id: FactId; other: FactId | null }; answer: Pairs | null };
  /** A clinician's word over the rules: joins two facts or splits one, with a reason. */
  decide: { ask: Deciding; answer: Decided };
  /** The decision stands as its records are now. */
  'confirm-decision': { ask: { number: number; reason: string }; answer: Decided };
  'undo-decision': { ask: { number: number }; answer: Decided };
  decisions: { ask: null; answer: Decisions };
  /** The confirmed decisions as a FHIR Bundle, as text. */
  'export-decisions': { ask: null; answer: string };
  'import-decisions': { ask: { text: string }; answer: Imported };
  /** Keeps decisions at a source, removes them there, or reads again what is kept. */
  keep: { ask: Keeping; answer: Kept };
  /**
   * Somebody asks a source to open in an emergency what a consent hides. It is recorded, and the next sign-in there
   * tells whether it did. False where the source offers no way.
   */
  'break-glass': { ask: { source: SourceId; reason: string }; answer: boolean };
  /** Something that was done on the page: printed, exported, locked. */
  record: { ask: { act: Act; what: readonly MemberId[] }; answer: null };
  /** What was recorded of this session, and how much of it is delivered. */
  audit: { ask: null; answer: SessionLedger };
  ledger: { ask: null; answer: Ledger };
  /** Codes that no table and no map of the site understands. */
  unmapped: { ask: null; answer: Unmapped };
  /** How long after it happened each source writes things down. */
  delays: { ask: null; answer: readonly Delay[] };
  problems: { ask: { source: SourceId | null }; answer: readonly RecordProblem[] };
}

export type RequestKind = keyof Requests;

/** What the worker has to know of the site to be trusted with its records. */
export interface Site {
  /** The origin that serves this app. */
  readonly app: string;
  /** Where records of what was opened go; null keeps them in the session alone. */
  readonly audit: string | null;
  readonly policy: Partial<SitePolicy> | null;
  /** Source id → what people call it. */
  readonly names: Readonly<Record<string, string>>;
  /** Source id → the scope by which that server says that it opened its records in an emergency. */
  readonly glass?: Readonly<Record<string, string>>;
  /** Source id → the types that the site asks of it, where it does not ask for all at once. */
  readonly types?: Readonly<Record<string, AskedTypes>>;
  /** Source id → where decisions may be kept, as far as the server lets them. */
  readonly keeps?: Readonly<Record<string, KeepsThere>>;
  /** Absent where the site adds nothing to the tables. */
  readonly terminology?: { readonly server: string | null; readonly conceptMaps: readonly string[] };
}

export interface KeepsThere {
  /** An address of its own for them; null where they are kept at its FHIR base. */
  readonly endpoint: string | null;
}

export interface AskedTypes {
  /** null is every type that the product reads. */
  readonly only: readonly string[] | null;
  /** Read when somebody asks for them. */
  readonly onDemand: readonly string[];
}

export interface SessionLedger {
  readonly state: AuditState;
  readonly lines: readonly ChainLine[];
  /** The first line that does not fit; null where the chain holds. */
  readonly broken: number | null;
}

/** Of the records that state both when something was and when it was written down. */
export interface Delay {
  readonly source: SourceId;
  /** The delay that half of them do not exceed, in ms. */
  readonly median: number;
  readonly records: number;
}

/** What is not understood of the codes in the records that may be seen. */
export interface Unmapped {
  readonly codes: readonly (UnmappedCode & {
    readonly source: SourceId;
    /** How many records of the source say it. */
    readonly count: number;
  })[];
  /** Maps of the site that are not used, and why. */
  readonly remarks: readonly string[];
  readonly server: TermServer | null;
}

/** How the site's terminology server did: codes asked about, understood since, and left without an answer. */
export interface TermServer {
  readonly asked: number;
  readonly answered: number;
  readonly failed: number;
  /** It did not answer at all and is left alone. */
  readonly resting: boolean;
}

/** Counts of what a copy would hold and leave out. */
export interface CopyPlan {
  readonly facts: number;
  /** Records of each source, in the configuration's order. */
  readonly records: readonly { readonly source: SourceId; readonly count: number }[];
  readonly masked: number;
  readonly hiddenRetracted: number;
  /** Facts that whoever receives them may not pass on. */
  readonly notices: readonly { readonly notice: Notice; readonly count: number }[];
}

export interface CopyOrder {
  readonly query: RowQuery;
  readonly format: 'bundle' | 'csv';
  /** A byte order mark before a table, which some spreadsheets want. */
  readonly mark: boolean;
}

export interface Copied {
  readonly file: Blob;
  readonly facts: number;
  /** Records whose text is not kept any more. */
  readonly lost: number;
}

/** The n-th attachment of a record, as its fact lists them. */
export interface AttachmentId extends MemberId {
  readonly index: number;
}

/** What of a file can be shown. The page makes pictures and pages of its bytes; words are here already. */
export type OpenedFile =
  | { readonly kind: 'text'; readonly text: string; readonly shortened: boolean }
  | { readonly kind: 'paper'; readonly paper: Paper }
  | { readonly kind: 'image'; readonly contentType: string }
  | { readonly kind: 'pdf' }
  | { readonly kind: 'download'; readonly why: DownloadReason }
  /** A document around another file, with that file's bytes. */
  | {
      readonly kind: 'holder';
      readonly paper: Paper;
      readonly bytes: Uint8Array;
      readonly file: OpenedFile;
    };

export type Opened =
  | {
      readonly kind: 'opened';
      readonly title: string | null;
      readonly stated: string | null;
      readonly size: number;
      /** Whether the bytes are those whose SHA-1 the record states. */
      readonly digest: 'matches' | 'differs' | 'not-stated';
      readonly bytes: Uint8Array;
      readonly file: OpenedFile;
    }
  | { readonly kind: 'failed'; readonly why: SourceProblem };

/** Says nothing of what is hidden. */
export interface Sealed {
  readonly why: MaskReason;
  /** Purposes for which it may be shown; empty where nothing said here could open it. */
  readonly purposes: readonly string[];
  readonly minutes: number;
  /** How many others are masked on the same grounds. */
  readonly alike: number;
  /** The source whose consent hides it, where that source has a way of its own for emergencies. */
  readonly glass: SourceId | null;
}

export type Revealed =
  | { readonly kind: 'shown'; readonly until: number }
  | { readonly kind: 'refused'; readonly why: 'no-reason' | 'purpose' | 'nothing' };

export interface Linked {
  readonly role: LinkRole;
  readonly id: FactId;
  readonly title: string;
  readonly sources: readonly SourceId[];
}

/** One fact in full, with the names of what it refers to. */
export interface Detail {
  readonly revision: number;
  readonly merged: Merged;
  /** Titles of the facts that `merged.related` names. */
  readonly relatedTitles: Readonly<Record<string, string>>;
  /** Other facts that its records name, as far as they are here and may be seen. */
  readonly linked: readonly Linked[];
  /** Names found for references: `source|Practitioner/7` → 'Dr Ada Byron'. */
  readonly names: Readonly<Record<string, string>>;
  readonly reviewed: boolean;
  /** Epoch ms at which a revealed fact is masked again; absent where it was not masked. */
  readonly shownUntil?: number;
}

export interface Candidate {
  readonly person: Person;
  readonly match: Match;
}

/** Empty text asks nothing. */
export interface PatientQuestion {
  readonly name: string;
  /** YYYY-MM-DD, or less of it. */
  readonly birthDate: string;
  readonly identifier: string;
}

export interface FoundPatients {
  /** All pages read so far. */
  readonly people: readonly Person[];
  readonly more: boolean;
  readonly problem: SourceProblem | null;
}

/** 'missing': the source names a registration that it does not give. */
export type Replaced = Replacement | { readonly kind: 'missing'; readonly ref: ResourceRef };

export interface SourceState {
  readonly source: SourceId;
  readonly connection: 'connected' | 'expired' | 'signed-out';
  readonly link:
    | { readonly kind: 'anchor' }
    | {
        readonly kind: 'linked';
        readonly match: Match;
        readonly by: 'rule' | 'clinician';
        /** Who confirmed it, where a server said who that is: `Practitioner/7`. */
        readonly who: string | null;
        readonly at: number;
        readonly reason: string | null;
        /** What the comparison says since the source, or the patient's own, said something else. */
        readonly now?: { readonly match: Match; readonly doubtful: boolean };
      }
    | { readonly kind: 'unlinked' };
  readonly person: Person | null;
  /** What the source says of a registration that it merged into another one; absent where it stands for itself. */
  readonly replaced?: Replaced;
  readonly facts: number;
  readonly quarantined: number;
  /** Records that were read earlier and that the source does not give any more. */
  readonly gone: number;
  /** It opened its records for an emergency. */
  readonly emergency?: boolean;
}

/** What the worker says by itself. A revision number changes whenever an answer to `rows` could. */
export type WorkerEvent =
  | { readonly kind: 'revision'; readonly revision: number; readonly facts: number }
  /** Lines that changed; the others stand. */
  | { readonly kind: 'ledger'; readonly lines: Ledger }
  /** Nothing of what was read of the source is held any more, its ledger included. */
  | { readonly kind: 'forgotten'; readonly source: SourceId }
  | { readonly kind: 'source'; readonly state: SourceState }
  | { readonly kind: 'audit'; readonly state: AuditState }
  | { readonly kind: 'copying'; readonly done: number; readonly of: number }
  | {
      readonly kind: 'attachment';
      readonly asked: AttachmentId;
      readonly received: number;
      readonly about: number | null;
    }
  /** Decisions are others than before, or stand otherwise, or were saved. */
  | { readonly kind: 'decided' }
  | { readonly kind: 'quarantine'; readonly source: SourceId; readonly count: number };

/** What is asked in one go travels in one message, and so does what is said: a screen is drawn once for all of it. */
export type ToWorker = readonly Asked[];
export type FromWorker = readonly Said[];

export type Asked = {
  readonly [K in RequestKind]: { id: number; kind: K; ask: Requests[K]['ask'] };
}[RequestKind];

export type Said =
  | { readonly id: number; readonly ok: true; readonly answer: unknown }
  | { readonly id: number; readonly ok: false; readonly error: string }
  | { readonly event: WorkerEvent; readonly foreseen?: readonly Foreseen[] };

/** An answer that nobody has asked for yet, as of the revision that is told with it. */
export interface Foreseen {
  readonly question: string;
  readonly answer: unknown;
}
