/**
 * The story to try first. Four organisations know Maria, and between them they disagree about her anticoagulant and her
 * allergies, state her A1c in two units, and leave a referral open that her kidneys are waiting for.
 */
import { allergy, SUBSTANCE } from '../build/allergies.ts';
import {
  appointment,
  careTeam,
  carePlan,
  claim,
  coverage,
  goal,
  referral,
  referralTask,
} from '../build/care.ts';
import { condition } from '../build/conditions.ts';
import { document, imagingReport, NOTE, procedure } from '../build/documents.ts';
import { visit, VISIT_TYPE } from '../build/encounters.ts';
import { ccda, CCDA_SECTION, pdf, textFile } from '../build/files.ts';
import { immunization } from '../build/immunizations.ts';
import { prescription, refills, statement } from '../build/medications.ts';
import { answer, bloodPressure, LAB, observation, VITAL } from '../build/observations.ts';
import { patient } from '../build/patient.ts';
import type { Demographics } from '../build/patient.ts';
import { labPanel } from '../build/reports.ts';
import { DRUG, VACCINE } from '../codes/drugs.ts';
import { PROBLEM } from '../codes/problems.ts';
import { coding, hl7, SYSTEM, concept } from '../codes/systems.ts';
import { PANEL } from '../codes/tests.ts';
import type { Chart, Rec, Recs } from '../chart.ts';
import type { OrgKey } from '../types.ts';
import type { Story } from './story.ts';

const MARIA: Demographics = {
  given: ['Maria', 'Isabel'],
  family: 'Santos',
  birthDate: '1958-07-22',
  gender: 'female',
  phone: '(555) 013-4471',
  email: 'maria.santos@mail.example',
  street: '214 Orchard Street',
  race: ['2028-9', 'Asian'],
  hispanic: false,
  language: ['en', 'English'],
  communityId: 'C-7714093',
};

export const mariaSantos: Story = {
  key: 'maria-santos',
  name: 'Maria Isabel Santos',
  birthDate: '1958-07-22',
  gender: 'female',
  story:
    'Diabetes, failing kidneys and atrial fibrillation: warfarin here, apixaban there, a penicillin allergy that one clinic denies, and a nephrology referral nobody has answered.',
  tell: (chart) => {
    people(chart);
    const problems = problemList(chart);
    allergies(chart);
    const visits = quarterly(chart, problems);
    anticoagulants(chart, problems);
    otherMedicines(chart);
    admission(chart);
    outsideVisit(chart);
    openReferral(chart, problems, visits);
    prevention(chart);
    papers(chart);
  },
};

function people(chart: Chart): void {
  patient(chart, 'general', MARIA);
  patient(chart, 'riverside', {
    ...MARIA,
    given: ['Maria', 'I.'],
    phone: '555-013-4471',
    previousStreet: '9 Mill Lane',
  });
  // The exchange still has the address of before the move.
  patient(chart, 'county', {
    ...MARIA,
    given: ['MARIA'],
    family: 'SANTOS',
    street: '9 Mill Ln',
    email: undefined,
  });
  patient(chart, 'valley', {
    given: ['Maria'],
    family: 'Santos',
    birthDate: MARIA.birthDate,
    gender: 'female',
    phone: '5550134471',
    street: '214 Orchard St.',
  });
}

interface Problems {
  readonly fibrillation: Recs;
  readonly kidney: Recs;
  readonly diabetes: Recs;
  readonly pressure: Recs;
}

