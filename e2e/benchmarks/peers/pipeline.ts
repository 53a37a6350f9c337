/** Normalise and merge beside `JSON.parse` of the same bytes, in the browser that will do it. */
import { createMerger } from '../../../src/merge/index.ts';
import { normalise } from '../../../src/normalise/index.ts';
import { resourceRef, sourceId, type Fact } from '../../../src/record/index.ts';
import type { Json, JsonObject } from '../../../src/base/index.ts';
import { makeWorld, ORG_KEYS, resourcesOf, type World } from '../../sandbox/world/index.ts';

const LARGE = 'walter-brannigan';
const PAGE = 1_000;

export interface Pipeline {
  readonly records: number;
  readonly facts: number;
  readonly parse: number;
  /** To read each value once, and do nothing with it. */
  readonly read: number;
  readonly normalise: number;
  readonly merge: number;
  /** Merged facts whose members the world's own truth does not call one. */
  readonly wrong: number;
}

interface Page {
  readonly org: string;
  readonly text: string;
}

function pagesOf(world: World): Page[] {
  return ORG_KEYS.flatMap((org) => {
    const resources = resourcesOf(world, org, LARGE);
    const pages: Page[] = [];
    for (let i = 0; i < resources.length; i += PAGE)
      pages.push({ org, text: JSON.stringify(resources.slice(i, i + PAGE)) });
    return pages;
  });
}

/** The best of several runs: what the work costs where nothing disturbs it, as for the parser beside it. */
export function pipeline(records: number, runs: number): Pipeline {
  const world = makeWorld({ people: [LARGE], largeRecords: records });
  const pages = pagesOf(world);
  const all = Array.from({ length: runs }, () => once(pages, world));
  const least = (key: 'parse' | 'read' | 'normalise' | 'merge') => Math.min(...all.map((run) => run[key]));
  const [one] = all;
  if (one === undefined) throw new Error('no run');
  return {
    ...one,
    parse: least('parse'),
    read: least('read'),
    normalise: least('normalise'),
    merge: least('merge'),
  };
}

function once(pages: readonly Page[], world: World): Pipeline {
  const merger = createMerger();
  const spent = { parse: 0, normalise: 0, merge: 0 };
  let at = performance.now();
  const lap = (key: keyof typeof spent): void => {
    const now = performance.now();
    spent[key] += now - at;
    at = now;
  };
  let records = 0;
  for (const { org, text } of pages) {
    const source = sourceId(org);
    at = performance.now();
    const resources = JSON.parse(text) as JsonObject[];
    lap('parse');
    const facts: Fact[] = [];
    for (const resource of resources) {
      const ref = resourceRef(`${String(resource['resourceType'])}/${String(resource['id'])}`);
      if (ref === null) continue;
      const { fact } = normalise({ source, ref, resource, base: null, fullUrl: null, fetchedAt: null });
      if (fact !== null) facts.push(fact);
    }
    lap('normalise');
    merger.add(facts);
    lap('merge');
    records += resources.length;
  }
  const { facts } = merger.result();
  lap('merge');
  return { ...spent, read: readOnce(pages), records, facts: facts.length, wrong: wrongIn(facts, world) };
}

/** By itself: what was read a moment ago is read faster. */
function readOnce(pages: readonly Page[]): number {
  let spent = 0;
  for (const { text } of pages) {
    const resources = JSON.parse(text) as Json;
    const at = performance.now();
    if (lettersIn(resources) === 0) throw new Error('nothing was read');
    spent += performance.now() - at;
  }
  return spent;
}

function lettersIn(value: Json | undefined): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 1;
  let n = 0;
  if (Array.isArray(value)) for (const one of value as readonly Json[]) n += lettersIn(one);
  else for (const key in value) n += lettersIn((value as JsonObject)[key]);
  return n;
}

function wrongIn(
  facts: ReturnType<ReturnType<typeof createMerger>['result']>['facts'],
  world: World,
): number {
  const groupOf = new Map<string, number>();
  world.people[0]?.truth.forEach(({ members }, i) => {
    for (const { org, ref } of members) groupOf.set(`${org}|${ref}`, i);
  });
  return facts.filter(({ members }) => {
    const groups = new Set(members.map(({ source, ref }) => groupOf.get(`${source}|${ref}`)));
    return groups.size > 1;
  }).length;
}
