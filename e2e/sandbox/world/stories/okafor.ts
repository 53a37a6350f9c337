/** Father and son of one name at one address: the suffix is missing exactly where it would help. */
import { allergy, SUBSTANCE } from '../build/allergies.ts';
import { claim, coverage } from '../build/payer.ts';
import { condition } from '../build/conditions.ts';
import { imagingReport } from '../build/documents.ts';
import { visit, VISIT_TYPE } from '../build/encounters.ts';
import { immunization } from '../build/immunizations.ts';
import { administration, dispense, prescription } from '../build/medications.ts';
import { bloodPressure, observation } from '../build/observations.ts';
import { LAB } from '../codes/labs.ts';
import { VITAL } from '../codes/vitals.ts';
import { patient } from '../build/patient.ts';
import type { Demographics } from '../build/patient.ts';
import { labPanel } from '../build/reports.ts';
import { DRUG, VACCINE } from '../codes/drugs.ts';
import { PROBLEM } from '../codes/problems.ts';
import { PANEL } from '../codes/labs.ts';
import type { OrgKey } from '../types.ts';
import type { Story } from './story.ts';

const HOUSE = {
  given: ['James', 'Chidi'],
  family: 'Okafor',
  gender: 'male',
  phone: '555-013-9002',
  street: '31 Prospect Hill Road',
  race: ['2054-5', 'Black or African American'],
  hispanic: false,
} as const;

export const jamesSenior: Story = {
  key: 'james-okafor-sr',
  name: 'James Chidi Okafor Sr.',
  birthDate: '1949-11-03',
  gender: 'male',
  story:
    'COPD and coronary disease, admitted with pneumonia in January; his son of the same name lives with him.',
  tell: (chart) => {
    const who: Demographics = {
      ...HOUSE,
      suffix: 'Sr.',
      birthDate: '1949-11-03',
      ssn: '900-55-1949',
      communityId: 'C-1190441',
    };
    patient(chart, 'general', who);
    patient(chart, 'riverside', { ...who, given: ['James', 'C.'], suffix: undefined, ssn: undefined });
    patient(chart, 'county', { ...who, given: ['James'], suffix: undefined, ssn: '900-55-1949' });
    patient(chart, 'valley', { given: ['James'], family: 'Okafor', birthDate: '1949-11-03', gender: 'male' });

    const three: readonly OrgKey[] = ['general', 'riverside', 'county'];
    chart.same('condition', three, (org) =>
      condition(chart, org, {
        problem: PROBLEM.copd,
        onset: org === 'county' ? '2011' : '2011-02-18',
        vocabulary: org === 'county' ? 'icd9' : undefined,
        doctor: 'okonkwo',
        recorded: '2011-02-18',
        origin: org === 'county' ? 'riverside' : undefined,
      }),
    );
    chart.same('condition', ['general', 'county'], (org) =>
      condition(chart, org, {
        problem: PROBLEM.coronaryDisease,
        onset: '2016-08-09',
        doctor: 'alvarez',
        origin: org === 'county' ? 'general' : undefined,
      }),
    );
    chart.same('allergy', ['general', 'riverside'], (org) =>
      allergy(chart, org, {
        substance: SUBSTANCE.noKnownDrug,
        recorded: org === 'general' ? '2026-01-11' : '2025-03-04',
        doctor: org === 'general' ? 'lindholm' : 'marsh',
      }),
    );
    // The exchange sends the ingredient, the pharmacy the pack: one course in four kinds of evidence.
    const stay = visit(chart, 'general', {
      class: 'IMP',
      type: VISIT_TYPE.inpatient,
      text: 'Hospital admission',
      start: '2026-01-11T14:20',
      end: '2026-01-15T12:00',
      doctor: 'lindholm',
      place: 'ward',
      number: 'GH2601110031',
      reason: 'Fever, cough, hypoxia',
      discharge: ['home', 'Home'],
    });
    const passedOn = visit(chart, 'county', {
      class: 'IMP',
      type: VISIT_TYPE.inpatient,
      text: 'Inpatient stay',
      start: '2026-01-11T14:25',
      end: '2026-01-15T12:10',
      doctor: 'lindholm',
      origin: 'general',
      number: 'GH2601110031',
    });
    chart.fact('encounter', stay, passedOn);
    const problem = condition(chart, 'general', {
      problem: PROBLEM.pneumonia,
      category: 'encounter-diagnosis',
      recorded: '2026-01-11',
      encounter: stay,
      doctor: 'lindholm',
    });
    const dose = { amount: 1, perDay: 1 };
    const order = prescription(chart, 'general', {
      drug: DRUG.azithromycin,
      dose,
      status: 'completed',
      at: '2026-01-11T15:10',
      doctor: 'lindholm',
      encounter: stay,
      reason: problem,
    });
    const given = ['2026-01-11T16:00', '2026-01-12T16:05', '2026-01-13T15:55'].map((at) =>
      administration(chart, 'general', {
        drug: DRUG.azithromycin,
        dose,
        status: 'completed',
        at,
        doctor: 'lindholm',
        encounter: stay,
        basedOn: order,
      }),
    );
    const handed = dispense(chart, 'county', {
      drug: DRUG.azithromycin,
      dose,
      status: 'completed',
      at: '2026-01-15T13:30',
      days: 2,
      origin: 'pharmacy',
      coding: 'product',
    });
    chart.fact('medication', order, ...given, handed);
    chart.same('medication', ['general', 'riverside', 'county'], (org) =>
      prescription(chart, org, {
        drug: DRUG.tiotropium,
        dose: { amount: 1, perDay: 1, text: 'Inhale 1 capsule daily' },
        status: 'active',
        at: '2019-09-05T11:00',
        doctor: 'okonkwo',
        origin: org === 'county' ? 'riverside' : undefined,
        coding: org === 'riverside' ? 'text' : undefined,
      }),
    );
    for (const [at, value] of [
      ['2026-01-11T14:32', 86],
      ['2026-01-13T08:00', 92],
      ['2026-01-15T08:00', 95],
    ] as const)
      observation(chart, 'general', {
        test: VITAL.oxygen,
        value,
        category: 'vital-signs',
        at,
        encounter: stay,
      });
    labPanel(chart, {
      panel: PANEL.count,
      at: '2026-01-11T14:45',
      orgs: ['valley', 'general'],
      values: { leukocytes: 16.4, hemoglobin: 13.2, platelets: 288 },
      orderedBy: 'lindholm',
      accession: 'VL26-0188',
      encounter: { general: stay },
    });
    chart.same('report', ['general', 'county'], (org) =>
      imagingReport(chart, org, {
        code: ['36643-5', 'XR Chest 2 Views'],
        text: 'Chest X-ray, two views',
        at: '2026-01-11T15:02',
        conclusion: 'Right lower lobe consolidation. Hyperinflation. No effusion.',
        modality: 'CR',
        category: 'radiology',
        doctor: 'weiss',
        accession: 'XR-260111-12',
        encounter: org === 'general' ? stay : undefined,
        origin: org === 'county' ? 'general' : undefined,
      }),
    );
    const plan = coverage(chart, 'county', {
      member: 'NM-40119002',
      start: '2014-12-01',
      plan: 'Senior Advantage',
    });
    claim(chart, 'county', {
      at: '2026-01-15',
      coverage: plan,
      provider: 'general',
      type: 'institutional',
      item: 'Inpatient stay, four days',
      diagnosis: PROBLEM.pneumonia,
      billed: '18240.3',
      paid: '14012.8',
    });
    chart.same('immunization', ['riverside', 'county'], (org) =>
      immunization(chart, org, {
        vaccine: VACCINE.pneumococcal,
        at: '2023-10-19',
        lot: 'PN20A88',
        doctor: org === 'riverside' ? 'marsh' : undefined,
        origin: org === 'county' ? 'riverside' : undefined,
        textOnly: org === 'county',
      }),
    );
  },
};

