import type {
  AllergyFact,
  Concept,
  Conflict,
  ConditionFact,
  Dose,
  Fact,
  ImmunizationFact,
  MedicationFact,
  ObservationFact,
  SourceId,
} from '../record/index.ts';
import { reactionKeys, severityOf } from './answers.ts';
import { compareConcepts, disjointInAStandard } from './concepts.ts';
import { foldText } from './hash.ts';
import { assertedAt } from './shown.ts';
import { sigWords } from './sig.ts';
import { compareDates, dateWords, mayBeOneDay, Near, type Nearness } from './times.ts';
import { Alike, compareMeasured, compareQuantities, isResult, measuredWords } from './values.ts';

type Weight = Conflict['weight'];
const WEIGHTS: readonly Weight[] = ['safety', 'clinical', 'minor'];

/**
 * Where the members of one fact disagree. Every value is kept with those who say it.
 *
 * @param agreed they are results or doses that say the same of what was measured
 */
export function conflictsOf(members: readonly Fact[], agreed: boolean): readonly Conflict[] {
  if (members.length < 2 || (members.length === 2 && agreed && agree(members))) return NO_CONFLICTS;
  const found: (Conflict | null)[] = [status(members), verification(members), date(members)];
  const first = members[0];
  switch (first?.kind) {
    case 'observation':
    case 'panel':
    case 'social':
      found.push(...ofResults(members.filter(isResult)));
      break;
    case 'medication':
      found.push(...ofMedications(members.filter((f) => f.kind === 'medication')));
      break;
    case 'allergy':
      found.push(...ofAllergies(members.filter((f) => f.kind === 'allergy')));
      break;
    case 'condition':
      found.push(...ofConditions(members.filter((f) => f.kind === 'condition')));
      break;
    default:
      found.push(...ofOthers(members));
  }
  const stated = found.filter((c) => c !== null);
  return stated.length === 0
    ? NO_CONFLICTS
    : stated.sort(
        (a, b) => WEIGHTS.indexOf(a.weight) - WEIGHTS.indexOf(b.weight) || (a.field < b.field ? -1 : 1),
      );
}

export const NO_CONFLICTS: readonly Conflict[] = [];

/** A plain copy of a result, which most groups are: nothing to be collected. */
function agree(members: readonly Fact[]): boolean {
  const a = members[0];
  const b = members[1];
  if (a === undefined || b === undefined || !isResult(a) || !isResult(b)) return false;
  return (
    a.status.code === b.status.code &&
    a.status.verification === b.status.verification &&
    sayOne(a.interpretation, b.interpretation) &&
    !DISAGREE.has(compareDates(a.when, b.when))
  );
}

/** Nothing, or the same in the same order. */
const sayOne = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === 0 || b.length === 0 || (a.length === b.length && a.every((code, i) => code === b[i]));

/** The values under a field, where more than one is stated; null says nothing and disagrees with nothing. */
function disagreement<F extends Fact>(
  field: string,
  members: readonly F[],
  say: (fact: F) => string | null,
  weight: Weight,
): Conflict | null {
  if (allAgree(members, say)) return null;
  const byValue = new Map<string, SourceId[]>();
  for (const fact of members) {
    const value = say(fact);
    if (value === null) continue;
    const sources = byValue.get(value);
    if (sources === undefined) byValue.set(value, [fact.source]);
    else if (!sources.includes(fact.source)) sources.push(fact.source);
  }
  if (byValue.size < 2) return null;
  const values = Array.from(byValue, ([value, sources]) => ({ value, sources: sources.sort() }));
  return { field, values: values.sort((a, b) => (a.value < b.value ? -1 : 1)), weight };
}

/** Are two of these so to one another? */
const anyTwo = <T>(all: readonly T[], are: (a: T, b: T) => boolean): boolean =>
  all.some((a, i) => all.some((b, j) => j > i && are(a, b)));

