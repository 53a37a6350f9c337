/**
 * Identical twins at the same two places: one surname, one birthday, one telephone, one address. Only one of them has
 * diabetes, so a wrong link is dangerous.
 */
import { allergy, SUBSTANCE } from '../build/allergies.ts';
import { condition } from '../build/conditions.ts';
import { visit, VISIT_TYPE } from '../build/encounters.ts';
import { immunization } from '../build/immunizations.ts';
import { prescription } from '../build/medications.ts';
import { observation } from '../build/observations.ts';
import { LAB } from '../codes/labs.ts';
import { VITAL } from '../codes/vitals.ts';
import { patient } from '../build/patient.ts';
import type { Demographics } from '../build/patient.ts';
import { DRUG, VACCINE } from '../codes/drugs.ts';
import { PROBLEM } from '../codes/problems.ts';
import type { Chart } from '../chart.ts';
import type { OrgKey } from '../types.ts';
import type { Story } from './story.ts';

const HOUSE = {
  family: 'Krishnamurthy',
  birthDate: '2008-02-19',
  gender: 'female',
  phone: '555-013-7720',
  street: '77 Linden Court, Apt 3',
  race: ['2028-9', 'Asian'],
  hispanic: false,
} as const;

const BOTH: readonly OrgKey[] = ['general', 'riverside'];

function register(chart: Chart, given: string, order: number): void {
  const who: Demographics = { ...HOUSE, given: [given], multipleBirth: order };
  patient(chart, 'general', who);
  // The clinic never wrote down that there are two of them.
  patient(chart, 'riverside', { ...who, phone: '(555) 013-7720', multipleBirth: undefined });
}

function schoolVisit(chart: Chart, day: string, weight: number): void {
  const seen = visit(chart, 'riverside', {
    class: 'AMB',
    type: VISIT_TYPE.checkUp,
    text: 'School physical',
    start: `${day}T15:30`,
    end: 25,
    doctor: 'feldman',
    place: 'clinic',
  });
  observation(chart, 'riverside', {
    test: VITAL.weight,
    value: weight,
    category: 'vital-signs',
    at: `${day}T15:36`,
    encounter: seen,
  });
  observation(chart, 'riverside', {
    test: VITAL.height,
    value: 158.5,
    category: 'vital-signs',
    at: `${day}T15:36`,
    encounter: seen,
  });
  immunization(chart, 'riverside', {
    vaccine: VACCINE.tdap,
    at: day,
    lot: 'TD55K2',
    doctor: 'feldman',
    encounter: seen,
  });
}

export const anjali: Story = {
  key: 'anjali-krishnamurthy',
  name: 'Anjali Krishnamurthy',
  birthDate: HOUSE.birthDate,
  gender: HOUSE.gender,
  story: 'Eighteen, type 1 diabetes since nine; her twin shares her birthday, telephone and address.',
  tell: (chart) => {
    register(chart, 'Anjali', 1);
    chart.same('condition', BOTH, (org) =>
      condition(chart, org, {
        problem: PROBLEM.type1Diabetes,
        onset: org === 'general' ? '2017-06-30' : '2017-06',
        doctor: 'feldman',
        recorded: '2017-07-03',
      }),
    );
    const stay = visit(chart, 'general', {
      class: 'IMP',
      type: VISIT_TYPE.inpatient,
      text: 'Diabetic ketoacidosis',
      start: '2017-06-30T02:10',
      end: '2017-07-03T11:00',
      doctor: 'lindholm',
      place: 'ward',
      number: 'GH1706300004',
    });
    observation(chart, 'general', { test: LAB.glucose, value: 518, at: '2017-06-30T02:30', encounter: stay });
    const a1c: readonly (readonly [string, number])[] = [
      ['2025-04-08', 8.9],
      ['2025-10-14', 8.3],
      ['2026-04-21', 7.8],
    ];
    for (const [day, value] of a1c)
      chart.same('observation', BOTH, (org) =>
        observation(chart, org, { test: LAB.a1c, value, at: `${day}T16:00`, alt: org === 'riverside' }),
      );
    for (const drug of [DRUG.glargine, DRUG.lispro])
      chart.same('medication', BOTH, (org) =>
        prescription(chart, org, {
          drug,
          dose:
            drug === DRUG.glargine
              ? { amount: 22, perDay: 1, text: 'Inject 22 units at bedtime' }
              : { amount: 6, perDay: 3, text: 'Inject 6 units with meals' },
          status: 'active',
          at: '2026-04-21T16:20',
          doctor: 'feldman',
        }),
      );
    schoolVisit(chart, '2025-08-12', 55.3);
  },
};

export const anita: Story = {
  key: 'anita-krishnamurthy',
  name: 'Anita Krishnamurthy',
  birthDate: HOUSE.birthDate,
  gender: HOUSE.gender,
  story: 'The twin without diabetes: asthma and a peanut allergy.',
  tell: (chart) => {
    register(chart, 'Anita', 2);
    chart.same('condition', BOTH, (org) =>
      condition(chart, org, {
        problem: PROBLEM.asthma,
        onset: '2014',
        doctor: 'feldman',
        recorded: '2014-10-02',
      }),
    );
    chart.same('allergy', BOTH, (org) =>
      allergy(chart, org, {
        substance: SUBSTANCE.peanut,
        criticality: 'high',
        reaction: 'anaphylaxis',
        severity: 'severe',
        recorded: '2012-05-20',
        doctor: 'feldman',
      }),
    );
    chart.same('medication', BOTH, (org) =>
      prescription(chart, org, {
        drug: DRUG.albuterol,
        dose: { amount: 2, perDay: 4, asNeeded: true },
        status: 'active',
        at: '2025-08-12T16:40',
        doctor: 'feldman',
      }),
    );
    visit(chart, 'general', {
      class: 'EMER',
      type: VISIT_TYPE.emergency,
      text: 'Emergency department visit',
      start: '2024-05-03T19:25',
      end: 190,
      doctor: 'hughes',
      place: 'emergency',
      reason: 'Wheezing',
    });
    observation(chart, 'general', {
      test: VITAL.oxygen,
      value: 91,
      category: 'vital-signs',
      at: '2024-05-03T19:31',
    });
    schoolVisit(chart, '2025-08-12', 54.8);
  },
};
