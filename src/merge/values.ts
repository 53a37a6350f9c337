import type { Concept, Fact, Measured, ObservationFact, Quantity, Value } from '../record/index.ts';
import { compareConcepts, mappedApart } from './concepts.ts';
import { answerOf } from './answers.ts';
import { foldText } from './hash.ts';
import { comparePoints, dateWords, Near } from './times.ts';

export const isResult = (fact: Fact): fact is ObservationFact =>
  fact.kind === 'observation' || fact.kind === 'panel' || fact.kind === 'social';

/** How two results compare, most alike first. */
export const Alike = {
  equal: 0,
  /** Equal within what the rounding of either allows, their digits differing. */
  rounded: 1,
  /** The same digits; one of them has no unit. */
  unitless: 2,
  /** Neither has a value of its own. */
  bothNone: 3,
  /** One has a value and the other has none, or says why it has none. */
  oneNone: 4,
  differ: 5,
} as const;
export type Alikeness = (typeof Alike)[keyof typeof Alike];

const worse = (a: Alikeness, b: Alikeness): Alikeness => (a > b ? a : b);

export function compareQuantities(a: Quantity, b: Quantity): Alikeness {
  if (a.comparator !== b.comparator) return Alike.differ;
  const x = a.canonical;
  const y = b.canonical;
  if (x !== null && y !== null && x.unit === y.unit) {
    if (x.value === y.value) return Alike.equal;
    const tolerance = x.tolerance + y.tolerance;
    if (Math.abs(x.value - y.value) >= tolerance * (1 - 1e-9)) return Alike.differ;
    // A conversion never comes out to the digit; two numbers in one unit that differ have been rounded by somebody.
    return x.conversion !== y.conversion || sameUnit(a, b) === false ? Alike.equal : Alike.rounded;
  }
  if (a.value !== b.value) return Alike.differ;
  const units = sameUnit(a, b);
  return units === null ? Alike.unitless : units ? Alike.equal : Alike.differ;
}

/** null where one of them has no unit at all. */
function sameUnit(a: Quantity, b: Quantity): boolean | null {
  const x = a.code ?? a.unit;
  const y = b.code ?? b.unit;
  if (x === null && y === null) return true;
  if (x === null || y === null) return null;
  if (x === y) return true;
  return a.unit !== null && b.unit !== null && foldUnit(a.unit) === foldUnit(b.unit);
}

const foldUnit = (unit: string): string => unit.toLowerCase().replaceAll(/[\s[\]{}]+/g, '');

const isNone = (value: Value | null): boolean => value === null || value.kind === 'absent';

function compareValues(a: Value | null, b: Value | null): Alikeness {
  if (isNone(a) && isNone(b)) return Alike.bothNone;
  if (a === null || b === null || isNone(a) || isNone(b)) return Alike.oneNone;
  if (a.kind === 'quantity' && b.kind === 'quantity') return compareQuantities(a.quantity, b.quantity);
  if (a.kind === 'concept' && b.kind === 'concept') return compareAnswers(a.concept, b.concept);
  if (a.kind === 'ratio' && b.kind === 'ratio')
    return worse(compareEnds(a.numerator, b.numerator), compareEnds(a.denominator, b.denominator));
  if (a.kind === 'range' && b.kind === 'range')
    return worse(compareEnds(a.low, b.low), compareEnds(a.high, b.high));
  if (a.kind === 'date' && b.kind === 'date') return compareDateValues(a.date, b.date);
  if (a.kind === 'quantity' || b.kind === 'quantity') return compareWritten(a, b);
  const [x, y] = [plainText(a), plainText(b)];
  if (x === null || y === null) return Alike.differ;
  return x === y ? Alike.equal : answerOf(x) === answerOf(y) ? Alike.rounded : Alike.differ;
}

/** 'Detected' here and 'Positive' there are one answer, whatever their codes. */
function compareAnswers(a: Concept, b: Concept): Alikeness {
  if (compareConcepts(a, b) !== 'different') return Alike.equal;
  const [x, y] = [a.text ?? a.display, b.text ?? b.display];
  return x !== null && y !== null && answerOf(x) === answerOf(y) ? Alike.rounded : Alike.differ;
}

const NUMBER = /^(<=|>=|<|>)?\s*(-?\d+(?:\.\d+)?)\s*(.*)$/s;

/** A number that one source has as a number and the other as text: '110', '<5', '110 mg/dL'. */
function compareWritten(a: Value, b: Value): Alikeness {
  const [number, written] =
    a.kind === 'quantity' ? [a.quantity, b] : b.kind === 'quantity' ? [b.quantity, a] : [null, a];
  const text = number === null ? null : rawText(written);
  const match = text === null ? null : NUMBER.exec(text.trim());
  if (number === null || match === null) {
    const [x, y] = [plainText(a), plainText(b)];
    return x !== null && x === y ? Alike.equal : Alike.differ;
  }
  const [, comparator = null, digits, unit = ''] = match;
  if (comparator !== number.comparator || Number(digits) !== number.value) return Alike.differ;
  if (unit === '') return Alike.unitless;
  const units = [number.unit, number.code].filter((u): u is string => u !== null).map(foldUnit);
  return units.length === 0 ? Alike.unitless : units.includes(foldUnit(unit)) ? Alike.equal : Alike.differ;
}

