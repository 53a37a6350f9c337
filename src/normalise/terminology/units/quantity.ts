import type { CanonicalQuantity } from '../../../record/index.ts';
import { lines } from '../table.ts';
import { ANALYTES } from './analytes.ts';
import { spelledUnit } from './spellings.ts';
import { parseUcum, type Unit } from './ucum.ts';

interface Rule {
  readonly unit: string;
  readonly molarMass: number | null;
  readonly charge: number | null;
  readonly unitsAreInternational: boolean;
}

export interface QuantityInput {
  /** The concept key of what was measured; null where it has none. */
  readonly analyte: string | null;
  readonly digits: string;
  readonly value: number;
  readonly unit: string | null;
  readonly code: string | null;
  readonly system: string | null;
}

const UCUM = /^(?:https?:\/\/unitsofmeasure\.org\/?|urn:oid:2\.16\.840\.1\.113883\.6\.8)$/i;

let rules: ReadonlyMap<string, Rule> | null = null;

function ruleOf(analyte: string): Rule | undefined {
  rules ??= new Map(
    lines(ANALYTES).map((line) => {
      const [key = '', unit = '', options = ''] = line.split('|');
      const number = (letter: string) => {
        const option = options.split(' ').find((word) => word.startsWith(letter));
        return option === undefined ? null : Number(option.slice(1));
      };
      return [
        key,
        { unit, molarMass: number('M'), charge: number('v'), unitsAreInternational: options.includes('u') },
      ];
    }),
  );
  return rules.get(analyte);
}

/** What a written unit comes to for an analyte: canonical = value × factor + offset. */
interface Conversion {
  readonly unit: string;
  readonly factor: number;
  readonly offset: number;
  readonly words: string | null;
}

const memo = new Map<string, Conversion | null>();
const MEMO_LIMIT = 5_000;

/**
 * The same amount in its analyte's canonical unit, or null where no conversion is safe: no unit, a unit that cannot be
 * read, another dimension than the analyte's, a code and a text that disagree, or a number that is none.
 * Two quantities are equal where they differ by no more than both tolerances together.
 */
export function canonicalQuantity(input: QuantityInput): CanonicalQuantity | null {
  if (!Number.isFinite(input.value)) return null;
  const { analyte, unit, code, system } = input;
  const key = `${analyte ?? ''}\u0000${unit ?? ''}\u0000${code ?? ''}\u0000${system ?? ''}`;
  let conversion = memo.get(key);
  if (conversion === undefined) {
    conversion = agreed(analyte, unit, code, system);
    if (memo.size < MEMO_LIMIT && key.length < 300) memo.set(key, conversion);
  }
  if (conversion === null) return null;
  const asWritten = conversion.factor === 1 && conversion.offset === 0;
  const value = asWritten ? input.value : round(input.value * conversion.factor + conversion.offset);
  if (!Number.isFinite(value)) return null;
  if (analyte === 'lab:hba1c' && (value < 2 || value > 25)) return null;
  return {
    value,
    unit: conversion.unit,
    conversion: conversion.words,
    tolerance: asWritten
      ? halfLastDigit(input.digits)
      : round(halfLastDigit(input.digits) * Math.abs(conversion.factor)),
  };
}

/** Floating-point dust is no part of a measurement: twelve significant digits are. */
const round = (value: number): number => Number(value.toPrecision(12));

/** Half of the last stated digit: '8.20' gives 0.005, '110' 0.5, '1.5e3' 50. */
export function halfLastDigit(digits: string): number {
  const dot = digits.indexOf('.');
  const decimals = dot < 0 ? 0 : digits.length - dot - 1;
  // Nearly all numbers: digits, one dot, at most six decimals. The rest (signs, exponents, junk) goes the long way.
  if (decimals < HALVES.length && isPlain(digits)) return HALVES[decimals] ?? 0;
  const match = /^[-+]?\d{0,40}(?:\.(\d{0,40}))?(?:[eE]([-+]?\d{1,3}))?$/.exec(digits.slice(0, 90).trim());
  return match ? 0.5 * 10 ** (Number(match[2] ?? 0) - (match[1]?.length ?? 0)) : 0;
}

const HALVES: readonly number[] = [0.5, 0.05, 0.005, 0.0005, 0.00005, 0.000005, 0.0000005];

/** By hand: this runs for every number. */
function isPlain(digits: string): boolean {
  const first = digits.charCodeAt(0) === 45 ? 1 : 0;
  const last = digits.length - 1;
  if (first > last || last > 20) return false;
  for (let i = first, dots = 0; i <= last; i++) {
    const c = digits.charCodeAt(i);
    if (c === 46 && i > first && i < last && dots === 0) dots++;
    else if (c < 48 || c > 57) return false;
  }
  return true;
}

