import { isObject, type Json, type JsonObject } from '../../base/index.ts';
import { plainText, problem, type Reader } from './reader.ts';
import { eachObject, hasKey } from './walk.ts';

/** Modifiers whose meaning this product reads and shows. Any other one may turn the meaning of its element around. */
const DO_NOT_PERFORM = new Set([
  'http://hl7.org/fhir/StructureDefinition/request-doNotPerform',
  'http://hl7.org/fhir/StructureDefinition/workflow-doNotPerform',
  'http://hl7.org/fhir/5.0/StructureDefinition/extension-MedicationRequest.doNotPerform',
]);

/** The parts of the commonest types that may hold a modifierExtension. Other types are searched whole. */
const PARTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['Observation', ['component', 'referenceRange']],
  ['Condition', ['stage', 'evidence']],
  ['Encounter', ['participant', 'diagnosis', 'hospitalization', 'location', 'statusHistory', 'classHistory']],
  ['Procedure', ['performer', 'focalDevice']],
  ['Immunization', ['performer', 'reaction', 'protocolApplied', 'education']],
  ['MedicationRequest', ['dosageInstruction', 'dispenseRequest', 'substitution']],
  ['DiagnosticReport', ['media']],
]);

/** Looks for what may change the meaning: implicitRules, and modifierExtension at any depth. */
export function checkModifiers(r: Reader): void {
  const { resource } = r;
  if (resource['implicitRules'] !== undefined && resource['implicitRules'] !== null) {
    unknown(r, `${r.type}.implicitRules`, 'names rules of its own, which this product does not know');
  }
  const parts = resource['contained'] === undefined ? PARTS.get(r.type) : undefined;
  if (parts === undefined) {
    if (!hasKey(resource, 'modifierExtension')) return;
    eachObject(resource, (element) => {
      if (element['modifierExtension'] !== undefined)
        checkList(r, element['modifierExtension'], element === resource);
    });
    return;
  }
  if (resource['modifierExtension'] !== undefined) checkList(r, resource['modifierExtension'], true);
  for (const part of parts) {
    const value = resource[part];
    if (value !== undefined) checkPart(r, value);
  }
}

function checkPart(r: Reader, value: Json): void {
  if (typeof value !== 'object' || value === null || !hasKey(value, 'modifierExtension')) return;
  eachObject(value, (element) => {
    if (element['modifierExtension'] !== undefined) checkList(r, element['modifierExtension'], false);
  });
}

function checkList(r: Reader, modifiers: Json | undefined, atRoot: boolean): void {
  if (modifiers === null || modifiers === undefined) return;
  const path = atRoot ? `${r.type}.modifierExtension` : `${r.type} (inside).modifierExtension`;
  const all = Array.isArray(modifiers) ? (modifiers as readonly Json[]) : [modifiers];
  for (const one of all) {
    // Do-not-perform is read at the root, where it turns the whole resource; anywhere else it is not.
    if (atRoot && isObject(one) && typeof one['url'] === 'string' && DO_NOT_PERFORM.has(one['url'])) continue;
    unknown(r, path, 'may change the meaning in a way that this product does not know');
    return;
  }
}

function unknown(r: Reader, path: string, message: string): void {
  if (!r.unsafe || r.problems.length < 5) problem(r, 'unknown-modifier', path, message);
  r.unsafe = true;
}

/** True where a modifier says that this is not to be done. */
export function modifierDoNotPerform(resource: JsonObject): boolean {
  const modifiers = resource['modifierExtension'];
  if (!Array.isArray(modifiers)) return false;
  for (const one of modifiers as readonly Json[]) {
    const url = isObject(one) ? plainText(one['url']) : null;
    if (url !== null && DO_NOT_PERFORM.has(url) && isObject(one) && one['valueBoolean'] === true) return true;
  }
  return false;
}
