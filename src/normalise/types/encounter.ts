import { isObject, type JsonObject } from '../../base/index.ts';
import {
  undated,
  type ClinicalDate,
  type Concept,
  type EncounterFact,
  type Link,
  type Party,
} from '../../record/index.ts';
import { shared } from '../read/base.ts';
import {
  asConcept,
  called,
  codeAt,
  conceptAt,
  conceptsAt,
  fillerReason,
  readCoding,
} from '../read/concept.ts';
import { periodAt, spanOf } from '../read/date.ts';
import { list, obj, type Reader } from '../read/reader.ts';
import { addLink, addParties, partyAt } from '../read/reference.ts';
import { simpleStatus, standings } from '../read/status.ts';

const STANDING = standings({
  planned: 'planned',
  current: 'arrived triaged in-progress onleave on-hold',
  ended: 'finished discharged completed discontinued',
  'not-done': 'cancelled',
});

/** v3-ActCode encounter classes in plain words, for visits that have no type of their own. */
const CLASS_WORDS: ReadonlyMap<string, string> = new Map([
  ['AMB', 'Outpatient visit'],
  ['EMER', 'Emergency visit'],
  ['FLD', 'Visit in the field'],
  ['HH', 'Home visit'],
  ['IMP', 'Inpatient stay'],
  ['ACUTE', 'Acute inpatient stay'],
  ['NONAC', 'Non-acute inpatient stay'],
  ['OBSENC', 'Observation stay'],
  ['PRENC', 'Pre-admission visit'],
  ['SS', 'Short stay'],
  ['VR', 'Virtual visit'],
]);

/** STU3 and DSTU2 wrote the class as a word. */
const CLASS_CODES: ReadonlyMap<string, string> = new Map([
  ['inpatient', 'IMP'],
  ['outpatient', 'AMB'],
  ['ambulatory', 'AMB'],
  ['emergency', 'EMER'],
  ['home', 'HH'],
  ['field', 'FLD'],
  ['virtual', 'VR'],
]);

export function encounter(r: Reader): EncounterFact {
  const { resource: o, type: at } = r;
  const visit = classOf(r, o);
  const types = conceptsAt(r, o, 'type', at, 'encounter');
  const service = conceptAt(r, o, 'serviceType', at, 'encounter');
  const people: Party[] = [];
  const links: Link[] = [];
  addPeople(r, o, people);
  const organisation = partyAt(r, o, 'serviceProvider', at);
  if (organisation !== null) people.push(organisation);
  addLink(r, links, 'part-of', o, 'partOf', at);
  addLink(r, links, 'based-on', o, 'basedOn', at);
  addLink(r, links, 'other', o, 'appointment', at);
  addLink(r, links, 'other', o, 'episodeOfCare', at);
  addLink(r, links, 'reason', o, 'reasonReference', at);
  for (const diagnosis of list(r, o, 'diagnosis', at))
    addLink(r, links, 'diagnosis', diagnosis, 'condition', 'Encounter.diagnosis');
  return Object.assign(
    shared(r, {
      title: titleOf(types) ?? called(service) ?? visit.words ?? 'Visit',
      code: types[0] ?? service,
      when: whenOfVisit(r, o),
      status: simpleStatus(STANDING, codeAt(r, o, 'status', at)),
      people,
      links,
      author: people.find((p) => p.role !== 'location' && p.role !== 'serviceProvider') ?? null,
      organisation,
    }),
    {
      kind: 'encounter' as const,
      encounterClass: visit.code,
      types,
      reasons: reasonsOf(r, o),
    },
  );
}

/** R4: one Coding. STU3: the same. DSTU2: a word. R5: a list of concepts. */
function classOf(r: Reader, o: JsonObject): { code: string | null; words: string | null } {
  const value = o['class'];
  if (value === undefined || value === null) return { code: null, words: null };
  if (typeof value === 'string') {
    const code = CLASS_CODES.get(value) ?? value;
    return { code, words: CLASS_WORDS.get(code) ?? null };
  }
  const first = obj(r, o, 'class', 'Encounter');
  if (first === null) return { code: null, words: null };
  if (first['coding'] !== undefined || first['text'] !== undefined) {
    const concept = asConcept(r, first, 'Encounter', 'class', 'encounter');
    const code = concept?.codings[0]?.code ?? null;
    return { code, words: (code === null ? null : CLASS_WORDS.get(code)) ?? concept?.display ?? null };
  }
  const coding = readCoding(r, first, 'Encounter.class');
  const filler =
    coding === null ? null : fillerReason({ codings: [coding], text: null, display: null, canonical: null });
  const code = filler === null ? (coding?.code ?? null) : null;
  return {
    code,
    words:
      (code === null ? undefined : CLASS_WORDS.get(code)) ??
      (filler === null ? (coding?.display ?? null) : null),
  };
}

/** The first type that names something: 'unknown' is no name for a visit. */
function titleOf(types: readonly Concept[]): string | null {
  for (const type of types) {
    const name = called(type);
    if (name !== null) return name;
  }
  return null;
}

/** The period; for a visit without one, the span of the stays in its locations. */
function whenOfVisit(r: Reader, o: JsonObject): ClinicalDate {
  const stated = periodAt(r, o, 'period', 'Encounter') ?? periodAt(r, o, 'actualPeriod', 'Encounter');
  if (stated !== null && stated.kind !== 'undated') return stated;
  const stays: ClinicalDate[] = [];
  for (const location of list(r, o, 'location', 'Encounter')) {
    const stay = periodAt(r, location, 'period', 'Encounter.location');
    if (stay !== null) stays.push(stay);
  }
  return spanOf(stays) ?? stated ?? undated();
}

function addPeople(r: Reader, o: JsonObject, people: Party[]): void {
  for (const one of list(r, o, 'participant', 'Encounter')) {
    const role = roleOf(r, one) ?? 'participant';
    addParties(r, people, one, 'individual', 'Encounter.participant', role);
    addParties(r, people, one, 'actor', 'Encounter.participant', role);
  }
  for (const one of list(r, o, 'location', 'Encounter'))
    addParties(r, people, one, 'location', 'Encounter.location', 'location');
}

const roleOf = (r: Reader, participant: JsonObject): string | null =>
  conceptsAt(r, participant, 'type', 'Encounter.participant')[0]?.display ?? null;

function reasonsOf(r: Reader, o: JsonObject): readonly Concept[] {
  const coded = conceptsAt(r, o, 'reasonCode', 'Encounter', 'condition');
  if (coded.length > 0) return coded;
  const older = o['reason'];
  const first = Array.isArray(older) ? older[0] : older;
  // R5 has { use, value: [CodeableReference] } here, STU3 a list of concepts.
  if (isObject(first) && first['value'] !== undefined) {
    const found: Concept[] = [];
    for (const reason of list(r, o, 'reason', 'Encounter'))
      for (const value of list(r, reason, 'value', 'Encounter.reason')) {
        const concept = conceptAt(r, value, 'concept', 'Encounter.reason.value', 'condition');
        if (concept !== null) found.push(concept);
      }
    return found;
  }
  return conceptsAt(r, o, 'reason', 'Encounter', 'condition');
}
