import type { Coding } from '../../record/index.ts';
import { systemOf } from './codes.ts';
import { keyOfCode } from './concepts.ts';
import { drugOf } from './drugs.ts';
import { asSiteReads, CONCEPT_KEYS, siteDisplay } from './site-maps.ts';
import { substanceClasses } from './substances.ts';

/** Words of the tables' keys that are written neither in small letters nor in capitals. */
const SPELT: ReadonlyMap<string, string> = new Map([
  ['pct', '(%)'],
  ['abs', '(absolute)'],
  ...(
    "HbA1c eGFR pH pCO2 pO2 FiO2 proBNP IgA IgE IgG IgM mRNA FHbp Crohn's Alzheimer's Parkinson's Barrett's " +
    "Hashimoto's Graves' X-ray DTaP Td Hib HepB NSAIDs ARBs ACE Rh hs"
  )
    .split(' ')
    .map((word) => [word.toLowerCase().replace(/['-]/g, ''), word] as const),
]);
/** Abbreviations that could be spoken as words; those without a vowel, or with a digit, are told by that. */
const CAPITALS =
  /^(?:bun|epi|alt|ast|alp|inr|aptt|feu|ddu|esr|tibc|psa|ana|afp|cea|ca|uacr|upcr|abo|ua|fobt|ercp|cabg|pci|turp|mri|iud|gi|copd|gerd|adhd|hiv|ipv|opv|bsa|bmi|acwy|naat|cov|sars|covid|n?stemi|[^aeiou\d]{1,5}|[a-z]+\d[a-z\d]*|[a-z])$/;

/** 'problem:type-2-diabetes' is 'Type 2 diabetes', 'lab:hba1c' is 'HbA1c'. */
function keyName(key: string): string {
  const words = key
    .slice(key.indexOf(':') + 1)
    .split('-')
    .map((word) => SPELT.get(word) ?? (CAPITALS.test(word) ? word.toUpperCase() : word));
  const name = words.join(' ').replace(/^(COVID|NT|CA|D|C|Non) (?=\d|proBNP|dimer|peptide)/i, '$1-');
  return /^(?:eGFR|pH|pCO2|pO2|mRNA|proBNP)/.test(name) ? name : name.charAt(0).toUpperCase() + name.slice(1);
}

/** The qualifiers that answer a question, which stand without words in many a form. */
const ANSWERS: ReadonlyMap<string, string> = new Map([
  ['373066001', 'yes'],
  ['373067005', 'no'],
  ['261665006', 'unknown'],
]);

/**
 * What a code without any words is called here: by the terminology server's answer, else by the tables, then with the
 * code beside it, since the tables' classes are wider than some codes. Null where nothing knows it, or where its
 * codings say different things.
 */
export function wordsForCodes(codings: readonly Coding[]): string | null {
  for (const { system, code } of codings) {
    const answered = system === null || code === null ? null : siteDisplay(system, code);
    if (answered !== null) return answered;
  }
  const answer = codings.length === 1 ? ANSWERS.get(codings[0]?.code ?? '') : undefined;
  if (answer !== undefined && systemOf(codings[0]?.system ?? null) === 'sct') return answer;
  let name: string | null = null;
  let shown: string | null = null;
  for (const coding of codings) {
    const found = namesOf(asSiteReads([coding]));
    if (found === null) continue;
    if (name !== null && name !== found) return null;
    name = found;
    shown ??= `${found} (${coding.code ?? ''})`;
  }
  return shown;
}

/** A site's map may lead from one code to several: they have to agree as well. */
function namesOf(codings: readonly Coding[]): string | null {
  const names = new Set(codings.map(tableName));
  const [only = null] = names;
  return names.size === 1 ? only : null;
}

function tableName({ system, code }: Coding): string | null {
  if (code === null) return null;
  if (system === CONCEPT_KEYS) return keyName(code);
  const known = systemOf(system);
  if (known === null) return null;
  const bare = [{ system, code, display: null }];
  const key =
    keyOfCode(known, code) ?? substanceClasses(bare, null)[0] ?? drugOf(bare, null).ingredients.join('+');
  return key === '' ? null : key.split('+').map(keyName).join(' / ');
}
