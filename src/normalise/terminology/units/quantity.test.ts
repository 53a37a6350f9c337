import { describe, expect, it } from 'vitest';
import { canonicalQuantity, halfLastDigit } from './quantity.ts';

const UCUM = 'http://unitsofmeasure.org';

/** As from a source that writes the unit as text only. */
const written = (analyte: string | null, digits: string, unit: string | null) =>
  canonicalQuantity({ analyte, digits, value: Number(digits), unit, code: null, system: null });

const coded = (analyte: string | null, digits: string, code: string, unit: string | null = null) =>
  canonicalQuantity({ analyte, digits, value: Number(digits), unit, code, system: UCUM });

describe('what clinicians know to be equal', () => {
  it.each([
    ['lab:glucose', '6.1', 'mmol/L', 110],
    ['lab:creatinine', '88.4', 'µmol/L', 1.0],
    ['lab:bun', '5.0', 'mmol/L', 14.0],
    ['lab:cholesterol', '5.17', 'mmol/L', 200],
    ['lab:triglycerides', '1.69', 'mmol/L', 150],
    ['lab:bilirubin-total', '17.1', 'umol/L', 1.0],
    ['lab:calcium', '2.50', 'mmol/L', 10.0],
    ['lab:uric-acid', '357', 'umol/L', 6.0],
    ['lab:hemoglobin', '140', 'g/L', 14],
    ['lab:iron', '17.9', 'umol/L', 100],
    ['lab:b12', '221', 'pmol/L', 300],
    ['lab:folate', '22.7', 'nmol/L', 10],
    ['lab:vitamin-d', '75', 'nmol/L', 30],
    ['lab:free-t4', '12.9', 'pmol/L', 1.0],
    ['lab:lactate', '18', 'mg/dL', 2.0],
    ['lab:magnesium', '0.82', 'mmol/L', 2.0],
    ['lab:phosphate', '1.13', 'mmol/L', 3.5],
    ['lab:albumin', '40', 'g/L', 4.0],
    ['lab:crp', '1.2', 'mg/dL', 12],
    ['lab:troponin-i', '40', 'ng/L', 0.04],
    ['lab:troponin-t-hs', '0.014', 'ng/mL', 14],
    ['lab:sodium', '140', 'mEq/L', 140],
    ['lab:calcium', '5.0', 'mEq/L', 10.0],
    ['lab:uacr', '3.4', 'mg/mmol', 30],
    ['lab:hematocrit', '0.42', 'L/L', 42],
    ['lab:testosterone', '17.3', 'nmol/L', 500],
    ['lab:cortisol', '276', 'nmol/L', 10],
    ['vital:temperature', '98.6', '°F', 37],
    ['vital:weight', '154', 'lb', 70],
    ['vital:height', '70', 'in', 177.8],
    ['vital:systolic', '16', 'kPa', 120],
  ])('%s %s %s', (analyte, digits, unit, expected) => {
    const found = written(analyte, digits, unit);
    expect(Math.abs(found!.value - expected)).toBeLessThanOrEqual(found!.tolerance + expected * 0.006);
  });

  it('HbA1c: 8.2 % and 66 mmol/mol are one, 8.2 % and 68 are not', () => {
    const ngsp = written('lab:hba1c', '8.2', '%')!;
    const close = coded('lab:hba1c', '66', 'mmol/mol')!;
    const far = coded('lab:hba1c', '68', 'mmol/mol')!;
    expect(Math.abs(ngsp.value - close.value)).toBeLessThanOrEqual(ngsp.tolerance + close.tolerance);
    expect(Math.abs(ngsp.value - far.value)).toBeGreaterThan(ngsp.tolerance + far.tolerance);
    expect(close.conversion).toContain('IFCC');
  });

  it('110 mg/dL with its UCUM code and without it', () => {
    expect(coded('lab:glucose', '110', 'mg/dL', 'mg/dL')).toEqual(written('lab:glucose', '110', 'MG/DL'));
  });
});