/** Nearly always: so that it is worth asking before anything is collected. */
function allAgree<F extends Fact>(members: readonly F[], say: (fact: F) => string | null): boolean {
  let first: string | null = null;
  for (const fact of members) {
    const value = say(fact);
    if (value === null || value === first) continue;
    if (first !== null) return false;
    first = value;
  }
  return true;
}

function status(members: readonly Fact[]): Conflict | null {
  const retracted = members.some((f) => f.status.retracted) && !members.every((f) => f.status.retracted);
  const kind = members[0]?.kind;
  // A dispense that was completed does not end the course; and of two orders of one source the newer one speaks.
  const speaking = kind === 'medication' && !retracted ? currentAndNewest(members.filter(isOrder)) : members;
  const say = (f: Fact) => (f.status.code === 'unknown' ? null : f.status.code);
  if (retracted) return disagreement('status', members, (f) => f.status.code, 'safety');
  if (allAgree(speaking, say)) return null;
  const standings = new Set(speaking.map((f) => f.status.standing).filter((s) => s !== 'unknown'));
  // Active here and on hold there are both current, and are not the same to whoever gives the next dose.
  const isGrave =
    standings.size < 2
      ? speaking.some((f) => f.status.code === 'on-hold')
      : kind === 'medication' || kind === 'allergy';
  const weight = standings.size < 2 && kind !== 'medication' ? 'minor' : isGrave ? 'safety' : 'clinical';
  return disagreement('status', speaking, say, weight);
}

export const isOrder = (fact: Fact): fact is MedicationFact =>
  fact.kind === 'medication' && (fact.evidence === 'request' || fact.evidence === 'statement');

/** The newest word of each source. */
function newestOfEach<F extends Fact>(members: readonly F[]): F[] {
  const newest = new Map<SourceId, F>();
  for (const fact of members) {
    const known = newest.get(fact.source);
    if (known === undefined || rankOf(fact) > rankOf(known)) newest.set(fact.source, fact);
  }
  return [...newest.values()];
}

/** The newest current word of each source, and beside it a newer one that ends the course: which holds is not ours to say. */
function currentAndNewest(members: readonly MedicationFact[]): MedicationFact[] {
  return newestOfEach(members).flatMap((word) => {
    if (word.status.standing !== 'current') return [word];
    const ended = members.filter(
      (f) =>
        f.source === word.source &&
        (f.status.standing === 'ended' || f.status.standing === 'not-done') &&
        assertedAt(f) > assertedAt(word),
    );
    return [word, ...newestOfEach(ended)];
  });
}

/** What is current stands above what is over: a source that renews an order has not contradicted itself. */
const rankOf = (fact: Fact): number =>
  (fact.status.standing === 'current' ? 1e15 : 0) + Math.max(assertedAt(fact), -1e14);

function verification(members: readonly Fact[]): Conflict | null {
  const found = disagreement('verification', members, (f) => f.status.verification, 'clinical');
  const refuted = found?.values.some((v) => v.value === 'refuted' || v.value === 'entered-in-error') ?? false;
  return found !== null && refuted ? { ...found, weight: 'safety' } : found;
}

const DISAGREE: ReadonlySet<Nearness> = new Set([
  Near.skew,
  Near.hour,
  Near.zone,
  Near.utcDay,
  Near.drift,
  Near.apart,
]);

function date(members: readonly Fact[]): Conflict | null {
  const kind = members[0]?.kind;
  if (kind === 'medication' || kind === 'allergy') return null;
  const dated = members.filter((f) => f.when.kind !== 'undated');
  // An onset or a vaccination has a day; its hour is what a converter made of it.
  const byDay = kind === 'condition' || kind === 'immunization';
  const apart = anyTwo(
    dated,
    (a, b) => DISAGREE.has(compareDates(a.when, b.when)) && !(byDay && mayBeOneDay(a.when, b.when)),
  );
  if (!apart) return null;
  return disagreement('date', dated, (f) => dateWords(f.when), kind === 'condition' ? 'clinical' : 'minor');
}

