import { describe, expect, it } from 'vitest';
import { conceptTable, entries, lines } from './table.ts';
import { ALLERGENS, DRUG_CLASSES } from './tables/allergens.ts';
import { COMBINATIONS } from './tables/drug-combinations.ts';
import { DRUGS_HEART } from './tables/drugs-heart.ts';
import { DRUGS_INFECTION } from './tables/drugs-infection.ts';
import { DRUGS_MIND } from './tables/drugs-mind.ts';
import { LABS } from './tables/labs.ts';
import { DOCUMENTS, ENCOUNTERS, PROCEDURES } from './tables/procedures.ts';
import { PROBLEMS } from './tables/problems.ts';
import { PROBLEMS_MORE } from './tables/problems-more.ts';
import { VACCINES } from './tables/vaccines.ts';
import { VITALS } from './tables/vitals.ts';
import { nameKey } from './text.ts';
import { ANALYTES } from './units/analytes.ts';
import { parseUcum } from './units/ucum.ts';

const DOMAINS: Readonly<Record<string, string>> = {
  observation: LABS + VITALS,
  condition: PROBLEMS + PROBLEMS_MORE,
  vaccine: VACCINES,
  drug: DRUGS_HEART + DRUGS_MIND + DRUGS_INFECTION,
  allergen: ALLERGENS,
  procedure: PROCEDURES,
  document: DOCUMENTS,
  encounter: ENCOUNTERS,
};

/** LOINC's check digit: mod 10 (Luhn) over the number before the hyphen. */
function loincIsSound(code: string): boolean {
  const match = /^(\d{1,7})-(\d)$/.exec(code);
  if (!match?.[1]) return false;
  let sum = 0;
  [...match[1]].reverse().forEach((digit, i) => {
    const doubled = Number(digit) * (i % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  });
  return (10 - (sum % 10)) % 10 === Number(match[2]);
}

const TIMES = [
  '0123456789',
  '1234067895',
  '2340178956',
  '3401289567',
  '4012395678',
  '5987604321',
  '6598710432',
  '7659821043',
  '8765932104',
  '9876543210',
];
const TURN = [
  '0123456789',
  '1576283094',
  '5803796142',
  '8916043527',
  '9453126870',
  '4286573901',
  '2793806415',
  '7046913258',
];

/** SNOMED CT's check digit (Verhoeff). */
function snomedIsSound(code: string): boolean {
  if (!/^\d{6,18}$/.test(code)) return false;
  let check = 0;
  [...code].reverse().forEach((digit, i) => {
    check = Number(TIMES[check]![Number(TURN[i % 8]![Number(digit)])]);
  });
  return check === 0;
}

const FORMATS: Readonly<Record<string, (code: string) => boolean>> = {
  loinc: loincIsSound,
  sct: snomedIsSound,
  icd10: (code) => /^[A-Z]\d[0-9A-Z][0-9A-Z]{0,4}$/.test(code),
  icd9: (code) => /^(?:\d{3,5}|V\d{2,4}|E\d{3,4})$/.test(code),
  icd10pcs: (code) => /^[0-9A-HJ-NP-Z]{7}$/.test(code),
  rx: (code) => /^[1-9]\d{1,6}$/.test(code),
  atc: (code) => /^[A-V]\d{2}[A-Z]{2}\d{2}$/.test(code),
  cvx: (code) => /^\d{2,3}$/.test(code),
  unii: (code) => /^[0-9A-Z]{10}$/.test(code),
  act: (code) => /^[A-Z]+$/.test(code),
};

describe('check digits used by these tests', () => {
  it('know a sound code from one with a slip', () => {
    expect(loincIsSound('2345-7')).toBe(true);
    expect(loincIsSound('2345-6')).toBe(false);
    expect(snomedIsSound('44054006')).toBe(true);
    expect(snomedIsSound('44054016')).toBe(false);
    expect(snomedIsSound('44504006')).toBe(false);
  });
});

describe.each(Object.entries(DOMAINS))('the %s tables', (_, text) => {
  const all = entries(text);

  it('hold well-formed codes only', () => {
    const wrong = all.flatMap((entry) =>
      entry.codes.filter((code) => {
        const [system = '', value = ''] = code.split(' ');
        return FORMATS[system]?.(value) !== true;
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('have no key twice, and no code in two classes or twice in one', () => {
    const keys = all.map((entry) => entry.key.split(' ')[0]);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
    const codes = all.flatMap((entry) => entry.codes);
    expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([]);
  });

  it('have no name that means two classes', () => {
    const owner = new Map<string, string>();
    const torn: string[] = [];
    for (const entry of all) {
      const key = entry.key.split(' ')[0] ?? '';
      for (const name of [key.replaceAll('-', ' '), ...entry.names]) {
        const folded = nameKey(name) ?? '';
        if ((owner.get(folded) ?? key) !== key) torn.push(`${folded}: ${owner.get(folded)}, ${key}`);
        owner.set(folded, key);
      }
    }
    expect(torn).toEqual([]);
  });
});

describe('tables that refer to each other', () => {
  it('keep laboratory and vital keys apart', () => {
    const labs = new Set(entries(LABS).map((entry) => entry.key));
    expect(entries(VITALS).filter((entry) => labs.has(entry.key))).toEqual([]);
  });

  it('have a concept for each analyte, and a unit that can be read', () => {
    const known = new Set([
      ...entries(LABS).map((entry) => `lab:${entry.key}`),
      ...entries(VITALS).map((entry) => `vital:${entry.key}`),
    ]);
    const rows = lines(ANALYTES).map((line) => line.split('|'));
    expect(rows.filter(([key]) => !known.has(key!)).map(([key]) => key)).toEqual([]);
    expect(rows.filter(([, unit]) => parseUcum(unit!) === null)).toEqual([]);
  });

  it('build combinations and drug classes out of what exists', () => {
    const drugs = entries(DOMAINS['drug']!).map((entry) => entry.key.split(' '));
    const ingredients = new Set(drugs.map(([name]) => name));
    const parts = lines(COMBINATIONS).flatMap((line) => line.split('|')[0]!.split('+'));
    expect(parts.filter((part) => !ingredients.has(part))).toEqual([]);
    const classes = new Set(drugs.flatMap(([, ...names]) => names));
    expect(Object.keys(DRUG_CLASSES).filter((name) => !classes.has(name))).toEqual([]);
    const allergens = new Set(entries(ALLERGENS).map((entry) => entry.key.split(' ')[0]));
    expect(Object.values(DRUG_CLASSES).filter((name) => !allergens.has(name))).toEqual([]);
  });

  it('are built once', () => {
    const table = conceptTable('lab', 'a|loinc 2345-7|b');
    expect(table()).toBe(table());
    expect(table().byCode.get('loinc 2345-7')).toBe('lab:a');
  });
});
