import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serialise } from '../../e2e/sandbox/fhir/serialise.ts';
import { ATTACKS, fuzzed, MARK } from '../../e2e/sandbox/testing/hostile.ts';
import { makeWorld, type FhirResource } from '../../e2e/sandbox/world/index.ts';
import { isObject, parseJson, type Json, type JsonObject } from '../base/index.ts';
import { decide, readConsent, sitePolicy, type Looking } from '../consent/index.ts';
import { bundleEnd, bundleEntry, bundleStart, csvAbout, csvHead, csvRow, mergeOf } from '../export/index.ts';
import { match } from '../match/index.ts';
import { createMerger } from '../merge/index.ts';
import { createProducts, detailsOf, normalise, readPerson, withCredits } from '../normalise/index.ts';
import {
  memberKey,
  resourceRef,
  sourceId,
  standsForResource,
  type Fact,
  type Fetched,
  type Merged,
} from '../record/index.ts';
import {
  buildTimeline,
  EVERYTHING,
  indexMore,
  isMeasured,
  latest,
  matching,
  overview,
  rows,
  trend,
  valueText,
} from '../timeline/index.ts';

/**
 * Spoilt records by the thousand through every stage in their order, from text to paper and file: nothing throws, no
 * record is lost, no number and no date is invented, and what is masked stays so. A failure tells its seeds.
 */

const world = makeWorld({ people: ['maria-santos', 'erik-lindgren'] });
const SOURCES = ['general', 'riverside', 'county'] as const;
const PATIENT = 'Patient/spoilt';

/** Records of all types of three sources, made one patient's; of the common types not only the first. */
const pool = SOURCES.flatMap((org) => {
  const seen = new Map<string, number>();
  return world.resources[org]
    .filter(({ resourceType: type }) => {
      const n = seen.get(type) ?? 0;
      seen.set(type, n + 1);
      return n < 25;
    })
    .map((resource) => {
      const text = JSON.stringify(resource).replaceAll(/"Patient\/[^"/]+"/g, `"${PATIENT}"`);
      return { org, resource: JSON.parse(text) as FhirResource };
    });
});

function spoilt(pick: number, seed: number, i: number): Fetched {
  const { org, resource } = pool[pick % pool.length]!;
  const made = { ...fuzzed(resource, seed), id: `spoilt-${i}` } as unknown as FhirResource;
  const ref = resourceRef(`${resource.resourceType}/spoilt-${i}`);
  const read = parseJson(serialise(made));
  if (ref === null || !isObject(read)) throw new Error('the test itself is wrong');
  return {
    source: sourceId(org),
    ref,
    resource: read,
    base: 'https://spoilt.example/fhir',
    fullUrl: null,
    fetchedAt: 1_700_000_000_000,
  };
}

const LOOKING: Looking = {
  purpose: 'TREAT',
  role: 'Practitioner',
  now: 1_750_000_000_000,
  users: {},
  unread: new Map(),
  broken: new Set(),
};

const textsIn = (value: Json | undefined, into: string[] = []): string[] => {
  if (typeof value === 'string') into.push(value.startsWith('\u0001') ? value.slice(1) : value);
  else if (typeof value === 'number') into.push(String(value));
  else if (Array.isArray(value)) for (const each of value as readonly Json[]) textsIn(each, into);
  else if (isObject(value)) for (const each of Object.values(value)) textsIn(each, into);
  return into;
};

/** The end of a supply is worked out from its days, and says so: no source writes it. */
const datesOf = ({ when, type }: Fact): string[] =>
  when.kind === 'at'
    ? [when.at.text]
    : when.kind === 'period'
      ? [when.start, type === 'MedicationDispense' ? null : when.end].flatMap((point) =>
          point === null ? [] : [point.text],
        )
      : [];

/** What a fact says in digits stands in its record: nothing of it was made up on the way. */
function claimsNothing(fact: Fact, resource: JsonObject): void {
  const said = textsIn(resource);
  const stands = (text: string): boolean => said.some((each) => each.includes(text));
  for (const date of datesOf(fact)) expect(stands(date), `${fact.ref} ${date}`).toBe(true);
  if ('components' in fact && fact.value?.kind === 'quantity')
    expect(stands(fact.value.quantity.text), `${fact.ref} ${fact.value.quantity.text}`).toBe(true);
  if (fact.status.retracted) expect(fact.status.standing).not.toBe('current');
  if (fact.status.standing === 'current')
    expect(JSON.stringify(resource['verificationStatus'] ?? null)).not.toContain('"entered-in-error"');
}

/** Every record is one fact, or one row that stands for it. */
function factsOf(records: readonly Fetched[]): readonly Fact[] {
  const facts = records.flatMap((record) => {
    const { fact, problems } = normalise(record);
    expect(problems.filter(standsForResource).length + (fact === null ? 0 : 1), record.ref).toBe(1);
    detailsOf(record.resource);
    if (fact !== null) claimsNothing(fact, record.resource);
    return fact === null ? [] : [fact];
  });
  const woven = createProducts().weave(facts);
  const latest = new Map([...woven.facts, ...woven.completed].map((fact) => [fact.ref, fact]));
  return withCredits([...latest.values()]);
}

