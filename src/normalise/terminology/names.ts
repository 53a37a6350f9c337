import type { Coding } from '../../record/index.ts';
import { systemOf } from './codes.ts';
import { keyOfCode } from './concepts.ts';
import { drugOf } from './drugs.ts';
import { asSiteReads, CONCEPT_KEYS, siteDisplay } from './site-maps.ts';
import { substanceClasses } from './substances.ts';

/** Words of the tables' keys that are not written in small letters. */
const SPELT: ReadonlyMap<string, string> = new Map([
  ['hba1c', 'HbA1c'],
  ['egfr', 'eGFR'],
  ['ph', 'pH'],
  ['pco2', 'pCO2'],
  ['po2', 'pO2'],
  ['fio2', 'FiO2'],
  ['probnp', 'proBNP'],
  ['iga', 'IgA'],
  ['ige', 'IgE'],
  ['igg', 'IgG'],
  ['igm', 'IgM'],
  ['mrna', 'mRNA'],
  ['fhbp', 'FHbp'],
  ['crohns', "Crohn's"],
  ['alzheimers', "Alzheimer's"],
  ['parkinsons', "Parkinson's"],
  ['barretts', "Barrett's"],
  ['hashimoto', "Hashimoto's"],
  ['graves', "Graves'"],
  ['xray', 'X-ray'],
  ['dtap', 'DTaP'],
  ['td', 'Td'],
  ['hib', 'Hib'],
  ['hepb', 'HepB'],
  ['nsaids', 'NSAIDs'],
  ['arbs', 'ARBs'],
  ['ace', 'ACE'],
  ['abs', '(absolute)'],
  ['pct', '(%)'],
]);
const CAPITALS = new Set(
  (
    'bun ckd epi mdrd alt ast alp ggt hdl ldl vldl wbc rbc mcv mch mchc rdw sd mpv pdw nrbc tsh t3 t4 tpo inr pt ' +
    'aptt feu ddu crp esr b12 tibc psa bnp nt ck mb ldh pth fsh lh hcg cea ca afp ana c3 c4 uacr upcr cd4 rpr sars ' +
    'cov naat abo ua fobt bmp cmp cbc ercp cabg pci turp cpr ct mri iud gi copd gerd bph mdd ptsd adhd hiv dt ' +
    'ipv opv hpv mmr mmrv pcv7 pcv10 pcv13 pcv15 pcv20 pcv21 ppsv23 acwy rsv bcg bp bmi bsa o2 gcs co2 gsk h1n1 stemi nstemi covid dtp'
  ).split(' '),
);

/** 'problem:type-2-diabetes' is 'Type 2 diabetes', 'lab:hba1c' is 'HbA1c'. */
function keyName(key: string): string {
  const words = key
    .slice(key.indexOf(':') + 1)
    .split('-')
    .map((word) => SPELT.get(word) ?? (word.length === 1 || CAPITALS.has(word) ? word.toUpperCase() : word));
  const name = words.join(' ').replace(/^(COVID|NT|CA|D|C|Non) (?=\d|proBNP|dimer|peptide)/i, '$1-');
  const first = SPELT.has(key.slice(key.indexOf(':') + 1).split('-')[0] ?? '') ? name.charAt(0) : null;
  return (first ?? name.charAt(0).toUpperCase()) + name.slice(1);
}

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
