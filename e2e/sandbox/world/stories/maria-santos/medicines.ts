/** What she takes, by whom you ask. */
import { prescription, refills, statement } from '../../build/medications.ts';
import { observation } from '../../build/observations.ts';
import { LAB } from '../../codes/labs.ts';
import { DRUG } from '../../codes/drugs.ts';
import type { Chart } from '../../chart.ts';
import type { Problems } from './problems.ts';

export function anticoagulants(chart: Chart, problems: Problems): void {
  const active = prescription(chart, 'general', {
    drug: DRUG.warfarin,
    dose: { amount: 1, perDay: 1, text: 'Take 1 tablet (5 mg) every evening' },
    status: 'active',
    at: '2022-05-16T11:20',
    doctor: 'alvarez',
    reason: problems.fibrillation.general,
    days: 90,
  });
  const stopped = statement(chart, 'riverside', {
    drug: DRUG.warfarin,
    dose: { amount: 0.5, perDay: 1, text: 'Half a tablet (2.5 mg) daily' },
    status: 'stopped',
    statusReason: 'Changed to apixaban by outside cardiology',
    at: '2022-05-16',
    end: '2026-06-10',
    doctor: 'okonkwo',
  });
  const fills = refills(chart, 'county', {
    drug: DRUG.warfarin,
    dose: { amount: 1, perDay: 1 },
    at: '2025-05-20',
    times: 4,
    every: 90,
    status: 'completed',
    coding: 'ndc',
    origin: 'pharmacy',
  });
  chart.fact('medication', active, stopped, ...fills);
  chart.contradiction('status', 'warfarin', active, stopped);
  chart.contradiction('dose', 'warfarin', active, stopped);

  const apixaban = prescription(chart, 'county', {
    drug: DRUG.apixaban,
    dose: { amount: 1, perDay: 2 },
    status: 'active',
    at: '2026-06-10T14:30',
    doctor: 'baptiste',
    origin: 'lakeside',
    coding: 'product',
  });
  const taking = statement(chart, 'riverside', {
    drug: DRUG.apixaban,
    dose: { amount: 1, perDay: 2 },
    status: 'active',
    at: '2026-06-10',
    doctor: 'okonkwo',
    coding: 'text',
  });
  chart.fact('medication', apixaban, taking);
  chart.contradiction('therapy', 'two anticoagulants active', active, apixaban, taking);
  chart.relation('duplicate-therapy', 'warfarin and apixaban', active, apixaban);
  internationalRatios(chart);
}

/** Monthly checks end when apixaban begins; the last one at the county is an hour off. */
function internationalRatios(chart: Chart): void {
  const months = ['2025-11', '2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05'];
  const values = [2.4, 2.8, 3.4, 2.1, 1.8, 2.6, 3.9];
  months.forEach((month, i) => {
    const at = `${month}-0${(i % 5) + 3}T07:4${i % 6}`;
    chart.same('observation', i % 2 === 0 ? ['valley', 'general'] : ['valley'], (org) =>
      observation(chart, org, {
        test: LAB.inr,
        value: values[i] ?? 2,
        at,
        performer: 'valley',
        naming: org === 'general' && i === 2 ? 'text' : undefined,
      }),
    );
  });
  const right = observation(chart, 'valley', { test: LAB.inr, value: 2.7, at: '2026-06-02T07:45' });
  const shifted = observation(chart, 'county', {
    test: LAB.inr,
    value: 2.7,
    at: '2026-06-02T08:45',
    origin: 'valley',
  });
  chart.relation('possibly-same', 'INR one hour apart through a zone error', right, shifted);
}

export function otherMedicines(chart: Chart): void {
  const metformin = prescription(chart, 'riverside', {
    drug: DRUG.metformin,
    dose: { amount: 1, perDay: 1 },
    status: 'active',
    at: '2025-09-16T09:25',
    doctor: 'okonkwo',
    days: 90,
    note: 'Halved for kidney function (eGFR 35).',
  });
  const fills = refills(chart, 'county', {
    drug: DRUG.metformin,
    dose: { amount: 1, perDay: 1 },
    at: '2026-01-08',
    times: 3,
    every: 90,
    status: 'completed',
    origin: 'pharmacy',
    coding: 'product',
  });
  // The hospital still lists what she took when it last asked.
  const listed = statement(chart, 'general', {
    drug: DRUG.metformin,
    dose: { amount: 1, perDay: 2 },
    status: 'active',
    at: '2015',
  });
  chart.fact('medication', metformin, listed, ...fills);
  chart.contradiction('dose', 'metformin', metformin, listed);
  for (const drug of [DRUG.lisinopril, DRUG.atorvastatin]) {
    chart.same('medication', ['riverside', 'general', 'county'], (org) =>
      prescription(chart, org, {
        drug,
        dose: { amount: 1, perDay: 1 },
        status: 'active',
        at: '2022-01-12T09:30',
        doctor: 'okonkwo',
        origin: org === 'county' ? 'riverside' : undefined,
        coding: org === 'county' ? 'atc' : undefined,
        asReference: org === 'general',
      }),
    );
  }
  chart.same('medication', ['general', 'riverside'], (org) =>
    prescription(chart, org, {
      drug: DRUG.metoprolol,
      dose: { amount: 1, perDay: 1 },
      status: 'active',
      at: '2022-05-16T11:25',
      doctor: 'alvarez',
    }),
  );
}
