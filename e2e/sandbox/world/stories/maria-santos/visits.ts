/** Her chronic care: a visit every half year, a referral without an answer, prevention. */
import { appointment, careTeam, carePlan, goal, referral, referralTask } from '../../build/care.ts';
import { condition } from '../../build/conditions.ts';
import { visit, VISIT_TYPE } from '../../build/encounters.ts';
import { immunization } from '../../build/immunizations.ts';
import { answer, bloodPressure, observation } from '../../build/observations.ts';
import { LAB } from '../../codes/labs.ts';
import { VITAL } from '../../codes/vitals.ts';
import { labPanel } from '../../build/reports.ts';
import { VACCINE } from '../../codes/drugs.ts';
import { PROBLEM } from '../../codes/problems.ts';
import { coding, SYSTEM, concept } from '../../codes/systems.ts';
import { PANEL } from '../../codes/labs.ts';
import type { Chart, Rec, Recs } from '../../chart.ts';
import type { Problems } from './problems.ts';

/** What the clinic saw every quarter: the slow worsening that the trend shows. */
const QUARTERS: readonly {
  day: string;
  a1c: number;
  creatinine: number;
  egfr: number;
  sys: number;
  dia: number;
  kg: number;
}[] = [
  { day: '2023-03-14', a1c: 7.1, creatinine: 1.18, egfr: 51, sys: 142, dia: 84, kg: 71.2 },
  { day: '2023-09-20', a1c: 7.4, creatinine: 1.36, egfr: 43, sys: 146, dia: 86, kg: 71.8 },
  { day: '2024-03-12', a1c: 7.6, creatinine: 1.38, egfr: 42, sys: 138, dia: 82, kg: 72.4 },
  { day: '2024-09-17', a1c: 7.9, creatinine: 1.42, egfr: 40, sys: 144, dia: 80, kg: 72.9 },
  { day: '2025-03-18', a1c: 8.2, creatinine: 1.5, egfr: 38, sys: 148, dia: 88, kg: 73.1 },
  { day: '2025-09-16', a1c: 8.4, creatinine: 1.61, egfr: 35, sys: 150, dia: 86, kg: 71.5 },
  { day: '2026-03-17', a1c: 8.1, creatinine: 1.68, egfr: 33, sys: 141, dia: 79, kg: 70.1 },
  { day: '2026-09-15', a1c: 7.7, creatinine: 1.74, egfr: 32, sys: 136, dia: 78, kg: 69.4 },
];

export function quarterly(chart: Chart, problems: Problems): readonly Recs[] {
  return QUARTERS.map((q, i) => {
    const seen = chart.same('encounter', ['riverside', 'county'], (org) =>
      visit(chart, org, {
        class: 'AMB',
        type: VISIT_TYPE.followUp,
        text: 'Chronic care visit',
        start: `${q.day}T09:${org === 'county' ? '05' : '00'}`,
        end: 30,
        doctor: 'okonkwo',
        place: 'clinic',
        number: org === 'riverside' || i % 2 === 0 ? `RV${60_100 + i}` : undefined,
        origin: org === 'county' ? 'riverside' : undefined,
      }),
    );
    const here = seen.riverside;
    labPanel(chart, {
      panel: PANEL.metabolic,
      at: `${q.day}T08:10`,
      orgs: i < 4 ? ['valley', 'riverside'] : ['valley', 'riverside', 'county'],
      values: {
        creatinine: q.creatinine,
        egfr: q.egfr,
        potassium: 4.3 + i * 0.1,
        glucose: 128 + ((i * 23) % 61),
      },
      orderedBy: 'okonkwo',
      accession: `VL26-${4_100 + i}`,
      differently: { county: { alt: i > 5 } },
      withoutReport: ['county'],
    });
    labPanel(chart, {
      panel: PANEL.a1c,
      at: `${q.day}T08:10`,
      orgs: ['valley', 'general', 'county'],
      values: { a1c: q.a1c },
      orderedBy: 'okonkwo',
      accession: `VL26-${5_100 + i}`,
      differently: { county: { alt: true } },
      withoutReport: ['general', 'county'],
    });
    vitals(chart, here, q);
    const dx = condition(chart, 'riverside', {
      problem: i % 2 === 0 ? PROBLEM.type2Diabetes : PROBLEM.hypertension,
      category: 'encounter-diagnosis',
      recorded: q.day,
      encounter: here,
      doctor: 'okonkwo',
    });
    const problem = i % 2 === 0 ? problems.diabetes : problems.pressure;
    chart.relation('diagnosis-of', 'the visit was about a problem of the list', dx, problem.riverside);
    return seen;
  });
}

