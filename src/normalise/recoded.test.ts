import { afterEach, describe, expect, it } from 'vitest';
import { parseJson, type Json, type JsonObject } from '../base/index.ts';
import { resourceRef, sourceId, type Fact } from '../record/index.ts';
import { normalise } from './normalise.ts';
import { recoded, unmappedCodes } from './recoded.ts';
import { equivalentsIn, setSiteMaps, siteConceptMap } from './terminology/index.ts';

const LOCAL = 'urn:oid:1.2.3.4';
const coded = (code: string, text?: string): JsonObject => ({
  coding: [{ system: LOCAL, code, display: `Local ${code}` }],
  ...(text === undefined ? {} : { text }),
});
const RECORDS: readonly JsonObject[] = [
  {
    resourceType: 'Observation',
    id: 'lab',
    status: 'final',
    code: coded('GLU'),
    valueQuantity: { value: 5.4, unit: 'mmol/L', system: 'http://unitsofmeasure.org', code: 'mmol/L' },
    referenceRange: [{ low: { value: 3.9, unit: 'mmol/L' }, high: { value: 5.6, unit: 'mmol/L' } }],
  },
  {
    resourceType: 'Observation',
    id: 'panel',
    status: 'final',
    code: coded('PANEL'),
    component: [
      { code: coded('GLU'), valueQuantity: { value: 97, unit: 'mg/dL' } },
      { code: coded('ODD'), valueRange: { low: { value: 1, unit: 'mg/dL' } } },
    ],
  },
  { resourceType: 'Condition', id: 'c', code: coded('DM2') },
  { resourceType: 'AllergyIntolerance', id: 'a', code: coded('PEN') },
  {
    resourceType: 'MedicationRequest',
    id: 'm',
    status: 'active',
    intent: 'order',
    medicationCodeableConcept: coded('WAR'),
  },
  { resourceType: 'Immunization', id: 'i', status: 'completed', vaccineCode: coded('FLU') },
  { resourceType: 'Procedure', id: 'p', status: 'completed', code: coded('APP'), reasonCode: [coded('DM2')] },
  {
    resourceType: 'Encounter',
    id: 'e',
    status: 'finished',
    type: [coded('VISIT')],
    reasonCode: [coded('DM2')],
  },
  {
    resourceType: 'DiagnosticReport',
    id: 'r',
    status: 'final',
    code: coded('REP'),
    conclusionCode: [coded('DM2')],
  },
];
const pairs: readonly (readonly [code: string, target: string, means: string])[] = [
  ['GLU', 'http://loinc.org', '2345-7'],
  ['DM2', 'http://snomed.info/sct', '44054006'],
  ['PEN', 'http://snomed.info/sct', '764146007'],
  ['WAR', 'http://www.nlm.nih.gov/research/umls/rxnorm', '11289'],
  ['FLU', 'http://hl7.org/fhir/sid/cvx', '140'],
  ['APP', 'http://snomed.info/sct', '80146002'],
];
const MAP: Json = {
  resourceType: 'ConceptMap',
  group: pairs.map(([code, target, means]) => ({
    source: LOCAL,
    target,
    element: [{ code, target: [{ code: means, equivalence: 'equivalent' }] }],
  })),
};

const read = (): readonly Fact[] =>
  RECORDS.map((resource) => {
    const ref = resourceRef(`${String(resource['resourceType'])}/${String(resource['id'])}`)!;
    const from = { base: null, fullUrl: null, fetchedAt: null };
    return normalise({ source: sourceId('general'), ref, resource, ...from }).fact!;
  });
const useMap = (): void => {
  const map = siteConceptMap(MAP);
  if (!map.ok) throw new Error(map.error);
  setSiteMaps([map.value]);
};
const codesOf = (facts: readonly Fact[]): string[] =>
  [...new Set(facts.flatMap(unmappedCodes).map(({ domain, code }) => `${domain} ${code}`))].sort();

afterEach(() => setSiteMaps([]));

describe('codes that no table knows', () => {
  it('are told with what they are about, and no more once a map knows them', () => {
    expect(codesOf(read())).toEqual([
      'allergy PEN',
      'condition DM2',
      'document REP',
      'encounter VISIT',
      'medication WAR',
      'observation GLU',
      'observation ODD',
      'observation PANEL',
      'procedure APP',
      'vaccine FLU',
    ]);
    useMap();
    expect(codesOf(read())).toEqual([
      'document REP',
      'encounter VISIT',
      'observation ODD',
      'observation PANEL',
    ]);
  });

  it('say what the source calls them', () => {
    expect(unmappedCodes(read()[2]!)).toEqual([
      { domain: 'condition', system: LOCAL, code: 'DM2', display: 'Local DM2' },
    ]);
  });
});

describe('a fact that was read before its map came', () => {
  it('reads afterwards exactly as if it had been read under the map', () => {
    const before = read();
    useMap();
    const after = read();
    expect(before).not.toEqual(after);
    expect(before.map(recoded)).toEqual(after);
  });

  it('reads as before once the map is gone', () => {
    const before = read();
    useMap();
    const mapped = before.map(recoded).filter(({ kind }) => kind !== 'medication');
    setSiteMaps([]);
    expect(mapped.map(recoded)).toEqual(before.filter(({ kind }) => kind !== 'medication'));
  });
});

describe('an answer to $translate', () => {
  const answer = (name: string, says: string): Json =>
    parseJson(
      `{"resourceType":"Parameters","parameter":[{"name":"result","valueBoolean":true},{"name":"match","part":[
        {"name":"${name}","valueCode":"${says}"},
        {"name":"concept","valueCoding":{"system":"http://loinc.org","code":"2345-7"}}]}]}`,
    );
  it.each([
    ['equivalence', 'equivalent', 1],
    ['equivalence', 'equal', 1],
    ['relationship', 'equivalent', 1],
    ['equivalence', 'wider', 0],
    ['relationship', 'source-is-narrower-than-target', 0],
  ])('%s %s gives %i codings', (name, says, many) => {
    expect(equivalentsIn(answer(name, says))).toHaveLength(many);
  });

  it.each([
    null,
    7,
    [],
    {},
    { resourceType: 'OperationOutcome' },
    { resourceType: 'Parameters', parameter: {} },
  ])('is none where it is something else: %j', (json) => expect(equivalentsIn(json as Json)).toEqual([]));
});
