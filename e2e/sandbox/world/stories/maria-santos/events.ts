/** The admission that found the fibrillation, the night away from home, and the papers that went with them. */
import { claim, coverage } from '../../build/payer.ts';
import { condition } from '../../build/conditions.ts';
import { document, imagingReport, NOTE, procedure } from '../../build/documents.ts';
import { visit, VISIT_TYPE } from '../../build/encounters.ts';
import { ccda, CCDA_SECTION, pdf, textFile } from '../../build/files.ts';
import { answer, bloodPressure, observation } from '../../build/observations.ts';
import { LAB } from '../../codes/labs.ts';
import { VITAL } from '../../codes/vitals.ts';
import { PROBLEM } from '../../codes/problems.ts';
import { hl7 } from '../../codes/systems.ts';
import type { Chart } from '../../chart.ts';
import { MARIA } from './who.ts';

/** How the fibrillation was found: an emergency visit that became an admission. */
export function admission(chart: Chart): void {
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
export function outsideVisit(chart: Chart): void {
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

export function papers(chart: Chart): void {
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
