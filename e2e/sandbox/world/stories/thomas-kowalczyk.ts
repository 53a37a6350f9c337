/** Registered twice at the hospital and merged there; the old number still answers. A nodule that needs a decision. */
import { appointment } from '../build/care.ts';
import { condition } from '../build/conditions.ts';
import { imagingReport, imagingStudy, procedure } from '../build/documents.ts';
import { visit, VISIT_TYPE } from '../build/encounters.ts';
import { pdf } from '../build/files.ts';
import { prescription } from '../build/medications.ts';
import { answer, observation } from '../build/observations.ts';
import { LAB } from '../codes/labs.ts';
import { mrnOf, patient } from '../build/patient.ts';
import type { Demographics } from '../build/patient.ts';
import { DRUG } from '../codes/drugs.ts';
import { PROBLEM } from '../codes/problems.ts';
import { coding, concept, SYSTEM } from '../codes/systems.ts';
import type { Chart } from '../chart.ts';
import type { Story } from './story.ts';

const THOMAS: Demographics = {
  given: ['Thomas', 'Jan'],
  family: 'Kowalczyk',
  nickname: 'Tom',
  birthDate: '1955-12-30',
  gender: 'male',
  phone: '555-013-6610',
  street: '402 Foundry Street',
  communityId: 'C-5508127',
  race: ['2106-3', 'White'],
  hispanic: false,
};

export const thomasKowalczyk: Story = {
  key: 'thomas-kowalczyk',
  name: 'Thomas Jan Kowalczyk',
  birthDate: THOMAS.birthDate,
  gender: 'male',
  story:
    'Smoker with a growing lung nodule; the hospital merged his two registrations, and a lab result was corrected.',
  tell: (chart) => {
    registrations(chart);
    chest(chart);
    correctedPotassium(chart);
    const aspirin = chart.same('medication', ['general', 'riverside'], (org) =>
      prescription(chart, org, {
        drug: DRUG.aspirin,
        dose: { amount: 1, perDay: 1 },
        status: org === 'general' ? 'active' : 'on-hold',
        at: '2021-04-02T10:00',
        doctor: 'okonkwo',
      }),
    );
    chart.contradiction('status', 'aspirin active here, on hold there', aspirin.general, aspirin.riverside);
    answer(chart, 'riverside', {
      category: 'social-history',
      loinc: ['72166-2', 'Tobacco smoking status'],
      text: 'Tobacco smoking status',
      at: '2026-05-05',
      value: {
        valueCodeableConcept: concept(
          'Smokes daily',
          coding(SYSTEM.snomed, '449868002', 'Smokes tobacco daily (finding)'),
        ),
      },
    });
    answer(chart, 'general', {
      category: 'social-history',
      loinc: ['72166-2', 'Tobacco smoking status'],
      text: 'Tobacco smoking status',
      at: '2026-06-01',
      value: {
        valueCodeableConcept: concept(
          'Former smoker',
          coding(SYSTEM.snomed, '8517006', 'Ex-smoker (finding)'),
        ),
      },
    });
  },
};

function registrations(chart: Chart): void {
  // The older registration: misspelt, no middle name, day and month turned round.
  const old = patient(
    chart,
    'general',
    {
      given: ['Tomas'],
      family: 'Kowalczik',
      birthDate: '1955-12-03',
      gender: 'male',
    },
    { active: false },
    String(Number(mrnOf(chart, 'general')) + 7),
  );
  const kept = patient(chart, 'general', THOMAS, {
    link: [{ other: { reference: old.ref }, type: 'replaces' }],
  });
  old.resource['link'] = [{ other: { reference: kept.ref }, type: 'replaced-by' }];
  patient(chart, 'riverside', { ...THOMAS, given: ['Tom'], nickname: undefined, phone: '5550136610' });
  patient(chart, 'county', { ...THOMAS, given: ['Thomas'], family: 'Kowalcyzk', nickname: undefined });
  patient(chart, 'valley', {
    given: ['Thomas'],
    family: 'Kowalczyk',
    birthDate: THOMAS.birthDate,
    gender: 'male',
    communityId: 'C-5508127',
  });
}

