/**
 * AuditEvents as IHE's Basic Audit Log Patterns (BALP, ITI supplement) shape them. Queries and reads claim their
 * profile; what a clinician does inside the app has none, and follows the same pattern without claiming one.
 * Codes: DICOM PS3.16 (context group 400 ff.), HL7 THO audit-event-type, audit-entity-type, object-role, CC0.
 */
import type { Json, JsonObject } from '../base/index.ts';
import type { ResourceRef } from '../record/index.ts';
import type { Act, AuditEntry, AuditSource } from './entry.ts';

const BALP = 'https://profiles.ihe.net/ITI/BALP';
const DCM = 'http://dicom.nema.org/resources/ontology/DCM';
const THO = 'http://terminology.hl7.org/CodeSystem';
const OWN = 'urn:throughline:audit';

/** Reads of these are not reads of the patient's record. */
const NOT_OF_A_PATIENT = /^(?:Practitioner|PractitionerRole|Organization|Location|Medication|Endpoint)\//;

export interface Where {
  /** The origin that served this app. */
  readonly app: string;
  /** Now, as a FHIR instant. */
  readonly recorded: string;
}

type Coding = { readonly system: string; readonly code: string; readonly display: string };
const coding = (system: string, code: string, display: string): Coding => ({ system, code, display });

export function auditEvent(entry: AuditEntry, where: Where): JsonObject {
  switch (entry.kind) {
    case 'query':
      return queryEvent(entry, where);
    case 'read':
      return readEvent(entry, where);
    case 'act':
      return actEvent(entry, where);
  }
}

function queryEvent(entry: Extract<AuditEntry, { kind: 'query' }>, where: Where): JsonObject {
  const { at } = entry;
  const profile = at.patient === null ? 'Query' : 'PatientQuery';
  return {
    ...rest(profile, 'search', 'E', where),
    // The query flows from the client to the server: so the client is the source, though the data flows back.
    agent: agents(at, where, SOURCE_ROLE, DESTINATION_ROLE),
    entity: [
      ...patientOf(at),
      {
        type: coding(`${THO}/audit-entity-type`, '2', 'System Object'),
        role: coding(`${THO}/object-role`, '24', 'Query'),
        query: base64(entry.query),
      },
      ...transaction(entry.requestId),
    ],
  };
}

function readEvent(entry: Extract<AuditEntry, { kind: 'read' }>, where: Where): JsonObject {
  const { ref } = entry;
  const own = ref.startsWith('Patient/') ? { ...entry.at, patient: ref } : entry.at;
  const at = NOT_OF_A_PATIENT.test(ref) ? { ...own, patient: null } : own;
  return {
    ...rest(at.patient === null ? 'Read' : 'PatientRead', 'read', 'R', where),
    agent: agents(at, where, DESTINATION_ROLE, SOURCE_ROLE),
    entity: [...patientOf(at), dataOf(at, ref), ...transaction(entry.requestId)],
  };
}

const SOURCE_ROLE = coding(DCM, '110153', 'Source Role ID');
const DESTINATION_ROLE = coding(DCM, '110152', 'Destination Role ID');

const rest = (profile: string, interaction: string, action: string, where: Where): JsonObject => ({
  resourceType: 'AuditEvent',
  meta: { profile: [`${BALP}/StructureDefinition/IHE.BasicAudit.${profile}`] },
  type: coding(`${THO}/audit-event-type`, 'rest', 'RESTful Operation'),
  subtype: [coding('http://hl7.org/fhir/restful-interaction', interaction, interaction)],
  ...happened(action, where),
});

const happened = (action: string, { recorded }: Where): JsonObject => ({
  action,
  recorded,
  outcome: '0',
  source: {
    observer: { display: 'Throughline' },
    type: [coding(`${THO}/security-source-type`, '1', 'User Device')],
  },
});

function agents(at: AuditSource, where: Where, client: Coding, server: Coding): Json[] {
  return [
    {
      type: { coding: [client] },
      who: { identifier: { value: at.clientId || 'throughline' }, display: 'Throughline' },
      requestor: false,
      network: { address: where.app, type: '5' },
    },
    {
      type: { coding: [server] },
      who: { identifier: { value: at.base }, display: at.name },
      requestor: false,
      network: { address: at.base, type: '5' },
    },
    ...userOf(at, null),
  ];
}

/** The server knows by its token who asked, also where it did not tell this app. */
function userOf(at: AuditSource, purpose: string | null): Json[] {
  if (at.user === null) return [];
  return [
    {
      type: { coding: [coding(`${THO}/v3-ParticipationType`, 'IRCP', 'information recipient')] },
      who: { reference: absolute(at, at.user) },
      requestor: true,
      ...(purpose === null ? {} : { purposeOfUse: [{ coding: [reasonCode(purpose)] }] }),
    },
  ];
}

