import type { JsonObject } from '../../base/index.ts';
import {
  parseDate,
  undated,
  type ClinicalDate,
  type DatePoint,
  type Link,
  type MedicationFact,
  type Party,
  type Quantity,
} from '../../record/index.ts';
import { shared } from '../read/base.ts';
import { called, codeAt, codesAt, conceptAt } from '../read/concept.ts';
import { choice, dateAt, periodAt, whenOf } from '../read/date.ts';
import { dosesAt, dosesWhen } from '../read/dosage.ts';
import { medicineOf, UNNAMED, type Medicine } from '../read/drug.ts';
import { modifierDoNotPerform } from '../read/modifiers.ts';
import { quantityAt } from '../read/quantity.ts';
import { reasonsOf } from '../read/reasons.ts';
import { list, obj, type Reader } from '../read/reader.ts';
import { addLink, addParties, partyAt } from '../read/reference.ts';
import { standingOf, standings, statusOf, type StandingTable } from '../read/status.ts';

const REQUEST = standings({
  planned: 'draft',
  current: 'active on-hold',
  ended: 'completed stopped ended',
  'not-done': 'cancelled',
});
const STATEMENT = standings({
  planned: 'intended',
  current: 'active on-hold',
  ended: 'completed stopped',
  'not-done': 'not-taken',
});
/** A dispense or a dose that is done says nothing about whether the course still goes on. */
const DISPENSE = standings({
  planned: 'preparation',
  current: 'in-progress on-hold',
  ended: 'stopped',
  'not-done': 'cancelled declined',
});
const ADMINISTRATION = standings({ current: 'in-progress on-hold', 'not-done': 'not-done' });

const EFFECTIVE = choice('effective');
const OCCURRENCE = choice('occurrence');

interface Parts {
  readonly evidence: MedicationFact['evidence'];
  readonly table: StandingTable;
  readonly when: ClinicalDate;
  readonly recorded: ClinicalDate | null;
  readonly author: Party | null;
  readonly negation: boolean;
  readonly doseKey: string;
  readonly quantity: Quantity | null;
  readonly daysSupply: Quantity | null;
  readonly medicine: Medicine;
  readonly links: Link[];
}

const NEGATED: Readonly<Record<MedicationFact['evidence'], string>> = {
  request: 'Do not give',
  statement: 'Not taken',
  dispense: 'Not dispensed',
  administration: 'Not given',
};

function medication(r: Reader, parts: Parts): MedicationFact {
  const { resource: o, type: at } = r;
  const { medicine, links, evidence, negation } = parts;
  const people: Party[] = [];
  for (const key of [
    'requester',
    'prescriber',
    'performer',
    'informationSource',
    'recorder',
    'dispenser',
  ] as const)
    addActors(r, o, key, people);
  addLink(r, links, 'encounter', o, 'encounter', at);
  addLink(r, links, 'encounter', o, 'context', at);
  addLink(r, links, 'based-on', o, 'basedOn', at);
  addLink(r, links, 'based-on', o, 'authorizingPrescription', at);
  addLink(r, links, 'based-on', o, 'request', at);
  addLink(r, links, 'replaces', o, 'priorPrescription', at);
  addLink(r, links, 'derived-from', o, 'derivedFrom', at);
  addLink(r, links, 'part-of', o, 'partOf', at);
  const name = called(medicine.code) ?? medicine.display ?? UNNAMED;
  const code = codeAt(r, o, 'status', at);
  const reason = conceptAt(r, o, 'statusReason', at) ?? conceptAt(r, o, 'reasonNotGiven', at);
  const standing = negation ? 'not-done' : standingOf(parts.table, code);
  const reasons = reasonsOf(r, o, links);
  return Object.assign(
    shared(r, {
      title: negation ? `${NEGATED[evidence]}: ${name}` : name,
      code: medicine.code,
      when: parts.when,
      status: statusOf(code, standing, null, reason?.display ?? null),
      categories: codesAt(r, o, 'category', at),
      people,
      links,
      recorded: parts.recorded,
      author: parts.author ?? people[0] ?? null,
      organisation: people.find((p) => p.ref?.startsWith('Organization/') === true) ?? null,
    }),
    {
      kind: 'medication' as const,
      evidence,
      intent: evidence === 'request' ? codeAt(r, o, 'intent', at) : null,
      drug: medicine.drug,
      doses: dosesAt(r, o, parts.doseKey, at),
      quantity: parts.quantity,
      daysSupply: parts.daysSupply,
      reasons,
      negation,
    },
  );
}

/** Performers are { actor } or { agent } in most versions, and plain references in others. */
function addActors(r: Reader, o: JsonObject, key: string, people: Party[]): void {
  if (o[key] === undefined) return;
  for (const one of list(r, o, key, r.type)) {
    const path = `${r.type}.${key}`;
    if (one['actor'] !== undefined) addParties(r, people, one, 'actor', path, key);
    else if (one['agent'] !== undefined) addParties(r, people, one, 'agent', path, key);
    else addParties(r, people, { [key]: one }, key, r.type, key);
  }
}

