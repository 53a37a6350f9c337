/**
 * Copies of what is here, as files: made piece by piece, so that a record of tens of thousands never stands in memory
 * as one text, and each recorded. What is masked is in none, also while somebody is shown it for a few minutes: that
 * was for their eyes.
 */
import type { About, CopiedSource } from '../export/index.ts';
import { entryTexts } from '../fetch/index.ts';
import {
  memberKey,
  noticesOf,
  sourceId,
  type Fact,
  type MemberId,
  type MemberKey,
  type Merged,
  type SourceId,
} from '../record/index.ts';
import { matching, valueText, type RowQuery } from '../timeline/index.ts';
import type { House } from './house.ts';
import type { Copied, CopyOrder, CopyPlan, WorkerEvent } from './messages.ts';
import type { Trail } from './trail.ts';

interface Ports {
  readonly house: House;
  readonly trail: Trail;
  readonly emit: (event: WorkerEvent) => void;
}

export interface Copies {
  plan(query: RowQuery): CopyPlan;
  make(order: CopyOrder): Promise<Copied | null>;
  stop(): void;
}

/** Text gathered before it is handed to the browser, which may keep it on disk. */
const PIECE = 1 << 20;
/** Records named one by one in the audit record; of more their number is told. */
const NAMED = 200;
/** Facts between two words about how far it is. */
const STRIDE = 2_000;

export function createCopies({ house, trail, emit }: Ports): Copies {
  let making: { stopped: boolean } | null = null;

  const wanted = (query: RowQuery) => matching(house.shown.forCopies(), query);

  const aboutOf = (chosen: ReturnType<typeof wanted>): About => {
    // A source that nobody signed in to is as missing as one that failed, and is named too.
    const ids = new Set([...house.sources.keys(), ...Object.keys(house.sourceNames()).map(sourceId)]);
    return {
      ...chosen,
      now: house.now(),
      sources: [...ids].map((source): CopiedSource => {
        const held = house.sources.get(source);
        return {
          source,
          name: nameOf(house, source),
          base: held?.access.base ?? '',
          lines: [...(held?.lines.values() ?? [])],
        };
      }),
    };
  };

  function recordIt({ format }: CopyOrder, facts: readonly Merged[]): void {
    const what = facts.flatMap((fact) => fact.members.map(({ source, ref }): MemberId => ({ source, ref })));
    const kind = format === 'bundle' ? 'FHIR Bundle' : 'CSV';
    trail.record({
      act: 'export',
      sources: [...new Set(what.map(({ source }) => source))],
      what: what.length <= NAMED ? what : [],
      reason: `${kind}: ${facts.length} facts, ${what.length} records`,
    });
  }

  return {
    plan(query) {
      const { facts, masked, hiddenRetracted } = wanted(query);
      const records = new Map<MemberId['source'], number>();
      const notices = new Map<CopyPlan['notices'][number]['notice'], number>();
      for (const fact of facts) {
        for (const { source } of fact.members) records.set(source, (records.get(source) ?? 0) + 1);
        for (const notice of noticesOf(fact.sensitivity)) notices.set(notice, (notices.get(notice) ?? 0) + 1);
      }
      return {
        facts: facts.length,
        records: [...house.sources.keys()].flatMap((source) =>
          records.has(source) ? [{ source, count: records.get(source) ?? 0 }] : [],
        ),
        masked,
        hiddenRetracted,
        notices: [...notices].map(([notice, count]) => ({ notice, count })),
      };
    },
    async make(order) {
      const mine = { stopped: false };
      if (making) making.stopped = true;
      making = mine;
      const about = aboutOf(wanted(order.query));
      const parts: Blob[] = [];
      let lost = 0;
      let gathered: string[] = [];
      let size = 0;
      const put = () => {
        parts.push(new Blob(gathered));
        gathered = [];
        size = 0;
      };
      const pieces =
        order.format === 'csv' ? csv(house, about, order.mark) : bundle(house, about, () => lost++);
      let done = 0;
      for await (const { text, facts } of pieces) {
        if (mine.stopped) return null;
        gathered.push(text);
        size += text.length;
        if (size > PIECE) put();
        const before = done;
        done += facts;
        if (Math.floor(before / STRIDE) !== Math.floor(done / STRIDE)) {
          emit({ kind: 'copying', done, of: about.facts.length });
          // Whoever wants to stop it, or to look at something meanwhile, is heard.
          await new Promise((resolve) => setTimeout(resolve, 0));
        }
      }
      put();
      if (mine.stopped) return null;
      recordIt(order, about.facts);
      const type = order.format === 'csv' ? 'text/csv' : 'application/fhir+json';
      return { file: new Blob(parts, { type }), facts: about.facts.length, lost };
    },
    stop() {
      if (making) making.stopped = true;
    },
  };
}

