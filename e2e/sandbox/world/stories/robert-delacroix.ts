/** Heart failure at home: a defibrillator, a wearable that reports every day, and an emergency visit inside a stay. */
import { allergy, SUBSTANCE } from '../build/allergies.ts';
import { device } from '../build/background.ts';
import { appointment, goal } from '../build/care.ts';
import { claim, coverage } from '../build/payer.ts';
import { condition } from '../build/conditions.ts';
import { document, NOTE, procedure } from '../build/documents.ts';
import { visit, VISIT_TYPE } from '../build/encounters.ts';
import { pdf } from '../build/files.ts';
import { administration, dispense, prescription, statement } from '../build/medications.ts';
import { bloodPressure, observation } from '../build/observations.ts';
import { LAB } from '../codes/labs.ts';
import { VITAL } from '../codes/vitals.ts';
import { patient } from '../build/patient.ts';
import type { Demographics } from '../build/patient.ts';
import { labPanel } from '../build/reports.ts';
import { DRUG } from '../codes/drugs.ts';
import { PROBLEM } from '../codes/problems.ts';
import { PANEL } from '../codes/labs.ts';
import type { Chart } from '../chart.ts';
import { addDays } from '../time.ts';
import type { Story } from './story.ts';

const ROBERT: Demographics = {
  given: ['Robert', 'Emile'],
  family: 'Delacroix',
  nickname: 'Bob',
  birthDate: '1951-08-05',
  gender: 'male',
  phone: '555-013-1951',
  street: '8 Quai Street',
  ssn: '902-61-0851',
  communityId: 'C-4471930',
};

export const robertDelacroix: Story = {
  key: 'robert-delacroix',
  name: 'Robert Emile Delacroix',
  birthDate: ROBERT.birthDate,
  gender: 'male',
  story:
    'Heart failure with a defibrillator; his watch sends vital signs, and his furosemide leaves four kinds of trace.',
  tell: (chart) => {
    patient(chart, 'general', ROBERT);
    patient(chart, 'riverside', {
      ...ROBERT,
      given: ['Bob'],
      nickname: undefined,
      ssn: undefined,
      street: '8 Quay St',
    });
    patient(chart, 'county', { ...ROBERT, given: ['Robert'], nickname: undefined, birthDate: '1951-08-05' });
    patient(chart, 'valley', {
      given: ['Robert'],
      family: 'De la Croix',
      birthDate: '1951-08-05',
      gender: 'male',
      phone: '(555) 013-1951',
    });
    chart.same('condition', ['general', 'riverside', 'county'], (org) =>
      condition(chart, org, {
        problem: PROBLEM.heartFailure,
        onset: org === 'county' ? '2019' : '2019-11-22',
        vocabulary: org === 'county' ? 'icd9' : undefined,
        doctor: 'alvarez',
        recorded: '2019-11-22',
        origin: org === 'county' ? 'general' : undefined,
      }),
    );
    chart.same('allergy', ['general', 'county'], (org) =>
      allergy(chart, org, {
        substance: SUBSTANCE.noKnown,
        recorded: '2019-11-22',
        doctor: 'lindholm',
        origin: org === 'county' ? 'general' : undefined,
      }),
    );
    implant(chart);
    decompensation(chart);
    otherMedicines(chart);
    watch(chart);
  },
};

function implant(chart: Chart): void {
  device(chart, 'general', {
    type: ['72506001', 'Implantable defibrillator, device (physical object)'],
    text: 'Implantable cardioverter-defibrillator',
    at: '2020-02-01',
    manufacturer: 'Corvia Devices',
    serial: 'CV-22071',
  });
  chart.same('procedure', ['general', 'county'], (org) =>
    procedure(chart, org, {
      code: ['395218007', 'Implantation of internal cardiac defibrillator (procedure)'],
      text: 'Defibrillator implantation',
      at: org === 'general' ? '2020-02-19T09:10' : '2020-02-19',
      doctor: 'alvarez',
      origin: org === 'county' ? 'general' : undefined,
    }),
  );
}

