import type { Coding } from '../../record/index.ts';
import { systemOf } from './codes.ts';
import { codeKey, conceptTable, type ConceptTable } from './table.ts';
import { LABS } from './tables/labs.ts';
import { PROBLEMS } from './tables/problems.ts';
import { PROBLEMS_MORE } from './tables/problems-more.ts';
import { VACCINES } from './tables/vaccines.ts';
import { VITALS } from './tables/vitals.ts';
import { nameKey } from './text.ts';

export type Domain =
  'condition' | 'observation' | 'procedure' | 'vaccine' | 'allergy' | 'document' | 'encounter';

const labs = conceptTable('lab', LABS);
const vitals = conceptTable('vital', VITALS);
const EMPTY = conceptTable('none');

const TABLES: Readonly<Record<Domain, readonly (() => ConceptTable)[]>> = {
  condition: [conceptTable('problem', PROBLEMS, PROBLEMS_MORE)],
  observation: [labs, vitals],
  procedure: [EMPTY],
  vaccine: [conceptTable('vaccine', VACCINES)],
  allergy: [EMPTY],
  document: [EMPTY],
  encounter: [EMPTY],
};

/**
 * The class that a concept belongs to, or null. See docs/terminology.md for the rules; in short: every coding of a
 * standard system that is in the tables has to point to one class, no other code of the same system may stand beside
 * the one that was found, and text counts only where no standard code is given.
 */
export function conceptKey(domain: Domain, codings: readonly Coding[], text: string | null): string | null {
  const tables = TABLES[domain];
  let found: string | null = null;
  let standard = false;
  const mapped = new Set<string>();
  const unmapped = new Set<string>();
  for (const coding of codings) {
    const system = systemOf(coding.system);
    if (system === null || coding.code === null) continue;
    standard = true;
    const key = lookUp(tables, codeKey(system, coding.code));
    if (key === null) unmapped.add(system);
    else if (found !== null && found !== key) return null;
    else {
      found = key;
      mapped.add(system);
    }
  }
  if (found !== null) return [...mapped].some((system) => unmapped.has(system)) ? null : found;
  return standard ? null : byName(tables, text ?? codings[0]?.display ?? null);
}

function lookUp(tables: readonly (() => ConceptTable)[], code: string): string | null {
  for (const table of tables) {
    const key = table().byCode.get(code);
    if (key !== undefined) return key;
  }
  return null;
}

function byName(tables: readonly (() => ConceptTable)[], text: string | null): string | null {
  const name = nameKey(text);
  if (name === null) return null;
  for (const table of tables) {
    const key = table().byName.get(name);
    if (key !== undefined) return key;
  }
  return null;
}
