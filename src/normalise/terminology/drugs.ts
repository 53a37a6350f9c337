import type { Coding, Drug } from '../../record/index.ts';
import { systemOf } from './codes.ts';
import { asSiteReads, onSiteMapsChange } from './site-maps.ts';
import { parseDrugName, type ParsedDrug } from './drug-text.ts';
import { drugTable } from './drug-table.ts';
import { codeKey } from './table.ts';

const UNKNOWN: Drug = { ingredients: [], strength: null, form: null, classes: [] };

const memo = new Map<string, Drug>();
onSiteMapsChange(() => memo.clear());
const MEMO_LIMIT = 5_000;

/**
 * What a drug is: its ingredients by code where the tables have it, else by its name; strength and form are read from
 * the name. Two codings that lead to different ingredients leave them unknown: a guess here would join two drugs.
 */
export function drugOf(codings: readonly Coding[], text: string | null): Drug {
  const key =
    codings.map((c) => `${c.system ?? ''}|${c.code ?? ''}|${c.display ?? ''}`).join('\n') +
    `\n\n${text ?? ''}`;
  const known = memo.get(key);
  if (known !== undefined) return known;
  const drug = readDrug(asSiteReads(codings), text);
  if (memo.size < MEMO_LIMIT && key.length < 1_000) memo.set(key, drug);
  return drug;
}

function readDrug(codings: readonly Coding[], text: string | null): Drug {
  const table = drugTable();
  const names = new Set<string>();
  let ingredients: readonly string[] | null = null;
  for (const coding of codings) {
    const system = systemOf(coding.system);
    if (coding.display !== null) names.add(coding.display);
    if (system === null || coding.code === null) continue;
    const coded = table.byCode.get(codeKey(system, coding.code));
    if (coded === undefined) continue;
    if (ingredients !== null && !sameList(ingredients, coded)) return UNKNOWN;
    ingredients = coded;
  }
  if (text !== null) names.add(text);
  const parsed = [...names].map(parseDrugName).filter((name) => name !== null);
  for (const name of parsed) {
    if (ingredients === null) ingredients = name.ingredients;
    else if (!sameList(ingredients, name.ingredients)) return UNKNOWN;
  }
  if (ingredients === null) return UNKNOWN;
  return {
    ingredients,
    strength: onlyOne(parsed, (name) => name.strength),
    form: onlyOne(parsed, (name) => name.form),
    classes: classesOf(ingredients),
  };
}

const sameList = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join();

/** The one thing that all names say which say anything; null where they differ. */
function onlyOne(parsed: readonly ParsedDrug[], of: (name: ParsedDrug) => string | null): string | null {
  const values = new Set(parsed.map(of).filter((value) => value !== null));
  return values.size === 1 ? ([...values][0] ?? null) : null;
}

function classesOf(ingredients: readonly string[]): readonly string[] {
  const { classes } = drugTable();
  return [...new Set(ingredients.flatMap((name) => classes.get(name) ?? []))].sort();
}
