import {
  undated,
  type ImmunizationFact,
  type Link,
  type Party,
  type ProcedureFact,
} from '../../record/index.ts';
import type { JsonObject } from '../../base/index.ts';
import { shared } from '../read/base.ts';
import { called, codeAt, codesAt, conceptAt, conceptsAt } from '../read/concept.ts';
import { choice, dateAt, whenOf } from '../read/date.ts';
import { reasonsOf } from '../read/reasons.ts';
import { bool, list, str, type Reader } from '../read/reader.ts';
import { addLink, addParties, partyAt } from '../read/reference.ts';
import { standingOf, standings, statusOf } from '../read/status.ts';

const PROCEDURE = standings({
  planned: 'preparation planned',
  current: 'in-progress on-hold suspended',
  ended: 'completed stopped aborted',
  'not-done': 'not-done cancelled',
});
const IMMUNIZATION = standings({ ended: 'completed', current: 'in-progress', 'not-done': 'not-done' });

const PERFORMED = choice('performed');
const OCCURRENCE = choice('occurrence');

export function procedure(r: Reader): ProcedureFact {
  const { resource: o, type: at } = r;
  const code = conceptAt(r, o, 'code', at, 'procedure');
  const people: Party[] = [];
  const links: Link[] = [];
  addPerformers(r, o, people);
  addParties(r, people, o, 'recorder', at);
  addParties(r, people, o, 'asserter', at);
  addParties(r, people, o, 'location', at);
  addLink(r, links, 'encounter', o, 'encounter', at);
  addLink(r, links, 'encounter', o, 'context', at);
  addLink(r, links, 'based-on', o, 'basedOn', at);
  addLink(r, links, 'part-of', o, 'partOf', at);
  addLink(r, links, 'result', o, 'report', at);
  addLink(r, links, 'diagnosis', o, 'complicationDetail', at);
  const status = codeAt(r, o, 'status', at);
  const notDone = status === 'not-done' || o['notDone'] === true || o['notPerformed'] === true;
  const reason = conceptAt(r, o, 'statusReason', at) ?? conceptAt(r, o, 'notDoneReason', at);
  const title = called(code) ?? 'Uncoded procedure';
  return Object.assign(
    shared(r, {
      title: notDone ? `Not done: ${title}` : title,
      code,
      when: whenOf(r, o, PERFORMED, at) ?? whenOf(r, o, OCCURRENCE, at) ?? undated(),
      status: statusOf(
        status,
        notDone ? 'not-done' : standingOf(PROCEDURE, status),
        null,
        reason?.display ?? null,
      ),
      categories: codesAt(r, o, 'category', at),
      people,
      links,
      recorded: dateAt(r, o, 'recorded', at),
      author: partyAt(r, o, 'recorder', at) ?? people[0] ?? null,
      organisation: organisationIn(people),
    }),
    {
      kind: 'procedure' as const,
      bodySites: conceptsAt(r, o, 'bodySite', at),
      outcome: conceptAt(r, o, 'outcome', at),
      reasons: reasonsOf(r, o, links),
    },
  );
}

const organisationIn = (people: readonly Party[]): Party | null =>
  people.find((p) => p.ref?.startsWith('Organization/') === true) ?? null;

function addPerformers(r: Reader, o: JsonObject, people: Party[]): void {
  for (const one of list(r, o, 'performer', r.type)) {
    const path = `${r.type}.performer`;
    const role =
      conceptAt(r, one, 'function', path)?.display ?? conceptAt(r, one, 'role', path)?.display ?? 'performer';
    if (one['actor'] === undefined) addParties(r, people, { performer: one }, 'performer', r.type, role);
    else addParties(r, people, one, 'actor', path, role);
    addParties(r, people, one, 'onBehalfOf', path, 'organisation');
  }
}

export function immunization(r: Reader): ImmunizationFact {
  const { resource: o, type: at } = r;
  const code = conceptAt(r, o, 'vaccineCode', at, 'vaccine');
  const people: Party[] = [];
  const links: Link[] = [];
  addPerformers(r, o, people);
  addParties(r, people, o, 'location', at);
  addParties(r, people, o, 'informationSource', at);
  addLink(r, links, 'encounter', o, 'encounter', at);
  addLink(r, links, 'reason', o, 'reasonReference', at);
  const status = codeAt(r, o, 'status', at);
  const notDone = status === 'not-done' || o['notGiven'] === true || o['wasNotGiven'] === true;
  const reason = conceptAt(r, o, 'statusReason', at);
  const title = called(code) ?? 'Vaccine not named';
  return Object.assign(
    shared(r, {
      title: notDone ? `Not given: ${title}` : title,
      code,
      when: whenOf(r, o, OCCURRENCE, at) ?? dateAt(r, o, 'date', at) ?? undated(),
      status: statusOf(
        status,
        notDone ? 'not-done' : standingOf(IMMUNIZATION, status),
        null,
        reason?.display ?? null,
      ),
      people,
      links,
      recorded: dateAt(r, o, 'recorded', at),
      author: people[0] ?? null,
      organisation: organisationIn(people),
    }),
    {
      kind: 'immunization' as const,
      lotNumber: str(r, o, 'lotNumber', at),
      doseNumber: doseNumberOf(r, o),
      site: conceptAt(r, o, 'site', at),
      manufacturer: partyAt(r, o, 'manufacturer', at)?.name ?? null,
      primarySource: bool(r, o, 'primarySource', at),
    },
  );
}

/** The first protocol that numbers the dose: R4 says it as a number or as words, STU3 under another name. */
function doseNumberOf(r: Reader, o: JsonObject): string | null {
  for (const key of ['protocolApplied', 'vaccinationProtocol'] as const)
    for (const one of list(r, o, key, r.type)) {
      for (const name of [
        'doseNumberPositiveInt',
        'doseNumberString',
        'doseNumber',
        'doseSequence',
      ] as const) {
        const value = one[name];
        if (typeof value === 'number') return String(value);
        const text = value === undefined ? null : str(r, one, name, `${r.type}.${key}`);
        if (text !== null) return text;
      }
    }
  return null;
}