function problemList(chart: Chart): Problems {
  const three: readonly OrgKey[] = ['general', 'riverside', 'county'];
  // The year is all that the exchange kept; the clinic knows the month.
  const onset: Partial<Record<OrgKey, string>> = {
    general: '2015-03-11',
    riverside: '2015-03',
    county: '2015',
  };
  const diabetes = chart.same('condition', three, (org) =>
    condition(chart, org, {
      problem: PROBLEM.type2Diabetes,
      onset: onset[org],
      recorded: '2015-03-11',
      doctor: 'okonkwo',
      origin: org === 'county' ? 'riverside' : undefined,
    }),
  );
  const pressure = chart.same('condition', three, (org) =>
    condition(chart, org, {
      problem: PROBLEM.hypertension,
      onset: org === 'riverside' ? '2009' : '2009-10-05',
      vocabulary: org === 'county' ? 'icd9' : undefined,
      doctor: 'okonkwo',
      origin: org === 'county' ? 'riverside' : undefined,
    }),
  );
  const fibrillation = chart.same('condition', three, (org) =>
    condition(chart, org, {
      problem: PROBLEM.atrialFibrillation,
      onset: '2022-05-14',
      doctor: 'alvarez',
      origin: org === 'county' ? 'general' : undefined,
    }),
  );
  const kidney = chart.same('condition', ['general', 'riverside'], (org) =>
    condition(chart, org, { problem: PROBLEM.kidney3, onset: '2023-09-20', doctor: 'okonkwo' }),
  );
  chart.same('condition', ['riverside', 'county'], (org) =>
    condition(chart, org, {
      problem: PROBLEM.hyperlipidemia,
      onset: '2012-04',
      doctor: 'okonkwo',
      origin: org === 'county' ? 'riverside' : undefined,
    }),
  );
  condition(chart, 'riverside', {
    problem: PROBLEM.kneeOsteoarthritis,
    vocabulary: 'text',
    recorded: '2018-06-02',
  });
  return { fibrillation, kidney, diabetes, pressure };
}

function allergies(chart: Chart): void {
  const reported = chart.same('allergy', ['general', 'county'], (org) =>
    allergy(chart, org, {
      substance: SUBSTANCE.penicillin,
      criticality: org === 'general' ? 'high' : 'low',
      reaction: 'hives',
      severity: 'moderate',
      onset: org === 'general' ? '1998' : undefined,
      recorded: '2022-05-14',
      doctor: 'hughes',
      origin: org === 'county' ? 'general' : undefined,
    }),
  );
  const denied = allergy(chart, 'riverside', {
    substance: SUBSTANCE.noKnown,
    recorded: '2019-02-07',
    doctor: 'marsh',
    note: 'Patient denies allergies at intake.',
  });
  const amoxicillin = allergy(chart, 'county', {
    substance: SUBSTANCE.amoxicillin,
    criticality: 'unable-to-assess',
    reaction: 'rash',
    severity: 'mild',
    recorded: '2021-11-19',
    origin: 'urgent',
  });
  chart.contradiction('allergy', 'penicillin', reported.general, reported.county, denied);
  chart.contradiction('allergy', 'amoxicillin', amoxicillin, denied);
  chart.contradiction('criticality', 'penicillin', reported.general, reported.county);
  chart.relation('class', 'penicillin and amoxicillin', reported.general, amoxicillin);
}

/** What the clinic saw every quarter: the slow worsening that the trend shows. */
const QUARTERS: readonly {
  day: string;
  a1c: number;
  creatinine: number;
  egfr: number;
  sys: number;
  dia: number;
  kg: number;
}[] = [
  { day: '2023-03-14', a1c: 7.1, creatinine: 1.18, egfr: 51, sys: 142, dia: 84, kg: 71.2 },
  { day: '2023-09-20', a1c: 7.4, creatinine: 1.36, egfr: 43, sys: 146, dia: 86, kg: 71.8 },
  { day: '2024-03-12', a1c: 7.6, creatinine: 1.38, egfr: 42, sys: 138, dia: 82, kg: 72.4 },
  { day: '2024-09-17', a1c: 7.9, creatinine: 1.42, egfr: 40, sys: 144, dia: 80, kg: 72.9 },
  { day: '2025-03-18', a1c: 8.2, creatinine: 1.5, egfr: 38, sys: 148, dia: 88, kg: 73.1 },
  { day: '2025-09-16', a1c: 8.4, creatinine: 1.61, egfr: 35, sys: 150, dia: 86, kg: 71.5 },
  { day: '2026-03-17', a1c: 8.1, creatinine: 1.68, egfr: 33, sys: 141, dia: 79, kg: 70.1 },
  { day: '2026-09-15', a1c: 7.7, creatinine: 1.74, egfr: 32, sys: 136, dia: 78, kg: 69.4 },
];