function mergedOf(facts: readonly Fact[]): readonly Merged[] {
  const results = [facts, [...facts].reverse()].map((some) => {
    const merger = createMerger();
    merger.add(some);
    return merger.result();
  });
  const [{ facts: merged, problems }, backwards] = results as [(typeof results)[0], (typeof results)[0]];
  expect(backwards.facts.map(({ id }) => id)).toEqual(merged.map(({ id }) => id));
  const kept = merged.flatMap(({ members }) => members.map(({ source, ref }) => memberKey(source, ref)));
  const older = problems.flatMap(({ source, ref }) => (ref === null ? [] : [memberKey(source, ref)]));
  expect([...kept, ...older].sort()).toEqual(facts.map(({ source, ref }) => memberKey(source, ref)).sort());
  for (const { retracted, members } of merged)
    expect(retracted).toBe(members.every((fact) => fact.status.retracted));
  return merged;
}

function shown(merged: readonly Merged[], masked: (fact: Merged) => boolean) {
  const order = SOURCES.map((org) => sourceId(org));
  const timeline = buildTimeline(merged, { home: order[0] ?? null, masked, order, revision: 1 });
  while (!indexMore(timeline, 50));
  const found = rows(timeline, EVERYTHING, 0, 10_000);
  expect(found.rows.length + found.hiddenRetracted).toBe(
    merged.filter(({ kind }) => kind !== 'support').length,
  );
  for (const row of found.rows) {
    if (row.flags.masked) expect([row.title, row.value, row.disputes]).toEqual([null, null, []]);
    else expect(row.title?.trim()).not.toBe('');
    const { from = 0, to = 0, end = null } = row.time ?? {};
    expect(
      [from, to, end ?? 0].every((time) => Math.abs(time) <= 8.64e15),
      row.id,
    ).toBe(true);
  }
  for (const text of [MARK, ATTACKS[0] ?? '', '__proto__', '\u202E', ' '])
    rows(timeline, { ...EVERYTHING, text }, 0, 50);
  rows(timeline, { ...EVERYTHING, by: 'visit' }, 0, 10_000);
  overview(timeline, EVERYTHING, 40);
  latest(timeline);
  for (const fact of merged.filter(isMeasured)) trend(timeline, { fact: fact.id, drawn: 20, listed: 20 });
  return matching(timeline, EVERYTHING);
}

function copied({ facts, masked, hiddenRetracted }: ReturnType<typeof matching>): void {
  const sources = SOURCES.map((org) => ({
    source: sourceId(org),
    name: org,
    base: `https://${org}`,
    lines: [],
  }));
  const about = { now: 1_750_000_000_000, sources, facts, masked, hiddenRetracted };
  const names = { nameOf: (source: string) => source, valueOf: valueText };
  const width = csvHead().split(',').length;
  for (const line of facts.map((fact) => csvRow(fact, names)))
    expect(line.trimEnd().match(/"(?:[^"]|"")*"/g)).toHaveLength(width);
  csvAbout(about);
  let n = 0;
  const merges = facts
    .filter(({ members }) => members.length > 1)
    .map((fact) => bundleEntry(`urn:${n++}`, JSON.stringify(mergeOf(fact, () => 'https://x', about))));
  const members = facts.flatMap((fact) => fact.members);
  const text = `${bundleStart(about, members, () => `urn:${n++}`)}${merges.join('')}${bundleEnd}`;
  expect((JSON.parse(text) as { entry: unknown[] }).entry).toHaveLength(merges.length + 1);
}

const records = fc
  .array(fc.tuple(fc.nat(pool.length - 1), fc.nat(1_000_000_000)), { minLength: 1, maxLength: 40 })
  .map((picks) => picks.map(([pick, seed], i) => spoilt(pick, seed, i)));

describe('spoilt records, from text to paper and file', () => {
  it('nothing throws, nothing is lost, nothing is invented, what is masked stays so', () => {
    fc.assert(
      fc.property(records, (some) => {
        const merged = mergedOf(factsOf(some));
        const consents = some.flatMap(({ source, resource }) => {
          const rule = resource['resourceType'] === 'Consent' ? readConsent(resource) : null;
          return rule === null ? [] : [{ source, rule }];
        });
        const policy = sitePolicy(null);
        copied(shown(merged, (fact) => decide(fact, consents, policy, LOOKING).kind === 'mask'));
        copied(shown(merged, () => false));
        expect(Object.keys(Object.prototype)).toEqual([]);
        expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      }),
    );
  });

  it('people are compared the same from either side, and a spoilt one is never certain to be another', () => {
    const patients = SOURCES.flatMap((org) =>
      world.resources[org]
        .filter(({ resourceType }) => resourceType === 'Patient')
        .map((resource) => ({ org, resource })),
    );
    const person = fc
      .tuple(fc.constantFrom(...patients), fc.nat(1_000_000_000))
      .map(([{ org, resource }, seed]) => {
        const read = parseJson(serialise(fuzzed(resource, seed) as unknown as FhirResource));
        const ref = resourceRef(`Patient/${resource.id}`);
        if (ref === null || !isObject(read)) throw new Error('the test itself is wrong');
        const known = world.people.find(({ ids }) => ids[org] === resource.id)?.key ?? resource.id;
        const fetched = {
          source: sourceId(org),
          ref,
          resource: read,
          base: null,
          fullUrl: null,
          fetchedAt: null,
        };
        return { known, person: readPerson(fetched) };
      });
    fc.assert(
      fc.property(person, person, (a, b) => {
        if (a.person === null || b.person === null) return;
        const [there, back] = [match(a.person, b.person), match(b.person, a.person)];
        expect(back.outcome).toBe(there.outcome);
        expect(Number.isFinite(there.score)).toBe(true);
        if (a.known !== b.known) expect(there.outcome).not.toBe('certain');
      }),
    );
  });
});