describe('one unit, many spellings', () => {
  it.each([
    [
      'lab:wbc',
      [
        'K/uL',
        'k/µL',
        'k/μL',
        '10*3/uL',
        '10^3/uL',
        '10^9/L',
        'x10E3/uL',
        'X10(3)/uL',
        'THOU/UL',
        '10 3/uL',
        'x10*9/L',
        'K/mm3',
        '10³/µL',
        '10*3/mm3',
      ],
    ],
    ['lab:rbc', ['M/uL', '10*6/uL', '10*12/L', 'x10E6/uL', 'mill/uL', '10^6/µL']],
    ['lab:glucose', ['mg/dL', 'mg/dl', 'MG/DL', 'mg / dL', 'mg per dL', 'mg/100 mL']],
    ['lab:tsh', ['uIU/mL', 'mIU/L', 'µIU/mL', 'm[IU]/L', 'u[IU]/mL', 'mU/L', 'uU/mL', 'MIU/L', 'mcIU/mL']],
    ['lab:alt', ['U/L', 'IU/L', 'u/l', '[IU]/L', 'units/L']],
    [
      'lab:egfr',
      [
        'mL/min/1.73m2',
        'mL/min/{1.73_m2}',
        'mL/min/1.73 m2',
        'mL/min/1.73m^2',
        'ML/MIN/1.73M2',
        'mL/min/1.73m²',
        'mL/min',
        'mL/min/1.73 sq m',
      ],
    ],
    ['lab:sodium', ['mEq/L', 'meq/L', 'mmol/L', 'MMOL/L', 'MEQ/L']],
    ['vital:systolic', ['mm Hg', 'mmHg', 'mm[Hg]', 'MMHG']],
    ['vital:heart-rate', ['/min', 'bpm', 'beats/min', '{beats}/min', 'beats/minute', 'BPM', '1/min']],
    ['vital:weight', ['kg', 'KG', 'kilograms', 'kgs']],
    ['vital:temperature', ['Cel', 'C', 'degC', '°C', 'Celsius']],
    ['lab:vitamin-d', ['ng/mL', 'NG/ML', 'ug/L', 'µg/L', 'mcg/L']],
    ['vital:oxygen-saturation', ['%', '% {saturation}', 'percent', '%{O2}']],
  ])('%s', (analyte, units) => {
    const values = units.map((unit) => [unit, written(analyte, '7.2', unit)?.value ?? null]);
    expect(values.filter(([, value]) => value !== 7.2)).toEqual([]);
  });
});

describe('refused rather than relabelled', () => {
  it.each([
    ['HbA1c in g/dL', () => written('lab:hba1c', '8.2', 'gm/dl')],
    ['HbA1c as a fraction', () => written('lab:hba1c', '0.082', '1')],
    ['HbA1c of 66 %', () => written('lab:hba1c', '66', '%')],
    ['a glucose in mm[Hg]', () => written('lab:glucose', '110', 'mmHg')],
    ['a weight in cm', () => written('vital:weight', '70', 'cm')],
    ['a count as a percentage', () => written('lab:neutrophils-abs', '55', '%')],
    ['a molar troponin', () => written('lab:troponin-i', '1', 'nmol/L')],
    ['phosphate equivalents, whose charge depends on pH', () => written('lab:phosphate', '2', 'mEq/L')],
    ['no unit', () => written('lab:glucose', '110', null)],
    ['a name that every object has', () => written(null, '110', 'constructor')],
    ['a name that every object has, as a factor', () => written(null, '110', 'mg/toString')],
    ['an unknown unit', () => written('lab:glucose', '110', 'blobs')],
    ['a code and a text that disagree', () => coded('lab:glucose', '110', 'mg/dL', 'mmol/L')],
    [
      'no number',
      () =>
        canonicalQuantity({ analyte: null, digits: '', value: NaN, unit: 'mg', code: null, system: null }),
    ],
  ])('%s', (_, result) => {
    expect(result()).toBeNull();
  });

  it('without an analyte mass and moles do not meet, nor clearances per body and per 1.73 m²', () => {
    expect(written(null, '5', 'mmol/L')?.unit).not.toBe(written(null, '90', 'mg/dL')?.unit);
    expect(written(null, '60', 'mL/min')?.unit).not.toBe(written(null, '60', 'mL/min/1.73m2')?.unit);
    expect(written(null, '500', 'ng/mL FEU')?.unit).not.toBe(written(null, '500', 'ng/mL')?.unit);
    expect(written(null, '5', '%')?.unit).not.toBe(written(null, '5', 'mmol/mol')?.unit);
  });
});

describe('the stated precision', () => {
  it.each([
    ['110', 0.5],
    ['8.2', 0.05],
    ['70.10', 0.005],
    ['1e3', 500],
    ['1.5e-2', 0.0005],
    ['-0.50', 0.005],
    ['not a number', 0],
  ])('%s', (digits, expected) => {
    expect(halfLastDigit(digits)).toBeCloseTo(expected, 12);
  });

  it('is carried into the canonical unit', () => {
    expect(written('lab:glucose', '6.1', 'mmol/L')?.tolerance).toBeCloseTo(0.9, 2);
    expect(written('vital:temperature', '98.6', 'degF')?.tolerance).toBeCloseTo(0.0278, 4);
  });
});
