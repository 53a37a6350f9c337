/** Laboratory panels: a report that owns its observations, at each place that has it. */
import { LAB } from '../codes/labs.ts';
import type { Panel } from '../codes/labs.ts';
import type { Test } from '../codes/tests.ts';
import { concept, coding } from '../codes/systems.ts';
import type { Chart, Rec, Recs } from '../chart.ts';
import { observation, testCode } from './observations.ts';
import type { Result } from './observations.ts';
import { ORGS } from '../orgs.ts';
import type { StaffKey } from '../orgs.ts';
import type { OrgKey } from '../types.ts';

type LabKey = keyof typeof LAB;

export interface PanelSpec {
  readonly panel: Panel;
  readonly at: string;
  readonly orgs: readonly OrgKey[];
  readonly values: Partial<Record<LabKey, number>>;
  readonly orderedBy: StaffKey;
  readonly accession: string;
  /** What one organisation does differently to its copies. */
  readonly differently?: Partial<Record<OrgKey, Partial<Result>>> | undefined;
  readonly encounter?: Recs | undefined;
  /** Organisations that keep only the observations, not the report. */
  readonly withoutReport?: readonly OrgKey[] | undefined;
}

export interface PanelRecs {
  readonly results: Partial<Record<LabKey, Recs>>;
  readonly report: Recs;
}

/** Drawn and analysed by Valley Lab; the others have what it sent them. */
export function labPanel(chart: Chart, spec: PanelSpec): PanelRecs {
  const results: Partial<Record<LabKey, Recs>> = {};
  for (const [key, value] of Object.entries(spec.values) as [LabKey, number][]) {
    results[key] = chart.same('observation', spec.orgs, (org) =>
      observation(chart, org, { ...common(org, spec, LAB[key], value), ...spec.differently?.[org] }),
    );
  }
  const reporting = spec.orgs.filter((org) => !spec.withoutReport?.includes(org));
  const report = chart.same('report', reporting, (org) => {
    const owned = Object.values(results).flatMap((recs) => recs[org] ?? []);
    return reportOf(chart, org, spec, owned);
  });
  return { results, report };
}

const common = (org: OrgKey, spec: PanelSpec, test: Test, value: number): Result => ({
  test,
  value,
  at: spec.at,
  performer: 'valley',
  origin: org === 'valley' ? undefined : 'valley',
  encounter: spec.encounter?.[org],
});

function reportOf(chart: Chart, org: OrgKey, spec: PanelSpec, owned: readonly Rec[]): Rec {
  return chart.put(
    org,
    'DiagnosticReport',
    {
      identifier: [{ system: `urn:oid:${ORGS.valley.oid}.8`, value: spec.accession }],
      status: 'final',
      category: [
        concept(undefined, coding('http://terminology.hl7.org/CodeSystem/v2-0074', 'LAB', 'Laboratory')),
      ],
      code: testCode(org, spec.panel, undefined),
      encounter: spec.encounter?.[org] ? { reference: spec.encounter[org].ref } : undefined,
      effectiveDateTime: chart.when(org, spec.at),
      issued: chart.when(org, spec.at),
      performer: [chart.organization(org, 'valley')],
      resultsInterpreter: org === 'valley' ? [chart.staff(org, 'quist')] : undefined,
      result: owned.map((rec) => ({ reference: rec.ref })),
    },
    {
      at: spec.at,
      origin: org === 'valley' ? undefined : 'valley',
      profile: 'us-core-diagnosticreport-lab',
      author: 'quist',
    },
  );
}
