/** A changed surname, a pregnancy with diabetes, and a psychotherapy that she does not want everybody to read. */
import { allergy, SUBSTANCE } from '../build/allergies.ts';
import { questionnaire } from '../build/background.ts';
import { condition } from '../build/conditions.ts';
import { document, imagingReport, NOTE, procedure } from '../build/documents.ts';
import { visit, VISIT_TYPE } from '../build/encounters.ts';
import { textFile } from '../build/files.ts';
import { immunization } from '../build/immunizations.ts';
import { prescription } from '../build/medications.ts';
import { answer, bloodPressure, observation } from '../build/observations.ts';
import { LAB } from '../codes/labs.ts';
import { patient } from '../build/patient.ts';
import type { Demographics } from '../build/patient.ts';
import { DRUG, VACCINE } from '../codes/drugs.ts';
import { PROBLEM } from '../codes/problems.ts';
import type { Chart } from '../chart.ts';
import type { Story } from './story.ts';

const NOW: Demographics = {
  given: ['Hannah', 'Louise'],
  family: 'Moreau',
  maiden: 'Lindqvist',
  birthDate: '1993-04-08',
  gender: 'female',
  phone: '555-013-2288',
  email: 'hannah.moreau@mail.example',
  street: '5 Harbor View',
  married: true,
  race: ['2106-3', 'White'],
  hispanic: false,
};

export const hannahMoreau: Story = {
  key: 'hannah-moreau',
  name: 'Hannah Louise Moreau',
  birthDate: NOW.birthDate,
  gender: 'female',
  story:
    'Known as Lindqvist at the clinic and the exchange; gestational diabetes in 2025, and psychotherapy that is marked sensitive.',
  tell: (chart) => {
    patient(chart, 'general', NOW);
    patient(chart, 'riverside', {
      ...NOW,
      family: 'Lindqvist',
      maiden: undefined,
      email: undefined,
      phone: '(555) 013-2288',
      street: '18 College Avenue, Apt 9',
      married: undefined,
    });
    patient(chart, 'county', { ...NOW, given: ['Hannah'], family: 'Lindqvist-Moreau', maiden: undefined });
    before(chart);
    pregnancy(chart);
    psychotherapy(chart);
  },
};

function before(chart: Chart): void {
  chart.same('condition', ['riverside', 'county'], (org) =>
    condition(chart, org, {
      problem: PROBLEM.migraine,
      onset: org === 'riverside' ? '2012-09' : '2012',
      vocabulary: org === 'county' ? 'icd9' : undefined,
      doctor: 'okonkwo',
      origin: org === 'county' ? 'riverside' : undefined,
    }),
  );
  prescription(chart, 'riverside', {
    drug: DRUG.sumatriptan,
    dose: { amount: 1, perDay: 1, asNeeded: true, text: 'Take 1 tablet at onset of migraine' },
    status: 'stopped',
    statusReason: 'Pregnancy',
    at: '2019-02-11T10:00',
    doctor: 'okonkwo',
  });
  chart.same('allergy', ['general', 'riverside'], (org) =>
    allergy(chart, org, {
      substance: SUBSTANCE.latex,
      criticality: 'low',
      reaction: 'rash',
      severity: 'mild',
      recorded: org === 'general' ? '2025-02-03' : '2014-05-06',
      doctor: org === 'general' ? 'rossi' : 'marsh',
    }),
  );
}