function chest(chart: Chart): void {
  chart.same('condition', ['general', 'riverside'], (org) =>
    condition(chart, org, {
      problem: PROBLEM.lungNodule,
      onset: org === 'general' ? '2025-11-06' : '2025-11',
      bodySite: ['39607008', 'Lung structure (body structure)'],
      doctor: 'weiss',
    }),
  );
  chart.same('condition', ['riverside', 'county'], (org) =>
    condition(chart, org, {
      problem: PROBLEM.tobacco,
      onset: '1975',
      recorded: '2009-01-20',
      doctor: 'okonkwo',
      origin: org === 'county' ? 'riverside' : undefined,
    }),
  );
  condition(chart, 'general', {
    problem: PROBLEM.lungCancerSuspected,
    verification: 'provisional',
    recorded: '2026-06-01',
    doctor: 'tanaka',
  });
  const scans = [
    ['2025-11-06', '6 mm', 'CT-251106-9'],
    ['2026-05-28', '9 mm', 'CT-260528-4'],
  ] as const;
  for (const [day, size, accession] of scans) {
    const seen = visit(chart, 'general', {
      class: 'AMB',
      type: VISIT_TYPE.consultation,
      text: 'Radiology appointment',
      start: `${day}T10:00`,
      end: 30,
      doctor: 'weiss',
    });
    const study = imagingStudy(chart, 'general', {
      at: `${day}T10:12`,
      text: 'CT chest without contrast',
      modality: 'CT',
      accession,
      images: 312,
      encounter: seen,
    });
    const report = (org: 'general' | 'county') =>
      imagingReport(chart, org, {
        code: ['24627-2', 'CT Chest'],
        text: 'CT chest without contrast',
        at: `${day}T11:40`,
        conclusion: `Solid nodule of the right upper lobe, ${size}. Emphysema.`,
        modality: 'CT',
        category: 'radiology',
        doctor: 'weiss',
        accession,
        study: org === 'general' ? study : undefined,
        encounter: org === 'general' ? seen : undefined,
        origin: org === 'county' ? 'general' : undefined,
        file:
          org === 'general'
            ? pdf([
                'CT CHEST WITHOUT CONTRAST',
                `Solid nodule of the right upper lobe, ${size}.`,
                'J. Weiss, Radiology',
              ])
            : undefined,
      });
    chart.same('report', ['general', 'county'], (org) => report(org === 'general' ? 'general' : 'county'));
  }
  procedure(chart, 'general', {
    code: ['173160006', 'Diagnostic fiberoptic bronchoscopy (procedure)'],
    text: 'Bronchoscopy',
    at: '2026-06-18',
    status: 'not-done',
    statusReason: 'Patient declined',
    doctor: 'tanaka',
  });
  appointment(chart, 'general', {
    text: 'Thoracic tumor board follow-up',
    start: '2026-11-12T14:00',
    end: '2026-11-12T14:40',
    doctor: 'tanaka',
    created: '2026-10-20T09:00',
  });
}

/** The laboratory corrected itself; the exchange still passes on what it said first. */
function correctedPotassium(chart: Chart): void {
  const at = '2026-05-05T08:20';
  const corrected = observation(chart, 'valley', {
    test: LAB.potassium,
    value: 4.6,
    at,
    status: 'corrected',
    version: 2,
    identifier: 'VL-K-88213',
    note: 'First reported 6.8: specimen hemolyzed. Repeated from a new tube.',
  });
  const clinic = observation(chart, 'riverside', {
    test: LAB.potassium,
    value: 4.6,
    at,
    status: 'corrected',
    version: 2,
    performer: 'valley',
    identifier: 'VL-K-88213',
  });
  const earlier = observation(chart, 'county', {
    test: LAB.potassium,
    value: 6.8,
    at,
    origin: 'valley',
    identifier: 'VL-K-88213',
  });
  chart.fact('observation', corrected, clinic, earlier);
  chart.contradiction('value', 'potassium corrected from 6.8 to 4.6', corrected, earlier);
  chart.relation('supersedes', 'corrected potassium', corrected, earlier);
}