function quarterly(chart: Chart, problems: Problems): readonly Recs[] {
  return QUARTERS.map((q, i) => {
    const seen = chart.same('encounter', ['riverside', 'county'], (org) =>
      visit(chart, org, {
        class: 'AMB',
        type: VISIT_TYPE.followUp,
        text: 'Chronic care visit',
        start: `${q.day}T09:${org === 'county' ? '05' : '00'}`,
        end: 30,
        doctor: 'okonkwo',
        place: 'clinic',
        number: org === 'riverside' || i % 2 === 0 ? `RV${60_100 + i}` : undefined,
        origin: org === 'county' ? 'riverside' : undefined,
      }),
    );
    const here = seen.riverside;
    labPanel(chart, {
      panel: PANEL.metabolic,
      at: `${q.day}T08:10`,
      orgs: i < 4 ? ['valley', 'riverside'] : ['valley', 'riverside', 'county'],
      values: {
        creatinine: q.creatinine,
        egfr: q.egfr,
        potassium: 4.3 + i * 0.1,
        glucose: 128 + ((i * 23) % 61),
      },
      orderedBy: 'okonkwo',
      accession: `VL26-${4_100 + i}`,
      differently: { county: { alt: i > 5 } },
      withoutReport: ['county'],
    });
    labPanel(chart, {
      panel: PANEL.a1c,
      at: `${q.day}T08:10`,
      orgs: ['valley', 'general', 'county'],
      values: { a1c: q.a1c },
      orderedBy: 'okonkwo',
      accession: `VL26-${5_100 + i}`,
      differently: { county: { alt: true } },
      withoutReport: ['general', 'county'],
    });
    vitals(chart, here, q);
    const dx = condition(chart, 'riverside', {
      problem: i % 2 === 0 ? PROBLEM.type2Diabetes : PROBLEM.hypertension,
      category: 'encounter-diagnosis',
      recorded: q.day,
      encounter: here,
      doctor: 'okonkwo',
    });
    const problem = i % 2 === 0 ? problems.diabetes : problems.pressure;
    chart.relation('diagnosis-of', 'the visit was about a problem of the list', dx, problem.riverside);
    return seen;
  });
}

function vitals(chart: Chart, encounter: Rec | undefined, q: (typeof QUARTERS)[number]): void {
  const at = `${q.day}T09:06`;
  bloodPressure(chart, 'riverside', { at, systolic: q.sys, diastolic: q.dia, encounter });
  // The clinic's scale reads to ten grams: 70.10 kg is not 70.1 kg.
  observation(chart, 'riverside', {
    test: VITAL.weight,
    value: q.kg,
    category: 'vital-signs',
    at,
    encounter,
  });
  observation(chart, 'riverside', {
    test: VITAL.heartRate,
    value: 72 + (q.sys % 9),
    category: 'vital-signs',
    at,
    encounter,
  });
}

