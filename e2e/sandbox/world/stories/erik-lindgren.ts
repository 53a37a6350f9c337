/** Substance-use treatment: protected by 42 CFR Part 2, with a consent that says to whom it may go. */
import { allergy, SUBSTANCE } from '../build/allergies.ts';
import { consent } from '../build/background.ts';
import { condition } from '../build/conditions.ts';
import { document, NOTE } from '../build/documents.ts';
import { visit, VISIT_TYPE } from '../build/encounters.ts';
import { textFile } from '../build/files.ts';
import { immunization } from '../build/immunizations.ts';
import { prescription, refills } from '../build/medications.ts';
import { bloodPressure, observation } from '../build/observations.ts';
import { LAB } from '../codes/labs.ts';
import { patient } from '../build/patient.ts';
import type { Demographics } from '../build/patient.ts';
import { DRUG, VACCINE } from '../codes/drugs.ts';
import { PROBLEM } from '../codes/problems.ts';
import type { Story } from './story.ts';

const ERIK: Demographics = {
  given: ['Erik'],
  family: 'Lindgren',
  birthDate: '1987-09-14',
  gender: 'male',
  phone: '555-013-4410',
  street: '61 Canal Street',
  communityId: 'C-6022918',
};

export const erikLindgren: Story = {
  key: 'erik-lindgren',
  name: 'Erik Lindgren',
  birthDate: ERIK.birthDate,
  gender: 'male',
  story: 'Steady on buprenorphine since 2023; his treatment records fall under 42 CFR Part 2.',
  tell: (chart) => {
    patient(chart, 'general', ERIK);
    patient(chart, 'riverside', { ...ERIK, given: ['Eric'], communityId: undefined });
    patient(chart, 'county', { ...ERIK, phone: undefined });
    const problem = condition(chart, 'general', {
      problem: PROBLEM.opioidUse,
      onset: '2021',
      recorded: '2023-02-06',
      doctor: 'abara',
      label: 'SUD',
    });
    consent(chart, 'general', {
      at: '2023-02-06T14:00',
      type: 'permit',
      scope: 'INFA',
      label: 'SUD',
      text: 'May be shared with Riverside Clinic for treatment; not to be passed on.',
    });
    const request = prescription(chart, 'general', {
      drug: DRUG.buprenorphine,
      dose: { amount: 2, perDay: 1, text: 'Dissolve 2 tablets under the tongue daily' },
      status: 'active',
      at: '2023-02-06T14:20',
      doctor: 'abara',
      reason: problem,
      label: 'SUD',
      days: 28,
    });
    const fills = refills(chart, 'county', {
      drug: DRUG.buprenorphine,
      dose: { amount: 2, perDay: 1, text: 'Dissolve 2 tablets under the tongue daily' },
      at: '2026-06-09',
      times: 5,
      every: 28,
      status: 'completed',
      origin: 'pharmacy',
      coding: 'product',
      label: 'SUD',
    });
    chart.fact('medication', request, ...fills);
    for (const day of ['2026-04-13', '2026-07-06', '2026-10-05']) {
      const seen = visit(chart, 'general', {
        class: 'AMB',
        type: VISIT_TYPE.followUp,
        text: 'Office-based opioid treatment',
        start: `${day}T13:30`,
        end: 25,
        doctor: 'abara',
        place: 'behavioral',
        diagnoses: [problem],
        label: 'SUD',
      });
      document(chart, 'general', {
        type: NOTE.progress,
        title: 'Treatment program note',
        at: `${day}T14:05`,
        author: 'abara',
        encounter: seen,
        label: 'SUD',
        file: textFile(
          'Stable on 16 mg. Working full time. Urine screen as expected. Next visit in 12 weeks.',
        ),
      });
    }
    const visitDay = '2026-05-19';
    const seen = chart.same('encounter', ['riverside', 'county'], (org) =>
      visit(chart, org, {
        class: 'AMB',
        type: VISIT_TYPE.checkUp,
        text: 'Annual physical',
        start: `${visitDay}T08:${org === 'county' ? '33' : '30'}`,
        end: 40,
        doctor: 'okonkwo',
        place: 'clinic',
        origin: org === 'county' ? 'riverside' : undefined,
      }),
    );
    bloodPressure(chart, 'riverside', {
      at: `${visitDay}T08:36`,
      systolic: 126,
      diastolic: 78,
      encounter: seen.riverside,
    });
    for (const test of [LAB.alt, LAB.bilirubin])
      chart.same('observation', ['riverside', 'county'], (org) =>
        observation(chart, org, {
          test,
          value: test === LAB.alt ? 31 : 0.7,
          at: `${visitDay}T09:10`,
          origin: org === 'county' ? 'riverside' : undefined,
        }),
      );
    allergy(chart, 'riverside', { substance: SUBSTANCE.sulfa, reaction: 'rash', recorded: '2016-03-30' });
    chart.same('immunization', ['riverside', 'county'], (org) =>
      immunization(chart, org, {
        vaccine: VACCINE.hepatitisBAdult,
        at: '2023-06-12',
        lot: 'HB3390',
        doctor: org === 'riverside' ? 'marsh' : undefined,
        origin: org === 'county' ? 'riverside' : undefined,
      }),
    );
  },
};
