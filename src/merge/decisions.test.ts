import { describe, expect, it } from 'vitest';
import type { Decision, Fact, MemberKey, Merged } from '../record/index.ts';
import { evidenceOf, wordOf } from './decisions.ts';
import { createMerger, mergeFacts } from './merger.ts';
import { A, allergy, at, B, C, concept, condition, keyOf, NO_PROVENANCE, ref } from './testing/facts.ts';

const problem = (source: typeof A, id: string, name: string, version: string | null = null): Fact =>
  condition(concept(`problem:${name}`, name), {
    source,
    ref: ref(`Condition/${id}`),
    when: at('2019-04-02'),
    provenance: { ...NO_PROVENANCE, version },
  });
const three = [problem(A, '1', 'asthma'), problem(B, '2', 'asthma'), problem(C, '3', 'asthma')];
const keys = three.map(keyOf);
const decision = (change: Partial<Decision> & Pick<Decision, 'kind' | 'members'>): Decision => ({
  reason: 'asked the patient',
  by: 'Dr Byron',
  at: 10,
  ...change,
});
const groups = (facts: readonly Merged[]): string[] =>
  facts.map((merged) => merged.members.map((fact) => fact.source[0]).join('')).sort();

describe('what a split takes off', () => {
  it('leaves the others together', () => {
    expect(groups(mergeFacts(three).facts)).toEqual(['CGR']);
    for (const off of keys) {
      const { facts, standings } = mergeFacts(three, [
        decision({ kind: 'split', members: keys, off: [off] }),
      ]);
      expect(groups(facts)).toEqual([off[0], 'CGR'.replace(off[0] ?? '', '')].sort());
      expect(standings).toMatchObject([{ change: null, holds: true }]);
    }
  });

  it('may be joined to something else afterwards', () => {
    const eczema = problem(A, '9', 'eczema');
    const { facts, standings } = mergeFacts(
      [...three, eczema],
      [
        decision({ kind: 'split', members: keys, off: [keys[0] as MemberKey], at: 1 }),
        decision({ kind: 'join', members: [keys[0] as MemberKey, keyOf(eczema)], at: 2 }),
      ],
    );
    expect(groups(facts)).toEqual(['CR', 'GG']);
    expect(standings.map(({ change }) => change)).toEqual([null, null]);
  });

  it('stays off where another record comes, and asks to be confirmed', () => {
    const { facts, standings, problems } = mergeFacts(three, [
      decision({ kind: 'split', members: keys.slice(0, 2), off: keys.slice(0, 1) }),
    ]);
    expect(groups(facts)).toEqual(['CR', 'G']);
    expect(standings).toMatchObject([{ change: 'another', holds: true }]);
    expect(problems.map(({ kind }) => kind)).toContain('evidence-changed');
  });
});

describe('a join is never applied in silence once its evidence has changed', () => {
  const a = problem(A, '1', 'asthma', '1');
  const b = problem(B, '2', 'eczema', '7');
  const pair = [a, b];
  const join = decision({
    kind: 'join',
    members: pair.map(keyOf),
    evidence: pair.map(evidenceOf),
  });

  it('holds while its records are what they were', () => {
    const { facts, standings } = mergeFacts(pair, [join]);
    expect(groups(facts)).toEqual(['GR']);
    expect(standings).toMatchObject([{ change: null, holds: true }]);
  });

  it('waits where a record has a new version, and holds again once confirmed', () => {
    const newer = { ...b, provenance: { ...b.provenance, version: '8' } };
    const after = mergeFacts([a, newer], [join]);
    expect(groups(after.facts)).toEqual(['G', 'R']);
    expect(after.standings).toMatchObject([{ change: 'updated', holds: false }]);
    const confirmed = { ...join, evidence: [a, newer].map(evidenceOf), at: 20 };
    expect(groups(mergeFacts([a, newer], [confirmed]).facts)).toEqual(['GR']);
  });

  it('waits where its source states no version and says something else', () => {
    const plain = [problem(A, '1', 'asthma'), problem(B, '2', 'eczema')];
    const decided = decision({ kind: 'join', members: plain.map(keyOf), evidence: plain.map(evidenceOf) });
    expect(groups(mergeFacts(plain, [decided]).facts)).toEqual(['GR']);
    const changed = plain.map((fact) => (fact.source === B ? { ...fact, title: 'Dermatitis' } : fact));
    expect(mergeFacts(changed, [decided]).standings).toMatchObject([{ change: 'updated', holds: false }]);
  });

  it('waits for a record that is gone, and comes back with it', () => {
    const merger = createMerger();
    merger.add(pair);
    merger.setDecisions(wordOf([join]));
    expect(groups(merger.result().facts)).toEqual(['GR']);
    merger.removeSource(B);
    expect(merger.result().standings).toMatchObject([{ change: 'not-here', holds: false }]);
    merger.add([b]);
    expect(groups(merger.result().facts)).toEqual(['GR']);
  });

  it('is not made of records of different kinds', () => {
    const other = allergy(['penicillins'], { source: B, ref: ref('AllergyIntolerance/5') });
    const { standings } = mergeFacts(
      [a, other],
      [decision({ kind: 'join', members: [keyOf(a), keyOf(other)] })],
    );
    expect(standings).toMatchObject([{ change: 'kinds', holds: false }]);
  });
});
