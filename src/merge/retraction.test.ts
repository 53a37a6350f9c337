/** What was taken back, denied, planned or said first: which member speaks, and what stays in sight. */
import { describe, expect, it } from 'vitest';
import type { Fact, Merged } from '../record/index.ts';
import { explain, mergeFacts } from './index.ts';
import {
  A,
  allergy,
  at,
  B,
  concept,
  dose,
  encounter,
  identified,
  immunization,
  medication,
  observation,
  procedure,
  quantity,
  ref,
  status,
} from './testing/facts.ts';

const merge = (...facts: Fact[]): readonly Merged[] => mergeFacts(facts).facts;
const fields = (fact: Merged | undefined) => fact?.conflicts.map((c) => c.field) ?? [];
const value = (text: string) => ({ kind: 'quantity' as const, quantity: quantity(text, 'mg/dL') });

describe('a retraction without content', () => {
  const number = identified('ACC-778');
  const result = observation({ provenance: number });
  const stripped = observation({
    source: B,
    code: null,
    value: null,
    when: at(null),
    status: status('entered-in-error', { retracted: true }),
    provenance: number,
  });

  it('reaches the record elsewhere that carries its number, whichever came first', () => {
    for (const found of [merge(result, stripped), merge(stripped, result)]) {
      expect(found).toHaveLength(1);
      expect(found[0]?.retracted).toBe(false);
      expect(found[0]?.conflicts.find((c) => c.field === 'status')?.weight).toBe('safety');
    }
  });
});

describe('one number on two orders that were taken back', () => {
  it('makes no one of two drugs, whatever a third that was taken back is the same as', () => {
    const back = { status: status('entered-in-error', { retracted: true }), provenance: identified('N1') };
    const bare = {
      ...back,
      title: '5 mg',
      drug: { ingredients: [], strength: '5 mg', form: 'tablet', classes: [] },
    };
    const found = merge(
      medication(null, '5 mg', {
        ...bare,
        ref: ref('MedicationRequest/0'),
        code: concept('5 mg'),
        when: at(null),
      }),
      medication(null, '5 mg', { ...bare, ref: ref('MedicationRequest/1'), code: null, when: at(null) }),
      medication(null, '5 mg', {
        ...bare,
        source: B,
        ref: ref('MedicationRequest/2'),
        code: null,
        when: at('2024-03-14'),
      }),
    );
    for (const { members } of found)
      for (const a of members) for (const b of members) expect(explain(a, b).verdict).toBe('same');
  });
});

describe('one number on several results of one system', () => {
  it('is the number of their order: a glucose series stays three', () => {
    const series = ['90', '160', '130'].map((text, i) =>
      observation({
        ref: ref(`Observation/${i}`),
        when: at(`2024-03-05T0${i + 7}:00:00Z`),
        value: value(text),
        provenance: identified('GTT-1'),
      }),
    );
    expect(merge(...series)).toHaveLength(3);
  });
});

describe('sides of the body', () => {
  it('are told apart by the words beside one code', () => {
    const knee = (side: string) => ({ ...concept('proc:knee', `Replacement of ${side} knee`), text: null });
    const when = at('2020-05-05');
    expect(
      merge(procedure(knee('left'), { when }), procedure(knee('right'), { source: B, when })),
    ).toHaveLength(2);
    expect(
      merge(procedure(knee('left'), { when }), procedure(knee('left'), { source: B, when })),
    ).toHaveLength(1);
  });
});

describe('shown first', () => {
  it('is the allergy that is confirmed, not the refutation beside it', () => {
    const refuted = allergy(['penicillin'], {
      status: status('active', { verification: 'refuted', standing: 'not-done' }),
    });
    const [fact] = merge(refuted, allergy(['penicillin'], { source: B }));
    expect(fact?.shown.source).toBe(B);
    expect(fields(fact)).toContain('verification');
  });

  it('is the final result, not its preliminary one', () => {
    const early = observation({ status: status('preliminary', { standing: 'current' }) });
    expect(merge(early, observation({ source: B }))[0]?.shown.source).toBe(B);
  });

  it('is what was stored first where two say the same and neither says when it was written down', () => {
    const stored = (source: typeof A, lastUpdated: string) =>
      observation({
        source,
        provenance: { ...observation({}).provenance, metaSource: 'urn:oid:1.2.3', lastUpdated },
      });
    const [lab, copy] = [stored(B, '2026-09-15T16:10:00Z'), stored(A, '2026-09-15T18:10:00Z')];
    expect(merge(lab, copy)[0]?.shown.source).toBe(B);
    expect(merge(copy, lab)[0]?.shown.source).toBe(B);
  });

  it('is the visit that took place, not its plan', () => {
    const planned = encounter({ status: status('planned', { standing: 'planned' }) });
    const found = merge(planned, encounter({ source: B }));
    expect(found.flatMap((f) => f.shown.status.code)).not.toEqual(['planned']);
  });
});

describe('medications', () => {
  it('say that a source which stopped a drug still has an older order of it', () => {
    const order = medication('warfarin', '5 mg', { when: at('2024-01-01') });
    const stop = medication('warfarin', '5 mg', {
      ref: ref('MedicationRequest/stop'),
      when: at('2024-03-01'),
      status: status('stopped', { standing: 'ended' }),
    });
    const found = merge(order, stop);
    expect(found).toHaveLength(1);
    expect(fields(found[0])).toContain('status');
  });

  it('say that one is to be taken when needed and the other always', () => {
    const sig = (asNeeded: boolean) => ({ doses: [{ ...dose('1 tab TID'), asNeeded }] });
    const found = merge(
      medication('ibuprofen', '400 mg', sig(true)),
      medication('ibuprofen', '400 mg', { source: B, ...sig(false) }),
    );
    expect(fields(found[0])).toContain('dose');
  });
});

describe('vaccines', () => {
  it('given at two hours of one day are one dose', () => {
    const early = immunization({ when: at('2010-08-15T12:00:00Z') });
    const late = immunization({ source: B, when: at('2010-08-15T16:00:00Z') });
    expect(merge(early, late)).toHaveLength(1);
  });
});
