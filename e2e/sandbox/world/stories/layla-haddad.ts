/** What breaks screens: a name from right to left, an emoji, a note of many pages, markup in a title, and no dates. */
import { allergy, SUBSTANCE } from '../build/allergies.ts';
import { condition } from '../build/conditions.ts';
import { document, NOTE, procedure } from '../build/documents.ts';
import { visit, VISIT_TYPE } from '../build/encounters.ts';
import { htmlFile, textFile } from '../build/files.ts';
import { prescription, statement } from '../build/medications.ts';
import { observation } from '../build/observations.ts';
import { LAB } from '../codes/labs.ts';
import { patient } from '../build/patient.ts';
import type { Demographics } from '../build/patient.ts';
import { DRUG } from '../codes/drugs.ts';
import { PROBLEM } from '../codes/problems.ts';
import type { Chart } from '../chart.ts';
import type { Story } from './story.ts';

const LAYLA: Demographics = {
  given: ['Layla'],
  family: 'Haddad',
  birthDate: '1984-01-29',
  gender: 'female',
  phone: '+1 555 013 8155',
  street: '12 Cedar Lane',
  language: ['ar', 'Arabic'],
};

export const laylaHaddad: Story = {
  key: 'layla-haddad',
  name: 'Layla Haddad (ليلى حداد)',
  birthDate: LAYLA.birthDate,
  gender: 'female',
  story: 'Lupus; her records hold right-to-left text, emoji, undated entries and a note of thirty pages.',
  tell: (chart) => {
    patient(chart, 'general', { ...LAYLA, given: ['ليلى'], family: 'حداد' });
    patient(chart, 'riverside', { ...LAYLA, given: ['Layla 🌟'], family: 'Al-Haddad' });
    patient(chart, 'county', { ...LAYLA, given: ['LAYLA'], family: 'HADDAD', phone: '5550138155' });
    patient(chart, 'valley', {
      given: ['Layla'],
      family: 'Haddad',
      birthDate: LAYLA.birthDate,
      gender: 'female',
    });
    lupus(chart);
    undatedRecords(chart);
    longNotes(chart);
  },
};

function lupus(chart: Chart): void {
  chart.same('condition', ['general', 'riverside', 'county'], (org) =>
    condition(chart, org, {
      problem: PROBLEM.lupus,
      onset: org === 'county' ? '2013' : '2013-05',
      vocabulary: org === 'county' ? 'icd9' : undefined,
      doctor: 'okonkwo',
      recorded: '2013-06-11',
      origin: org === 'county' ? 'riverside' : undefined,
      note: org === 'general' ? 'ذئبة حمامية جهازية — متابعة كل ثلاثة أشهر' : undefined,
    }),
  );
  chart.same('medication', ['general', 'riverside'], (org) =>
    prescription(chart, org, {
      drug: DRUG.hydroxychloroquine,
      dose: { amount: 1, perDay: org === 'general' ? 2 : 1 },
      status: 'active',
      at: '2013-06-11T10:00',
      doctor: 'okonkwo',
    }),
  );
  const doses = chart.truth[chart.truth.length - 1];
  if (doses)
    chart.contradictions.push({ field: 'dose', about: 'hydroxychloroquine', members: doses.members });
  const flares = [
    ['2024-11-19', 48.2],
    ['2025-07-08', 12.6],
    ['2026-05-12', 4.9],
  ] as const;
  for (const [day, crp] of flares) {
    chart.same('observation', ['valley', 'general'], (org) =>
      observation(chart, org, {
        test: LAB.crp,
        value: crp,
        at: `${day}T08:30`,
        performer: 'valley',
        naming: org === 'valley' ? 'local' : undefined,
      }),
    );
    visit(chart, 'general', {
      class: 'AMB',
      type: VISIT_TYPE.consultation,
      text: 'Rheumatology follow-up',
      start: `${day}T10:00`,
      end: 30,
      doctor: 'lindholm',
    });
  }
  // The same sodium, but the interface dropped the UCUM code.
  chart.same('observation', ['valley', 'general'], (org) =>
    observation(chart, org, {
      test: LAB.sodium,
      value: 139,
      at: '2026-05-12T08:30',
      performer: 'valley',
      bareUnit: org === 'general',
    }),
  );
}

function undatedRecords(chart: Chart): void {
  allergy(chart, 'riverside', { substance: SUBSTANCE.sulfa, reaction: 'nausea' });
  statement(chart, 'riverside', {
    drug: DRUG.prednisone,
    status: 'unknown',
    note: 'Patient says "sometimes, from home".',
  });
  condition(chart, 'county', { problem: PROBLEM.migraine, vocabulary: 'text', origin: 'urgent' });
  procedure(chart, 'county', {
    code: ['80146002', 'Excision of appendix (procedure)'],
    text: 'Appendectomy',
    origin: 'urgent',
  });
  observation(chart, 'county', { test: LAB.hemoglobin, value: 11.4, origin: 'urgent', noRange: true });
}

const PARAGRAPH =
  'Seen for joint pain, fatigue and a malar rash after sun. No synovitis of the hands today; knees cool. Urine without protein or blood. Complement low but stable. Discussed sun protection, eye examination, pregnancy plans. ';

function longNotes(chart: Chart): void {
  const seen = visit(chart, 'riverside', {
    class: 'AMB',
    type: VISIT_TYPE.symptom,
    text: 'Visit <b>urgent</b> 😣 & "walk-in"',
    start: '2026-02-24T11:00',
    end: 45,
    doctor: 'okonkwo',
    place: 'clinic',
    reason: 'ألم في المفاصل 😣',
  });
  document(chart, 'riverside', {
    type: NOTE.consult,
    title: 'Consult note (very long)',
    at: '2026-02-24T12:10',
    author: 'okonkwo',
    encounter: seen,
    asBinary: true,
    file: textFile(Array.from({ length: 420 }, (_, i) => `${i + 1}. ${PARAGRAPH}`).join('\n')),
  });
  // Markup that must be shown as text or not at all; it points at nothing.
  document(chart, 'riverside', {
    type: NOTE.progress,
    title: 'Note <img src=x onerror=alert(1)>',
    at: '2026-02-25T09:00',
    author: 'okonkwo',
    file: htmlFile('<h1>Progress</h1><p>Better today.</p><script>document.title="owned"</script>'),
  });
}
