import { err, isObject, ok, type Json, type JsonObject, type Result } from '../../base/index.ts';
import type { Coding } from '../../record/index.ts';

/** What one FHIR ConceptMap says: `system|code` → the codings that mean the same. */
export interface ConceptMapTable {
  readonly name: string;
  readonly targets: ReadonlyMap<string, readonly Coding[]>;
}

/** A map may also lead straight to a concept key ('lab:glucose'), as a code of this system. */
export const CONCEPT_KEYS = 'urn:throughline:concept-key';

/** Only these say that two codes mean the same; 'relatedto', 'wider' and the rest do not, and are left out. */
const SAME = new Set(['equivalent', 'equal']);

const text = (value: Json | undefined): string | null =>
  typeof value === 'string' && value !== '' ? value : null;
const objects = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter((item) => isObject(item)) : [];

/** Reads a ConceptMap resource (R4 or R5); an error says what is wrong with it. */
export function siteConceptMap(json: Json): Result<ConceptMapTable, string> {
  if (!isObject(json) || json['resourceType'] !== 'ConceptMap') return err('This is not a FHIR ConceptMap.');
  const targets = new Map<string, Coding[]>();
  for (const group of objects(json['group'])) {
    const from = text(group['source']);
    const to = text(group['target']);
    if (from === null || to === null)
      return err('A group of the ConceptMap names no source or no target system.');
    for (const element of objects(group['element'])) {
      const code = text(element['code']);
      if (code === null) continue;
      const same = objects(element['target']).filter((target) =>
        SAME.has(text(target['equivalence']) ?? text(target['relationship']) ?? ''),
      );
      for (const target of same) {
        const mapped = text(target['code']);
        if (mapped === null) continue;
        const key = siteKey(from, code);
        const known = targets.get(key) ?? [];
        targets.set(key, [...known, { system: to, code: mapped, display: text(target['display']) }]);
      }
    }
  }
  if (targets.size === 0) return err('The ConceptMap holds no pair of codes that it calls equivalent.');
  return ok({
    name: text(json['title']) ?? text(json['name']) ?? text(json['url']) ?? 'ConceptMap',
    targets,
  });
}

/** The codings that an answer to `$translate` calls equivalent; none where it is something else. */
export function equivalentsIn(json: Json): readonly Coding[] {
  if (!isObject(json) || json['resourceType'] !== 'Parameters') return [];
  return objects(json['parameter'])
    .filter((parameter) => parameter['name'] === 'match')
    .flatMap((match) => {
      const parts = objects(match['part']);
      const part = (name: string) => parts.find((each) => each['name'] === name);
      // R4 says 'equivalence', R5 'relationship'; some servers write the code as a string.
      const says = part('equivalence') ?? part('relationship');
      const coding = part('concept')?.['valueCoding'];
      if (!SAME.has(text(says?.['valueCode']) ?? text(says?.['valueString']) ?? '') || !isObject(coding))
        return [];
      const code = text(coding['code']);
      return code === null
        ? []
        : [{ system: text(coding['system']), code, display: text(coding['display']) }];
    });
}

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
