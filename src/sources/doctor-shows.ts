/** From a CapabilityStatement to what a clinician will find on the timeline. */
import { isObject, type Json, type JsonObject } from '../base/index.ts';
import { readableTypes } from './scopes.ts';

export interface Shown {
  /** 'Problems' */
  readonly what: string;
  readonly types: readonly string[];
  readonly state: 'yes' | 'no' | 'unclear';
  readonly why: string;
}

/** What is shown, the types it comes from (any will do), and the search that finds a patient's. */
const SHOWN: readonly { readonly what: string; readonly types: readonly string[] }[] = [
  { what: 'Patient', types: ['Patient'] },
  { what: 'Visits', types: ['Encounter'] },
  { what: 'Problems', types: ['Condition'] },
  { what: 'Allergies', types: ['AllergyIntolerance'] },
  {
    what: 'Medications',
    types: ['MedicationRequest', 'MedicationStatement', 'MedicationDispense', 'MedicationAdministration'],
  },
  { what: 'Results, vital signs, social history', types: ['Observation'] },
  { what: 'Reports', types: ['DiagnosticReport'] },
  { what: 'Procedures', types: ['Procedure'] },
  { what: 'Immunizations', types: ['Immunization'] },
  { what: 'Documents', types: ['DocumentReference'] },
  { what: 'Imaging', types: ['ImagingStudy'] },
  { what: 'Plans and goals', types: ['CarePlan', 'Goal'] },
  { what: 'Care team', types: ['CareTeam'] },
  { what: 'Referrals', types: ['ServiceRequest'] },
  { what: 'Appointments', types: ['Appointment'] },
  { what: 'Devices', types: ['Device'] },
  { what: 'Family history', types: ['FamilyMemberHistory'] },
  { what: 'Coverage', types: ['Coverage'] },
  { what: 'Who recorded what', types: ['Provenance'] },
];

interface Supported {
  readonly interactions: readonly string[];
  readonly searches: readonly string[];
}

export function shownOf(statement: JsonObject | null, scopes: string): Shown[] {
  const supported = statement === null ? null : supportOf(statement);
  const granted = readableTypes(scopes);
  const mayAsk = (type: string): boolean => granted.size === 0 || granted.has('*') || granted.has(type);
  return SHOWN.map(({ what, types }) => {
    const judged = types.map((type) => judge(type, supported, mayAsk(type)));
    const best =
      judged.find((each) => each.state === 'yes') ??
      judged.find((each) => each.state === 'unclear') ??
      judged[0];
    const having = types.filter((_, i) => judged[i]?.state === best?.state);
    return { what, types: having, state: best?.state ?? 'no', why: best?.why ?? '' };
  });
}

function judge(
  type: string,
  supported: ReadonlyMap<string, Supported> | null,
  mayAsk: boolean,
): Pick<Shown, 'state' | 'why'> {
  if (!mayAsk) return { state: 'no', why: 'the server offers no scope for it' };
  if (supported === null) return { state: 'unclear', why: 'the server does not say; it will be asked' };
  const support = supported.get(type);
  if (!support) return { state: 'no', why: 'the server does not list it' };
  const { interactions, searches } = support;
  if (type === 'Patient')
    return interactions.includes('read')
      ? { state: 'yes', why: 'read' }
      : { state: 'unclear', why: 'reading it is not listed; it will be tried' };
  const by = ['patient', 'subject', 'target'].find((name) => searches.includes(name));
  if (!interactions.includes('search-type'))
    return { state: 'unclear', why: 'searching for it is not listed; it will be tried' };
  return by === undefined
    ? { state: 'unclear', why: 'a search by patient is not listed; it will be tried' }
    : { state: 'yes', why: `found by ${by}` };
}

function supportOf(statement: JsonObject): ReadonlyMap<string, Supported> {
  const found = new Map<string, Supported>();
  for (const rest of objects(statement['rest']))
    for (const resource of objects(rest['resource'])) {
      const type = resource['type'];
      if (typeof type !== 'string') continue;
      found.set(type, {
        interactions: strings(resource['interaction'], 'code'),
        searches: strings(resource['searchParam'], 'name'),
      });
    }
  return found;
}

const objects = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];
const strings = (value: Json | undefined, key: string): string[] =>
  objects(value)
    .map((each) => each[key])
    .filter((each): each is string => typeof each === 'string');
