/**
 * `npm run bench:merge -- --speed`: what normalise and merge cost beside `JSON.parse` of the same records.
 * Ratios within one run, the median of several; absolute times move from machine to machine. tsx names every closure
 * at run time, which costs more than the closures do: bundle the script first to measure what ships.
 */
import type { JsonObject } from '../../../src/base/index.ts';
import { createMerger } from '../../../src/merge/index.ts';
import { normalise } from '../../../src/normalise/index.ts';
import { resourceRef, sourceId, type Fact } from '../../../src/record/index.ts';
import { makeWorld, ORG_KEYS, resourcesOf } from '../../sandbox/world/index.ts';

const LARGE = 'walter-brannigan';

interface Page {
  readonly org: string;
  readonly text: string;
}

function pagesOf(records: number): Page[] {
  const world = makeWorld({ people: [LARGE], largeRecords: records });
  const person = world.people[0];
  if (person === undefined) throw new Error('the large patient is missing');
  return ORG_KEYS.flatMap((org) => {
    const resources = resourcesOf(world, org, person.key);
    const pages: Page[] = [];
    for (let i = 0; i < resources.length; i += 1000)
      pages.push({ org, text: JSON.stringify(resources.slice(i, i + 1000)) });
    return pages;
  });
}

interface Times {
  parse: number;
  normalise: number;
  merge: number;
  records: number;
  merged: number;
}

function once(pages: readonly Page[]): Times {
  const times: Times = { parse: 0, normalise: 0, merge: 0, records: 0, merged: 0 };
  const merger = createMerger();
  for (const { org, text } of pages) {
    let at = performance.now();
    const resources = JSON.parse(text) as JsonObject[];
    times.parse += performance.now() - at;
    times.records += resources.length;
    at = performance.now();
    const facts: Fact[] = [];
    for (const resource of resources) {
      const ref = resourceRef(`${String(resource['resourceType'])}/${String(resource['id'])}`);
      if (ref === null) continue;
      const { fact } = normalise({
        source: sourceId(org),
        ref,
        resource,
        base: null,
        fullUrl: null,
        fetchedAt: null,
      });
      if (fact !== null) facts.push(fact);
    }
    times.normalise += performance.now() - at;
    at = performance.now();
    merger.add(facts);
    times.merge += performance.now() - at;
  }
  const at = performance.now();
  times.merged = merger.result().facts.length;
  times.merge += performance.now() - at;
  return times;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;

function measure(records: number): Times {
  const pages = pagesOf(records);
  const runs = Array.from({ length: 7 }, () => once(pages)).slice(1);
  const of = (key: keyof Times) => median(runs.map((r) => r[key]));
  return {
    parse: of('parse'),
    normalise: of('normalise'),
    merge: of('merge'),
    records: of('records'),
    merged: of('merged'),
  };
}

const ms = (n: number): string => `${n.toFixed(0)} ms`;
export function measureSpeed(): void {
  const [small, large] = [10_000, 100_000].map(measure);
  for (const t of [small, large]) {
    if (t === undefined) continue;
    const ratio = ((t.normalise + t.merge) / t.parse).toFixed(2);
    console.log(
      `${t.records} records → ${t.merged} facts: parse ${ms(t.parse)}, normalise ${ms(t.normalise)}, merge ${ms(t.merge)}; ` +
        `(normalise + merge) / parse = ${ratio}, merge / parse = ${(t.merge / t.parse).toFixed(2)}`,
    );
  }
  if (small !== undefined && large !== undefined)
    console.log(
      `growth: merge ${(large.merge / small.merge).toFixed(1)} × for ${(large.records / small.records).toFixed(1)} × the records`,
    );
}
