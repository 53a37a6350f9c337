import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lines } from '../table.ts';
import { ANALYTES } from './analytes.ts';
import { canonicalQuantity } from './quantity.ts';
import { spelledUnit } from './spellings.ts';
import { parseUcum } from './ucum.ts';

const UNITS = [
  'mg/dL',
  'g/L',
  'mmol/L',
  'umol/L',
  'ng/mL',
  'U/L',
  '[IU]/L',
  '%',
  'kg',
  '[lb_av]',
  'cm',
  '[in_i]',
  'Cel',
];
const UNITS_MORE = [
  '[degF]',
  'mm[Hg]',
  'kPa',
  '/min',
  '10*3/uL',
  'meq/L',
  'mL/min',
  'fL',
  'pg',
  'mmol/mol',
  's',
  '1',
];
const unit = fc.constantFrom(...UNITS, ...UNITS_MORE);
const analyte = fc.constantFrom(null, ...lines(ANALYTES).map((line) => line.split('|')[0] ?? ''));
const amount = fc.integer({ min: 1, max: 100_000 }).map((n) => n / 10);

const canonical = (of: string | null, value: number, code: string) =>
  canonicalQuantity({
    analyte: of,
    digits: String(value),
    value,
    unit: null,
    code,
    system: 'http://unitsofmeasure.org',
  });

describe('canonical quantities', () => {
  it('keep order: more stays more, in every unit that is accepted', () => {
    fc.assert(
      fc.property(analyte, unit, amount, amount, (of, code, a, b) => {
        const [x, y] = [canonical(of, a, code), canonical(of, b, code)];
        if (x === null || y === null) return;
        expect(x.unit).toBe(y.unit);
        expect(Math.sign(x.value - y.value)).toBe(Math.sign(a - b));
      }),
    );
  });

  it('are their own canonical form', () => {
    fc.assert(
      fc.property(analyte, unit, amount, (of, code, value) => {
        const once = canonical(of, value, code);
        if (once === null) return;
        const twice = canonical(of, once.value, once.unit);
        expect(twice?.value).toBe(once.value);
        expect(twice?.conversion).toBeNull();
      }),
    );
  });

  it('come back: two units of one analyte differ by a constant factor', () => {
    fc.assert(
      fc.property(analyte, unit, amount, (of, code, value) => {
        const [one, ten] = [canonical(of, value, code), canonical(of, value * 10, code)];
        const zero = canonical(of, 0, code);
        if (one === null || ten === null || zero === null) return;
        expect((ten.value - zero.value) / (one.value - zero.value)).toBeCloseTo(10, 6);
      }),
    );
  });

  it('never throw, whatever is called a unit', () => {
    fc.assert(
      fc.property(analyte, fc.string({ unit: 'grapheme', maxLength: 80 }), amount, (of, text, value) => {
        const found = canonicalQuantity({
          analyte: of,
          digits: String(value),
          value,
          unit: text,
          code: text,
          system: null,
        });
        expect(found === null || Number.isFinite(found.value)).toBe(true);
      }),
    );
  });
});

describe('long texts', () => {
  it.each(['m', '/', '{', '10*', '1.73 ', ' ', '(24h', 'g.'])('%j a million times is no unit', (part) => {
    const text = part.repeat(1_000_000 / part.length);
    expect(parseUcum(text)).toBeNull();
    expect(spelledUnit(text)).toBeNull();
  });
});
