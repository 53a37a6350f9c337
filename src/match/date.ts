import { mainPoint, type ClinicalDate } from '../record/index.ts';
import { isPlaceholderDate } from './nobody.ts';

/** A birth date as it is compared. Numbers that the source left out are 0. */
export interface Birth {
  readonly text: string;
  readonly digits: string;
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export type DateAgreement =
  | { readonly kind: 'missing' }
  /** `weak`: 1 January, which stands for 'some day of that year' more often than not. */
  | { readonly kind: 'same'; readonly weak: boolean }
  /** As far as the coarser of the two says. */
  | { readonly kind: 'compatible' }
  /** Day and month swapped, or one digit off. */
  | { readonly kind: 'typo'; readonly note: string }
  /** `close`: so few or so many years apart that neither is the other's child. */
  | { readonly kind: 'differs'; readonly note: string | null; readonly close: boolean };

const MISSING: DateAgreement = { kind: 'missing' };
const SAME: DateAgreement = { kind: 'same', weak: false };
const SAME_NEW_YEAR: DateAgreement = { kind: 'same', weak: true };
const COMPATIBLE: DateAgreement = { kind: 'compatible' };
const DIFFERS: DateAgreement = { kind: 'differs', note: null, close: false };
const CLOSE: DateAgreement = { kind: 'differs', note: null, close: true };
const SWAPPED: DateAgreement = { kind: 'typo', note: 'day and month swapped' };
const ONE_DIGIT: DateAgreement = { kind: 'typo', note: 'one digit differs' };
const TWO_DIGITS: DateAgreement = { kind: 'typo', note: 'two digits swapped' };
const NEXT_DAY: DateAgreement = { kind: 'typo', note: 'one day apart' };
const GENERATION: DateAgreement = { kind: 'differs', note: 'a generation apart', close: false };

/** No typo of one digit: whoever has the same name and birthday this many years later is a child. */
const GENERATION_YEARS = 15;
const LIFETIME = 80;

export function birthText(date: ClinicalDate): string | null {
  return mainPoint(date)?.text.slice(0, 10) ?? null;
}

/** null where nothing is stated or what is stated stands for nothing. */
export function readBirth(date: ClinicalDate): Birth | null {
  const text = birthText(date);
  if (text === null || isPlaceholderDate(text)) return null;
  const [year, month, day] = text.split('-').map(Number);
  return { text, digits: text.replaceAll('-', ''), year: year ?? 0, month: month ?? 0, day: day ?? 0 };
}

export function compareDates(a: Birth | null, b: Birth | null): DateAgreement {
  if (a === null || b === null) return MISSING;
  if (a.text === b.text) {
    if (a.day === 0) return COMPATIBLE;
    return a.day === 1 && a.month === 1 ? SAME_NEW_YEAR : SAME;
  }
  if (a.day === 0 || b.day === 0)
    return a.text.startsWith(b.text) || b.text.startsWith(a.text) ? COMPATIBLE : DIFFERS;
  return fullDates(a, b);
}

function fullDates(a: Birth, b: Birth): DateAgreement {
  if (a.year === b.year && a.month === b.day && a.day === b.month) return SWAPPED;
  const apart = Math.abs(a.year - b.year);
  const first = firstDifference(a.digits, b.digits);
  const rest = (from: number): boolean => a.digits.slice(from) === b.digits.slice(from);
  const crossed =
    a.digits[first] === b.digits[first + 1] && a.digits[first + 1] === b.digits[first] && rest(first + 2);
  if (crossed) return TWO_DIGITS;
  if (rest(first + 1)) return apart >= GENERATION_YEARS && apart < LIFETIME ? GENERATION : ONE_DIGIT;
  if (a.month === b.month && a.day === b.day && apart >= GENERATION_YEARS) return GENERATION;
  if (apart <= 1 && Math.abs(dayNumber(a) - dayNumber(b)) === 1) return NEXT_DAY;
  return apart < 12 || apart >= LIFETIME ? CLOSE : DIFFERS;
}

function firstDifference(a: string, b: string): number {
  let i = 0;
  while (i < a.length && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  return i;
}

const dayNumber = ({ year, month, day }: Birth): number => Date.UTC(year, month - 1, day) / 86_400_000;
