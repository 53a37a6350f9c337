/** Messy facts of one patient over small pools of codes, times and values, so that they collide. */
import fc from 'fast-check';
import type { Concept, Decision, Fact, Sensitivity, SourceId, Status } from '../../record/index.ts';
import * as make from './facts.ts';

const sources: readonly SourceId[] = [make.A, make.B, make.C];

/** Concepts that are equal by map, by a shared code, by text only, or not at all. */
const concepts: readonly Concept[] = [
  make.concept('lab:glucose', 'Glucose'),
  make.concept('lab:hba1c', 'HbA1c'),
  make.concept('http://loinc.org|1', 'Sodium'),
  { ...make.concept('urn:oid:2.16.840.1.113883.6.1|1', 'Sodium level') },
  {
    codings: [
      { system: 'http://loinc.org', code: '1', display: 'Sodium' },
      { system: 'urn:local', code: 'NA', display: 'Na' },
    ],
    text: null,
    display: 'Sodium',
    canonical: null,
  },
  make.concept('urn:local|NA', 'Na'),
  { ...make.concept('urn:local|NA', 'S-Natrium'), canonical: 'lab:sodium' },
  make.words('Sodium'),
  make.words('glucose'),
];

const times = [
  null,
  '2024',
  '2024-03',
  '2024-03-14',
  '2024-03-15',
  '2024-03-14T08:00:00-05:00',
  '2024-03-14T08:00-05:00',
  '2024-03-14T13:00:00Z',
  '2024-03-14T13:03:00Z',
  '2024-03-14T13:06:30Z',
  '2024-03-14T14:00:00Z',
  '2024-03-14T08:00:00',
  '2024-03-14T08:00:00Z',
  '2024-03-14T22:30:00-05:00',
  '2024-03-15T03:31:00Z',
];

const when = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...times).map(make.at) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...times), fc.constantFrom(...times))
      .map(([a, b]) => make.period(a, b)),
  },
);

const statuses: readonly Status[] = [
  make.status('final'),
  make.status('active'),
  make.status('stopped'),
  make.status('completed'),
  make.status('corrected'),
  make.status('entered-in-error'),
  make.status('not-done'),
  make.status('active', { verification: 'confirmed' }),
  make.status('inactive', { verification: 'refuted', standing: 'ended' }),
  make.status('unknown'),
];

const labels: readonly Sensitivity[] = [
  { confidentiality: 'unknown', classes: [], caveats: [] },
  { confidentiality: 'N', classes: [], caveats: [] },
  { confidentiality: 'R', classes: ['PSY'], caveats: [] },
  { confidentiality: 'V', classes: ['HIV', 'SUD'], caveats: ['NORDSCLCD'] },
];

const values = [
  null,
  { kind: 'quantity' as const, quantity: make.quantity('110') },
  { kind: 'quantity' as const, quantity: make.quantity('110', null) },
  { kind: 'quantity' as const, quantity: make.quantity('110', 'ng/L') },
  { kind: 'quantity' as const, quantity: make.quantity('6.1', 'mmol/L', [109.9, 'mg/dL', 0.9]) },
  { kind: 'quantity' as const, quantity: make.quantity('110.4') },
  { kind: 'quantity' as const, quantity: make.quantity('190') },
  { kind: 'text' as const, text: 'Positive' },
  { kind: 'concept' as const, concept: make.words('positive') },
  { kind: 'absent' as const, reason: 'unknown' },
];

const names = ['General Hospital', 'Riverside Clinic'];

const common = fc.record({
  source: fc.constantFrom(...sources),
  when,
  status: fc.constantFrom(...statuses),
  sensitivity: fc.constantFrom(...labels),
  id: fc.constantFrom(null, null, null, 'N1', 'N2'),
  people: fc.constantFrom(
    [],
    [make.at_place(names[0] ?? '')],
    [make.at_place(names[1] ?? '')],
    [make.seen_by('Ada Byron')],
  ),
  recorded: fc.constantFrom(null, '2024-03-16', '2024-04-01T10:00:00Z'),
  origin: fc.constantFrom(
    null,
    null,
    null,
    null,
    'https://general.example/fhir/Thing/1',
    'https://x.example/Thing/2',
  ),
  unsafe: fc.constantFrom(false, false, false, false, false, false, false, false, false, true),
});

