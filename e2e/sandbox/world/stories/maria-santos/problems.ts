/** What she has, and what she reacts to: each organisation in its own words. */
import { allergy, SUBSTANCE } from '../../build/allergies.ts';
import { condition } from '../../build/conditions.ts';
import { PROBLEM } from '../../codes/problems.ts';
import type { Chart, Recs } from '../../chart.ts';
import type { OrgKey } from '../../types.ts';

export interface Problems {
  readonly fibrillation: Recs;
  readonly kidney: Recs;
  readonly diabetes: Recs;
  readonly pressure: Recs;
}

export function problemList(chart: Chart): Problems {
  const three: readonly OrgKey[] = ['general', 'riverside', 'county'];
  // The year is all that the exchange kept; the clinic knows the month.
  const onset: Partial<Record<OrgKey, string>> = {
    general: '2015-03-11',
    riverside: '2015-03',
    county: '2015',
  };
  const diabetes = chart.same('condition', three, (org) =>
    condition(chart, org, {
      problem: PROBLEM.type2Diabetes,
      onset: onset[org],
      recorded: '2015-03-11',
      doctor: 'okonkwo',
      origin: org === 'county' ? 'riverside' : undefined,
    }),
  );
  const pressure = chart.same('condition', three, (org) =>
    condition(chart, org, {
      problem: PROBLEM.hypertension,
      onset: org === 'riverside' ? '2009' : '2009-10-05',
      vocabulary: org === 'county' ? 'icd9' : undefined,
      doctor: 'okonkwo',
      origin: org === 'county' ? 'riverside' : undefined,
    }),
  );
  const fibrillation = chart.same('condition', three, (org) =>
    condition(chart, org, {
      problem: PROBLEM.atrialFibrillation,
      onset: '2022-05-14',
      doctor: 'alvarez',
      origin: org === 'county' ? 'general' : undefined,
    }),
  );
  const kidney = chart.same('condition', ['general', 'riverside'], (org) =>
    condition(chart, org, { problem: PROBLEM.kidney3, onset: '2023-09-20', doctor: 'okonkwo' }),
  );
  chart.same('condition', ['riverside', 'county'], (org) =>
    condition(chart, org, {
      problem: PROBLEM.hyperlipidemia,
      onset: '2012-04',
      doctor: 'okonkwo',
      origin: org === 'county' ? 'riverside' : undefined,
    }),
  );
  condition(chart, 'riverside', {
    problem: PROBLEM.kneeOsteoarthritis,
    vocabulary: 'text',
    recorded: '2018-06-02',
  });
  return { fibrillation, kidney, diabetes, pressure };
}

export function allergies(chart: Chart): void {
  const reported = chart.same('allergy', ['general', 'county'], (org) =>
    allergy(chart, org, {
      substance: SUBSTANCE.penicillin,
      criticality: org === 'general' ? 'high' : 'low',
      reaction: 'hives',
      severity: 'moderate',
      onset: org === 'general' ? '1998' : undefined,
      recorded: '2022-05-14',
      doctor: 'hughes',
      origin: org === 'county' ? 'general' : undefined,
    }),
  );
  const denied = allergy(chart, 'riverside', {
    substance: SUBSTANCE.noKnown,
    recorded: '2019-02-07',
    doctor: 'marsh',
    note: 'Patient denies allergies at intake.',
  });
  const amoxicillin = allergy(chart, 'county', {
    substance: SUBSTANCE.amoxicillin,
    criticality: 'unable-to-assess',
    reaction: 'rash',
    severity: 'mild',
    recorded: '2021-11-19',
    origin: 'urgent',
  });
  chart.contradiction('allergy', 'penicillin', reported.general, reported.county, denied);
  chart.contradiction('allergy', 'amoxicillin', amoxicillin, denied);
  chart.contradiction('criticality', 'penicillin', reported.general, reported.county);
  chart.relation('class', 'penicillin and amoxicillin', reported.general, amoxicillin);
}
