import type { Json, JsonObject } from '../../base/index.ts';
import { isObject } from '../../base/index.ts';
import type { Concept, Link } from '../../record/index.ts';
import { asConcept, conceptsAt } from './concept.ts';
import type { Reader } from './reader.ts';
import { addLink, refAt } from './reference.ts';

/**
 * Why something was done: `reasonCode` and `reasonReference` of R4, `reason` of R5 (a CodeableReference), and what
 * DSTU2 and STU3 called `reason`, `reasonCodeableConcept` or `indication`.
 */
export function reasonsOf(r: Reader, o: JsonObject, links: Link[]): readonly Concept[] {
  addLink(r, links, 'reason', o, 'reasonReference', r.type);
  const coded = conceptsAt(r, o, 'reasonCode', r.type, 'condition');
  const older = o['reason'] ?? o['reasonForUse'];
  if (coded.length > 0 || (older === undefined && o['reasonCodeableConcept'] === undefined)) return coded;
  const found: Concept[] = [...conceptsAt(r, o, 'reasonCodeableConcept', r.type, 'condition')];
  for (const one of Array.isArray(older) ? (older as readonly Json[]) : [older ?? null]) {
    if (one === null) continue;
    const inner =
      isObject(one) && (one['concept'] !== undefined || one['reference'] !== undefined) ? one : null;
    if (inner === null) addConcept(r, one, found);
    else {
      if (inner['concept'] !== undefined) addConcept(r, inner['concept'], found);
      const ref = isObject(inner['reference']) ? refAt(r, inner, 'reference', `${r.type}.reason`) : null;
      if (ref !== null) links.push({ role: 'reason', ref });
      else if (typeof inner['reference'] === 'string')
        addLink(r, links, 'reason', { reason: inner }, 'reason', r.type);
    }
  }
  return found;
}

function addConcept(r: Reader, value: Json | undefined, found: Concept[]): void {
  const concept =
    value === undefined || value === null ? null : asConcept(r, value, r.type, 'reason', 'condition');
  if (concept !== null) found.push(concept);
}