function decompensation(chart: Chart): void {
  const stay = visit(chart, 'general', {
    class: 'IMP',
    type: VISIT_TYPE.inpatient,
    text: 'Hospital admission',
    start: '2026-03-03T20:15',
    end: '2026-03-07T11:30',
    doctor: 'lindholm',
    place: 'ward',
    number: 'GH2603030019',
    reason: 'Worsening breathlessness',
    discharge: ['home', 'Home'],
  });
  const emergency = visit(chart, 'general', {
    class: 'EMER',
    type: VISIT_TYPE.emergency,
    text: 'Emergency department visit',
    start: '2026-03-03T16:02',
    end: '2026-03-03T20:15',
    doctor: 'hughes',
    place: 'emergency',
    partOf: stay,
    number: 'GH2603030018',
  });
  chart.relation('part', 'emergency visit that became the admission', stay, emergency);
  const dx = condition(chart, 'general', {
    problem: PROBLEM.heartFailure,
    category: 'encounter-diagnosis',
    recorded: '2026-03-03',
    encounter: stay,
    doctor: 'lindholm',
  });
  const dose = { amount: 1, perDay: 2 };
  const order = prescription(chart, 'general', {
    drug: DRUG.furosemide,
    dose,
    status: 'active',
    at: '2026-03-07T10:20',
    doctor: 'lindholm',
    reason: dx,
    days: 30,
  });
  const given = administration(chart, 'general', {
    drug: DRUG.furosemide,
    dose,
    status: 'completed',
    at: '2026-03-07T10:45',
    doctor: 'lindholm',
    encounter: stay,
    basedOn: order,
  });
  const handed = dispense(chart, 'county', {
    drug: DRUG.furosemide,
    dose,
    status: 'completed',
    at: '2026-03-07T15:00',
    days: 30,
    origin: 'pharmacy',
    coding: 'product',
  });
  const taking = statement(chart, 'riverside', {
    drug: DRUG.furosemide,
    dose: { amount: 1, perDay: 1 },
    status: 'active',
    at: '2026-03-10',
    doctor: 'okonkwo',
    note: 'Says he takes only the morning tablet.',
  });
  chart.fact('medication', order, given, handed, taking);
  chart.contradiction('dose', 'furosemide twice against once a day', order, taking);
  labPanel(chart, {
    panel: PANEL.metabolic,
    at: '2026-03-03T16:30',
    orgs: ['valley', 'general', 'county'],
    values: { sodium: 131, potassium: 4.9, creatinine: 1.41, ntProBnp: 6120 },
    orderedBy: 'hughes',
    accession: 'VL26-1410',
    differently: { county: { alt: true } },
    encounter: { general: emergency },
  });
  // The exchange read the local hour as if it were UTC minus one: same value, an hour away.
  const right = observation(chart, 'valley', { test: LAB.troponin, value: 38, at: '2026-03-03T16:30' });
  const shifted = observation(chart, 'county', {
    test: LAB.troponin,
    value: 38,
    at: '2026-03-03T17:30',
    origin: 'valley',
  });
  chart.relation('possibly-same', 'troponin one hour apart', right, shifted);
  for (const [at, kg] of [
    ['2026-03-04T06:00', 91.4],
    ['2026-03-05T06:00', 89.9],
    ['2026-03-06T06:00', 88.2],
    ['2026-03-07T06:00', 87],
  ] as const)
    observation(chart, 'general', {
      test: VITAL.weight,
      value: kg,
      category: 'vital-signs',
      at,
      encounter: stay,
    });
  document(chart, 'general', {
    type: NOTE.discharge,
    title: 'Discharge summary',
    at: '2026-03-07T12:00',
    author: 'lindholm',
    encounter: stay,
    asBinary: true,
    file: pdf([
      'DISCHARGE SUMMARY',
      'Acute on chronic heart failure. Net loss 4.4 kg. Discharge weight 87.00 kg.',
      'Furosemide 40 mg twice daily.',
    ]),
  });
}

function otherMedicines(chart: Chart): void {
  const stronger = prescription(chart, 'general', {
    drug: DRUG.carvedilol,
    dose: { amount: 1, perDay: 2 },
    status: 'active',
    at: '2026-03-07T10:25',
    doctor: 'lindholm',
  });
  const old = prescription(chart, 'riverside', {
    drug: DRUG.metoprolol,
    dose: { amount: 1, perDay: 1 },
    status: 'active',
    at: '2019-12-03T09:00',
    doctor: 'okonkwo',
  });
  chart.contradiction('therapy', 'two beta blockers active', stronger, old);
  chart.relation('duplicate-therapy', 'carvedilol and metoprolol', stronger, old);
  prescription(chart, 'riverside', {
    asReference: 'contained',
    drug: DRUG.spironolactone,
    dose: { amount: 1, perDay: 1 },
    status: 'active',
    at: '2020-01-14T09:00',
    doctor: 'okonkwo',
  });
  const plan = coverage(chart, 'county', {
    member: 'NM-51080551',
    start: '2016-08-01',
    plan: 'Senior Advantage',
  });
  claim(chart, 'county', {
    at: '2026-03-07',
    coverage: plan,
    provider: 'pharmacy',
    type: 'pharmacy',
    item: 'Furosemide 40 mg, 60 tablets',
    billed: '14.4',
    paid: '11.2',
  });
  claim(chart, 'county', {
    at: '2026-03-03',
    coverage: plan,
    provider: 'general',
    type: 'institutional',
    item: 'Inpatient stay',
    diagnosis: PROBLEM.heartFailure,
    billed: '15100',
    paid: '11340.6',
  });
  goal(chart, 'general', { text: 'Weight below 87.0 kg', start: '2026-03-07' });
  appointment(chart, 'general', {
    text: 'Heart Center',
    start: '2026-11-20T10:30',
    end: '2026-11-20T11:00',
    doctor: 'alvarez',
    created: '2026-08-14T12:00',
  });
}

/** A third-party app feeds the clinic: patient-reported, daily, by a device of no hospital. */
function watch(chart: Chart): void {
  const wearable = device(chart, 'riverside', {
    type: ['706689003', 'Application program software (physical object)'],
    text: 'Stride watch',
    manufacturer: 'Stride Health',
    origin: 'wearable',
  });
  for (let day = 0; day < 28; day++) {
    const date = addDays('2026-09-20', day);
    const common = { category: 'vital-signs', origin: 'wearable', device: wearable } as const;
    observation(chart, 'riverside', {
      ...common,
      test: VITAL.heartRate,
      value: Math.round(chart.random.around(74, 9)),
      at: `${date}T07:00`,
    });
    observation(chart, 'riverside', {
      ...common,
      test: VITAL.steps,
      value: chart.random.int(1800, 5200),
      at: date,
    });
    if (day % 7 === 0)
      bloodPressure(chart, 'riverside', {
        at: `${date}T07:05`,
        systolic: chart.random.int(104, 128),
        diastolic: chart.random.int(62, 78),
        origin: 'wearable',
        device: wearable,
      });
  }
}