function anticoagulants(chart: Chart, problems: Problems): void {
  const active = prescription(chart, 'general', {
    drug: DRUG.warfarin,
    dose: { amount: 1, perDay: 1, text: 'Take 1 tablet (5 mg) every evening' },
    status: 'active',
    at: '2022-05-16T11:20',
    doctor: 'alvarez',
    reason: problems.fibrillation.general,
    days: 90,
  });
  const stopped = statement(chart, 'riverside', {
    drug: DRUG.warfarin,
    dose: { amount: 0.5, perDay: 1, text: 'Half a tablet (2.5 mg) daily' },
    status: 'stopped',
    statusReason: 'Changed to apixaban by outside cardiology',
    at: '2022-05-16',
    end: '2026-06-10',
    doctor: 'okonkwo',
  });
  const fills = refills(chart, 'county', {
    drug: DRUG.warfarin,
    dose: { amount: 1, perDay: 1 },
    at: '2025-05-20',
    times: 4,
    every: 90,
    status: 'completed',
    coding: 'ndc',
    origin: 'pharmacy',
  });
  chart.fact('medication', active, stopped, ...fills);
  chart.contradiction('status', 'warfarin', active, stopped);
  chart.contradiction('dose', 'warfarin', active, stopped);

  const apixaban = prescription(chart, 'county', {
    drug: DRUG.apixaban,
    dose: { amount: 1, perDay: 2 },
    status: 'active',
    at: '2026-06-10T14:30',
    doctor: 'baptiste',
    origin: 'lakeside',
    coding: 'product',
  });
  const taking = statement(chart, 'riverside', {
    drug: DRUG.apixaban,
    dose: { amount: 1, perDay: 2 },
    status: 'active',
    at: '2026-06-10',
    doctor: 'okonkwo',
    coding: 'text',
  });
  chart.fact('medication', apixaban, taking);
  chart.contradiction('therapy', 'two anticoagulants active', active, apixaban, taking);
  chart.relation('duplicate-therapy', 'warfarin and apixaban', active, apixaban);
  internationalRatios(chart);
}

/** Monthly checks end when apixaban begins; the last one at the county is an hour off. */
function internationalRatios(chart: Chart): void {
  const months = ['2025-11', '2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05'];
  const values = [2.4, 2.8, 3.4, 2.1, 1.8, 2.6, 3.9];
  months.forEach((month, i) => {
    const at = `${month}-0${(i % 5) + 3}T07:4${i % 6}`;
    chart.same('observation', i % 2 === 0 ? ['valley', 'general'] : ['valley'], (org) =>
      observation(chart, org, {
        test: LAB.inr,
        value: values[i] ?? 2,
        at,
        performer: 'valley',
        naming: org === 'general' && i === 2 ? 'text' : undefined,
      }),
    );
  });
  const right = observation(chart, 'valley', { test: LAB.inr, value: 2.7, at: '2026-06-02T07:45' });
  const shifted = observation(chart, 'county', {
    test: LAB.inr,
    value: 2.7,
    at: '2026-06-02T08:45',
    origin: 'valley',
  });
  chart.relation('possibly-same', 'INR one hour apart through a zone error', right, shifted);
}

function otherMedicines(chart: Chart): void {
  const metformin = prescription(chart, 'riverside', {
    drug: DRUG.metformin,
    dose: { amount: 1, perDay: 2 },
    status: 'active',
    at: '2015-03-11T10:00',
    doctor: 'okonkwo',
    days: 90,
  });
  const metforminFills = refills(chart, 'county', {
    drug: DRUG.metformin,
    dose: { amount: 1, perDay: 2 },
    at: '2026-01-08',
    times: 3,
    every: 90,
    status: 'completed',
    origin: 'pharmacy',
    coding: 'product',
  });
  const listed = statement(chart, 'general', {
    drug: DRUG.metformin,
    dose: { amount: 1, perDay: 2 },
    status: 'active',
    at: '2015',
  });
  chart.fact('medication', metformin, listed, ...metforminFills);
  for (const drug of [DRUG.lisinopril, DRUG.atorvastatin]) {
    chart.same('medication', ['riverside', 'general', 'county'], (org) =>
      prescription(chart, org, {
        drug,
        dose: { amount: 1, perDay: 1 },
        status: 'active',
        at: '2022-01-12T09:30',
        doctor: 'okonkwo',
        origin: org === 'county' ? 'riverside' : undefined,
        coding: org === 'county' ? 'atc' : undefined,
        asReference: org === 'general',
      }),
    );
  }
  chart.same('medication', ['general', 'riverside'], (org) =>
    prescription(chart, org, {
      drug: DRUG.metoprolol,
      dose: { amount: 1, perDay: 1 },
      status: 'active',
      at: '2022-05-16T11:25',
      doctor: 'alvarez',
    }),
  );
}

