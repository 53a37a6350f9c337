import { isObject, type JsonObject } from '../../base/index.ts';
import {
  undated,
  type Concept,
  type Link,
  type Measured,
  type ObservationFact,
  type Party,
} from '../../record/index.ts';
import { fittedLinks, fittedPeople, hasNarrative, notesAt, provenanceOf, subjectOf } from '../read/base.ts';
import { sensitivityOf } from '../read/labels.ts';
import { asConcept, called, codeAt, codesAt, conceptAt } from '../read/concept.ts';
import { choice, dateAt, whenOf } from '../read/date.ts';
import { list, type Reader } from '../read/reader.ts';
import { addLink, addParties, contained } from '../read/reference.ts';
import { simpleStatus, standings } from '../read/status.ts';
import { measuredOf } from '../read/value.ts';

/** A result that is in is over and done; one that is still coming counts now. */
const STANDING = standings({
  current: 'registered preliminary specimen-in-process',
  ended: 'final amended corrected appended',
  'not-done': 'cancelled cannot-be-obtained',
});

const EFFECTIVE = choice('effective');
const SOCIAL = new Set([
  'social-history',
  'survey',
  'sdoh',
  'functional-status',
  'disability-status',
  'treatment-intervention-preference',
  'care-experience-preference',
]);
const NO_COMPONENTS: readonly Measured[] = [];

/** LOINC codes of the blood pressure panel: what its components mean together has one plain name. */
const BLOOD_PRESSURE = new Set(['85354-9', '55284-4', '35094-2', '96607-7']);

export function observation(r: Reader): ObservationFact {
  const { resource: o, type: at } = r;
  const code = conceptAt(r, o, 'code', at, 'observation');
  const categories = codesAt(r, o, 'category', at);
  const components = o['component'] === undefined ? NO_COMPONENTS : componentsOf(r, o);
  const people: Party[] = [];
  addParties(r, people, o, 'performer', at);
  const links = linksOf(r, o);
  const { value, interpretation, ranges } = measuredOf(r, o, code, at);
  const specimen = specimenOf(r, o);
  const when = whenOf(r, o, EFFECTIVE, at) ?? undated();
  const status = simpleStatus(STANDING, codeAt(r, o, 'status', at));
  // Nine of ten records are observations: one literal, so that each is made in one piece and none takes more room.
  return {
    source: r.fetched.source,
    ref: r.fetched.ref,
    type: at,
    subject: subjectOf(r),
    title: titleOf(code, components),
    code,
    when,
    status,
    categories,
    people: fittedPeople(people),
    notes: o['note'] === undefined ? notesAt(r, o, 'comment', at) : notesAt(r, o, 'note', at),
    links: fittedLinks(links),
    sensitivity: sensitivityOf(r),
    provenance: provenanceOf(r, null, people[0] ?? null, firstOrganisation(people)),
    unsafe: r.unsafe,
    hasNarrative: hasNarrative(o),
    kind: kindOf(categories, components, links),
    value,
    interpretation,
    ranges,
    components,
    specimen: specimen.type,
    method: o['method'] === undefined ? null : conceptAt(r, o, 'method', at),
    bodySite:
      o['bodySite'] === undefined ? specimen.site : (conceptAt(r, o, 'bodySite', at) ?? specimen.site),
    issued: o['issued'] === undefined && o['_issued'] === undefined ? null : dateAt(r, o, 'issued', at),
  };
}

function firstOrganisation(people: readonly Party[]): Party | null {
  for (const party of people) if (party.ref?.startsWith('Organization/') === true) return party;
  return null;
}

interface Specimen {
  readonly type: Concept | null;
  readonly site: Concept | null;
}

const NO_SPECIMEN: Specimen = { type: null, site: null };

/** A specimen is a resource of its own: contained, or named beside the reference, which tells left arm from right. */
function specimenOf(r: Reader, o: JsonObject): Specimen {
  const at = 'Observation.specimen';
  const raw = o['specimen'];
  if (raw === undefined || !isObject(raw)) return NO_SPECIMEN;
  const { reference, display } = raw;
  const inside = contained(r, typeof reference === 'string' ? reference : null);
  if (inside !== null) {
    const { collection } = inside;
    return {
      type: conceptAt(r, inside, 'type', at),
      site: isObject(collection ?? null) ? conceptAt(r, collection as JsonObject, 'bodySite', at) : null,
    };
  }
  return typeof display === 'string' && display.trim() !== ''
    ? { type: asConcept(r, { text: display }, at, 'display', null), site: null }
    : { type: conceptAt(r, o, 'specimen', 'Observation'), site: null };
}

function componentsOf(r: Reader, o: JsonObject): readonly Measured[] {
  const path = 'Observation.component';
  return list(r, o, 'component', 'Observation').map((one) =>
    measuredOf(r, one, conceptAt(r, one, 'code', path, 'observation'), path),
  );
}

/** Social history and surveys first: a questionnaire's score with answers is read as such, not as a lab panel. */
function kindOf(
  categories: readonly string[],
  components: readonly Measured[],
  links: readonly Link[],
): ObservationFact['kind'] {
  for (const category of categories) if (SOCIAL.has(category)) return 'social';
  if (components.length > 0) return 'panel';
  for (const link of links) if (link.role === 'has-member') return 'panel';
  return 'observation';
}

function titleOf(code: ObservationFact['code'], components: readonly Measured[]): string {
  if (code === null) return components.length > 0 ? 'Uncoded panel' : 'Uncoded observation';
  for (const coding of code.codings)
    if (coding.code !== null && BLOOD_PRESSURE.has(coding.code)) return 'Blood pressure';
  return called(code) ?? 'Uncoded observation';
}

function linksOf(r: Reader, o: JsonObject): readonly Link[] {
  const at = 'Observation';
  const links: Link[] = [];
  // Most are not there, and a key that is written out is looked up faster than one that is handed on.
  if (o['encounter'] !== undefined) addLink(r, links, 'encounter', o, 'encounter', at);
  if (o['context'] !== undefined) addLink(r, links, 'encounter', o, 'context', at);
  if (o['hasMember'] !== undefined) addLink(r, links, 'has-member', o, 'hasMember', at);
  if (o['derivedFrom'] !== undefined) addLink(r, links, 'derived-from', o, 'derivedFrom', at);
  if (o['basedOn'] !== undefined) addLink(r, links, 'based-on', o, 'basedOn', at);
  if (o['partOf'] !== undefined) addLink(r, links, 'part-of', o, 'partOf', at);
  if (o['specimen'] !== undefined) addLink(r, links, 'other', o, 'specimen', at);
  if (o['device'] !== undefined) addLink(r, links, 'other', o, 'device', at);
  if (o['related'] !== undefined) addOlderLinks(r, o, links);
  return links;
}

/** STU3 and DSTU2: members and sources in one list, told apart by a code. */
function addOlderLinks(r: Reader, o: JsonObject, links: Link[]): void {
  for (const related of list(r, o, 'related', 'Observation')) {
    const type = related['type'];
    const role = type === 'has-member' ? 'has-member' : type === 'derived-from' ? 'derived-from' : 'other';
    addLink(r, links, type === 'replaces' ? 'replaces' : role, related, 'target', 'Observation.related');
  }
}
