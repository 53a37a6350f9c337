import type { Clock } from '../base/index.ts';
import type { AccessOptions } from '../fetch/index.ts';
import type { MergeResult } from '../merge/index.ts';
import type { LedgerLine, MemberId, MemberKey, SourceId } from '../record/index.ts';
import { mayKeepDecisions } from '../sources/index.ts';
import { emptyBook, type Book } from './book.ts';
import { lineKey, type Held } from './held.ts';
import type { AskedTypes, KeepsThere, Site, WorkerEvent } from './messages.ts';
import { createNames, type Names } from './names.ts';
import { createPulse, type Pulse } from './pulse.ts';
import { createRawPages, type RawPages } from './raw-pages.ts';
import { createShown, type Shown } from './shown.ts';
import type { Stages } from './stages.ts';
import { createTurns, type Turns } from './turns.ts';
import { createTrust, type Trust } from './trust.ts';

/** What the worker holds: all of one patient's sources, and what their records have become. */
export interface House {
  readonly sources: Map<SourceId, Held>;
  /** Rejects where they cannot be had; whoever asks next tries again. */
  stages(): Promise<Stages>;
  /** Null until they are here: then there is no fact either. */
  staged(): Stages | null;
  /** What this site adds to the tables; the stages hear of it whichever comes first. */
  setSite(site: Site): void;
  isSet(): boolean;
  /** The types that the site asks of a source. */
  typesOf(source: SourceId): AskedTypes;
  /** Where decisions may be kept of it: null unless the site says so and the server granted it. */
  keepsAt(one: Held): KeepsThere | null;
  /** The origin that serves this app. */
  app(): string;
  /** What people call the configured sources, those included that nobody signed in to. */
  sourceNames(): Readonly<Record<string, string>>;
  readonly names: Names;
  readonly raw: RawPages;
  /** Where the raw text of a record stands; undefined where none is held. */
  placeOf(member: MemberId): number | undefined;
  readonly shown: Shown;
  readonly trust: Trust;
  readonly emit: (event: WorkerEvent) => void;
  readonly now: () => number;
  /** Links that a clinician took back: no rule makes them again. */
  readonly undone: Set<MemberKey>;
  /** What clinicians decided about records of this patient. */
  readonly book: Book;
  /** The decisions are others than before. */
  decided(): void;
  /** They were about a patient who is not the one here any more. */
  forgetDecisions(): void;
  /** The source whose patient all others are compared with. */
  anchor(): Held | undefined;
  /** Still the one that is held: late answers for a source that was dropped or replaced are nobody's. */
  holds(one: Held): boolean;
  line(one: Held, line: LedgerLine): void;
  readonly ledgerPulse: Pulse;
  /** Before a page is merged: answers that came meanwhile are read first, since what they lead to takes a round trip. */
  readonly turns: Turns;
  /** A load of this source has come to its end: all is told now, or soon together with others that are about to end. */
  ended(one: Held): void;
}

/** Ends of several sources within so long are told at once: each telling goes over everything there is. */
const TOGETHER_MS = 100;

export function openHouse(
  clock: Clock,
  emit: (event: WorkerEvent) => void,
  fetch: AccessOptions['fetch'],
): House {
  const sources = new Map<SourceId, Held>();
  const anchor = (): Held | undefined => [...sources.values()].find((held) => held.link.kind === 'anchor');
  const changed = new Map<string, LedgerLine>();
  const ledgerPulse = createPulse(clock.now, () => {
    const lines = [...changed.values()];
    changed.clear();
    emit({ kind: 'ledger', lines });
  });
  const trust = createTrust({
    sources,
    clock,
    changed() {
      // Before the first row there is nothing to be seen in another way.
      if (shown.isEmpty()) return;
      shown.pulse.mark();
      shown.pulse.flush();
    },
  });
  const book = emptyBook();
  const { stages, staged, setSite } = fetchStages(fetch);
  let site: Site | null = null;
  let ending: ReturnType<typeof setTimeout> | undefined;
  const merged = () => staged()?.merger.result() ?? NOTHING_MERGED;
  const shown = createShown({
    merged,
    sources,
    anchor,
    clock,
    emit,
    masked: trust.masked,
    revealed: (fact) => trust.until(fact) !== null,
    sealedShows: trust.sealedShows,
  });
  return {
    sources,
    stages,
    staged,
    setSite(given) {
      site = given;
      setSite(given);
    },
    isSet: () => site !== null,
    typesOf: (source) => site?.types?.[source] ?? EVERY_TYPE,
    keepsAt: ({ source, signedIn }) =>
      site && mayKeepDecisions(signedIn.granted, site.app) ? (site.keeps?.[source] ?? null) : null,
    app: () => site?.app ?? '',
    sourceNames: () => site?.names ?? {},
    names: createNames(),
    raw: createRawPages(),
    placeOf: ({ source, ref }) => sources.get(source)?.records.placeOf(ref),
    shown,
    trust,
    emit,
    now: clock.now,
    undone: new Set(),
    book,
    decided: () => emit({ kind: 'decided' }),
    forgetDecisions() {
      Object.assign(book, emptyBook());
      staged()?.merger.setDecisions(null);
    },
    anchor,
    holds: (one) => sources.get(one.source) === one,
    line(one, line) {
      one.lines.set(lineKey(line), line);
      trust.heard(line);
      changed.set(`${one.source}|${lineKey(line)}`, line);
      ledgerPulse.mark();
    },
    ledgerPulse,
    turns: createTurns(),
    ended(one) {
      clearTimeout(ending);
      const tell = (): void => {
        shown.pulse.flush();
        ledgerPulse.flush();
      };
      const others = [...sources.values()].some((other) => other !== one && other.loading !== null);
      if (others) ending = setTimeout(tell, TOGETHER_MS);
      else tell();
    },
  };
}

const EVERY_TYPE: AskedTypes = { only: null, onDemand: [] };
const NOTHING_MERGED: MergeResult = { facts: [], problems: [], standings: [] };

function fetchStages(fetch: AccessOptions['fetch']): Pick<House, 'stages' | 'staged' | 'setSite'> {
  let site: Site | null = null;
  let here: Stages | null = null;
  let coming: Promise<Stages> | null = null;
  const stages = () => {
    coming ??= import('./stages.ts').then(
      ({ openStages }) => {
        here = openStages(fetch);
        if (site) here.terms.configure(site);
        return here;
      },
      (error: unknown) => {
        coming = null;
        throw error;
      },
    );
    return coming;
  };
  // Asked for now, while somebody signs in; a failure is told to whoever needs them.
  stages().catch(() => undefined);
  return {
    stages,
    staged: () => here,
    setSite(given) {
      site = given;
      here?.terms.configure(given);
    },
  };
}
