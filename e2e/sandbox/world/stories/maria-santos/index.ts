/**
 * The story to try first. Four organisations know Maria, and between them they disagree about her anticoagulant and her
 * allergies, state her A1c in two units, and leave a referral open that her kidneys are waiting for.
 */
import { patient } from '../../build/patient.ts';
import type { Chart } from '../../chart.ts';
import type { Story } from '../story.ts';
import { MARIA } from './who.ts';
import { problemList, allergies } from './problems.ts';
import { quarterly, openReferral, prevention } from './visits.ts';
import { anticoagulants, otherMedicines } from './medicines.ts';
import { admission, outsideVisit, papers } from './events.ts';

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