/** How the fibrillation was found: an emergency visit that became an admission. */
function admission(chart: Chart): void {
  const stay = visit(chart, 'general', {
    class: 'IMP',
    type: VISIT_TYPE.inpatient,
    text: 'Hospital admission',
    start: '2022-05-14T06:40',
    end: '2022-05-16T13:15',
    doctor: 'lindholm',
    place: 'ward',
    number: 'GH2205140017',
    reason: 'Palpitations',
    discharge: ['home', 'Home'],
  });
  const emergency = visit(chart, 'general', {
    class: 'EMER',
    type: VISIT_TYPE.emergency,
    text: 'Emergency department visit',
    start: '2022-05-14T06:40',
    end: 200,
    doctor: 'hughes',
    place: 'emergency',
    partOf: stay,
    number: 'GH2205140016',
    reason: 'Palpitations',
  });
  const passedOn = visit(chart, 'county', {
    class: 'IMP',
    type: VISIT_TYPE.inpatient,
    text: 'Inpatient stay',
    start: '2022-05-14T06:45',
    end: '2022-05-16T13:15',
    doctor: 'lindholm',
    number: 'GH2205140017',
    origin: 'general',
  });
  chart.fact('encounter', stay, passedOn);
  chart.relation('part', 'emergency visit within the admission', stay, emergency);
  condition(chart, 'general', {
    problem: PROBLEM.atrialFibrillation,
    category: 'encounter-diagnosis',
    recorded: '2022-05-14',
    encounter: stay,
    doctor: 'lindholm',
  });
  bloodPressure(chart, 'general', {
    at: '2022-05-14T06:52',
    systolic: 158,
    diastolic: 94,
    encounter: emergency,
  });
  observation(chart, 'general', {
    test: VITAL.heartRate,
    value: 138,
    category: 'vital-signs',
    at: '2022-05-14T06:52',
    encounter: emergency,
  });
  observation(chart, 'general', {
    test: LAB.troponin,
    value: 5,
    comparator: '<',
    at: '2022-05-14T07:05',
    encounter: emergency,
  });
  // Two checks of one day that happen to agree are two facts.
  for (const hour of ['08:00', '17:00'])
    observation(chart, 'general', {
      test: LAB.glucose,
      value: 142,
      at: `2022-05-15T${hour}`,
      encounter: stay,
    });
  procedure(chart, 'general', {
    code: ['40701008', 'Echocardiography (procedure)'],
    text: 'Transthoracic echocardiogram',
    at: '2022-05-15T10:30',
    doctor: 'alvarez',
    encounter: stay,
  });
  chart.same('report', ['general', 'county'], (org) =>
    imagingReport(chart, org, {
      code: ['42148-7', 'US Heart'],
      text: 'Echocardiogram',
      at: '2022-05-15T11:10',
      conclusion: 'LV ejection fraction 55-60 %. Left atrium moderately dilated. No thrombus seen.',
      modality: 'US',
      category: 'cardiology',
      doctor: 'alvarez',
      accession: 'EC-220515-3',
      encounter: org === 'general' ? stay : undefined,
      origin: org === 'county' ? 'general' : undefined,
    }),
  );
  const summary = textFile(
    [
      'DISCHARGE SUMMARY - General Hospital',
      'Admitted 14 May 2022 with palpitations; atrial fibrillation with rapid response, rate controlled on metoprolol.',
      'CHA2DS2-VASc 3 (female, hypertension, diabetes): anticoagulation started, warfarin 5 mg, INR goal 2-3.',
      'ALLERGIES: penicillin (hives, 1998).',
      'Follow-up: Heart Center in 2 weeks; primary care at Riverside for INR.',
    ].join('\n'),
  );
  chart.same('document', ['general', 'county'], (org) =>
    document(chart, org, {
      type: NOTE.discharge,
      title: 'Discharge summary',
      at: '2022-05-16T14:05',
      file: summary,
      asBinary: org === 'general',
      author: 'lindholm',
      encounter: org === 'general' ? stay : undefined,
      identifier: 'DS-220516-88',
      origin: org === 'county' ? 'general' : undefined,
    }),
  );
}

