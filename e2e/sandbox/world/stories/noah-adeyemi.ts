/** A child: growth, vaccines given and declined, and an ear infection that ended in a rash. */
import { allergy, SUBSTANCE } from '../build/allergies.ts';
import { condition } from '../build/conditions.ts';
import { visit, VISIT_TYPE } from '../build/encounters.ts';
import { immunization } from '../build/immunizations.ts';
import { prescription } from '../build/medications.ts';
import { observation } from '../build/observations.ts';
import { VITAL } from '../codes/vitals.ts';
import { patient } from '../build/patient.ts';
import type { Demographics } from '../build/patient.ts';
import { DRUG, VACCINE } from '../codes/drugs.ts';
import type { Vaccine } from '../codes/drugs.ts';
import { PROBLEM } from '../codes/problems.ts';
import type { Story } from './story.ts';

const NOAH: Demographics = {
  given: ['Noah', 'Tunde'],
  family: 'Adeyemi',
  birthDate: '2022-05-02',
  gender: 'male',
  phone: '555-013-7101',
  street: '9 Birch Terrace',
};

const CHECKS: readonly { day: string; kg: number; cm: number; shots: readonly Vaccine[] }[] = [
  {
    day: '2022-07-05',
    kg: 5.62,
    cm: 58.4,
    shots: [VACCINE.dtap, VACCINE.polio, VACCINE.hib, VACCINE.hepatitisBChild],
  },
  { day: '2022-11-08', kg: 7.9, cm: 67.2, shots: [VACCINE.dtap, VACCINE.polio, VACCINE.hib] },
  { day: '2023-05-09', kg: 9.8, cm: 75.6, shots: [VACCINE.varicella] },
  { day: '2024-05-14', kg: 12.4, cm: 87.3, shots: [VACCINE.dtap] },
  { day: '2025-05-13', kg: 14.6, cm: 96.1, shots: [] },
  { day: '2026-05-12', kg: 16.7, cm: 103.4, shots: [VACCINE.dtap, VACCINE.polio] },
];

export const noahAdeyemi: Story = {
  key: 'noah-adeyemi',
  name: 'Noah Tunde Adeyemi',
  birthDate: NOAH.birthDate,
  gender: 'male',
  story:
    'Four years old; MMR declined, a rash on amoxicillin at urgent care, and a penicillin allergy written down from it.',
  tell: (chart) => {
    patient(chart, 'riverside', NOAH);
    patient(chart, 'general', { ...NOAH, given: ['Noah'], family: 'Adeyami' });
    patient(chart, 'county', { ...NOAH, phone: '5550137101' });
    for (const check of CHECKS) {
      const seen = visit(chart, 'riverside', {
        class: 'AMB',
        type: VISIT_TYPE.checkUp,
        text: 'Well child visit',
        start: `${check.day}T10:00`,
        end: 30,
        doctor: 'feldman',
        place: 'clinic',
      });
      for (const [test, value] of [
        [VITAL.weight, check.kg],
        [VITAL.height, check.cm],
      ] as const)
        observation(chart, 'riverside', {
          test,
          value,
          category: 'vital-signs',
          at: `${check.day}T10:05`,
          encounter: seen,
        });
      condition(chart, 'riverside', {
        problem: PROBLEM.childCheckUp,
        category: 'encounter-diagnosis',
        recorded: check.day,
        encounter: seen,
      });
      for (const vaccine of check.shots)
        chart.same('immunization', ['riverside', 'county'], (org) =>
          immunization(chart, org, {
            vaccine,
            at: check.day,
            lot: `N${vaccine.cvx}${check.day.slice(2, 4)}`,
            doctor: org === 'riverside' ? 'feldman' : undefined,
            origin: org === 'county' ? 'riverside' : undefined,
          }),
        );
    }
    immunization(chart, 'riverside', {
      vaccine: VACCINE.mmr,
      at: '2023-05-09',
      refused: true,
      doctor: 'feldman',
    });
    const urgent = visit(chart, 'county', {
      class: 'AMB',
      type: VISIT_TYPE.symptom,
      text: 'Urgent care visit',
      start: '2025-01-18T18:40',
      end: 35,
      doctor: 'ferris',
      origin: 'urgent',
      reason: 'Ear pain, fever',
    });
    condition(chart, 'county', {
      problem: PROBLEM.otitisMedia,
      vocabulary: 'icd10',
      category: 'encounter-diagnosis',
      recorded: '2025-01-18',
      abated: '2025-01-28',
      encounter: urgent,
      origin: 'urgent',
      doctor: 'ferris',
    });
    const course = chart.same('medication', ['county', 'riverside'], (org) =>
      prescription(chart, org, {
        drug: DRUG.amoxicillinLiquid,
        dose: { amount: 7.5, perDay: 2, text: 'Give 7.5 mL (600 mg) twice daily for 10 days' },
        status: org === 'county' ? 'completed' : 'stopped',
        statusReason: org === 'riverside' ? 'Rash on day 5' : undefined,
        at: '2025-01-18',
        doctor: 'ferris',
        origin: org === 'county' ? 'urgent' : undefined,
        coding: org === 'riverside' ? 'text' : undefined,
      }),
    );
    chart.contradiction(
      'status',
      'amoxicillin completed there, stopped here',
      course.county,
      course.riverside,
    );
    const reaction = allergy(chart, 'riverside', {
      substance: SUBSTANCE.amoxicillin,
      criticality: 'low',
      reaction: 'rash',
      severity: 'mild',
      recorded: '2025-01-24',
      doctor: 'feldman',
    });
    const widened = allergy(chart, 'general', {
      substance: SUBSTANCE.penicillin,
      criticality: 'unable-to-assess',
      recorded: '2025-08-30',
      doctor: 'hughes',
    });
    chart.relation('class', 'amoxicillin is a penicillin', reaction, widened);
    visit(chart, 'general', {
      class: 'EMER',
      type: VISIT_TYPE.emergency,
      text: 'Emergency department visit',
      start: '2025-08-30T15:10',
      end: 120,
      doctor: 'hughes',
      place: 'emergency',
      reason: 'Fall from a swing',
    });
  },
};