/** The bounds of its doses where stated, from when it was written at the latest; else when it was written. */
export function medicationRequest(r: Reader): MedicationFact {
  const { resource: o, type: at } = r;
  const links: Link[] = [];
  const authored = dateAt(r, o, 'authoredOn', at) ?? dateAt(r, o, 'dateWritten', at);
  const supply = obj(r, o, 'dispenseRequest', at);
  const bounds = dosesWhen(r, o, 'dosageInstruction', at) ?? periodAt(r, o, 'effectiveDosePeriod', at);
  const start = authored?.kind === 'at' ? authored.at : null;
  const open = bounds?.kind === 'period' && bounds.start === null ? { ...bounds, start } : bounds;
  return medication(r, {
    evidence: 'request',
    table: REQUEST,
    when: open ?? authored ?? undated(),
    recorded: authored,
    author: partyAt(r, flatRequester(o), 'requester', at) ?? partyAt(r, o, 'prescriber', at),
    negation: o['doNotPerform'] === true || modifierDoNotPerform(o),
    doseKey: 'dosageInstruction',
    quantity: supply === null ? null : quantityAt(r, supply, 'quantity', `${at}.dispenseRequest`),
    daysSupply:
      supply === null ? null : quantityAt(r, supply, 'expectedSupplyDuration', `${at}.dispenseRequest`),
    medicine: medicineOf(r, o, links),
    links,
  });
}

/** STU3 wraps the requester in { agent, onBehalfOf }. */
function flatRequester(o: JsonObject): JsonObject {
  const requester = o['requester'];
  const agent =
    typeof requester === 'object' && requester !== null && !Array.isArray(requester)
      ? (requester as JsonObject)['agent']
      : undefined;
  return agent === undefined ? o : { requester: agent };
}

export function medicationStatement(r: Reader): MedicationFact {
  const { resource: o, type: at } = r;
  const links: Link[] = [];
  const adherence = obj(r, o, 'adherence', at);
  const adhered = adherence === null ? null : codeAt(r, adherence, 'code', `${at}.adherence`);
  const status = o['status'];
  return medication(r, {
    evidence: 'statement',
    table: STATEMENT,
    when: whenOf(r, o, EFFECTIVE, at) ?? dosesWhen(r, o, 'dosage', at) ?? undated(),
    recorded: dateAt(r, o, 'dateAsserted', at),
    author: partyAt(r, o, 'informationSource', at),
    negation:
      status === 'not-taken' || o['taken'] === 'n' || o['wasNotTaken'] === true || adhered === 'not-taking',
    doseKey: 'dosage',
    quantity: null,
    daysSupply: null,
    medicine: medicineOf(r, o, links),
    links,
  });
}

export function medicationDispense(r: Reader): MedicationFact {
  const { resource: o, type: at } = r;
  const links: Link[] = [];
  const daysSupply = quantityAt(r, o, 'daysSupply', at);
  const handed =
    dateAt(r, o, 'whenHandedOver', at) ?? dateAt(r, o, 'whenPrepared', at) ?? dateAt(r, o, 'recorded', at);
  return medication(r, {
    evidence: 'dispense',
    table: DISPENSE,
    when: supplied(handed, daysSupply) ?? undated(),
    recorded: dateAt(r, o, 'recorded', at),
    author: null,
    negation: o['notDone'] === true,
    doseKey: 'dosageInstruction',
    quantity: quantityAt(r, o, 'quantity', at),
    daysSupply,
    medicine: medicineOf(r, o, links),
    links,
  });
}

const LONGEST_SUPPLY_DAYS = 3660;

/** From the hand-over to the last day that the supply reaches, where both are stated in whole days. */
function supplied(handed: ClinicalDate | null, supply: Quantity | null): ClinicalDate | null {
  if (handed?.kind !== 'at' || supply === null || supply.comparator !== null) return handed;
  const unit = supply.code ?? supply.unit;
  const days =
    unit === 'wk' ? supply.value * 7 : unit === 'd' || unit === 'days' || unit === 'day' ? supply.value : 0;
  if (!Number.isInteger(days) || days < 1 || days > LONGEST_SUPPLY_DAYS) return handed;
  const start = handed.at;
  if (start.precision === 'year' || start.precision === 'month' || start.flag === 'implausible-year')
    return handed;
  const end = lastDay(start, days);
  return end === null ? handed : { kind: 'period', start, end };
}

/** The last day of a supply that starts at `start`, as the source's own calendar has it. */
function lastDay(start: DatePoint, days: number): DatePoint | null {
  const wall = start.from + (start.offset ?? 0) * 60_000 + (days - 1) * 86_400_000;
  return parseDate(new Date(wall).toISOString().slice(0, 10));
}

export function medicationAdministration(r: Reader): MedicationFact {
  const { resource: o, type: at } = r;
  const links: Link[] = [];
  const status = o['status'];
  return medication(r, {
    evidence: 'administration',
    table: ADMINISTRATION,
    when:
      whenOf(r, o, EFFECTIVE, at) ??
      whenOf(r, o, OCCURRENCE, at) ??
      whenOf(r, o, EFFECTIVE_TIME, at) ??
      undated(),
    recorded: dateAt(r, o, 'recorded', at),
    author: null,
    negation: status === 'not-done' || o['notGiven'] === true || o['wasNotGiven'] === true,
    doseKey: 'dosage',
    quantity: null,
    daysSupply: null,
    medicine: medicineOf(r, o, links),
    links,
  });
}

const EFFECTIVE_TIME = choice('effectiveTime');