/** Away from home: only the county exchange heard of it. */
function outsideVisit(chart: Chart): void {
  const away = visit(chart, 'county', {
    class: 'EMER',
    type: VISIT_TYPE.emergency,
    text: 'Emergency department visit',
    start: '2026-08-02T21:18',
    end: 260,
    doctor: 'mcrae',
    origin: 'brendan',
    number: 'SB-991204',
    reason: 'Nosebleed that would not stop',
  });
  observation(chart, 'county', {
    test: LAB.hemoglobin,
    value: 10.9,
    at: '2026-08-02T21:50',
    origin: 'brendan',
    encounter: away,
  });
  observation(chart, 'county', {
    test: LAB.inr,
    value: 1.3,
    at: '2026-08-02T21:50',
    origin: 'brendan',
    encounter: away,
  });
  document(chart, 'county', {
    type: NOTE.emergency,
    title: 'Emergency department note',
    at: '2026-08-03T01:30',
    author: 'mcrae',
    encounter: away,
    origin: 'brendan',
    file: pdf([
      "ST. BRENDAN'S HOSPITAL - EMERGENCY DEPARTMENT",
      'Anterior epistaxis on anticoagulant. Patient unsure whether she takes warfarin, apixaban or both.',
      'Packed; hemoglobin 10.9. Advised: primary care to reconcile anticoagulants this week.',
    ]),
  });
  const heart = visit(chart, 'county', {
    class: 'AMB',
    type: VISIT_TYPE.consultation,
    text: 'Cardiology consultation',
    start: '2026-06-10T14:00',
    end: 40,
    doctor: 'baptiste',
    origin: 'lakeside',
  });
  condition(chart, 'county', {
    problem: PROBLEM.atrialFibrillation,
    vocabulary: 'icd10',
    category: 'encounter-diagnosis',
    recorded: '2026-06-10',
    encounter: heart,
    doctor: 'baptiste',
    origin: 'lakeside',
  });
}

function openReferral(chart: Chart, problems: Problems, visits: readonly Recs[]): void {
  const asked = chart.same('referral', ['riverside', 'county'], (org) =>
    referral(chart, org, {
      text: 'Referral to nephrology',
      at: '2026-03-17T09:40',
      doctor: 'okonkwo',
      to: 'venkataraman',
      priority: 'urgent',
      reason: org === 'riverside' ? problems.kidney.riverside : undefined,
      reasonText: 'eGFR falling from 51 to 33 in three years',
      encounter: org === 'riverside' ? visits[6]?.riverside : undefined,
      number: 'REF-20418',
      ...(org === 'county' ? { origin: 'riverside' as const } : {}),
    }),
  ).riverside;
  if (asked)
    referralTask(chart, 'riverside', {
      focus: asked,
      at: '2026-03-20T08:00',
      status: 'requested',
      description: 'Nephrology referral sent; no answer from the receiving office',
      doctor: 'okonkwo',
    });
  const target = goal(chart, 'riverside', {
    text: 'A1c below 7.5 %',
    start: '2025-09-16',
    due: '2026-12-31',
  });
  carePlan(chart, 'riverside', {
    title: 'Diabetes and kidney plan',
    at: '2025-09-16',
    text: 'Stop NSAIDs, lisinopril to full dose, nephrology, A1c below 7.5 %.',
    addresses: [problems.diabetes.riverside, problems.kidney.riverside].filter((r) => r !== undefined),
    goals: [target],
    doctor: 'okonkwo',
  });
  careTeam(chart, 'riverside', {
    name: 'Maria Santos care team',
    start: '2023-03-14',
    members: [
      ['Primary care physician', 'okonkwo'],
      ['Cardiologist', 'alvarez'],
      ['Nephrologist (referred)', 'venkataraman'],
    ],
  });
  appointment(chart, 'riverside', {
    text: 'Chronic care visit',
    start: '2026-12-08T09:00',
    end: '2026-12-08T09:30',
    doctor: 'okonkwo',
    created: '2026-09-15T09:45',
  });
}