const absolute = (at: AuditSource, ref: string): string => (/^https?:/.test(ref) ? ref : `${at.base}/${ref}`);

const patientOf = (at: AuditSource): JsonObject[] =>
  at.patient === null
    ? []
    : [
        {
          what: { reference: absolute(at, at.patient) },
          type: coding(`${THO}/audit-entity-type`, '1', 'Person'),
          role: coding(`${THO}/object-role`, '1', 'Patient'),
        },
      ];

const dataOf = (at: AuditSource, ref: ResourceRef): JsonObject => ({
  what: { reference: absolute(at, ref) },
  type: coding(`${THO}/audit-entity-type`, '2', 'System Object'),
  role: coding(`${THO}/object-role`, '4', 'Domain Resource'),
});

const transaction = (id: string | null): JsonObject[] =>
  id === null
    ? []
    : [
        {
          what: { identifier: { value: id } },
          type: coding(`${BALP}/CodeSystem/BasicAuditEntityType`, 'XrequestId', 'X-Request-Id'),
        },
      ];

interface Meaning {
  readonly type: Coding;
  readonly subtype: Coding;
  readonly action: 'R' | 'U' | 'E';
}

const RECORD = coding(DCM, '110110', 'Patient Record');
const EXPORT = coding(DCM, '110106', 'Export');
const AUTHENTICATION = coding(DCM, '110114', 'User Authentication');
const own = (act: Act, display: string): Coding => coding(OWN, act, display);

const MEANING: Readonly<Record<Act, Meaning>> = {
  reveal: { type: RECORD, subtype: own('reveal', 'Masked record shown'), action: 'R' },
  conceal: { type: RECORD, subtype: own('conceal', 'Shown record masked again'), action: 'E' },
  raw: { type: RECORD, subtype: own('raw', 'Raw record shown'), action: 'R' },
  attachment: { type: RECORD, subtype: own('attachment', 'Attachment opened'), action: 'R' },
  export: { type: EXPORT, subtype: own('export', 'Exported to a file'), action: 'R' },
  print: { type: EXPORT, subtype: own('print', 'Printed'), action: 'R' },
  split: { type: RECORD, subtype: own('split', 'Joined records split'), action: 'U' },
  join: { type: RECORD, subtype: own('join', 'Records joined'), action: 'U' },
  undo: { type: RECORD, subtype: own('undo', 'Split or join undone'), action: 'U' },
  keep: { type: RECORD, subtype: own('keep', 'Decisions kept at the source'), action: 'U' },
  unkeep: { type: RECORD, subtype: own('unkeep', 'Kept decisions removed'), action: 'U' },
  link: { type: RECORD, subtype: own('link', 'Patient linked'), action: 'U' },
  unlink: { type: RECORD, subtype: own('unlink', 'Patient unlinked'), action: 'U' },
  'break-glass': {
    type: coding(DCM, '110113', 'Security Alert'),
    subtype: coding(DCM, '110127', 'Emergency Override Started'),
    action: 'E',
  },
  'sign-in': { type: AUTHENTICATION, subtype: coding(DCM, '110122', 'Login'), action: 'E' },
  'sign-out': { type: AUTHENTICATION, subtype: coding(DCM, '110123', 'Logout'), action: 'E' },
  lock: { type: AUTHENTICATION, subtype: own('lock', 'Session locked'), action: 'E' },
};

function actEvent(entry: Extract<AuditEntry, { kind: 'act' }>, where: Where): JsonObject {
  const { act, at, purpose, reason, what } = entry;
  const { type, subtype, action } = MEANING[act];
  const named = what.filter(({ source }) => source === at.source);
  return {
    resourceType: 'AuditEvent',
    type,
    subtype: [subtype],
    ...happened(action, where),
    ...(purpose === null && reason === null ? {} : { purposeOfEvent: [whyOf(purpose, reason)] }),
    agent: [
      {
        type: { coding: [coding(DCM, '110150', 'Application')] },
        who: { identifier: { value: at.clientId || 'throughline' }, display: 'Throughline' },
        requestor: at.user === null,
        network: { address: where.app, type: '5' },
      },
      ...userOf(at, purpose),
    ],
    entity: [...patientOf(at), ...named.map(({ ref }) => dataOf(at, ref))],
  };
}

const whyOf = (purpose: string | null, reason: string | null): JsonObject => ({
  ...(purpose === null ? {} : { coding: [reasonCode(purpose)] }),
  ...(reason === null ? {} : { text: reason }),
});

const reasonCode = (code: string): JsonObject => ({ system: `${THO}/v3-ActReason`, code });

function base64(text: string): string {
  let bytes = '';
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return btoa(bytes);
}