/** The conversion that code and text lead to; null where they lead to different ones, or to none. */
function agreed(
  analyte: string | null,
  unit: string | null,
  code: string | null,
  system: string | null,
): Conversion | null {
  const coded = code === null ? null : system !== null && UCUM.test(system) ? ucumFirst(code) : written(code);
  const text = unit === null ? null : written(unit);
  const byCode = coded === null ? null : convert(analyte, coded);
  const byText = text === null ? null : convert(analyte, text);
  // A text that is no unit ('per high power field') leaves the code alone; one that is another unit refutes it.
  if (coded !== null && text !== null) {
    if (byCode === null || byText === null) return null;
    return same(byCode, byText) ? byCode : null;
  }
  // A code that is no unit ('38', a local number) leaves the text alone.
  return coded === null ? byText : byCode;
}

const same = (a: Conversion, b: Conversion): boolean =>
  a.unit === b.unit && Math.abs(a.factor - b.factor) <= 1e-9 * Math.abs(a.factor) && a.offset === b.offset;

/** UCUM as it stands; servers also put plain spellings ('mg/dl', 'lbs') under UCUM's name. */
function ucumFirst(code: string): string | null {
  return parseUcum(code) === null ? written(code) : code;
}

/** People's spelling first: 'K/uL' is thousands, not kelvins. Then UCUM. */
function written(text: string): string | null {
  const trimmed = text.trim();
  const spelled = spelledUnit(trimmed);
  if (spelled !== null && parseUcum(spelled) !== null) return spelled;
  return parseUcum(trimmed) === null ? null : trimmed;
}

function convert(analyte: string | null, code: string): Conversion | null {
  const from = parseUcum(code);
  if (from === null) return null;
  if (analyte === 'lab:hba1c') return hba1c(code);
  const rule = analyte === null ? undefined : ruleOf(analyte);
  if (rule === undefined) return generic(code, from);
  const to = parseUcum(rule.unit);
  if (to === null) return null;
  const a = reduce(from, rule);
  const b = reduce(to, rule);
  if (a.dimension !== b.dimension) return null;
  return finish(code, rule.unit, a.factor / b.factor, (a.offset - b.offset) / b.factor);
}

/** Where no analyte is known: plain arithmetic within one dimension, to its usual unit; numbers without one stay. */
const USUAL: Readonly<Record<string, string>> = {
  'g1 m-3': 'mg/dL',
  'm-3 mol1': 'mmol/L',
  'eq1 m-3': 'meq/L',
  'm-3': '10*3/uL',
  'U1 m-3': 'U/L',
  'IU1 m-3': '[IU]/L',
  g1: 'g',
  m1: 'cm',
  m3: 'mL',
  s1: 's',
  K1: 'Cel',
  'g1 m-1 s-2': 'mm[Hg]',
};

function generic(code: string, from: Unit): Conversion {
  const usual = USUAL[from.dimension];
  const to = usual === undefined ? null : parseUcum(usual);
  if (usual === undefined || to === null) return { unit: code, factor: 1, offset: 0, words: null };
  return finish(code, usual, from.factor / to.factor, (from.offset - to.offset) / to.factor);
}

function finish(code: string, unit: string, factor: number, offset: number): Conversion {
  const exact = Math.abs(factor - 1) < 1e-12 ? 1 : factor;
  const words = exact === 1 && offset === 0 ? null : `${code} to ${unit}`;
  return { unit, factor: exact, offset, words };
}

/** The unit in mass and international units, as far as the analyte says how. */
function reduce(unit: Unit, rule: Rule): Unit {
  let factor = unit.factor;
  const powers = new Map<string, number>();
  for (const part of unit.dimension.split(' ').filter((word) => word !== '')) {
    const match = /^([A-Za-z]+)(-?\d+)$/.exec(part);
    let symbol = match?.[1] ?? part;
    const power = Number(match?.[2] ?? 1);
    if (symbol === 'eq' && rule.charge !== null) {
      factor *= (1 / rule.charge) ** power;
      symbol = 'mol';
    }
    if (symbol === 'mol' && rule.molarMass !== null) {
      factor *= rule.molarMass ** power;
      symbol = 'g';
    }
    if (symbol === 'U' && rule.unitsAreInternational) symbol = 'IU';
    // A laboratory prints 'mL/min' for the clearance that its formula gives per 1.73 m².
    if (symbol === 'BSA') continue;
    powers.set(symbol, (powers.get(symbol) ?? 0) + power);
  }
  const dimension = [...powers]
    .filter(([, power]) => power !== 0)
    .map(([symbol, power]) => `${symbol}${power}`)
    .sort()
    .join(' ');
  return { factor, dimension, offset: unit.offset };
}

/**
 * HbA1c is reported in % (NGSP) or mmol/mol (IFCC); the two are tied by the published master equation
 * NGSP = 0.09148 × IFCC + 2.152, not by arithmetic on the units. Any other unit ('g/dL', a fraction) is refused.
 */
function hba1c(code: string): Conversion | null {
  const bare = code.replace(/\{[^{}]*\}/g, '');
  if (bare === '%') return { unit: '%', factor: 1, offset: 0, words: null };
  if (bare === 'mmol/mol')
    return { unit: '%', factor: 0.09148, offset: 2.152, words: 'HbA1c: mmol/mol (IFCC) to % (NGSP)' };
  return null;
}
