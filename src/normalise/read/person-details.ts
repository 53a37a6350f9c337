import { isObject, type Json, type JsonObject } from '../../base/index.ts';
import type { Particular } from '../../record/index.ts';
import { extensionText, textOrExtension } from './extension-words.ts';
import { plainText } from './reader.ts';
import { humanName } from './reference.ts';
import { particularsOf, wordsOf, type Labelled } from './words.ts';

const US_CORE = 'http://hl7.org/fhir/us/core/StructureDefinition/';
const FHIR = 'http://hl7.org/fhir/StructureDefinition/';

/** Extensions whose own text, or whose codings, say who somebody is. */
const GROUPS: readonly (readonly [label: string, url: string])[] = [
  ['Race', `${US_CORE}us-core-race`],
  ['Ethnicity', `${US_CORE}us-core-ethnicity`],
  ['Tribal affiliation', `${US_CORE}us-core-tribal-affiliation`],
];

const SIMPLE: readonly Labelled[] = [
  ['Sex at birth', `extension:${US_CORE}us-core-birthsex`, `extension:${FHIR}patient-birthSex`],
  ['Sex', `extension:${US_CORE}us-core-sex`],
  ['Sex for clinical use', `extension:${FHIR}patient-sexParameterForClinicalUse`],
  [
    'Gender identity',
    `extension:${US_CORE}us-core-genderIdentity`,
    `extension:${FHIR}individual-genderIdentity`,
    `extension:${FHIR}patient-genderIdentity`,
  ],
  ['Pronouns', `extension:${FHIR}individual-pronouns`],
  [
    'Interpreter needed',
    `extension:${US_CORE}us-core-interpreter-needed`,
    `extension:${FHIR}patient-interpreterRequired`,
  ],
  ['Born in', `extension:${FHIR}patient-birthPlace`],
  ['Religion', `extension:${FHIR}patient-religion`],
  ['Marital status', 'maritalStatus'],
];

const SEX: ReadonlyMap<string, string> = new Map([
  ['M', 'male'],
  ['F', 'female'],
  ['OTH', 'other'],
  ['UNK', 'unknown'],
  ['ASKU', 'asked, not answered'],
]);

/** What a Patient resource says of somebody beside what identifies them. */
export function personDetails(o: JsonObject): readonly Particular[] {
  const found: Particular[] = [];
  const add = (label: string, text: string | null): void => {
    if (text !== null && text !== '') found.push({ label, text });
  };
  for (const [label, url] of GROUPS) add(label, groupText(o, url));
  for (const { label, text } of particularsOf(o, SIMPLE, textOrExtension))
    add(label, label === 'Sex at birth' ? (SEX.get(text) ?? text) : text);
  add('Languages', languages(o));
  add('Other names', otherNames(o['name']));
  add('Former addresses', formerAddresses(o['address']));
  add('Contacts', contacts(o['contact']));
  add('General practitioner', wordsOf(named(o['generalPractitioner'])));
  return found;
}

const objects = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? (value as readonly Json[]).filter(isObject) : isObject(value) ? [value] : [];

/** US Core puts a text beside the codings of race and ethnicity: it says them all. */
function groupText(o: JsonObject, url: string): string | null {
  for (const extension of objects(o['extension'])) {
    if (extension['url'] !== url) continue;
    const text = objects(extension['extension']).find((one) => one['url'] === 'text');
    const said = text === undefined ? null : plainText(text['valueString']);
    if (said !== null) return said;
  }
  return extensionText(o, url);
}

function languages(o: JsonObject): string | null {
  const words = objects(o['communication']).flatMap((one) => {
    const language = wordsOf(one['language']);
    return language === null ? [] : [one['preferred'] === true ? `${language} (preferred)` : language];
  });
  return words.join(', ') || null;
}

const isFormer = (one: JsonObject): boolean => {
  const period = one['period'];
  return (
    one['use'] === 'old' ||
    one['use'] === 'maiden' ||
    (isObject(period) && period['end'] !== undefined && period['end'] !== null)
  );
};

/** 'Amy V. Baxter (old, from 2016-12-06 to 2020-07-22)' */
const dated = (text: string, one: JsonObject): string => {
  const said = [plainText(one['use']), wordsOf(one['period'])].filter((word) => word !== null);
  return said.length === 0 ? text : `${text} (${said.join(', ')})`;
};

/** Former names, and those with a use of their own, as an alias or the name at birth. */
function otherNames(value: Json | undefined): string | null {
  const all = objects(value);
  const others = all.filter(
    (one) =>
      isFormer(one) || one['use'] === 'nickname' || one['use'] === 'anonymous' || one['use'] === 'temp',
  );
  const words = others.flatMap((one) => {
    const name = humanName(one);
    return name === null ? [] : [dated(name, one)];
  });
  return words.join('; ') || null;
}

function formerAddresses(value: Json | undefined): string | null {
  const words = objects(value)
    .filter(isFormer)
    .flatMap((one) => {
      const parts = ['line', 'city', 'state', 'postalCode', 'country'].map((key) => wordsOf(one[key]));
      const text = plainText(one['text']) ?? (parts.filter((part) => part !== null).join(', ') || null);
      return text === null ? [] : [dated(text, one)];
    });
  return words.join('; ') || null;
}

function contacts(value: Json | undefined): string | null {
  const words = objects(value).flatMap((one) => {
    const name = isObject(one['name']) ? humanName(one['name']) : null;
    const parts = [
      name,
      wordsOf(one['relationship']),
      wordsOf(objects(one['telecom']).map((each) => each['value'] ?? null)),
    ];
    return parts.filter((part) => part !== null).join(', ') || [];
  });
  return words.join('; ') || null;
}

/** References by their names alone. */
const named = (value: Json | undefined): readonly Json[] =>
  objects(value).map((one) => one['display'] ?? null);