function rawText(value: Value): string | null {
  if (value.kind === 'text' || value.kind === 'integer') return value.text;
  return value.kind === 'concept' ? (value.concept.text ?? value.concept.display) : null;
}

const compareEnds = (a: Quantity | null, b: Quantity | null): Alikeness =>
  a === null || b === null ? (a === b ? Alike.equal : Alike.differ) : compareQuantities(a, b);

function compareDateValues(a: Extract<Value, { kind: 'date' }>['date'], b: typeof a): Alikeness {
  if (a.kind !== 'at' || b.kind !== 'at') return dateWords(a) === dateWords(b) ? Alike.equal : Alike.differ;
  return comparePoints(a.at, b.at) <= Near.day ? Alike.equal : Alike.differ;
}

/** Values that say their meaning by their text, whatever type the source chose for them: 'Positive', 2, '10:30'. */
function plainText(value: Value): string | null {
  switch (value.kind) {
    case 'text':
    case 'sampled':
    case 'time':
      return foldText(value.text);
    case 'concept':
      return value.concept.display === null ? null : foldText(value.concept.display);
    case 'boolean':
      return String(value.value);
    case 'integer':
      return String(value.value);
    case 'quantity':
      return value.quantity.code === null || /^(?:1|\{.*\})$/.test(value.quantity.code)
        ? String(value.quantity.value)
        : null;
    case 'ratio':
      return foldText(`${value.numerator?.text ?? ''}:${value.denominator?.text ?? ''}`);
    case 'attachment':
      return value.title;
    default:
      return null;
  }
}

interface WithParts extends Measured {
  readonly components: readonly Measured[];
}

/** Some converters write every result as a panel of itself: the one component under the same code is the value. */
const soleValue = (fact: WithParts): Measured | null => {
  const only = fact.components[0];
  return only !== undefined &&
    fact.components.length === 1 &&
    isNone(fact.value) &&
    compareConcepts(fact.code, only.code) === 'same'
    ? only
    : null;
};
const ownValue = (fact: WithParts): Value | null =>
  fact.components.length === 0 ? fact.value : (soleValue(fact)?.value ?? fact.value);
const isSimple = (fact: WithParts): boolean => fact.components.length === 0 || soleValue(fact) !== null;

/** Value and components together; components are a set, in no order. */
export function compareMeasured(a: WithParts, b: WithParts): Alikeness {
  const own = compareValues(ownValue(a), ownValue(b));
  if (isSimple(a) && isSimple(b)) return own;
  const parts = compareComponents(a.components, b.components);
  return own === Alike.bothNone ? parts : own === Alike.oneNone ? Alike.oneNone : worse(own, parts);
}

function compareComponents(a: readonly Measured[], b: readonly Measured[]): Alikeness {
  if (a.length === 0 || b.length === 0) return Alike.oneNone;
  let worst: Alikeness = Alike.equal;
  let met = 0;
  for (const x of a) {
    const y = b.find((other) => sameComponent(x, other));
    if (y === undefined) continue;
    met++;
    const likeness = compareValues(x.value, y.value);
    worst = worse(worst, likeness === Alike.bothNone ? Alike.equal : likeness);
  }
  if (met === 0) return Alike.oneNone;
  // What one of them leaves out is no disagreement, and no full agreement either.
  return met === a.length && met === b.length ? worst : worse(worst, Alike.rounded);
}

/** Systolic and diastolic pressure are told apart by the tables: their words need not be compared. */
const sameComponent = (a: Measured, b: Measured): boolean =>
  !mappedApart(a.code, b.code) && compareConcepts(a.code, b.code) === 'same';

const quantityWords = (q: Quantity): string =>
  `${q.comparator ?? ''}${q.text}${q.unit === null && q.code === null ? '' : ` ${q.unit ?? q.code ?? ''}`}`;

function valueWords(value: Value | null): string | null {
  if (value === null) return null;
  switch (value.kind) {
    case 'quantity':
      return quantityWords(value.quantity);
    case 'concept':
      return value.concept.display ?? 'uncoded';
    case 'boolean':
      return value.value ? 'yes' : 'no';
    case 'integer':
    case 'text':
    case 'time':
    case 'sampled':
      return value.text;
    case 'range':
      return `${value.low === null ? '…' : quantityWords(value.low)} to ${value.high === null ? '…' : quantityWords(value.high)}`;
    case 'ratio':
      return `${value.numerator === null ? '…' : quantityWords(value.numerator)} : ${value.denominator === null ? '…' : quantityWords(value.denominator)}`;
    case 'date':
      return dateWords(value.date);
    case 'attachment':
      return value.title ?? 'attachment';
    case 'absent':
      return `no value (${value.reason})`;
  }
}

/** '142 mmHg; 88 mmHg' for what has components, in the order of their names. */
export function measuredWords(fact: WithParts): string | null {
  const own = valueWords(ownValue(fact));
  if (isSimple(fact)) return own;
  const parts = fact.components.map(
    (c) => `${c.code?.display ?? 'uncoded'} ${valueWords(c.value) ?? 'no value'}`,
  );
  return [...(own === null ? [] : [own]), ...parts.sort()].join('; ');
}
