/**
 * The rules of IHE BALP's Query, PatientQuery, Read and PatientRead profiles, written out by hand from the published
 * profiles, so that what the builders make, and what a server gives back, is judged by something that is not the
 * builder.
 */
import { isObject, type Json, type JsonObject } from '../../../src/base/index.ts';

const THO = 'http://terminology.hl7.org/CodeSystem';
const DCM = 'http://dicom.nema.org/resources/ontology/DCM';
const PROFILE = 'https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.';
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

const list = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? (value as readonly Json[]).filter(isObject) : [];
const sub = (value: JsonObject | undefined, key: string): JsonObject => {
  const found = value?.[key];
  return isObject(found) ? found : {};
};
const is = (coding: JsonObject, system: string, code: string): boolean =>
  coding['system'] === system && coding['code'] === code;
const agentOf = (event: JsonObject, system: string, code: string): readonly JsonObject[] =>
  list(event['agent']).filter((agent) =>
    list(sub(agent, 'type')['coding']).some((each) => is(each, system, code)),
  );
const entityOf = (event: JsonObject, system: string, code: string): readonly JsonObject[] =>
  list(event['entity']).filter((entity) => is(sub(entity, 'type'), system, code));

/** What a BALP profile demands and this event lacks; empty where it conforms to the profile it claims. */
export function balpFaults(event: JsonObject): string[] {
  const faults: string[] = [];
  const must = (holds: boolean, what: string) => {
    if (!holds) faults.push(what);
  };
  const claimed = sub(event, 'meta')['profile'];
  const profile = Array.isArray(claimed) ? String(claimed[0]).replace(PROFILE, '') : 'none';
  must(
    ['Query', 'PatientQuery', 'Read', 'PatientRead'].includes(profile),
    `profile ${profile} is not judged here`,
  );
  const query = profile.endsWith('Query');
  const ofPatient = profile.startsWith('Patient');

  must(is(sub(event, 'type'), `${THO}/audit-event-type`, 'rest'), 'type is rest');
  const interactions = query ? ['search', 'search-type', 'search-system'] : ['read', 'vread'];
  must(
    list(event['subtype']).some((each) =>
      interactions.some((code) => is(each, 'http://hl7.org/fhir/restful-interaction', code)),
    ),
    'subtype names the interaction',
  );
  must(event['action'] === (query ? 'E' : 'R'), 'action');
  must(INSTANT.test(String(event['recorded'])), 'recorded');
  must(event['outcome'] === '0', 'outcome');
  must(Object.keys(sub(sub(event, 'source'), 'observer')).length > 0, 'source.observer');

  for (const [name, code] of [
    ['client', query ? '110153' : '110152'],
    ['server', query ? '110152' : '110153'],
  ] as const) {
    const found = agentOf(event, DCM, code);
    must(found.length === 1, `one ${name} agent`);
    must(Object.keys(sub(found[0], 'who')).length > 0, `${name}.who`);
    must(typeof sub(found[0], 'network')['address'] === 'string', `${name}.network`);
    must(found[0]?.['media'] === undefined, `${name} has no media`);
  }
  const users = agentOf(event, `${THO}/v3-ParticipationType`, 'IRCP');
  must(users.length <= 1, 'at most one user agent');
  for (const user of users) {
    must(user['requestor'] === true, 'the user is the requestor');
    must(Object.keys(sub(user, 'who')).length > 0, 'user.who');
    must(user['network'] === undefined && user['media'] === undefined, 'a user is no network device');
  }
  must(
    list(event['agent']).every((agent) => typeof agent['requestor'] === 'boolean'),
    'every agent says whether it asked',
  );

  const objects = entityOf(event, `${THO}/audit-entity-type`, '2');
  must(objects.length === 1, 'one entity for what was asked');
  if (query) {
    must(is(sub(objects[0], 'role'), `${THO}/object-role`, '24'), 'its role is query');
    must(/^[A-Za-z0-9+/]+=*$/.test(String(objects[0]?.['query'])), 'the query in base64');
    must(
      objects[0]?.['what'] === undefined && objects[0]?.['detail'] === undefined,
      'a query has no what, no detail',
    );
  } else {
    must(
      ['4', '3', '20'].some((code) => is(sub(objects[0], 'role'), `${THO}/object-role`, code)),
      'its role is a resource',
    );
    must(typeof sub(objects[0], 'what')['reference'] === 'string', 'what was read');
  }
  const people = entityOf(event, `${THO}/audit-entity-type`, '1');
  must(people.length === (ofPatient ? 1 : 0), ofPatient ? 'one patient' : 'no patient');
  for (const person of people) {
    must(is(sub(person, 'role'), `${THO}/object-role`, '1'), 'the role of a patient');
    must(/(^|\/)Patient\/[^/]+$/.test(String(sub(person, 'what')['reference'])), 'a reference to a Patient');
  }
  const transactions = entityOf(
    event,
    'https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType',
    'XrequestId',
  );
  must(transactions.length <= 1, 'at most one request id');
  for (const each of transactions)
    must(typeof sub(sub(each, 'what'), 'identifier')['value'] === 'string', 'the request id has a value');
  return faults;
}

/** What FHIR demands of every AuditEvent, and an auditor of each act of a person: who, of whom, where, when. */
export function actFaults(event: JsonObject): string[] {
  const faults: string[] = [];
  const must = (holds: boolean, what: string) => {
    if (!holds) faults.push(`${String(list(event['subtype'])[0]?.['code'])}: ${what}`);
  };
  must(is(sub(event, 'type'), DCM, String(sub(event, 'type')['code'])), 'type is of DICOM');
  must(list(event['subtype']).length === 1, 'one subtype');
  must(/^[CRUDE]$/.test(String(event['action'])), 'action');
  must(INSTANT.test(String(event['recorded'])), 'recorded');
  must(event['outcome'] === '0', 'outcome');
  must(Object.keys(sub(sub(event, 'source'), 'observer')).length > 0, 'source.observer');
  const agents = list(event['agent']);
  must(
    agents.every((agent) => Object.keys(sub(agent, 'who')).length > 0),
    'every agent has a who',
  );
  must(agents.filter((agent) => agent['requestor'] === true).length === 1, 'one agent asked for it');
  const [user, ...others] = agentOf(event, `${THO}/v3-ParticipationType`, 'IRCP');
  must(user !== undefined && others.length === 0, 'the person who did it');
  must(/\/Practitioner\/[^/]+$/.test(String(sub(user, 'who')['reference'])), 'who that was, at the source');
  const [person, ...more] = entityOf(event, `${THO}/audit-entity-type`, '1');
  must(person !== undefined && more.length === 0, 'one patient');
  must(/^https?:.*\/Patient\/[^/]+$/.test(String(sub(person, 'what')['reference'])), 'which patient');
  return faults;
}
