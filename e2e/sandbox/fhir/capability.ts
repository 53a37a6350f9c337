import type { Habits } from '../habits.ts';
import { definedParameters, indexedParameters } from './parameters.ts';

/** Types a server of any kind knows of, whether it holds any or not. */
const ALWAYS = ['Patient', 'Observation', 'DiagnosticReport', 'Provenance', 'AuditEvent', 'Practitioner'];
/** Promised by an optimistic statement, refused when asked. */
const PROMISED = ['Flag', 'RiskAssessment', 'SupplyDelivery'];
/** Left out by a modest statement, answered when asked. */
const UNMENTIONED = new Set(['Immunization', 'Procedure', 'Provenance']);

export const supportedTypes = (held: readonly string[]): ReadonlySet<string> => new Set([...ALWAYS, ...held]);

export interface Endpoints {
  readonly authorize: string;
  readonly token: string;
  readonly revoke: string;
}

export function capabilityStatement(
  name: string,
  base: string,
  types: ReadonlySet<string>,
  habits: Habits,
  endpoints: Endpoints,
): string {
  let listed = [...types].sort();
  if (habits.capability === 'understates') listed = listed.filter((type) => !UNMENTIONED.has(type));
  if (habits.appState === true) listed = [...new Set([...listed, 'Basic'])].sort();
  if (habits.capability === 'overstates') listed = [...listed, ...PROMISED].sort();
  return JSON.stringify({
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: '2024-01-01',
    kind: 'instance',
    software: { name: `${name} FHIR API`, version: '4.2' },
    implementation: { description: name, url: base },
    fhirVersion: '4.0.1',
    format: ['json'],
    rest: [{ mode: 'server', security: security(endpoints), resource: listed.map((type) => entry(type)) }],
  });
}

const OAUTH_URIS = 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris';

const security = ({ authorize, token, revoke }: Endpoints) => ({
  cors: true,
  service: [
    {
      coding: [
        { system: 'http://terminology.hl7.org/CodeSystem/restful-security-service', code: 'SMART-on-FHIR' },
      ],
    },
  ],
  extension: [
    {
      url: OAUTH_URIS,
      extension: [
        { url: 'authorize', valueUri: authorize },
        { url: 'token', valueUri: token },
        { url: 'revoke', valueUri: revoke },
      ],
    },
  ],
});

function entry(type: string) {
  const { tokens, dates } = indexedParameters(type);
  const params = [
    { name: '_id', type: 'token' },
    { name: '_lastUpdated', type: 'date' },
    ...(definedParameters(type).has('patient') ? [{ name: 'patient', type: 'reference' }] : []),
    ...Object.keys(tokens).map((name) => ({ name, type: 'token' })),
    ...Object.keys(dates).map((name) => ({ name, type: 'date' })),
  ];
  const operation =
    type === 'Patient'
      ? [
          { name: 'match', definition: 'http://hl7.org/fhir/OperationDefinition/Patient-match' },
          { name: 'everything', definition: 'http://hl7.org/fhir/OperationDefinition/Patient-everything' },
        ]
      : undefined;
  const writes = type === 'AuditEvent' ? ['create'] : type === 'Basic' ? ['create', 'update', 'delete'] : [];
  const interaction = ['read', 'search-type', ...writes];
  return {
    type,
    interaction: interaction.map((one) => ({ code: one })),
    searchRevInclude: type === 'Provenance' ? undefined : ['Provenance:target'],
    searchInclude: type.startsWith('Medication') ? [`${type}:medication`] : undefined,
    searchParam: params,
    operation,
  };
}
