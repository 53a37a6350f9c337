import { entries, lines } from './table.ts';
import { COMBINATIONS } from './tables/drug-combinations.ts';
import { DRUGS_HEART } from './tables/drugs-heart.ts';
import { DRUGS_INFECTION } from './tables/drugs-infection.ts';
import { DRUGS_MIND } from './tables/drugs-mind.ts';
import { nameKey } from './text.ts';

export interface DrugTable {
  /** `rx 11289` → sorted ingredients. */
  readonly byCode: ReadonlyMap<string, readonly string[]>;
  /** Folded name or brand → ingredients, in the order in which strengths are written. */
  readonly byName: ReadonlyMap<string, readonly string[]>;
  readonly classes: ReadonlyMap<string, readonly string[]>;
  /** Words in the longest name. */
  readonly longest: number;
}

let table: DrugTable | null = null;

export function drugTable(): DrugTable {
  table ??= build();
  return table;
}

function build(): DrugTable {
  const byCode = new Map<string, readonly string[]>();
  const byName = new Map<string, readonly string[]>();
  const classes = new Map<string, readonly string[]>();
  let longest = 1;
  const name = (text: string, ingredients: readonly string[]) => {
    const key = nameKey(text);
    if (key === null) return;
    byName.set(key, ingredients);
    longest = Math.max(longest, key.split(' ').length);
  };
  for (const text of [DRUGS_HEART, DRUGS_MIND, DRUGS_INFECTION])
    for (const entry of entries(text)) {
      const [ingredient = '', ...groups] = entry.key.split(' ');
      classes.set(ingredient, groups);
      for (const code of entry.codes) byCode.set(code, [ingredient]);
      for (const known of [ingredient, ...entry.names]) name(known, [ingredient]);
    }
  for (const line of lines(COMBINATIONS)) {
    const [parts = '', names = ''] = line.split('|');
    for (const known of names.split(';')) name(known, parts.split('+'));
  }
  return { byCode, byName, classes, longest };
}