function prevention(chart: Chart): void {
  for (const year of [2023, 2024, 2025]) {
    chart.same('immunization', ['riverside', 'county'], (org) =>
      immunization(chart, org, {
        vaccine: VACCINE.influenza,
        at: `${year}-10-0${year - 2020}`,
        lot: `FL${year}B7`,
        doctor: org === 'riverside' ? 'marsh' : undefined,
        origin: org === 'county' ? 'riverside' : undefined,
      }),
    );
  }
  immunization(chart, 'riverside', {
    vaccine: VACCINE.zoster,
    at: '2024-09-17',
    refused: true,
    doctor: 'okonkwo',
  });
  answer(chart, 'riverside', {
    category: 'social-history',
    loinc: ['72166-2', 'Tobacco smoking status'],
    text: 'Tobacco smoking status',
    at: '2026-03-17',
    value: {
      valueCodeableConcept: concept(
        'Never smoker',
        coding(SYSTEM.snomed, '266919005', 'Never smoked tobacco (finding)'),
      ),
    },
  });
  answer(chart, 'riverside', {
    category: 'sdoh',
    loinc: ['88124-3', 'Food insecurity risk [HVS]'],
    text: 'Food insecurity risk',
    at: '2026-03-17',
    value: { valueCodeableConcept: concept('At risk', coding(SYSTEM.loinc, 'LA19952-3', 'At risk')) },
  });
  observation(chart, 'riverside', {
    test: LAB.urineAlbumin,
    absent: 'not-performed',
    at: '2026-03-17T08:10',
    note: 'Specimen not received.',
  });
}

function papers(chart: Chart): void {
  const plan = coverage(chart, 'county', {
    member: 'NM-88120477',
    start: '2023-01-01',
    plan: 'Senior Advantage',
  });
  claim(chart, 'county', {
    at: '2026-08-02',
    coverage: plan,
    provider: 'brendan',
    type: 'institutional',
    item: 'Emergency department visit',
    diagnosis: PROBLEM.atrialFibrillation,
    billed: '1482.5',
    paid: '1126.7',
  });
  document(chart, 'county', {
    type: NOTE.summary,
    title: 'Continuity of care document',
    at: '2026-06-11T03:00',
    origin: 'lakeside',
    file: ccda({
      id: 'LC-5512',
      title: 'Lakeside Cardiology: summary of care',
      effective: '20260610143000',
      given: 'Maria',
      family: 'Santos',
      birthDate: MARIA.birthDate,
      gender: MARIA.gender,
      organization: 'Lakeside Cardiology Associates',
      sections: [
        { ...CCDA_SECTION.allergies, lines: ['Amoxicillin: rash, mild'] },
        {
          ...CCDA_SECTION.medications,
          lines: ['Apixaban 5 mg twice daily, started 10 June 2026', 'Warfarin: STOPPED 10 June 2026'],
        },
        {
          ...CCDA_SECTION.problems,
          lines: ['Atrial fibrillation, paroxysmal', 'Chronic kidney disease, stage 3b'],
        },
      ],
    }),
  });
  answer(chart, 'general', {
    category: 'social-history',
    loinc: ['72166-2', 'Tobacco smoking status'],
    text: 'Tobacco smoking status',
    at: '2022-05-14',
    value: { dataAbsentReason: hl7('data-absent-reason', 'asked-declined') },
  });
}
