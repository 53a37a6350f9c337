import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson, type Json, type JsonObject } from '../base/index.ts';
import { standsForResource } from '../record/index.ts';
import { normalise, readPerson } from './index.ts';
import { examples, fetched, haveCorpora, myraJones, testCases } from './testing/corpora.ts';

/** Whatever goes in: no throw, one fact or one row that stands for it, and the same answer when asked again. */
function conserved(resource: JsonObject): void {
  const { fact, problems } = normalise(fetched(resource));
  expect(problems.filter(standsForResource).length + (fact === null ? 0 : 1)).toBe(1);
  // Whatever names its type is shown; a row instead of it would be a fault of this program.
  const type = resource['resourceType'];
  expect(fact === null, JSON.stringify(problems)).toBe(
    typeof type !== 'string' || type === 'OperationOutcome',
  );
  if (fact !== null) expect(fact.title.trim()).not.toBe('');
  expect(problems.length).toBeLessThan(60);
  expect(normalise(fetched(resource))).toEqual({ fact, problems });
  readPerson(fetched(resource));
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
}

const KEYS =
  'resourceType id meta text contained extension modifierExtension implicitRules identifier status code category ' +
  'subject patient encounter context effectiveDateTime effectivePeriod onsetDateTime onsetAge abatementBoolean ' +
  'valueQuantity valueString valueBoolean valueCodeableConcept component referenceRange interpretation coding ' +
  'system display userSelected value unit comparator low high reference start end note performer actor author ' +
  'dosageInstruction doseAndRate timing repeat frequency period periodUnit bounds event reaction manifestation ' +
  'medicationReference medicationCodeableConcept clinicalStatus verificationStatus series content attachment ' +
  'participant item answer target activity detail _birthDate birthDate name given family __proto__ constructor ' +
  'toString hasOwnProperty security tag profile versionId lastUpdated class type dispenseRequest relatesTo';

const TYPES =
  'Observation Condition Encounter MedicationRequest MedicationStatement MedicationDispense ' +
  'MedicationAdministration AllergyIntolerance Procedure Immunization DiagnosticReport DocumentReference ' +
  'ImagingStudy CarePlan CareTeam Goal ServiceRequest Task Appointment Coverage ExplanationOfBenefit Device ' +
  'FamilyMemberHistory QuestionnaireResponse Consent Communication Patient Provenance Medication Whatever';

const leaf: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    false,
    0,
    -1,
    1e308,
    '',
    ' ',
    '\u0001',
    '\u000170.10',
    '\u0001x',
    '2015',
    '#a',
  ),
  fc.constantFrom<Json>(
    '2015-02-30',
    '9999-12-31',
    '2016-12-31T23:59:60Z',
    '2015-02-07T13:28',
    'entered-in-error',
  ),
  fc.constantFrom<Json>('Patient/1', 'urn:uuid:1', 'https://evil.example/Patient/1', 'final', 'active', '<'),
  fc.string({ maxLength: 12 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

/** JSON with the names that FHIR has, in every wrong place and with every wrong type. */
const shaped = fc.letrec<{ any: Json; object: JsonObject }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    tie('object'),
    fc.array(tie('any'), { maxLength: 3 }),
  ),
  object: fc
    .array(fc.tuple(fc.constantFrom(...KEYS.split(' ')), tie('any')), { maxLength: 8 })
    .map((pairs) => ownProperties(pairs)),
})).object;

/** As JSON.parse makes it: `__proto__` is a property of its own and no prototype. */
function ownProperties(pairs: readonly (readonly [string, Json])[]): JsonObject {
  const text = pairs.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',');
  return JSON.parse(`{${text}}`) as JsonObject;
}

describe('normalise', () => {
  it('makes one fact or one row of any JSON with the names of FHIR', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TYPES.split(' ')), shaped, (type, rest) => {
        conserved({ ...rest, resourceType: type });
      }),
    );
  });

  it('makes a row of whatever is no resource', () => {
    for (const odd of [
      null,
      1,
      'x',
      [],
      {},
      { resourceType: 7 },
      { resourceType: '' },
      { resourceType: '__proto__' },
    ])
      expect(normalise(fetched({}, 1)).fact, JSON.stringify(odd)).toBeNull();
    for (const odd of [null, 1, 'x', []])
      expect(normalise({ ...fetched({}), resource: odd as unknown as JsonObject }).problems).toHaveLength(1);
  });

  it('bears ten thousand levels, a huge text and a prototype in the way', () => {
    const deep = `${'{"item":[{"extension":'.repeat(10_000)}1${'}]}'.repeat(10_000)}`;
    const pollution = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
    for (const type of TYPES.split(' ')) {
      conserved(parseJson(`{"resourceType":"${type}","code":${deep},"item":[${deep}]}`) as JsonObject);
      conserved(
        parseJson(`{"resourceType":"${type}","code":${pollution},"__proto__":{"polluted":1}}`) as JsonObject,
      );
      conserved({ resourceType: type, code: { text: 'x'.repeat(1_000_000) }, status: 'y'.repeat(1_000_000) });
    }
  });
});

type Change = (value: Json) => Json | undefined;

/** What befalls an element on its way: dropped, of another type, null, huge, polluted, nested. */
const CHANGES: readonly Change[] = [
  () => undefined,
  () => null,
  () => 'text where none was',
  () => 70,
  () => true,
  () => [],
  () => ({}),
  (value) => [value],
  (value) => [value, value],
  (value) => [null, value],
  (value) => ({ value }),
  (value) => (typeof value === 'string' ? value.repeat(2_000) : value),
  (value) => (Array.isArray(value) ? ((value as readonly Json[])[0] ?? null) : value),
  () => JSON.parse('{"__proto__":{"polluted":1},"coding":[{"__proto__":null}]}') as Json,
];

/** Changes the n-th element of a resource, counted in the order in which they are met. */
function changed(resource: JsonObject, at: number, change: Change): JsonObject {
  let count = 0;
  const walk = (value: Json, isRoot: boolean): Json | undefined => {
    if (!isRoot && count++ === at) return change(value);
    if (Array.isArray(value))
      return (value as readonly Json[]).map((one) => walk(one, false)).filter((one) => one !== undefined);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value as JsonObject).map(
      ([key, one]) => [key, key === 'resourceType' ? one : walk(one ?? null, false)] as const,
    );
    return Object.fromEntries(entries.filter(([, one]) => one !== undefined));
  };
  return walk(resource, true) as JsonObject;
}

describe.runIf(haveCorpora)('normalise, with real resources damaged', () => {
  it('loses none of them', () => {
    const samples = [...examples('us-core-9-examples'), ...examples('r4-examples'), ...myraJones()]
      .concat(testCases('fhir-test-cases-r4'))
      .filter(({ resource }) => JSON.stringify(resource).length < 20_000);
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.array(fc.tuple(fc.nat(200), fc.constantFrom(...CHANGES)), { minLength: 1, maxLength: 4 }),
        ({ resource }, changes) => {
          conserved(changes.reduce((now, [at, change]) => changed(now, at, change), resource));
        },
      ),
    );
  });
});
