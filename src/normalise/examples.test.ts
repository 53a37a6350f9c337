import { describe, expect, it } from 'vitest';
import type { ClinicalDate, Fact } from '../record/index.ts';
import { normalise } from './index.ts';
import { examples, fetched, haveCorpora, myraJones, synthea, type Sample } from './testing/corpora.ts';

/** Dates as their sources wrote them: '2015', '2015-01-01..', 'undated'. */
function dateText(when: ClinicalDate): string {
  if (when.kind === 'at') return when.at.text;
  if (when.kind === 'period') return `${when.start?.text ?? ''}..${when.end?.text ?? ''}`;
  return when.text ?? 'undated';
}

function valueText(fact: Fact): string {
  if (!('value' in fact) || fact.value === null) return '';
  const { value } = fact;
  if (value.kind === 'quantity')
    return `${value.quantity.comparator ?? ''}${value.quantity.text} ${value.quantity.unit ?? ''}`;
  if (value.kind === 'concept') return value.concept.display ?? '';
  return value.kind === 'absent' ? `absent: ${value.reason}` : value.kind;
}

const line = (fact: Fact): string =>
  [fact.kind, fact.title, dateText(fact.when), fact.status.code, fact.status.standing, valueText(fact)].join(
    ' | ',
  );

const read = ({ resource }: Sample): Fact => {
  const { fact } = normalise(fetched(resource));
  if (fact === null) throw new Error('no fact');
  return fact;
};

/** Each line was checked by hand against its example. */
const EXPECTED: readonly (readonly [file: string, line: string])[] = [
  [
    'Observation-f001',
    'observation | Glucose [Moles/volume] in Blood | 2013-04-02T09:30:10+01:00.. | final | ended | 6.3 mmol/l',
  ],
  [
    'Observation-satO2',
    'observation | Oxygen saturation in Arterial blood | 2014-12-05T09:30:10+01:00 | final | ended | 95 %',
  ],
  [
    'Observation-10minute-apgar-score',
    'social | 10 minute Apgar Score | 2016-05-18T22:33:22Z | final | ended | 10 {score}',
  ],
  ['Observation-blood-pressure', 'panel | Blood pressure | 2012-09-17 | final | ended | '],
  ['Observation-blood-pressure-cancel', 'panel | Blood pressure | 2012-09-17 | cancelled | not-done | '],
  [
    'Observation-unsat',
    'observation | Glucose [Moles/volume] in Blood | 2013-04-02T09:30:10+01:00..2013-04-05T09:30:10+01:00 | cancelled | not-done | absent: Specimen unsatisfactory for evaluation',
  ],
  ['Condition-stroke', 'condition | Stroke | 2010-07-18 | active | current | '],
  ['Condition-example2', 'condition | Asthma | approximately November 2012 | active | current | '],
  [
    'Condition-f204',
    'condition | Acute renal insufficiency specified as due to procedure | 2013-03-11 | inactive | ended | ',
  ],
  ['condition-encounter-diagnosis-example1', 'condition | Burnt Ear | undated | unknown | unknown | '],
  ['Encounter-emerg', 'encounter | Inpatient stay | 2017-02-01T07:15:00+10:00.. | in-progress | current | '],
  ['Encounter-f001', 'encounter | Patient-initiated encounter | undated | finished | ended | '],
  [
    'encounter-example-1',
    'encounter | Office Visit | 2015-11-01T17:00:14-05:00..2015-11-01T18:00:14-05:00 | finished | ended | ',
  ],
  ['AllergyIntolerance-example', 'allergy | Cashew nuts | 2004 | active | current | '],
  ['AllergyIntolerance-medication', 'allergy | Penicillin G | undated | active | current | '],
  ['AllergyIntolerance-nkda', 'allergy | NKDA | undated | active | current | '],
  ['MedicationRequest-medrx0331', 'medication | Warfarin Sodium | 2015-01-15 | active | current | '],
  [
    'MedicationRequest-medrx0334',
    'medication | Nystatin 100UNT/MG Topical Ointment | 2015-01-15 | on-hold | current | ',
  ],
  [
    'medicationrequest-coded-oral-axid',
    'medication | Nizatidine 15 MG/ML Oral Solution | 2008-04-05.. | active | current | ',
  ],
  ['MedicationStatement-example002', 'medication | Tylenol PM | 2015-01-23 | active | current | '],
  [
    'MedicationStatement-example003',
    'medication | Little Pink Pill for water retention | 2014-02-01 | active | current | ',
  ],
  [
    'MedicationStatement-example005',
    'medication | Amoxicillin (product) | 2014-01-23 | entered-in-error | unknown | ',
  ],
  [
    'medicationdispense-example',
    'medication | Nizatidine 15 MG/ML Oral Solution | 2016-12-08T06:38:52Z | completed | unknown | ',
  ],
  [
    'MedicationDispense-meddisp008',
    'medication | Capecitabine 500mg oral tablet (Xeloda) | undated | completed | unknown | ',
  ],
  [
    'MedicationAdministration-medadmin0301',
    'medication | Vancomycin Hydrochloride (VANCOMYCIN HYDROCHLORIDE) | 2015-01-15T14:30:00+01:00.. | in-progress | current | ',
  ],
  [
    'MedicationAdministration-medadmin0310',
    'medication | Myleran 2mg tablet, film coated | 2015-01-15T22:03:00+01:00..2015-01-16T02:03:00+01:00 | completed | unknown | ',
  ],
  ['Procedure-ambulation', 'procedure | Not done: Ambulation | undated | not-done | not-done | '],
  ['Procedure-example', 'procedure | Appendectomy | 2013-04-05 | completed | ended | '],
  ['Procedure-f001', 'procedure | Heart valve replacement | 2011-06-26..2011-06-27 | completed | ended | '],
  ['Immunization-example', 'immunization | Fluvax (Influenza) | 2013-01-10 | completed | ended | '],
  ['Immunization-historical', 'immunization | Influenza | January 2012 | completed | ended | '],
  ['Immunization-notGiven', 'immunization | Not given: DTP | 2013-01-10 | not-done | not-done | '],
  ['DiagnosticReport-pap', 'report | 47527-7 | 2013-02-11T10:33:33+11:00 | final | ended | '],
  [
    'DiagnosticReport-chest-xray-report',
    'report | Portable XR Chest Views | 2019-02-03T19:43:30.000Z | final | ended | ',
  ],
  ['diagnosticreport-cbc', 'report | CBC panel - Blood by Automated count | 2005-07-05 | final | ended | '],
  [
    'DocumentReference-example',
    'document | Physical | 2004-12-23T08:00:00+11:00..2004-12-23T08:01:00+11:00 | current | current | ',
  ],
  ['documentreference-discharge-summary', 'document | Discharge Summary | undated | current | current | '],
  [
    'documentreference-episode-summary',
    'document | Pulmonology clinic acute visit | 2025-09-27T13:00:00+11:00..2025-09-27T19:01:00+11:00 | current | current | ',
  ],
  [
    'ImagingStudy-example',
    'imaging | CT: Upper Trunk Structure | 2011-01-01T11:01:20+03:00 | available | current | ',
  ],
];