const code = fc.constantFrom(...concepts);

const particulars: fc.Arbitrary<(index: number) => Fact> = fc.oneof(
  {
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
  {
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
  {
    weight: 2,
    arbitrary: fc
      .record({
        code: fc.option(code, { freq: 8 }),
        role: fc.constantFrom('problem' as const, 'encounter-diagnosis' as const, 'unknown' as const),
        laterality: fc.constantFrom(null, null, 'left' as const, 'right' as const),
        negation: fc.constantFrom(false, false, false, true),
      })
      .map((x) => () => make.condition(x.code, x)),
  },
  {
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
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('AMB', 'IMP', 'EMER', null)
      .map((encounterClass) => () => make.encounter({ encounterClass })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(null, 'L1', 'L2').map((lotNumber) => () => make.immunization({ lotNumber })),
  },
  { weight: 1, arbitrary: code.map((c) => () => make.procedure(c)) },
  {
    weight: 1,
    arbitrary: fc
      .record({
        kind: fc.constantFrom('report' as const, 'document' as const),
        conclusion: fc.constantFrom(null, 'Fine', 'Bad'),
      })
      .map((x) => () => make.document(x)),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('goal' as const, 'device' as const, 'support' as const)
      .map((kind) => () => make.other(kind, 'Walk')),
  },
);

/** One fact; `index` makes its reference its own within its source. */
const messyFact = fc
  .tuple(particulars, common, fc.nat({ max: 3 }))
  .map(([made, c, link]) => (index: number): Fact => {
    const fact = made(index);
    // Visits are compared by their own period half of the time.
    const keepsTime = fact.kind === 'encounter' && index % 2 === 0;
    return {
      ...fact,
      source: c.source,
      ref: make.ref(`Thing/${index}`),
      when: keepsTime ? fact.when : c.when,
      status: c.status,
      sensitivity: c.sensitivity,
      people: c.people,
      unsafe: c.unsafe,
      links: link === 0 ? [{ role: 'encounter', ref: `Thing/${(index * 7) % 12}` }] : [],
      provenance: {
        ...(c.id === null ? make.NO_PROVENANCE : make.identified(c.id)),
        recorded: c.recorded === null ? null : make.at(c.recorded),
        metaSource: c.origin,
      },
    };
  });

export const messyFacts = (maxLength = 18): fc.Arbitrary<Fact[]> =>
  fc.array(messyFact, { maxLength }).map((makers) => makers.map((maker, i) => maker(i)));

/** Some facts, and the same in another order. */
export const shuffled = (facts: fc.Arbitrary<Fact[]>): fc.Arbitrary<[Fact[], Fact[]]> =>
  facts.chain((list) =>
    fc
      .shuffledSubarray(list, { minLength: list.length, maxLength: list.length })
      .map((other): [Fact[], Fact[]] => [list, other]),
  );

export const decisionsOn = (facts: readonly Fact[]): fc.Arbitrary<Decision[]> =>
  facts.length < 2 ? fc.constant([]) : fc.array(decisionOn(facts), { maxLength: 3 });

const decisionOn = (facts: readonly Fact[]): fc.Arbitrary<Decision> =>
  fc
    .record({
      kind: fc.constantFrom('split' as const, 'join' as const),
      members: fc.shuffledSubarray(facts.map(make.keyOf), {
        minLength: 2,
        maxLength: Math.min(4, facts.length),
      }),
      taken: fc.nat({ max: 2 }),
      reason: fc.constantFrom('seen the paper', 'asked the patient'),
      by: fc.constant('Dr Byron'),
      at: fc.nat({ max: 5 }),
    })
    .map(({ taken, ...decision }) =>
      decision.kind === 'split' && taken > 0
        ? { ...decision, off: decision.members.slice(0, Math.min(taken, decision.members.length - 1)) }
        : decision,
    );
