/** What the page can see: the merged facts as a timeline with a revision number, and how to find one of them. */
import type { Clock } from '../base/index.ts';
import type { MergeResult } from '../merge/index.ts';
import {
  memberKey,
  resourceRef,
  type Merged,
  type RecordProblem,
  type SitePolicy,
  type SourceId,
  type Standing,
} from '../record/index.ts';
import {
  buildTimeline,
  indexMore,
  NOTHING_REVIEWED,
  withReviewed,
  type Reviewed,
  type Timeline,
} from '../timeline/index.ts';
import { stateOf, type Held } from './held.ts';
import type { WorkerEvent } from './messages.ts';
import { createPulse, type Pulse } from './pulse.ts';

export interface Shown {
  readonly pulse: Pulse;
  /** Pending from the first telling until its rows have been handed over: what more has come waits for that. */
  firstLook(): Promise<void> | null;
  /** Rows have been handed over. */
  looked(): void;
  timeline(): Timeline;
  isEmpty(): boolean;
  /** The same for paper and files: what is revealed to somebody's eyes for a few minutes is masked there. */
  forCopies(): Timeline;
  /** Other marks of what was reviewed: nothing is merged for it. */
  review(reviewed: Reviewed): void;
  /** By the fact's id or by one of its members (`source|ref`). A masked fact is not found. */
  find(key: string): Merged | null;
  /** The same, masked or not: for deciding what may be said about it, never for showing it. */
  holder(key: string): Merged | null;
  /** What merging found wrong. */
  problems(): readonly RecordProblem[];
  /** How the clinician's decisions stand among what is here. */
  standings(): readonly Standing[];
}

/** Facts that are taken into the search at a time: a few milliseconds' worth. */
const SLICE = 500;
const STILL_MS = 400;
/** Who shows no list asks for no rows. */
const FIRST_LOOK_MS = 100;

interface ShownPorts {
  readonly merged: () => MergeResult;
  readonly sources: ReadonlyMap<SourceId, Held>;
  readonly anchor: () => Held | undefined;
  readonly clock: Clock;
  readonly emit: (event: WorkerEvent) => void;
  readonly masked: (merged: Merged) => boolean;
  readonly revealed: (merged: Merged) => boolean;
  readonly sealedShows: () => SitePolicy['sealedShows'];
}

export function createShown({
  merged,
  sources,
  anchor,
  clock,
  emit,
  masked,
  revealed,
  sealedShows,
}: ShownPorts): Shown {
  let revision = 0;
  let problems: readonly RecordProblem[] = [];
  let standings: readonly Standing[] = [];
  let reviewed = NOTHING_REVIEWED;
  let timeline = buildTimeline([], { home: null, masked, order: [], revision });
  let places: Map<string, Merged> | null = null;

  let copies: Timeline | null = null;
  let firstLook: Promise<void> | null = null;
  let looked = (): void => undefined;

  function build(
    facts: readonly Merged[],
    hidden: (merged: Merged) => boolean,
    before: Timeline | null,
  ): Timeline {
    const home = anchor();
    const options = {
      home: home?.source ?? null,
      launchVisit: home ? visitOf(home) : null,
      masked: hidden,
      sealedShows: sealedShows(),
      order: [...sources.keys()],
      revision,
      reviewed,
    };
    return buildTimeline(facts, options, before);
  }

  const isEmpty = (): boolean => timeline.facts.length === 0;

  const pulse = createPulse(clock.now, () => {
    const result = merged();
    problems = result.problems;
    standings = result.standings;
    revision++;
    const wasEmpty = isEmpty();
    timeline = build(result.facts, masked, timeline);
    copies = null;
    places = null;
    prepare();
    if (wasEmpty && !isEmpty()) waitForLook();
    emit({ kind: 'revision', revision, facts: timeline.facts.length });
    for (const held of sources.values()) emit({ kind: 'source', state: stateOf(held) });
  });

  /** Pages of all types arrive together: without a pause the first question would stand behind every one of them. */
  function waitForLook(): void {
    firstLook = new Promise((resolve) => {
      const goOn = (): void => {
        firstLook = null;
        resolve();
      };
      // In a task of its own: the rows are on their way by then, and not behind all pages that wait.
      looked = () => void setTimeout(goOn, 0);
      setTimeout(goOn, FIRST_LOOK_MS);
    });
  }

  /** The search is made ready between other work once nothing new comes: the first key typed then waits for nothing. */
  let preparing: ReturnType<typeof setTimeout> | undefined;
  function prepare(): void {
    clearTimeout(preparing);
    const go = (): void => {
      // What is still coming makes another timeline.
      const isLoading = [...sources.values()].some(({ loading }) => loading !== null);
      if (isLoading) preparing = setTimeout(go, STILL_MS);
      else if (!indexMore(timeline, SLICE)) preparing = setTimeout(go, 0);
    };
    preparing = setTimeout(go, STILL_MS);
  }

  /** Made when it is first asked for at a revision. */
  function index(): Map<string, Merged> {
    if (places) return places;
    places = new Map();
    for (const merged of timeline.facts) {
      places.set(merged.id, merged);
      for (const member of merged.members) places.set(memberKey(member.source, member.ref), merged);
    }
    return places;
  }

  return {
    pulse,
    firstLook: () => firstLook,
    looked: () => looked(),
    timeline: () => timeline,
    isEmpty,
    forCopies() {
      // Paper says how complete each source is: by then it holds all that came of it.
      pulse.flush();
      if (!timeline.facts.some(revealed)) return timeline;
      copies ??= build(timeline.facts, (fact) => masked(fact) || revealed(fact), timeline);
      return copies;
    },
    review(next) {
      reviewed = next;
      timeline = withReviewed(timeline, reviewed, ++revision);
      copies = null;
      emit({ kind: 'revision', revision, facts: timeline.facts.length });
    },
    find(key) {
      const found = index().get(key);
      return found && !masked(found) ? found : null;
    },
    holder: (key) => index().get(key) ?? null,
    problems: () => problems,
    standings: () => standings,
  };
}

/** The visit that the EHR had open when it started this app. */
function visitOf({ source, signedIn }: Held) {
  const ref = signedIn.encounter === null ? null : resourceRef(`Encounter/${signedIn.encounter}`);
  return ref && memberKey(source, ref);
}
