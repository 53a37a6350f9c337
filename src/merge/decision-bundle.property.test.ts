import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memberKey, sourceId, type Decision, type MemberKey } from '../record/index.ts';
import { decisionBundle } from './decision-bundle.ts';
import { mergeFacts } from './merger.ts';
import { readDecisions, type RecordAt } from './read-decisions.ts';
import { ref } from './testing/facts.ts';
import { decisionsOn, messyFacts } from './testing/messy.ts';

const BASES = { General: 'https://general.example/fhir', Riverside: 'https://riverside.example/r4' };
const addressOf = (source: string, at: string): string | null =>
  source in BASES && at.includes('/') ? `${BASES[source as keyof typeof BASES]}/${at}` : null;
const recordAt: RecordAt = (address) => {
  const found = Object.entries(BASES).find(([, base]) => address.startsWith(`${base}/`));
  return found ? { source: sourceId(found[0]), ref: ref(address.slice(found[1].length + 1)) } : null;
};
const written = (decisions: readonly Decision[]): string =>
  JSON.stringify(decisionBundle(decisions, addressOf));

/** Beside the facts' own decisions: entries without an id, many records, any words, evidence of any shape. */
const key = fc
  .tuple(
    fc.constantFrom('General', 'Riverside', 'County', 'Üç Yol'),
    fc.constantFrom('#7', 'Condition/a.b-1'),
  )
  .chain(([source, at]) =>
    fc.nat().map((n) => memberKey(sourceId(source), ref(at.startsWith('#') ? `#${n % 1e6}` : `${at}${n}`))),
  );
const anyDecision: fc.Arbitrary<Decision> = fc
  .record({
    kind: fc.constantFrom('split' as const, 'join' as const),
    members: fc.uniqueArray(key, { minLength: 2, maxLength: 6 }),
    reason: fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }).filter((text) => text.trim() !== ''),
    by: fc.constantFrom('https://general.example/fhir/Practitioner/7', 'Dr Byron', 'Practitioner/7'),
    at: fc.integer({ min: 0, max: 4e12 }),
    off: fc.nat({ max: 5 }),
    evidence: fc.boolean(),
  })
  .map(({ off, evidence, ...decision }) => ({
    ...decision,
    ...(decision.kind === 'split' && off > 0
      ? { off: decision.members.slice(0, Math.min(off, decision.members.length - 1)) }
      : {}),
    ...(evidence ? { evidence: decision.members.map((_, i) => `v:${i} 2024-01-01`) } : {}),
  }));

describe('decisions as FHIR', () => {
  it('come back as they were written, whatever they say', () => {
    fc.assert(
      fc.property(fc.array(anyDecision, { maxLength: 5 }), (decisions) => {
        expect(readDecisions(written(decisions), recordAt)).toEqual({ ok: true, value: decisions });
        // Also where none of the addresses is known: by the names that the sources had.
        expect(readDecisions(written(decisions), () => null)).toEqual({ ok: true, value: decisions });
      }),
    );
  });

  it('do to the records what they did before they were written', () => {
    fc.assert(
      fc.property(
        messyFacts(10).chain((facts) => fc.tuple(fc.constant(facts), decisionsOn(facts))),
        ([facts, decisions]) => {
          const read = readDecisions(written(decisions), recordAt);
          expect(read.ok && mergeFacts(facts, read.value)).toEqual(mergeFacts(facts, decisions));
        },
      ),
    );
  });

  it('are refused as a whole, with the place, whatever is broken in them', () => {
    fc.assert(
      fc.property(
        fc.array(anyDecision, { minLength: 1, maxLength: 3 }),
        fc.nat(),
        fc.anything(),
        (all, n, junk) => {
          const bundle = JSON.parse(written(all)) as { entry: { resource: Record<string, unknown> }[] };
          const { resource } = bundle.entry[n % bundle.entry.length]!;
          const names = Object.keys(resource);
          resource[names[n % names.length]!] = junk;
          const read = readDecisions(JSON.stringify(bundle), recordAt);
          if (!read.ok) expect(read.error.length).toBeGreaterThan(5);
        },
      ),
    );
  });
});

describe('a file that is no file of decisions is refused in words', () => {
  const join: Decision = {
    kind: 'join',
    members: ['General|Condition/1', 'Riverside|Condition/2'] as MemberKey[],
    reason: 'asked the patient',
    by: 'Dr Byron',
    at: 1_700_000_000_000,
  };
  type Bundle = { entry: { fullUrl: string; resource: Record<string, unknown> }[] };
  const spoiled = (spoil: (bundle: Bundle) => void): string => {
    const bundle = JSON.parse(written([join])) as Bundle;
    spoil(bundle);
    return JSON.stringify(bundle);
  };
  it.each<[string, string, string]>([
    ['no JSON', 'hello', 'the file is not JSON'],
    ['something else', '{"resourceType":"Patient"}', 'not a FHIR Bundle'],
    [
      'a record among them',
      spoiled((b) => (b.entry[0]!.resource = { resourceType: 'Condition' })),
      'entry 1: a Condition is not a decision',
    ],
    ['no Provenance', spoiled((b) => b.entry.pop()), 'entry 1: no Provenance says who'],
    [
      'one record',
      spoiled((b) => (b.entry[0]!.resource['item'] = (b.entry[0]!.resource['item'] as []).slice(1))),
      'entry 1: a decision names at least two',
    ],
    [
      'no reason',
      spoiled((b) => delete b.entry[1]!.resource['reason']),
      'entry 2: the Provenance gives no reason',
    ],
    [
      'no time',
      spoiled((b) => (b.entry[1]!.resource['occurredDateTime'] = 'soon')),
      'entry 2: the Provenance does not say when',
    ],
    [
      'nobody',
      spoiled((b) => (b.entry[1]!.resource['agent'] = [])),
      'entry 2: the Provenance does not say who',
    ],
    [
      'a split’s Provenance',
      spoiled(
        (b) =>
          (b.entry[1]!.resource['activity'] = {
            coding: [{ system: 'urn:throughline:decision', code: 'split' }],
          }),
      ),
      'entry 2: the Provenance speaks of something else',
    ],
    [
      'a record that cannot be named',
      spoiled((b) => (b.entry[0]!.resource['item'] = [{ resource: { display: 'x' } }, { resource: {} }])),
      'entry 1, item 1: it cannot be told which record',
    ],
    [
      'withdrawn',
      spoiled((b) => (b.entry[0]!.resource['active'] = false)),
      'entry 1: the Linkage is not active',
    ],
  ])('%s', (_what, file, message) => {
    const read = readDecisions(file, recordAt);
    expect(read.ok ? '' : read.error).toContain(message);
  });
});
