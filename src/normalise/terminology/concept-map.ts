/** FHIR ConceptMaps and the answers to `$translate`, read as they come: only for a site that has maps or a server. */
import { err, isObject, ok, type Json, type JsonObject, type Result } from '../../base/index.ts';
import type { Coding } from '../../record/index.ts';
import { siteKey, type ConceptMapTable } from './site-maps.ts';

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