function vitals(chart: Chart, encounter: Rec | undefined, q: (typeof QUARTERS)[number]): void {
  const at = `${q.day}T09:06`;
  bloodPressure(chart, 'riverside', { at, systolic: q.sys, diastolic: q.dia, encounter });
  // The clinic's scale reads to ten grams: 70.10 kg is not 70.1 kg.
  observation(chart, 'riverside', {
    test: VITAL.weight,
    value: q.kg,
    category: 'vital-signs',
    at,
    encounter,
  });
  observation(chart, 'riverside', {
    test: VITAL.heartRate,
    value: 72 + (q.sys % 9),
    category: 'vital-signs',
    at,
    encounter,
  });
}

export function openReferral(chart: Chart, problems: Problems, visits: readonly Recs[]): void {
  const asked = chart.same('referral', ['riverside', 'county'], (org) =>
    referral(chart, org, {
      text: 'Referral to nephrology',
      at: '2026-03-17T09:40',
      doctor: 'okonkwo',
      to: 'venkataraman',
      priority: 'urgent',
      reason: org === 'riverside' ? problems.kidney.riverside : undefined,
      reasonText: 'eGFR falling from 51 to 33 in three years',
      encounter: org === 'riverside' ? visits[6]?.riverside : undefined,
      number: 'REF-20418',
      ...(org === 'county' ? { origin: 'riverside' as const } : {}),
    }),
  ).riverside;
  if (asked)
    referralTask(chart, 'riverside', {
      focus: asked,
      at: '2026-03-20T08:00',
      status: 'requested',
      description: 'Nephrology referral sent; no answer from the receiving office',
      doctor: 'okonkwo',
    });
  const target = goal(chart, 'riverside', {
    text: 'A1c below 7.5 %',
    start: '2025-09-16',
    due: '2026-12-31',
  });
  carePlan(chart, 'riverside', {
    title: 'Diabetes and kidney plan',
    at: '2025-09-16',
    text: 'Stop NSAIDs, lisinopril to full dose, nephrology, A1c below 7.5 %.',
    addresses: [problems.diabetes.riverside, problems.kidney.riverside].filter((r) => r !== undefined),
    goals: [target],
    doctor: 'okonkwo',
  });
  careTeam(chart, 'riverside', {
    name: 'Maria Santos care team',
    start: '2023-03-14',
    members: [
      ['Primary care physician', 'okonkwo'],
      ['Cardiologist', 'alvarez'],
      ['Nephrologist (referred)', 'venkataraman'],
    ],
  });
  appointment(chart, 'riverside', {
    text: 'Chronic care visit',
    start: '2026-12-08T09:00',
    end: '2026-12-08T09:30',
    doctor: 'okonkwo',
    created: '2026-09-15T09:45',
  });
}

export function prevention(chart: Chart): void {
  for (const year of [2023, 2024, 2025]) {
    chart.same('immunization', ['riverside', 'county'], (org) =>
      immunization(chart, org, {
        vaccine: VACCINE.influenza,
        at: `${year}-10-0${year - 2020}`,
        lot: `FL${year}B7`,
        doctor: org === 'riverside' ? 'marsh' : undefined,
        origin: org === 'county' ? 'riverside' : undefined,
      }),
    );
  }
  immunization(chart, 'riverside', {
    vaccine: VACCINE.zoster,
    at: '2024-09-17',
    refused: true,
    doctor: 'okonkwo',
  });
  answer(chart, 'riverside', {
    category: 'social-history',
    loinc: ['72166-2', 'Tobacco smoking status'],
    text: 'Tobacco smoking status',
    at: '2026-03-17',
    value: {
      valueCodeableConcept: concept(
        'Never smoker',
        coding(SYSTEM.snomed, '266919005', 'Never smoked tobacco (finding)'),
      ),
    },
  });
  answer(chart, 'riverside', {
    category: 'sdoh',
    loinc: ['88124-3', 'Food insecurity risk [HVS]'],
    text: 'Food insecurity risk',
    at: '2026-03-17',
    value: { valueCodeableConcept: concept('At risk', coding(SYSTEM.loinc, 'LA19952-3', 'At risk')) },
  });
  observation(chart, 'riverside', {
    test: LAB.urineAlbumin,
    absent: 'not-performed',
    at: '2026-03-17T08:10',
    note: 'Specimen not received.',
  });
}