function ofResults(members: readonly ObservationFact[]): (Conflict | null)[] {
  const differ = anyTwo(members, (a, b) => compareMeasured(a, b) === Alike.differ);
  return [
    differ ? disagreement('value', members, (f) => measuredWords(f), 'clinical') : null,
    disagreement(
      'interpretation',
      members,
      (f) => (f.interpretation.length === 0 ? null : [...f.interpretation].sort().join(', ')),
      'clinical',
    ),
  ];
}

function ofAllergies(members: readonly AllergyFact[]): (Conflict | null)[] {
  const severity = (f: AllergyFact) => {
    const said = f.reactions
      .map((r) => r.severity)
      .filter((s) => s !== null)
      .map(severityOf);
    return said.length === 0 ? null : [...new Set(said)].sort().join(', ');
  };
  return [
    disagreement('criticality', members, (f) => f.criticality, 'safety'),
    disagreement('severity', members, severity, 'safety'),
    reactions(members),
    disagreement('type', members, (f) => f.allergyType, 'minor'),
  ];
}

/** A proposal is nobody's order yet. 'plan' is how several systems record what the patient says to be taking. */
const ofMedications = (members: readonly MedicationFact[]): (Conflict | null)[] => [
  dose(members),
  members.some((f) => f.intent === 'proposal')
    ? disagreement('intent', members, (f) => f.intent, 'clinical')
    : null,
];

/** A rash here does not cover an anaphylaxis there; hives, urticaria and their code are one. */
function reactions(members: readonly AllergyFact[]): Conflict | null {
  const stated = members.map(manifestationsOf).filter((list) => list.length > 0);
  const differ = anyTwo(stated, (a, b) => !sameReactions(a, b));
  return differ ? disagreement('reaction', members, reactionWords, 'clinical') : null;
}

const manifestationsOf = (fact: AllergyFact): readonly Concept[] =>
  fact.reactions.flatMap((r) => r.manifestations);

const sameReactions = (a: readonly Concept[], b: readonly Concept[]): boolean =>
  a.every((x) => b.some((y) => sameReaction(x, y))) && b.every((y) => a.some((x) => sameReaction(x, y)));

/** A code here and words there cannot be compared, and so do not disagree. */
function sameReaction(a: Concept, b: Concept): boolean {
  const [x, y] = [reactionKeys(a), reactionKeys(b)];
  if (x.some((key) => y.includes(key))) return true;
  const isBare = (keys: readonly string[]) => !keys.some((key) => /\p{L}{2}/u.test(key));
  return isBare(x) !== isBare(y) && (a.codings.length === 0 || b.codings.length === 0);
}

/** The reactions as a set of words; of a bare code, the code. */
function reactionWords(fact: AllergyFact): string | null {
  const said = manifestationsOf(fact).map((m) => m.display ?? '');
  const words = new Map(said.filter((w) => w !== '').map((w) => [foldText(w), w.trim().toLowerCase()]));
  return words.size === 0 ? null : [...words.values()].sort().join(', ');
}

const ofConditions = (members: readonly ConditionFact[]): (Conflict | null)[] => [
  disagreement('severity', members, (f) => f.severity?.display ?? null, 'clinical'),
];

/** 'AB-12' and 'ab12' are one number. */
function lot(members: readonly Fact[]): Conflict | null {
  const say = (f: Fact) => (f.kind === 'immunization' ? f.lotNumber : null);
  const fold = (f: Fact) => foldText(say(f) ?? '') || null;
  const folded = members[0]?.kind === 'immunization' ? disagreement('lot', members, fold, 'clinical') : null;
  return folded === null ? null : disagreement('lot', members, say, 'clinical');
}

