/**
 * One very large record: forty years of laboratory results, ten of dialysis, four stays in intensive care. Cheap to
 * make at any size, because every reading comes from one of three streams, and its truth is known as it is written.
 */
import { allergy, SUBSTANCE } from './build/allergies.ts';
import { condition } from './build/conditions.ts';
import { visit, VISIT_TYPE } from './build/encounters.ts';
import { prescription } from './build/medications.ts';
import { bloodPressure, observation } from './build/observations.ts';
import { LAB } from './codes/labs.ts';
import { VITAL } from './codes/vitals.ts';
import { patient } from './build/patient.ts';
import type { Demographics } from './build/patient.ts';
import { DRUG } from './codes/drugs.ts';
import { PROBLEM } from './codes/problems.ts';
import type { Test } from './codes/tests.ts';
import type { Chart, Rec } from './chart.ts';
import type { Story } from './stories/story.ts';
import { localText, wallOf } from './time.ts';
import type { OrgKey } from './types.ts';

const MINUTE = 60_000;

/** How the records are shared out, the rest being problems, medicines and fillers. */
const SHARE = { telemetry: 0.4, dialysis: 0.32, labs: 0.26 } as const;

const STAYS = ['2019-02-11T03:20', '2021-11-28T22:45', '2024-06-19T14:10', '2026-01-08T07:30'] as const;
const SIGNALS: readonly (readonly [Test, number, number])[] = [
  [VITAL.heartRate, 92, 26],
  [VITAL.oxygen, 95, 4],
  [VITAL.respiratoryRate, 20, 8],
  [VITAL.temperature, 37.4, 1.2],
];
const TICK = 5 * MINUTE;

const DRAWN: readonly (readonly [Test, number, number])[] = [
  [LAB.creatinine, 3.2, 2.4],
  [LAB.urea, 48, 22],
  [LAB.potassium, 4.9, 1.1],
  [LAB.sodium, 138, 5],
  [LAB.bicarbonate, 22, 4],
  [LAB.calcium, 9, 0.9],
  [LAB.phosphate, 5.1, 1.8],
  [LAB.glucose, 132, 48],
  [LAB.hemoglobin, 10.8, 1.6],
  [LAB.albumin, 3.7, 0.6],
];

const WALTER: Demographics = {
  given: ['Walter', 'Eamon'],
  family: 'Brannigan',
  birthDate: '1957-02-11',
  gender: 'male',
  phone: '555-013-0033',
  street: '27 Mason Street',
  ssn: '903-33-0211',
  communityId: 'C-0330330',
};

export const largeStory = (records: number): Story => ({
  key: 'walter-brannigan',
  name: 'Walter Eamon Brannigan',
  birthDate: WALTER.birthDate,
  gender: 'male',
  story: `Forty years of kidney disease, dialysis and intensive care: ${records.toLocaleString('en-US')} records over four servers.`,
  tell: (chart) => {
    background(chart);
    const upTo = (share: number): number => Math.round(records * share);
    const inCare = telemetry(chart, upTo(SHARE.telemetry));
    dialysis(chart, upTo(SHARE.telemetry + SHARE.dialysis), inCare);
    laboratory(chart, upTo(SHARE.telemetry + SHARE.dialysis + SHARE.labs));
    steps(chart, records);
  },
});

function background(chart: Chart): void {
  patient(chart, 'general', WALTER);
  patient(chart, 'riverside', { ...WALTER, given: ['Walt'], ssn: undefined, phone: '(555) 013-0033' });
  patient(chart, 'county', { ...WALTER, given: ['Walter'], street: '27 Mason St' });
  patient(chart, 'valley', { ...WALTER, given: ['Walter'], street: undefined, ssn: undefined });
  const three: readonly OrgKey[] = ['general', 'riverside', 'county'];
  const origin = (org: OrgKey) => (org === 'county' ? ('general' as const) : undefined);
  for (const [problem, onset] of [
    [PROBLEM.hypertension, '1986-05'],
    [PROBLEM.type2Diabetes, '1994'],
    [PROBLEM.kidney4, '2013-03-05'],
    [PROBLEM.endStageKidney, '2016-01-04'],
    [PROBLEM.coronaryDisease, '2019-02-11'],
    [PROBLEM.kidneyAnemia, '2016-06'],
  ] as const)
    chart.same('condition', three, (org) => condition(chart, org, { problem, onset, origin: origin(org) }));
  for (const [drug, at] of [
    [DRUG.sevelamer, '2016-02-01T09:00'],
    [DRUG.epoetin, '2016-02-01T09:05'],
    [DRUG.amlodipine, '1999-07-12T10:00'],
    [DRUG.atorvastatin, '2019-02-18T10:00'],
  ] as const)
    chart.same('medication', three, (org) =>
      prescription(chart, org, {
        drug,
        dose: { amount: 1, perDay: 1 },
        status: 'active',
        at,
        origin: origin(org),
      }),
    );
  const reacted = allergy(chart, 'general', {
    substance: SUBSTANCE.penicillin,
    criticality: 'high',
    reaction: 'anaphylaxis',
    severity: 'severe',
    recorded: '1991',
  });
  const none = allergy(chart, 'riverside', { substance: SUBSTANCE.noKnownDrug, recorded: '2016-01-04' });
  chart.contradiction('allergy', 'penicillin', reacted, none);
}

/** Wall time at which intensive care has him, so that nothing else measures him then. */
interface Window {
  readonly from: number;
  readonly to: number;
}

