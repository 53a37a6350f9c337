/** Breast cancer eleven years ago; a diagnosis withdrawn at the hospital lives on at the exchange. */
import { allergy, SUBSTANCE } from '../build/allergies.ts';
import { familyHistory } from '../build/background.ts';
import { carePlan, careTeam, goal } from '../build/care.ts';
import { condition } from '../build/conditions.ts';
import { document, imagingReport, NOTE, procedure } from '../build/documents.ts';
import { visit, VISIT_TYPE } from '../build/encounters.ts';
import { pdf } from '../build/files.ts';
import { prescription, statement } from '../build/medications.ts';
import { observation } from '../build/observations.ts';
import { LAB } from '../codes/labs.ts';
import { VITAL } from '../codes/vitals.ts';
import { patient } from '../build/patient.ts';
import type { Demographics } from '../build/patient.ts';
import { DRUG } from '../codes/drugs.ts';
import { PROBLEM } from '../codes/problems.ts';
import type { Chart } from '../chart.ts';
import type { Story } from './story.ts';

const GRACE: Demographics = {
  given: ['Grace', 'Emiko'],
  family: 'Nakamura',
  birthDate: '1962-06-17',
  gender: 'female',
  phone: '555-013-3075',
  street: '1180 Lakeshore Drive',
  ssn: '901-22-6217',
  communityId: 'C-3340055',
  race: ['2028-9', 'Asian'],
  hispanic: false,
};

export const graceNakamura: Story = {
  key: 'grace-nakamura',
  name: 'Grace Emiko Nakamura',
  birthDate: GRACE.birthDate,
  gender: 'female',
  story:
    'Eleven years after breast cancer; a second cancer was charted by mistake, withdrawn at the hospital, and is still active at the exchange.',
  tell: (chart) => {
    patient(chart, 'general', GRACE);
    patient(chart, 'riverside', { ...GRACE, given: ['Grace'], phone: '5550133075', ssn: undefined });
    patient(chart, 'county', { ...GRACE, given: ['Emiko', 'Grace'], street: '1180 Lake Shore Dr' });
    patient(chart, 'valley', {
      given: ['Grace'],
      family: 'Nakamura',
      birthDate: '1962-06-17',
      gender: 'female',
      phone: '5550133075',
    });
    cancer(chart);
    mistake(chart);
    followUp(chart);
  },
};

function cancer(chart: Chart): void {
  const problem = chart.same('condition', ['general', 'riverside', 'county'], (org) =>
    condition(chart, org, {
      problem: PROBLEM.breastCancer,
      onset: org === 'general' ? '2015-03-24' : org === 'riverside' ? '2015-03' : '2015',
      clinical: 'remission',
      vocabulary: org === 'county' ? 'icd9' : undefined,
      doctor: 'tanaka',
      recorded: '2015-03-24',
      origin: org === 'county' ? 'general' : undefined,
    }),
  );
  chart.same('procedure', ['general', 'riverside', 'county'], (org) =>
    procedure(chart, org, {
      code: ['392021009', 'Lumpectomy of breast (procedure)'],
      text: 'Lumpectomy, left breast',
      at: org === 'general' ? '2015-04-16T08:30' : org === 'county' ? '2015-04' : '2015-04-16',
      doctor: 'tanaka',
      origin: org === 'county' ? 'general' : undefined,
      reason: org === 'general' ? problem.general : undefined,
      textOnly: org === 'riverside',
    }),
  );
  chart.same('report', ['general', 'county'], (org) =>
    imagingReport(chart, org, {
      code: ['22637-3', 'Pathology report final diagnosis Narrative'],
      text: 'Surgical pathology',
      at: '2015-04-21T15:00',
      conclusion:
        org === 'general'
          ? 'AMENDED: invasive ductal carcinoma, 14 mm, grade 2, ER positive, HER2 negative. Margins clear.'
          : 'Invasive ductal carcinoma, 14 mm, grade 2. Margins clear. Receptors pending.',
      modality: 'CR',
      category: 'pathology',
      doctor: 'tanaka',
      accession: 'SP-150416-77',
      status: org === 'general' ? 'amended' : 'final',
      version: org === 'general' ? 2 : 1,
      origin: org === 'county' ? 'general' : undefined,
    }),
  );
  const amended = chart.truth[chart.truth.length - 1];
  if (amended) {
    chart.contradictions.push({
      field: 'status',
      about: 'pathology report amended',
      members: amended.members,
    });
    chart.relations.push({ kind: 'supersedes', about: 'pathology report amended', members: amended.members });
  }
  const request = prescription(chart, 'general', {
    drug: DRUG.tamoxifen,
    dose: { amount: 1, perDay: 1 },
    status: 'completed',
    at: '2015-06-01T10:00',
    doctor: 'tanaka',
  });
  const told = statement(chart, 'riverside', {
    drug: DRUG.tamoxifen,
    dose: { amount: 1, perDay: 1 },
    status: 'active',
    at: '2015-06',
    coding: 'atc',
  });
  chart.fact('medication', request, told);
  chart.contradiction('status', 'tamoxifen completed here, active there', request, told);
}

