import type { Coding } from '../../record/index.ts';
import { systemOf } from './codes.ts';
import { drugOf } from './drugs.ts';
import { drugTable } from './drug-table.ts';
import { asSiteReads } from './site-maps.ts';
import { codeKey, entries } from './table.ts';
import { ALLERGENS, DRUG_CLASSES } from './tables/allergens.ts';
import { nameKey } from './text.ts';

interface AllergenTable {
  readonly byCode: ReadonlyMap<string, string>;
  readonly byName: ReadonlyMap<string, string>;
  /** key → its wider classes, narrowest first. */
  readonly wider: ReadonlyMap<string, readonly string[]>;
}

let table: AllergenTable | null = null;

function allergens(): AllergenTable {
  if (table !== null) return table;
  const byCode = new Map<string, string>();
  const byName = new Map<string, string>();
  const wider = new Map<string, readonly string[]>();
  for (const entry of entries(ALLERGENS)) {
    const [key = '', ...classes] = entry.key.split(' ');
    wider.set(key, classes);
    for (const code of entry.codes) byCode.set(code, key);
    for (const name of [key.replaceAll('-', ' '), ...entry.names]) byName.set(nameKey(name) ?? key, key);
  }
  table = { byCode, byName, wider };
  return table;
}

/**
 * Class keys of an allergy's substance, its own first and the widest last: ['amoxicillin', 'penicillins',
 * 'beta-lactams']; empty where it is not known, or where its codings name different substances. A combination has its
 * own key and then those of its ingredients: who reacts to one may react to the other.
 */
export function substanceClasses(given: readonly Coding[], text: string | null): readonly string[] {
  const codings = asSiteReads(given);
  const keys = new Set<string>();
  let standard = false;
  for (const coding of codings) {
    const system = systemOf(coding.system);
    if (system === null || coding.code === null) continue;
    standard = true;
    const key = allergens().byCode.get(codeKey(system, coding.code)) ?? fromDrug([coding], null);
    const named = key ?? allergenNamed(coding.display);
    if (named !== null) keys.add(named);
  }
  if (keys.size > 1) return [];
  const [coded] = [...keys];
  const key =
    coded ??
    (standard ? null : (allergenNamed(text ?? codings[0]?.display ?? null) ?? fromDrug(codings, text)));
  return key === null ? [] : chain(key);
}

/** 'Allergy to penicillin', 'Peanut (substance)', 'latex allergy' name the substance alone. */
function allergenNamed(text: string | null): string | null {
  const name = nameKey(text);
  if (name === null) return null;
  const bare = name
    .replace(/^(?:allergy to|allergic to|allergic reaction to|product containing) /, '')
    .replace(
      / (?:substance|product|finding|disorder|medicinal product|allergenic extract|allergy|antibiotics?|preparations?)$/,
      '',
    );
  const known = allergens().byName.get(name) ?? allergens().byName.get(bare);
  if (known !== undefined) return known;
  return bare === name ? null : fromDrug([], bare);
}

function fromDrug(codings: readonly Coding[], text: string | null): string | null {
  const { ingredients } = drugOf(codings, text);
  return ingredients.length === 0 ? null : ingredients.join('+');
}

function chain(key: string): readonly string[] {
  const own = allergens().wider.get(key);
  if (own !== undefined) return [key, ...own];
  const ingredients = key.split('+');
  const classes = ingredients
    .flatMap((ingredient) => drugTable().classes.get(ingredient) ?? [])
    .map((name) => DRUG_CLASSES[name])
    .filter((name) => name !== undefined);
  const wide = classes.flatMap((name) => allergens().wider.get(name) ?? []);
  return [...new Set([key, ...(ingredients.length > 1 ? ingredients : []), ...classes, ...wide])];
}