/** Bedside monitors at the hospital; the exchange has the readings that a nurse validated, one in four. */
function telemetry(chart: Chart, until: number): Window[] {
  const room = Math.max(0, until - chart.size);
  const ticks = Math.floor(room / (SIGNALS.length * 1.25 * STAYS.length));
  const inCare: Window[] = [];
  for (const start of STAYS) {
    const from = wallOf(start);
    const to = from + Math.max(1, ticks) * TICK;
    inCare.push({ from: from - 60 * MINUTE, to: to + 60 * MINUTE });
    const stay = visit(chart, 'general', {
      class: 'IMP',
      type: VISIT_TYPE.inpatient,
      text: 'Intensive care',
      start,
      end: localText(to),
      doctor: 'lindholm',
      place: 'icu',
      provenance: false,
    });
    for (let i = 0; i < ticks && chart.size < until; i++)
      SIGNALS.forEach((signal, s) => reading(chart, signal, from + i * TICK, stay, (i + s) % 4 === 0));
  }
  return inCare;
}

function reading(
  chart: Chart,
  [test, mean, spread]: (typeof SIGNALS)[number],
  wall: number,
  stay: Rec,
  shared: boolean,
): void {
  const value = Number(chart.random.around(mean, spread).toFixed(test.decimals));
  const common = { test, value, category: 'vital-signs', at: localText(wall), provenance: false } as const;
  const here = observation(chart, 'general', { ...common, encounter: stay });
  if (shared) chart.fact('observation', here, observation(chart, 'county', { ...common, origin: 'general' }));
  else chart.fact('observation', here);
}

/** Dialysis at the clinic's unit: a visit, and pressure, weight and pulse before and after it. */
function dialysis(chart: Chart, until: number, inCare: readonly Window[]): void {
  const isInCare = (wall: number): boolean => inCare.some(({ from, to }) => wall >= from && wall <= to);
  const start = wallOf('2016-01-04T06:30');
  const end = wallOf('2026-10-30T06:30');
  const sessions = Math.max(1, Math.ceil((until - chart.size) / 10));
  const step = Math.floor((end - start) / sessions / MINUTE) * MINUTE;
  for (let wall = start; wall < end && chart.size < until; wall += step) {
    if (isInCare(wall) || isInCare(wall + 240 * MINUTE)) continue;
    const at = localText(wall);
    const seen = chart.same('encounter', ['riverside', 'county'], (org) =>
      visit(chart, org, {
        class: 'AMB',
        type: ['302497006', 'Hemodialysis (procedure)'],
        text: 'Hemodialysis session',
        start: org === 'county' ? localText(wall + 5 * MINUTE) : at,
        end: localText(wall + 240 * MINUTE),
        place: 'clinic',
        origin: org === 'county' ? 'riverside' : undefined,
        provenance: false,
      }),
    );
    const weight = chart.random.around(84, 3);
    bedside(chart, at, weight, seen.riverside, true);
    bedside(
      chart,
      localText(wall + 238 * MINUTE),
      weight - chart.random.around(2.4, 0.8),
      seen.riverside,
      false,
    );
  }
}

function bedside(
  chart: Chart,
  at: string,
  weight: number,
  encounter: Rec | undefined,
  shared: boolean,
): void {
  const common = { at, provenance: false } as const;
  const pressure = { systolic: chart.random.int(104, 178), diastolic: chart.random.int(54, 96) };
  const kilograms = Number(weight.toFixed(2));
  const orgs: readonly OrgKey[] = shared ? ['riverside', 'county'] : ['riverside'];
  const where = (org: OrgKey) => (org === 'county' ? ({ origin: 'riverside' } as const) : { encounter });
  chart.same('observation', orgs, (org) =>
    bloodPressure(chart, org, { ...common, ...pressure, ...where(org) }),
  );
  chart.same('observation', orgs, (org) =>
    observation(chart, org, {
      ...common,
      test: VITAL.weight,
      value: kilograms,
      category: 'vital-signs',
      ...where(org),
    }),
  );
  const pulse = chart.random.int(58, 96);
  const here = observation(chart, 'riverside', {
    ...common,
    test: VITAL.heartRate,
    value: pulse,
    category: 'vital-signs',
    encounter,
  });
  chart.fact('observation', here);
}

/** Drawn at Valley Lab since 1986; the hospital has most of it, the exchange a little, in the other units. */
function laboratory(chart: Chart, until: number): void {
  const start = wallOf('1986-05-06T07:15');
  const end = wallOf('2026-10-27T07:15');
  const draws = Math.max(1, Math.ceil((until - chart.size) / (DRAWN.length * 1.7)));
  const step = Math.floor((end - start) / draws / MINUTE) * MINUTE;
  for (let i = 0; i < draws && chart.size < until; i++) {
    const at = localText(start + i * step);
    for (const [t, [test, mean, spread]] of DRAWN.entries()) {
      const value = Number(chart.random.around(mean, spread).toFixed(test.decimals));
      const turn = (i + t) % 10;
      const orgs: readonly OrgKey[] =
        turn < 1 ? ['valley', 'general', 'county'] : turn < 6 ? ['valley', 'general'] : ['valley'];
      chart.same('observation', orgs, (org) =>
        observation(chart, org, {
          test,
          value,
          at,
          performer: 'valley',
          origin: org === 'valley' ? undefined : 'valley',
          alt: org === 'county' && 'alt' in test,
          provenance: false,
        }),
      );
    }
  }
}

/** A pedometer fills what is left, a day at a time backwards. */
function steps(chart: Chart, until: number): void {
  let wall = wallOf('2026-10-31');
  while (chart.size < until) {
    const here = observation(chart, 'riverside', {
      test: VITAL.steps,
      value: chart.random.int(300, 4200),
      category: 'vital-signs',
      at: localText(wall).slice(0, 10),
      origin: 'wearable',
      provenance: false,
    });
    chart.fact('observation', here);
    wall -= 1440 * MINUTE;
  }
}