export const jamesJunior: Story = {
  key: 'james-okafor-jr',
  name: 'James Chidi Okafor Jr.',
  birthDate: '1979-03-11',
  gender: 'male',
  story: 'The son: hypertension and gout. His suffix is missing at the clinic.',
  tell: (chart) => {
    const who: Demographics = { ...HOUSE, suffix: 'Jr.', birthDate: '1979-03-11' };
    patient(chart, 'general', who);
    patient(chart, 'riverside', { ...who, given: ['James'], suffix: undefined });
    const pressure = chart.same('condition', ['general', 'riverside'], (org) =>
      condition(chart, org, { problem: PROBLEM.hypertension, onset: '2020-05-12', doctor: 'okonkwo' }),
    );
    condition(chart, 'riverside', {
      problem: PROBLEM.gout,
      onset: '2022',
      recorded: '2022-07-01',
      doctor: 'okonkwo',
    });
    const none = condition(chart, 'general', {
      problem: PROBLEM.noKnownProblems,
      vocabulary: 'snomed',
      recorded: '2018-03-02',
      doctor: 'hughes',
    });
    chart.contradiction(
      'problems',
      'no known problems beside hypertension',
      none,
      pressure.general,
      pressure.riverside,
    );
    chart.same('medication', ['general', 'riverside'], (org) =>
      prescription(chart, org, {
        drug: DRUG.amlodipine,
        dose: { amount: 1, perDay: 1 },
        status: 'active',
        at: '2020-05-12T10:00',
        doctor: 'okonkwo',
      }),
    );
    for (const [day, systolic, diastolic] of [
      ['2025-06-03', 148, 92],
      ['2026-02-10', 138, 86],
    ] as const) {
      const seen = visit(chart, 'riverside', {
        class: 'AMB',
        type: VISIT_TYPE.followUp,
        text: 'Blood pressure check',
        start: `${day}T11:00`,
        end: 20,
        doctor: 'marsh',
        place: 'clinic',
      });
      bloodPressure(chart, 'riverside', { at: `${day}T11:06`, systolic, diastolic, encounter: seen });
    }
    bloodPressure(chart, 'general', { at: '2018-03-02T20:15', systolic: 151, diastolic: null });
    observation(chart, 'general', { test: LAB.potassium, value: 4.1, at: '2018-03-02T20:30' });
  },
};