const nameOf = (house: House, source: SourceId): string => house.sourceNames()[source] ?? source;

interface Piece {
  readonly text: string;
  /** How many facts it brings nearer to the end. */
  readonly facts: number;
}

async function* csv(house: House, about: About, mark: boolean): AsyncGenerator<Piece> {
  const { BYTE_ORDER_MARK, csvAbout, csvHead, csvRow } = await import('../export/index.ts');
  const names = { nameOf: (source: SourceId) => nameOf(house, source), valueOf: valueText };
  yield { text: `${mark ? BYTE_ORDER_MARK : ''}${csvHead()}${csvAbout(about)}`, facts: 0 };
  for (const fact of about.facts) yield { text: csvRow(fact, names), facts: 1 };
}

async function* bundle(house: House, about: About, onLost: () => void): AsyncGenerator<Piece> {
  const { bundleEnd, bundleEntry, bundleStart, mergeOf, neededFor, originOf, urlOf } =
    await import('../export/index.ts');
  const newId = () => `urn:uuid:${crypto.randomUUID()}`;
  const bases = new Map(about.sources.map(({ source, base }) => [source, base]));
  const baseOf = ({ source }: MemberId): string => bases.get(source) ?? '';
  const support =
    house
      .staged()
      ?.merger.result()
      .facts.filter(({ kind }) => kind === 'support') ?? [];
  const members: readonly Fact[] = [
    ...about.facts.flatMap((fact) => fact.members),
    ...neededFor(about.facts, support),
  ];
  yield { text: bundleStart(about, members, newId), facts: 0 };
  const byKey = new Map<MemberKey, Fact>(
    members.map((member) => [memberKey(member.source, member.ref), member]),
  );
  const written = new Map<MemberId['source'], MemberId[]>();
  const share = about.facts.length / Math.max(1, byKey.size);
  const byPlace = new Map<number, Fact>();
  for (const member of byKey.values()) {
    const place = house.placeOf(member);
    if (place !== undefined) byPlace.set(place, member);
  }
  for await (const { text, at } of house.raw.each(byPlace)) {
    let entry = 0;
    for (const resource of entryTexts(text)) {
      const member = at.get(entry++);
      if (member === undefined || resource === null) continue;
      const { source, ref } = member;
      byKey.delete(memberKey(source, ref));
      const before = written.get(source);
      if (before) before.push({ source, ref });
      else written.set(source, [{ source, ref }]);
      yield { text: bundleEntry(urlOf(baseOf(member), ref), resource), facts: share };
    }
  }
  for (let i = 0; i < byKey.size; i++) onLost();
  for (const source of about.sources) {
    const targets = written.get(source.source);
    if (targets)
      yield { text: bundleEntry(newId(), JSON.stringify(originOf(source, targets, about))), facts: 0 };
  }
  for (const fact of about.facts)
    if (fact.members.length > 1)
      yield { text: bundleEntry(newId(), JSON.stringify(mergeOf(fact, baseOf, about))), facts: 0 };
  yield { text: bundleEnd, facts: 0 };
}
