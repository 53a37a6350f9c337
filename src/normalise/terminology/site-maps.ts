import type { Coding } from '../../record/index.ts';

/** What one FHIR ConceptMap says: `system|code` → the codings that mean the same. */
export interface ConceptMapTable {
  readonly name: string;
  readonly targets: ReadonlyMap<string, readonly Coding[]>;
}

/** A map may also lead straight to a concept key ('lab:glucose'), as a code of this system. */
export const CONCEPT_KEYS = 'urn:throughline:concept-key';

/** How a map names a code: `system|code`. */
export const siteKey = (system: string, code: string): string => `${system}|${code}`;

let active: readonly ConceptMapTable[] = [];
let listeners: readonly (() => void)[] = [];

/** The site's maps, in order: the first that knows a code decides. Replaces those set before. */
export function setSiteMaps(tables: readonly ConceptMapTable[]): void {
  active = tables;
  for (const forget of listeners) forget();
}

let displays: ReadonlyMap<string, string> = new Map();

/** What a terminology server calls codes that came without words (`system|code` → words). Replaces those set before. */
export function setSiteDisplays(found: ReadonlyMap<string, string>): void {
  displays = found;
  for (const forget of listeners) forget();
}

export const siteDisplay = (system: string, code: string): string | null =>
  displays.size === 0 ? null : (displays.get(siteKey(system, code)) ?? null);

/** For what remembers answers: they end with the maps under which they were given. */
export function onSiteMapsChange(forget: () => void): void {
  listeners = [...listeners, forget];
}

/** The codings as the site reads them: a code that its maps know is replaced by what it means. */
export function asSiteReads(codings: readonly Coding[]): readonly Coding[] {
  if (active.length === 0) return codings;
  return codings.flatMap((coding) => meaning(coding) ?? [coding]);
}

function meaning(coding: Coding): readonly Coding[] | null {
  if (coding.system === null || coding.code === null) return null;
  const key = siteKey(coding.system, coding.code);
  for (const table of active) {
    const found = table.targets.get(key);
    if (found !== undefined) return found;
  }
  return null;
}