function pregnancy(chart: Chart): void {
  chart.same('condition', ['general', 'county'], (org) =>
    condition(chart, org, {
      problem: PROBLEM.gestationalDiabetes,
      onset: '2025-05-20',
      abated: '2025-08-14',
      doctor: 'rossi',
      origin: org === 'county' ? 'general' : undefined,
    }),
  );
  for (const [day, systolic, diastolic] of [
    ['2025-02-03', 112, 70],
    ['2025-04-15', 110, 68],
    ['2025-06-17', 118, 74],
    ['2025-07-22', 124, 80],
  ] as const) {
    const seen = visit(chart, 'general', {
      class: 'AMB',
      type: VISIT_TYPE.prenatal,
      text: 'Prenatal visit',
      start: `${day}T13:15`,
      end: 25,
      doctor: 'rossi',
      place: 'maternity',
    });
    bloodPressure(chart, 'general', { at: `${day}T13:20`, systolic, diastolic, encounter: seen });
  }
  // The same fasting glucose in the two units of the world.
  chart.same('observation', ['general', 'county'], (org) =>
    observation(chart, org, {
      test: LAB.glucose,
      value: 104,
      at: '2025-05-20T08:15',
      alt: org === 'county',
      origin: org === 'county' ? 'general' : undefined,
    }),
  );
  imagingReport(chart, 'general', {
    code: ['11525-3', 'US Pelvis Fetus for pregnancy'],
    text: 'Obstetric ultrasound',
    at: '2025-04-15T14:00',
    conclusion: 'Single live fetus of 20 weeks. Normal anatomy.',
    modality: 'US',
    category: 'radiology',
    doctor: 'weiss',
    accession: 'US-250415-2',
  });
  const birth = visit(chart, 'general', {
    class: 'IMP',
    type: VISIT_TYPE.inpatient,
    text: 'Birth',
    start: '2025-08-14T03:30',
    end: '2025-08-16T15:00',
    doctor: 'rossi',
    place: 'maternity',
    number: 'GH2508140002',
  });
  const passedOn = visit(chart, 'county', {
    class: 'IMP',
    type: VISIT_TYPE.inpatient,
    text: 'Inpatient stay',
    start: '2025-08-14T03:30',
    end: '2025-08-16T15:00',
    origin: 'general',
    number: 'GH2508140002',
  });
  chart.fact('encounter', birth, passedOn);
  chart.same('procedure', ['general', 'county'], (org) =>
    procedure(chart, org, {
      code: ['11466000', 'Cesarean section (procedure)'],
      text: 'Cesarean section',
      at: org === 'general' ? '2025-08-14T09:42' : '2025-08-14',
      doctor: 'rossi',
      encounter: org === 'general' ? birth : undefined,
      origin: org === 'county' ? 'general' : undefined,
    }),
  );
  chart.same('immunization', ['general', 'riverside'], (org) =>
    immunization(chart, org, { vaccine: VACCINE.tdap, at: '2025-06-17', lot: 'TD71C', doctor: 'rossi' }),
  );
}

function psychotherapy(chart: Chart): void {
  const problem = condition(chart, 'general', {
    problem: PROBLEM.postpartumDepression,
    onset: '2025-10',
    recorded: '2025-10-21',
    doctor: 'abara',
    label: 'PSY',
  });
  const days = ['2025-10-21', '2025-11-04', '2025-11-18'];
  days.forEach((day, i) => {
    const session = visit(chart, 'general', {
      class: i === 0 ? 'AMB' : 'VR',
      type: VISIT_TYPE.psychotherapy,
      text: 'Psychotherapy, individual',
      start: `${day}T16:00`,
      end: 50,
      doctor: 'abara',
      place: 'behavioral',
      diagnoses: [problem],
      label: 'PSY',
    });
    document(chart, 'general', {
      type: NOTE.progress,
      title: 'Psychotherapy progress note',
      at: `${day}T17:05`,
      author: 'abara',
      encounter: session,
      label: 'PSY',
      asBinary: i > 0,
      narrative: 'Session note. Content restricted.',
      file: textFile(
        `Session ${i + 1}. Low mood and poor sleep since the birth; no thoughts of harm. Interpersonal therapy continues.`,
      ),
    });
  });
  questionnaire(chart, 'general', {
    name: 'phq-9',
    at: '2025-10-21T15:50',
    label: 'PSY',
    items: [
      ['Little interest or pleasure in doing things', 'More than half the days'],
      ['Feeling down, depressed, or hopeless', 'Nearly every day'],
      ['Thoughts that you would be better off dead, or of hurting yourself', 'Not at all'],
    ],
  });
  answer(chart, 'general', {
    category: 'survey',
    loinc: ['44261-6', 'Patient Health Questionnaire 9 item (PHQ-9) total score [Reported]'],
    text: 'PHQ-9 total score',
    at: '2025-10-21T15:55',
    value: { valueInteger: 15 },
    label: 'PSY',
  });
  // The clinic's copy of the same prescription carries no label: the strictest one has to win.
  chart.same('medication', ['general', 'riverside'], (org) =>
    prescription(chart, org, {
      drug: DRUG.sertraline,
      dose: { amount: 1, perDay: 1 },
      status: 'active',
      at: '2025-10-21T16:45',
      doctor: 'abara',
      reason: org === 'general' ? problem : undefined,
      label: org === 'general' ? 'PSY' : undefined,
    }),
  );
}
