import type { Coding } from '../../record/index.ts';
import { systemOf, type System } from './codes.ts';
import { remembered } from './memo.ts';
import { asSiteReads, CONCEPT_KEYS } from './site-maps.ts';
import { substanceClasses } from './substances.ts';
import { codeKey, conceptTable, type ConceptTable } from './table.ts';
import { LABS } from './tables/labs.ts';
import { DOCUMENTS, ENCOUNTERS, PROCEDURES } from './tables/procedures.ts';
import { PROBLEMS } from './tables/problems.ts';
import { PROBLEMS_MORE } from './tables/problems-more.ts';
import { VACCINES } from './tables/vaccines.ts';
import { VITALS } from './tables/vitals.ts';
import { nameKey } from './text.ts';

export type Domain =
  'condition' | 'observation' | 'procedure' | 'vaccine' | 'allergy' | 'document' | 'encounter';
type TableDomain = Exclude<Domain, 'allergy'>;

const labs = conceptTable('lab', LABS);
const vitals = conceptTable('vital', VITALS);

const domain = (...tables: readonly (() => ConceptTable)[]) => ({
  byCode: (code: string) => first(tables, (table) => table.byCode.get(code)),
  /** Remembers by text; null is a known answer too. */
  byName: remembered((text: string): string | null => {
    const name = nameKey(text);
    return name === null ? null : first(tables, (table) => table.byName.get(name));
  }),
});

const DOMAINS: Readonly<Record<TableDomain, ReturnType<typeof domain>>> = {
  condition: domain(conceptTable('problem', PROBLEMS, PROBLEMS_MORE)),
  observation: domain(labs, vitals),
  procedure: domain(conceptTable('procedure', PROCEDURES)),
  vaccine: domain(conceptTable('vaccine', VACCINES)),
  document: domain(conceptTable('document', DOCUMENTS)),
  encounter: domain(conceptTable('encounter', ENCOUNTERS)),
};

/** The key that a code has in any of the tables: a code of a standard system means the same wherever it stands. */
export function keyOfCode(system: System, code: string): string | null {
  const key = codeKey(system, code);
  for (const tables of Object.values(DOMAINS)) {
    const found = tables.byCode(key);
    if (found !== null) return found;
  }
  return null;
}

function first(
  tables: readonly (() => ConceptTable)[],
  find: (table: ConceptTable) => string | undefined,
): string | null {
  for (const table of tables) {
    const key = find(table());
    if (key !== undefined) return key;
  }
  return null;
}

/**
 * The class that a concept belongs to, or null. The rules (docs/terminology.md gives the reasons):
 * 1. the site's maps are read first;
 * 2. every coding of a standard system that the tables know has to point to one class: two classes are none;
 * 3. beside a known code no unknown one of the same system may stand, for it may say something narrower;
 * 4. the text counts only where there is no standard code at all.
 */
export function conceptKey(of: Domain, given: readonly Coding[], text: string | null): string | null {
  if (of === 'allergy') {
    const [key] = substanceClasses(given, text);
    return key === undefined ? null : `allergen:${key}`;
  }
  const codings = asSiteReads(given);
  const tables = DOMAINS[of];
  let found: string | null = null;
  let standard = false;
  let known = '';
  let unknown = '';
  for (const coding of codings) {
    if (coding.code === null) continue;
    const system = coding.system === CONCEPT_KEYS ? CONCEPT_KEYS : systemOf(coding.system);
    if (system === null) continue;
    standard = true;
    const key = system === CONCEPT_KEYS ? coding.code : tables.byCode(codeKey(system, coding.code));
    if (key === null) unknown += ` ${system} `;
    else if (found !== null && found !== key) return null;
    else {
      found = key;
      known += ` ${system} `;
    }
  }
  if (found !== null) return unknown !== '' && overlap(known, unknown) ? null : found;
  const name = text ?? codings[0]?.display ?? null;
  return standard || name === null ? null : tables.byName(name);
}

const overlap = (known: string, unknown: string): boolean =>
  known.split(' ').some((system) => system !== '' && unknown.includes(` ${system} `));