/** Entered in error at the place that wrote it; nobody told the exchange. */
function mistake(chart: Chart): void {
  const withdrawn = condition(chart, 'general', {
    problem: PROBLEM.lungNodule,
    onset: '2024-02-08',
    verification: 'entered-in-error',
    doctor: 'hughes',
    note: 'Charted on the wrong patient.',
  });
  const copy = condition(chart, 'county', {
    problem: PROBLEM.lungNodule,
    onset: '2024-02-08',
    origin: 'general',
    doctor: 'hughes',
  });
  chart.fact('condition', withdrawn, copy);
  chart.contradiction('verification', 'nodule entered in error, its copy still active', withdrawn, copy);
  const wrong = observation(chart, 'general', {
    test: LAB.hemoglobin,
    value: 6.1,
    at: '2024-02-08T11:00',
    status: 'entered-in-error',
    identifier: 'GH-HB-20811',
  });
  const kept = observation(chart, 'county', {
    test: LAB.hemoglobin,
    value: 6.1,
    at: '2024-02-08T11:00',
    status: 'final',
    origin: 'general',
    identifier: 'GH-HB-20811',
  });
  chart.fact('observation', wrong, kept);
  chart.contradiction('status', 'hemoglobin entered in error, its copy still final', wrong, kept);
}

function followUp(chart: Chart): void {
  const years = [2022, 2023, 2024, 2025, 2026];
  for (const year of years) {
    const day = `${year}-04-1${year % 5}`;
    const seen = visit(chart, 'general', {
      class: 'AMB',
      type: VISIT_TYPE.followUp,
      text: 'Oncology follow-up',
      start: `${day}T09:00`,
      end: 30,
      doctor: 'tanaka',
      place: 'oncology',
      number: `GH${year}0410${year % 100}`,
    });
    const there = visit(chart, 'county', {
      class: 'AMB',
      type: VISIT_TYPE.followUp,
      text: 'Office visit',
      start: `${day}T09:05`,
      end: 25,
      doctor: 'tanaka',
      origin: 'general',
    });
    chart.fact('encounter', seen, there);
    imagingReport(chart, 'general', {
      code: ['24606-6', 'MG Breast Screening'],
      text: 'Mammography, screening',
      at: `${day}T10:15`,
      conclusion: 'No evidence of malignancy. BI-RADS 2.',
      modality: 'MG',
      category: 'radiology',
      doctor: 'weiss',
      accession: `MG-${year}-441`,
      encounter: seen,
    });
    observation(chart, 'general', {
      test: VITAL.weight,
      value: 58.6 + (year % 4) * 0.5,
      category: 'vital-signs',
      at: `${day}T09:04`,
      encounter: seen,
    });
    chart.same('observation', ['valley', 'general', 'riverside'], (org) =>
      observation(chart, org, {
        test: LAB.thyrotropin,
        value: 2.1 + (year % 3) * 0.4,
        at: org === 'riverside' ? day : `${day}T08:20`,
        performer: 'valley',
      }),
    );
  }
  const aim = goal(chart, 'general', {
    text: 'Walk 30 minutes five days a week',
    start: '2026-04-11',
    due: '2026-12-31',
    achievement: 'in-progress',
  });
  carePlan(chart, 'general', {
    title: 'Survivorship care plan',
    at: '2020-06-01',
    text: 'Yearly mammography and visit; bone density every two years; no hormones.',
    goals: [aim],
    doctor: 'tanaka',
  });
  careTeam(chart, 'general', {
    name: 'Oncology team',
    start: '2015-03-24',
    members: [
      ['Oncologist', 'tanaka'],
      ['Radiologist', 'weiss'],
    ],
  });
  familyHistory(chart, 'general', {
    relation: ['MTH', 'mother'],
    problem: PROBLEM.breastCancer,
    onsetAge: 51,
    at: '2015-03-24',
  });
  familyHistory(chart, 'riverside', {
    relation: ['FTH', 'father'],
    problem: PROBLEM.hypertension,
    at: '2016',
  });
  const refuted = allergy(chart, 'riverside', {
    substance: SUBSTANCE.penicillinDrug,
    verification: 'refuted',
    clinical: 'inactive',
    recorded: '2021-09-14',
    note: 'Oral challenge negative.',
    doctor: 'okonkwo',
  });
  const still = allergy(chart, 'county', {
    substance: SUBSTANCE.penicillin,
    criticality: 'high',
    reaction: 'hives',
    recorded: '2009',
    origin: 'riverside',
  });
  chart.fact('allergy', refuted, still);
  chart.contradiction('verification', 'penicillin refuted here, confirmed there', refuted, still);
  document(chart, 'general', {
    type: NOTE.operation,
    title: 'Operative note: lumpectomy',
    at: '2015-04-16T11:00',
    author: 'tanaka',
    asBinary: true,
    file: pdf(['OPERATIVE NOTE', 'Left lumpectomy with sentinel node biopsy. No complications.']),
  });
}
