/** Notes, letters, summaries and pictures. */
import { SYSTEM, coding, concept } from '../codes/systems.ts';
import type { Chart, Rec } from '../chart.ts';
import type { Label } from '../labels.ts';
import { ORGS, OUTSIDE } from '../orgs.ts';
import type { OutsideKey, StaffKey } from '../orgs.ts';
import type { OrgKey } from '../types.ts';
import { sha1 } from './files.ts';
import type { File } from './files.ts';

export const NOTE = {
  progress: ['11506-3', 'Progress note'],
  consult: ['11488-4', 'Consult note'],
  discharge: ['18842-5', 'Discharge summary'],
  emergency: ['34111-5', 'Emergency department Note'],
  referral: ['57133-1', 'Referral note'],
  summary: ['34133-9', 'Summary of episode note'],
  pathology: ['11526-1', 'Pathology study'],
  operation: ['11504-8', 'Surgical operation note'],
} as const satisfies Record<string, readonly [string, string]>;

export interface Document {
  readonly type: readonly [string, string];
  readonly title: string;
  readonly at: string;
  readonly file: File;
  /** Kept apart as a Binary, as large servers do; otherwise inside the resource. */
  readonly asBinary?: boolean | undefined;
  readonly author?: StaffKey | undefined;
  readonly encounter?: Rec | undefined;
  readonly label?: Label | undefined;
  readonly origin?: OrgKey | OutsideKey | undefined;
  readonly identifier?: string | undefined;
  readonly narrative?: string | undefined;
  readonly status?: 'current' | 'superseded' | 'entered-in-error' | undefined;
}

export function document(chart: Chart, org: OrgKey, spec: Document): Rec {
  const { bytes, contentType } = spec.file;
  const data = bytes.toString('base64');
  const source = spec.origin ?? org;
  const oid = source in ORGS ? ORGS[source as OrgKey].oid : OUTSIDE[source as OutsideKey].oid;
  const binary = spec.asBinary
    ? chart.put(
        org,
        'Binary',
        { contentType, securityContext: { reference: chart.patientRef(org).reference }, data },
        { at: spec.at, label: spec.label, provenance: false },
      )
    : undefined;
  return chart.put(
    org,
    'DocumentReference',
    {
      identifier: spec.identifier ? [{ system: `urn:oid:${oid}.12`, value: spec.identifier }] : undefined,
      status: spec.status ?? 'current',
      docStatus: 'final',
      type: concept(spec.title, coding(SYSTEM.loinc, ...spec.type)),
      category: [
        concept(
          undefined,
          coding(
            'http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category',
            'clinical-note',
            'Clinical Note',
          ),
        ),
      ],
      date: chart.when(org, spec.at),
      author: spec.author ? [chart.staff(org, spec.author)] : [chart.organization(org, source)],
      custodian: chart.organization(org, source),
      content: [
        {
          attachment: {
            contentType,
            ...(binary ? { url: binary.ref } : { data }),
            size: bytes.length,
            hash: sha1(bytes),
            title: spec.title,
            creation: chart.when(org, spec.at),
          },
        },
      ],
      context: spec.encounter ? { encounter: [{ reference: spec.encounter.ref }] } : undefined,
    },
    {
      at: spec.at,
      label: spec.label,
      origin: spec.origin,
      author: spec.author,
      profile: 'us-core-documentreference',
      narrative: spec.narrative,
    },
  );
}

export interface ImagingReport {
  readonly code: readonly [string, string];
  readonly text: string;
  readonly at: string;
  readonly conclusion: string;
  readonly modality: 'CT' | 'CR' | 'MG' | 'US' | 'MR';
  readonly category: 'radiology' | 'cardiology' | 'pathology';
  readonly doctor: StaffKey;
  readonly accession: string;
  readonly encounter?: Rec | undefined;
  readonly status?: string | undefined;
  readonly version?: number | undefined;
  readonly conclusionCode?: readonly [string, string] | undefined;
  readonly origin?: OrgKey | OutsideKey | undefined;
  readonly study?: Rec | undefined;
  readonly file?: File | undefined;
}

const REPORT_CATEGORY: Readonly<Record<ImagingReport['category'], readonly [string, string]>> = {
  radiology: ['LP29684-5', 'Radiology'],
  cardiology: ['LP29708-2', 'Cardiology'],
  pathology: ['LP7839-6', 'Pathology'],
};

