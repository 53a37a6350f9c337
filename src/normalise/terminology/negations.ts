import type { AllergyFact, Coding } from '../../record/index.ts';
import { systemOf } from './codes.ts';
import { remembered } from './memo.ts';
import { nameKey } from './text.ts';

type Negates = AllergyFact['negates'];

/** SNOMED CT identifiers of statements that something is not there. Others are told by their text alone. */
const NO_ALLERGY: Readonly<Record<string, Negates>> = {
  '716186003': 'all',
  '409137002': 'drug',
  '429625007': 'food',
  '428607008': 'environment',
  '716184000': 'specific',
};

const NO_PROBLEM: ReadonlySet<string> = new Set(['160245001']);

/** The IPS code system for absent and unknown data. 'No information' is no negative: it is not listed. */
const ABSENT = 'http://hl7.org/fhir/uv/ips/codesystem/absent-unknown-uv-ips';
const IPS_ALLERGY: Readonly<Record<string, Negates>> = {
  'no-known-allergies': 'all',
  'no-known-medication-allergies': 'drug',
  'no-known-food-allergies': 'food',
  'no-known-environmental-allergies': 'environment',
};

const ALLERGY_NAMES: Readonly<Record<string, Negates>> = {
  nka: 'all',
  nkda: 'drug',
  nkfa: 'food',
};

const ALLERGY_WORDS =
  /^(?:patient has |has )?no (?:known |active |reported )?(drug |medication |medicine |food |environmental |latex )?(?:allerg(?:y|ies)|allergic (?:reactions?|disorders?)|drug allerg(?:y|ies))(?: (?:on file|recorded|reported|known))?(?: (?:nka|nkda))?$/;
const PROBLEM_WORDS =
  /^(?:no (?:known |active |current |significant )*(?:problems?|conditions?|diagnos[ei]s|medical problems?|health problems?)|problems? none|no known (?:medical )?(?:history|problems? or conditions?))$/;

const isAbsent = (coding: Coding): boolean => coding.system?.toLowerCase() === ABSENT;

/** What 'no known allergies' statement this is; null for a real allergy, and for 'not asked' or 'no information'. */
export function allergyNegation(codings: readonly Coding[], text: string | null): Negates {
  for (const coding of codings) {
    if (coding.code === null) continue;
    const table = isAbsent(coding) ? IPS_ALLERGY : systemOf(coding.system) === 'sct' ? NO_ALLERGY : {};
    const negates = Object.hasOwn(table, coding.code) ? table[coding.code] : undefined;
    if (negates !== undefined) return negates;
  }
  return negatedBy(text) ?? firstOf(codings, (coding) => negatedBy(coding.display));
}

const negatedBy = (text: string | null): Negates => (text === null ? null : readNegation(text));

const readNegation = remembered((text: string): Negates => {
  const name = nameKey(text);
  if (name === null) return null;
  if (Object.hasOwn(ALLERGY_NAMES, name)) return ALLERGY_NAMES[name] ?? null;
  const match = ALLERGY_WORDS.exec(name);
  if (!match) return null;
  const what = match[1]?.trim() ?? (name.includes('drug allerg') ? 'drug' : '');
  if (what === 'food') return 'food';
  if (what === 'environmental') return 'environment';
  if (what === 'latex') return 'specific';
  return what === '' ? 'all' : 'drug';
});

function firstOf(codings: readonly Coding[], of: (coding: Coding) => Negates): Negates {
  for (const coding of codings) {
    const found = of(coding);
    if (found !== null) return found;
  }
  return null;
}

/** 'No known problems' and its like: a statement in its own right, never a problem called 'none'. */
export function isNoKnownProblem(codings: readonly Coding[], text: string | null): boolean {
  const coded = codings.some(
    (coding) =>
      coding.code !== null &&
      (isAbsent(coding)
        ? coding.code === 'no-known-problems'
        : systemOf(coding.system) === 'sct' && NO_PROBLEM.has(coding.code)),
  );
  return coded || saysNone(text) || codings.some((coding) => saysNone(coding.display));
}

const saysNone = (text: string | null): boolean => text !== null && readNone(text);

const readNone = remembered((text: string): boolean => {
  const name = nameKey(text);
  return name !== null && PROBLEM_WORDS.test(name);
});
