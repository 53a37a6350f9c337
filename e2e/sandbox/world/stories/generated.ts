/** People nobody thought up: a seed makes as many as are wanted, with common troubles and the common disagreements. */
import { condition } from '../build/conditions.ts';
import { visit, VISIT_TYPE } from '../build/encounters.ts';
import { immunization } from '../build/immunizations.ts';
import { prescription } from '../build/medications.ts';
import { bloodPressure, observation } from '../build/observations.ts';
import { LAB } from '../codes/labs.ts';
import { patient } from '../build/patient.ts';
import type { Demographics } from '../build/patient.ts';
import { DRUG, VACCINE } from '../codes/drugs.ts';
import type { Drug } from '../codes/drugs.ts';
import { PROBLEM } from '../codes/problems.ts';
import type { Problem } from '../codes/problems.ts';
import type { Test } from '../codes/tests.ts';
import type { Chart } from '../chart.ts';
import { hash, random } from '../prng.ts';
import type { Random } from '../prng.ts';
import { dayText, wallOf, DAY } from '../time.ts';
import type { Story } from './story.ts';

const GIVEN = {
  female: [
    'Amara',
    'Brigid',
    'Chloé',
    'Dalia',
    'Esperanza',
    'Farah',
    'Greta',
    'Hye-jin',
    'Ingrid',
    'Jasmine',
  ],
  male: ['Aron', 'Bilal', 'Cormac', 'Dmitri', 'Emeka', 'Finn', 'Gustavo', 'Haruto', 'Ibrahim', 'Jürgen'],
} as const;
const FAMILY = [
  'Abdi',
  'Bianchi',
  'Castillo',
  'Dubois',
  'Eze',
  'Fischer',
  'Gupta',
  'Hoang',
  'Ivanova',
  'Jensen',
] as const;
const STREETS = ['Elm Street', 'Ferry Road', 'Garden Lane', 'Station Avenue', 'Tower Hill'] as const;

interface Trouble {
  readonly problem: Problem;
  readonly drug: Drug;
  readonly test: Test;
  readonly value: readonly [number, number];
}

const TROUBLES: readonly [Trouble, ...Trouble[]] = [
  { problem: PROBLEM.type2Diabetes, drug: DRUG.metformin, test: LAB.a1c, value: [7.4, 1.4] },
  { problem: PROBLEM.hypertension, drug: DRUG.lisinopril, test: LAB.potassium, value: [4.3, 0.6] },
  { problem: PROBLEM.hyperlipidemia, drug: DRUG.atorvastatin, test: LAB.cholesterol, value: [196, 50] },
  { problem: PROBLEM.hypothyroidism, drug: DRUG.levothyroxine, test: LAB.thyrotropin, value: [3.1, 2.2] },
  { problem: PROBLEM.depression, drug: DRUG.sertraline, test: LAB.sodium, value: [139, 4] },
];

export function generatedStory(number: number, seed: number): Story {
  const key = `person-${String(number).padStart(4, '0')}`;
  const dice = random(seed ^ hash(`${key}:name`));
  const gender = dice.chance(0.5) ? 'female' : 'male';
  const who: Demographics = {
    given: [dice.pick(GIVEN[gender])],
    family: dice.pick(FAMILY),
    birthDate: dayText(wallOf('1935-01-01') + dice.int(0, 50 * 365) * DAY),
    gender,
    phone: `555-01${dice.int(4, 9)}-${String(dice.int(0, 9999)).padStart(4, '0')}`,
    street: `${dice.int(1, 400)} ${dice.pick(STREETS)}`,
  };
  const trouble = dice.pick(TROUBLES);
  return {
    key,
    name: `${who.given[0] ?? ''} ${who.family}`,
    birthDate: who.birthDate,
    gender,
    story: `${trouble.problem.text}, seen at the clinic and the hospital.`,
    tell: (chart) => tell(chart, who, trouble),
  };
}

function tell(chart: Chart, who: Demographics, trouble: Trouble): void {
  const dice = chart.random;
  patient(chart, 'general', who);
  patient(chart, 'riverside', { ...who, phone: who.phone?.replaceAll('-', '') });
  patient(chart, 'county', {
    ...who,
    given: [who.given[0]?.toUpperCase() ?? ''],
    family: who.family.toUpperCase(),
  });
  patient(chart, 'valley', { ...who, street: undefined });
  const year = dice.int(2008, 2021);
  const month = `${year}-0${dice.int(1, 9)}`;
  chart.same('condition', ['general', 'riverside', 'county'], (org) =>
    condition(chart, org, {
      problem: trouble.problem,
      onset: org === 'county' ? String(year) : month,
      origin: org === 'county' ? 'riverside' : undefined,
    }),
  );
  medicine(chart, trouble.drug, year, dice);
  for (let i = 0, visits = dice.int(4, 12); i < visits; i++)
    seen(chart, trouble, dayText(wallOf('2021-02-03') + (i * 150 + dice.int(0, 40)) * DAY));
  chart.same('immunization', ['riverside', 'county'], (org) =>
    immunization(chart, org, {
      vaccine: VACCINE.influenza,
      at: '2025-10-14',
      lot: 'FL2025Q1',
      origin: org === 'county' ? 'riverside' : undefined,
    }),
  );
}

function medicine(chart: Chart, drug: Drug, year: number, dice: Random): void {
  const changed = dice.chance(0.3);
  const recs = chart.same('medication', ['riverside', 'general'], (org) =>
    prescription(chart, org, {
      drug,
      dose: { amount: org === 'general' && changed ? 2 : 1, perDay: 1 },
      status: 'active',
      at: `${year + 1}-02-10T10:00`,
      doctor: 'okonkwo',
    }),
  );
  if (changed) chart.contradiction('dose', drug.text, recs.riverside, recs.general);
}

function seen(chart: Chart, trouble: Trouble, day: string): void {
  const dice = chart.random;
  const visits = chart.same('encounter', ['riverside', 'county'], (org) =>
    visit(chart, org, {
      class: 'AMB',
      type: VISIT_TYPE.followUp,
      text: 'Office visit',
      start: `${day}T10:0${org === 'county' ? '5' : '0'}`,
      end: 20,
      doctor: 'okonkwo',
      origin: org === 'county' ? 'riverside' : undefined,
    }),
  );
  bloodPressure(chart, 'riverside', {
    at: `${day}T10:04`,
    systolic: dice.int(108, 158),
    diastolic: dice.int(62, 96),
    encounter: visits.riverside,
  });
  const value = Number(dice.around(...trouble.value).toFixed(trouble.test.decimals));
  chart.same('observation', ['valley', 'riverside', 'county'], (org) =>
    observation(chart, org, {
      test: trouble.test,
      value,
      at: `${day}T08:20`,
      performer: 'valley',
      origin: org === 'county' ? 'valley' : undefined,
      alt: org === 'county' && 'alt' in trouble.test,
    }),
  );
}