describe.runIf(haveCorpora)('date, title, value and status of official examples', () => {
  const all = [...examples('r4-examples'), ...examples('us-core-9-examples')];
  it.each(EXPECTED)('%s', (file, expected) => {
    const sample = all.find((one) => one.file === `${file}.json`);
    expect(sample && line(read(sample))).toBe(expected);
  });
});

describe.runIf(haveCorpora)('Synthea and five vendors', () => {
  it('reads each encounter with the class and the time that it has', () => {
    const encounters = synthea()
      .filter((one) => one.resource['resourceType'] === 'Encounter')
      .map(read);
    expect(encounters).toHaveLength(372);
    for (const fact of encounters) expect(fact.when).toMatchObject({ kind: 'period', start: {}, end: {} });
  });

  it('keeps both values of every blood pressure', () => {
    const pressures = synthea()
      .map(read)
      .filter((fact) => fact.title === 'Blood pressure');
    expect(pressures.length).toBeGreaterThan(50);
    for (const fact of pressures)
      expect('components' in fact && fact.components.map((c) => c.value?.kind)).toEqual([
        'quantity',
        'quantity',
      ]);
  });

  it('finds the aspirin allergy in what each vendor made of it', () => {
    const allergies = myraJones().filter(
      ({ file, resource }) =>
        file.startsWith('Raw_Output/Allergy') && resource['resourceType'] === 'AllergyIntolerance',
    );
    const aspirin = allergies
      .map(read)
      .filter((fact) => fact.code?.codings.some((coding) => coding.code === '1191'));
    expect(new Set(aspirin.map((fact) => fact.provenance.identifiers[0]?.value))).toContain('545077400001');
    expect(aspirin.length).toBeGreaterThanOrEqual(5);
  });
});
