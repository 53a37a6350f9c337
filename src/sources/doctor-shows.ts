/** From a CapabilityStatement to what a clinician will find on the timeline. */
import { isObject, type Json, type JsonObject } from '../base/index.ts';
import type { ShownCode, WhyCode } from './doctor-words.ts';
import { readableTypes } from './scopes.ts';

export interface Shown {
  readonly what: ShownCode;
  readonly types: readonly string[];
  readonly state: 'yes' | 'no' | 'unclear';
  readonly why: WhyCode;
  /** What the reason is about: the search parameter. */
  readonly about: readonly string[];
}

/** What is shown, the types it comes from (any will do), and the search that finds a patient's. */
const SHOWN: readonly { readonly what: ShownCode; readonly types: readonly string[] }[] = [
  { what: 'patient', types: ['Patient'] },
  { what: 'visits', types: ['Encounter'] },
  { what: 'problems', types: ['Condition'] },
  { what: 'allergies', types: ['AllergyIntolerance'] },
  {
    what: 'medications',
    types: ['MedicationRequest', 'MedicationStatement', 'MedicationDispense', 'MedicationAdministration'],
  },
  { what: 'observations', types: ['Observation'] },
  { what: 'reports', types: ['DiagnosticReport'] },
  { what: 'procedures', types: ['Procedure'] },
  { what: 'immunizations', types: ['Immunization'] },
  { what: 'documents', types: ['DocumentReference'] },
  { what: 'imaging', types: ['ImagingStudy'] },
  { what: 'plans', types: ['CarePlan', 'Goal'] },
  { what: 'care-team', types: ['CareTeam'] },
  { what: 'referrals', types: ['ServiceRequest'] },
  { what: 'appointments', types: ['Appointment'] },
  { what: 'devices', types: ['Device'] },
  { what: 'family', types: ['FamilyMemberHistory'] },
  { what: 'coverage', types: ['Coverage'] },
  { what: 'provenance', types: ['Provenance'] },
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
    return {
      what,
      types: having,
      state: best?.state ?? 'no',
      why: best?.why ?? 'not-listed',
      about: best?.about ?? [],
    };
  });
}

function judge(
  type: string,
  supported: ReadonlyMap<string, Supported> | null,
  mayAsk: boolean,
): Pick<Shown, 'state' | 'why' | 'about'> {
  const say = (state: Shown['state'], why: WhyCode, ...about: string[]) => ({ state, why, about });
  if (!mayAsk) return say('no', 'no-scope');
  if (supported === null) return say('unclear', 'not-said');
  const support = supported.get(type);
  if (!support) return say('no', 'not-listed');
  const { interactions, searches } = support;
  if (type === 'Patient')
    return interactions.includes('read') ? say('yes', 'read') : say('unclear', 'read-unlisted');
  const by = ['patient', 'subject', 'target'].find((name) => searches.includes(name));
  if (!interactions.includes('search-type')) return say('unclear', 'search-unlisted');
  return by === undefined ? say('unclear', 'patient-unlisted') : say('yes', 'found', by);
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
