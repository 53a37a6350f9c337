/**
 * Is this the same person? Fellegi-Sunter: each field adds log-odds for agreeing and takes some for differing, with
 * published weights; then the vetoes, which no score overrules. See docs/matching.md.
 */
import type { FieldEvidence, Match, MatchOutcome, Person } from '../record/index.ts';
import { compare, type Compared } from './compared.ts';
import type { DateAgreement } from './date.ts';
import { evidenceOf } from './evidence.ts';
import { middlesDiffer, suffixesDiffer, type NameAgreement } from './name.ts';
import { vetoesOf } from './vetoes.ts';

const POSSIBLE = 12.2;
const CERTAIN = 17;

export function match(a: Person, b: Person): Match {
  const compared = compare(a, b);
  const evidence = evidenceOf(a, b, compared);
  let sum = 0;
  for (const field of evidence) sum += field.weight;
  const score = Math.round(sum * 100) / 100;
  const vetoes = vetoesOf(a, b, compared);
  return { outcome: decide(compared, score, evidence, vetoes), score, evidence, vetoes };
}

function decide(
  compared: Compared,
  score: number,
  evidence: readonly FieldEvidence[],
  vetoes: readonly string[],
): MatchOutcome {
  const { family, given, birth, numbers, twins } = compared;
  // Brothers and sisters of one birth are never offered as each other.
  if (twins !== null) return 'unlikely';
  if (numbers.shared?.strength === 'strong') {
    const certain =
      vetoes.length === 0 && score >= CERTAIN && birth.kind === 'same' && isSure(family) && isSure(given);
    return certain ? 'certain' : withOneNumber(compared, evidence);
  }
  if (score < POSSIBLE || speaksForAnother(compared, evidence)) return 'unlikely';
  return needsMore(compared) && !isConfirmed(compared, evidence) ? 'unlikely' : 'likely';
}

const isSure = (name: NameAgreement): boolean =>
  name.kind === 'same' || (name.kind === 'variant' && name.sure);
const agrees = ({ kind }: NameAgreement | DateAgreement): boolean => kind !== 'differs' && kind !== 'missing';

/**
 * One number, and anything else that agrees: the same person, or a mistake that somebody has to see. A mother's number
 * at her child's bedside is such a mistake; where nothing but the number agrees, the number was given twice.
 */
function withOneNumber(
  { a, b, family, given, birth }: Compared,
  evidence: readonly FieldEvidence[],
): MatchOutcome {
  if (suffixesDiffer(a.names, b.names) && birth.kind === 'differs') return 'unlikely';
  const names = agrees(family) || agrees(given) || agrees(birth);
  const somebodyElses = given.kind === 'differs' && birth.kind === 'differs';
  return (names && !somebodyElses) || isAtOnePlace(evidence) ? 'likely' : 'unlikely';
}

/** Without a number in common, what no agreement elsewhere outweighs. */
function speaksForAnother(compared: Compared, evidence: readonly FieldEvidence[]): boolean {
  const { a, b, family, given, birth, numbers, sexDiffers } = compared;
  if (suffixesDiffer(a.names, b.names)) return true;
  if (numbers.near) return given.kind === 'differs' && birth.kind === 'differs';
  if (given.kind === 'differs') return true;
  // Parent and child of one name are a generation apart; what is closer may be a date misread.
  if (birth.kind === 'differs' && !(birth.close && isSure(family) && isSure(given))) return true;
  // John and Joan of one address.
  if (sexDiffers && !isSure(given)) return true;
  if (middlesDiffer(a.names, b.names) === 'names') return true;
  if (Number(agrees(family)) + Number(agrees(given)) + Number(agrees(birth)) >= 2) return false;
  // A name that one side lacks: the birthday and the very house stand in for it.
  return !(
    birth.kind === 'same' && evidence.some((each) => each.field === 'address' && each.agreement === 'agrees')
  );
}

/** A name and half a birthday, or a birthday and half a name: many people have as much in common. */
function needsMore({ family, given, birth, numbers }: Compared): boolean {
  return (
    family.kind === 'differs' ||
    family.kind === 'missing' ||
    given.kind === 'missing' ||
    birth.kind !== 'same' ||
    numbers.contradicting !== null
  );
}

/** Something besides name, birth date and sex: a place, a way to reach them, a number. */
const isConfirmed = ({ numbers }: Compared, evidence: readonly FieldEvidence[]): boolean =>
  numbers.shared !== null || numbers.near !== null || isAtOnePlace(evidence);

function isAtOnePlace(evidence: readonly FieldEvidence[]): boolean {
  let places = 0;
  for (const { field, agreement } of evidence) {
    if (agreement !== 'agrees' && agreement !== 'similar') continue;
    if (field === 'address' || field === 'phone' || field === 'e-mail') return true;
    if (field === 'postcode' || field === 'city') places++;
  }
  return places > 1;
}