/** One dose that two sources name as two products of one sort. */
function vaccine(members: readonly Fact[]): Conflict | null {
  const coded = members.filter((f): f is ImmunizationFact => f.kind === 'immunization' && f.code !== null);
  const apart = anyTwo(
    coded,
    (a, b) => a.code !== null && b.code !== null && disjointInAStandard(a.code, b.code),
  );
  const say = (f: ImmunizationFact) => {
    const code = f.code?.codings.find((c) => c.code !== null)?.code ?? '';
    return f.title.includes(code) ? f.title : `${f.title} (${code})`;
  };
  return apart ? disagreement('vaccine', coded, say, 'minor') : null;
}

function ofOthers(members: readonly Fact[]): (Conflict | null)[] {
  return [
    lot(members),
    vaccine(members),
    disagreement('class', members, (f) => (f.kind === 'encounter' ? f.encounterClass : null), 'minor'),
    disagreement(
      'conclusion',
      members,
      (f) => (f.kind === 'report' || f.kind === 'imaging' || f.kind === 'document' ? f.conclusion : null),
      'clinical',
    ),
  ];
}

/** What is to be taken now, where the sources' newest words differ. */
function dose(members: readonly MedicationFact[]): Conflict | null {
  const orders = members.filter((f) => isOrder(f) && !f.status.retracted && f.doses.length > 0);
  const current = orders.filter((f) => f.status.standing === 'current');
  const speaking =
    current.length > 0
      ? [
          ...newestOfEach(
            orders.filter((f) => !current.includes(f) && !current.some((c) => c.source === f.source)),
          ),
          ...current,
        ]
      : newestOfEach(orders);
  const differ = anyTwo(speaking, (a, b) => dosesDiffer(a.doses, b.doses));
  return differ
    ? disagreement(
        'dose',
        [...speaking].sort((a, b) => (a.source < b.source ? -1 : 1)),
        (f) => doseWords(f.doses),
        'safety',
      )
    : null;
}

function dosesDiffer(a: readonly Dose[], b: readonly Dose[]): boolean {
  const [x, y] = [a[0], b[0]];
  if (x === undefined || y === undefined) return false;
  if (a.length === 1 && b.length === 1) {
    if (x.asNeeded !== null && y.asNeeded !== null && x.asNeeded !== y.asNeeded) return true;
    const stated = structured(x, y);
    if (stated !== null) return stated;
  }
  return sigWords(bareWords(a)) !== sigWords(bareWords(b));
}

/** By amount and times a day, where both state them; null where words must be compared instead. */
function structured(x: Dose, y: Dose): boolean | null {
  if (x.amount === null || y.amount === null || x.perDay === null || y.perDay === null) return null;
  const likeness = compareQuantities(x.amount, y.amount);
  if (x.route !== null && y.route !== null && compareConcepts(x.route, y.route) === 'different') return true;
  return likeness > Alike.unitless || x.perDay !== y.perDay;
}

export function doseWords(doses: readonly Dose[]): string | null {
  const said = doses
    .map((d) => withNeed(d, d.text) ?? structuredWords(d))
    .filter((t) => t !== null && t !== '');
  return said.length === 0 ? null : said.join('; ');
}

const bareWords = (doses: readonly Dose[]): string =>
  doses.map((d) => d.text ?? structuredWords(d) ?? '').join('; ');

/** 'Only when needed' is said where the element says so and the text leaves it out. */
const withNeed = (dose: Dose, text: string | null): string | null =>
  text !== null && text !== '' && dose.asNeeded === true && !/need|prn/i.test(text)
    ? `${text}, as needed`
    : text;

function structuredWords(dose: Dose): string | null {
  const amount =
    dose.amount === null ? null : `${dose.amount.text} ${dose.amount.unit ?? dose.amount.code ?? ''}`.trim();
  const often = dose.perDay === null ? null : `${dose.perDay} a day`;
  const parts = [amount, often, dose.asNeeded === true ? 'as needed' : null].filter((p) => p !== null);
  return parts.length === 0 ? null : parts.join(', ');
}