export function imagingReport(chart: Chart, org: OrgKey, spec: ImagingReport): Rec {
  return chart.put(
    org,
    'DiagnosticReport',
    {
      identifier: [{ system: `urn:oid:${ORGS.general.oid}.8`, value: spec.accession }],
      status: spec.status ?? 'final',
      category: [concept(undefined, coding(SYSTEM.loinc, ...REPORT_CATEGORY[spec.category]))],
      code: concept(spec.text, coding(SYSTEM.loinc, ...spec.code)),
      encounter: spec.encounter ? { reference: spec.encounter.ref } : undefined,
      effectiveDateTime: chart.when(org, spec.at),
      issued: chart.when(org, spec.at),
      performer: [chart.staff(org, spec.doctor)],
      imagingStudy: spec.study ? [{ reference: spec.study.ref }] : undefined,
      conclusion: spec.conclusion,
      conclusionCode: spec.conclusionCode
        ? [concept(undefined, coding(SYSTEM.snomed, ...spec.conclusionCode))]
        : undefined,
      presentedForm: spec.file
        ? [{ contentType: spec.file.contentType, data: spec.file.bytes.toString('base64'), title: spec.text }]
        : undefined,
    },
    {
      at: spec.at,
      origin: spec.origin,
      author: spec.doctor,
      version: spec.version,
      profile: 'us-core-diagnosticreport-note',
    },
  );
}

export function imagingStudy(
  chart: Chart,
  org: OrgKey,
  spec: {
    at: string;
    text: string;
    modality: ImagingReport['modality'];
    accession: string;
    images: number;
    encounter?: Rec;
  },
): Rec {
  const modality = coding('http://dicom.nema.org/resources/ontology/DCM', spec.modality);
  // 2.25 is the arc for UIDs made from a number; the same study has the same UID wherever it is copied.
  const uid = `2.25.${spec.accession.replace(/\D/g, '')}7204`;
  return chart.put(
    org,
    'ImagingStudy',
    {
      identifier: [{ system: 'urn:dicom:uid', value: `urn:oid:${uid}` }],
      status: 'available',
      modality: [modality],
      encounter: spec.encounter ? { reference: spec.encounter.ref } : undefined,
      started: chart.when(org, spec.at),
      numberOfSeries: 1,
      numberOfInstances: spec.images,
      description: spec.text,
      series: [{ uid: `${uid}.1`, number: 1, modality, numberOfInstances: spec.images }],
    },
    { at: spec.at },
  );
}

export function procedure(
  chart: Chart,
  org: OrgKey,
  spec: {
    code: readonly [string, string];
    text: string;
    at?: string;
    end?: string;
    status?: string;
    statusReason?: string;
    doctor?: StaffKey;
    encounter?: Rec | undefined;
    bodySite?: readonly [string, string];
    reason?: Rec | undefined;
    outcome?: string;
    origin?: OrgKey | OutsideKey | undefined;
    textOnly?: boolean;
  },
): Rec {
  const performed =
    spec.at === undefined
      ? {}
      : spec.end
        ? { performedPeriod: { start: chart.when(org, spec.at), end: chart.when(org, spec.end) } }
        : { performedDateTime: chart.when(org, spec.at) };
  return chart.put(
    org,
    'Procedure',
    {
      status: spec.status ?? 'completed',
      statusReason: spec.statusReason ? { text: spec.statusReason } : undefined,
      code: spec.textOnly ? concept(spec.text) : concept(spec.text, coding(SYSTEM.snomed, ...spec.code)),
      encounter: spec.encounter ? { reference: spec.encounter.ref } : undefined,
      ...performed,
      performer: spec.doctor ? [{ actor: chart.staff(org, spec.doctor) }] : undefined,
      reasonReference: spec.reason ? [{ reference: spec.reason.ref }] : undefined,
      bodySite: spec.bodySite
        ? [concept(spec.bodySite[1], coding(SYSTEM.snomed, ...spec.bodySite))]
        : undefined,
      outcome: spec.outcome ? { text: spec.outcome } : undefined,
    },
    { at: spec.at, origin: spec.origin, author: spec.doctor, profile: 'us-core-procedure' },
  );
}
