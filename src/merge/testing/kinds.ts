/** What each kind of messy fact says of its own. */
import fc from 'fast-check';
import type { Fact } from '../../record/index.ts';
import * as make from './facts.ts';
import { concepts, values } from './pools.ts';

const code = fc.constantFrom(...concepts);

interface Sort {
  readonly weight: number;
  readonly arbitrary: fc.Arbitrary<() => Fact>;
}

/** With how many of each there are among so many. */
export const KINDS = {
  observation: {
    weight: 4,
    arbitrary: fc
      .record({ code: fc.option(code, { freq: 8 }), value: fc.constantFrom(...values), panel: fc.boolean() })
      .map(
        ({ code: c, value, panel }) =>
          () =>
            make.observation(
              panel && value !== null
                ? {
                    code: c,
                    kind: 'panel',
                    value: null,
                    components: [{ code: concepts[0] ?? null, value, interpretation: [], ranges: [] }],
                  }
                : { code: c, value },
            ),
      ),
  },
  medication: {
    weight: 3,
    arbitrary: fc
      .record({
        drug: fc.constantFrom('warfarin', 'warfarin', 'apixaban', 'metformin', null),
        strength: fc.constantFrom('5 mg', '10 mg', null),
        form: fc.constantFrom('tablet', 'injection', null),
        evidence: fc.constantFrom(
          'request' as const,
          'statement' as const,
          'dispense' as const,
          'administration' as const,
        ),
        doses: fc.constantFrom([], [make.dose('5 mg daily', '5', 1)], [make.dose('twice daily', '5', 2)]),
        negation: fc.constantFrom(false, false, false, true),
      })
      .map(({ drug, strength, form, evidence, doses, negation }) => () => {
        const classes = drug === 'warfarin' || drug === 'apixaban' ? ['anticoagulant'] : [];
        const made = make.medication(drug, strength, { evidence, doses, negation });
        return { ...made, drug: { ...made.drug, form, classes } };
      }),
  },
  condition: {
    weight: 2,
    arbitrary: fc
      .record({
        code: fc.option(code, { freq: 8 }),
        role: fc.constantFrom('problem' as const, 'encounter-diagnosis' as const, 'unknown' as const),
        laterality: fc.constantFrom(null, null, 'left' as const, 'right' as const),
        negation: fc.constantFrom(false, false, false, true),
        abatement: fc.constantFrom(null, null, make.at('2024-03-14'), make.at('2024-03-15')),
      })
      .map((x) => () => make.condition(x.code, x)),
  },
  allergy: {
    weight: 2,
    arbitrary: fc
      .record({
        classes: fc.constantFrom(
          [],
          ['penicillins', 'beta-lactams'],
          ['amoxicillin', 'penicillins', 'beta-lactams'],
        ),
        negates: fc.constantFrom(null, null, null, 'all' as const, 'drug' as const),
        criticality: fc.constantFrom(null, 'high', 'low'),
      })
      .map(
        ({ classes, negates, criticality }) =>
          () =>
            make.allergy(classes, { negates, criticality }),
      ),
  },
  encounter: {
    weight: 2,
    arbitrary: fc
      .constantFrom('AMB', 'IMP', 'EMER', null)
      .map((encounterClass) => () => make.encounter({ encounterClass })),
  },
  immunization: {
    weight: 1,
    arbitrary: fc.constantFrom(null, 'L1', 'L2').map((lotNumber) => () => make.immunization({ lotNumber })),
  },
  procedure: { weight: 1, arbitrary: code.map((c) => () => make.procedure(c)) },
  document: {
    weight: 1,
    arbitrary: fc
      .record({
        kind: fc.constantFrom('report' as const, 'document' as const),
        conclusion: fc.constantFrom(null, 'Fine', 'Bad'),
      })
      .map((x) => () => make.document(x)),
  },
  other: {
    weight: 1,
    arbitrary: fc
      .constantFrom('goal' as const, 'device' as const, 'support' as const)
      .map((kind) => () => make.other(kind, 'Walk')),
  },
} as const satisfies Readonly<Record<string, Sort>>;

export type Kind = keyof typeof KINDS;
