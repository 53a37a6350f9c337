/**
 * Messy variants of a person: copies of their records at organisations that have none yet, each bent in one or two
 * ways that real exchanges bend them, and decoys that look like copies and are not. The truth is known throughout.
 */
import { random, type Random } from '../../sandbox/world/prng.ts';
import { ORG_KEYS, type FhirResource, type OrgKey } from '../../sandbox/world/index.ts';
import { keyOf, type Case } from './people.ts';
import type { TrueGroup } from './score.ts';

type Json = Record<string, unknown>;
type Concept = { text?: string; coding?: { system?: string; code?: string; display?: string }[] };
/** Codings that the world itself uses for one thing, by type and name. */
export type Synonyms = ReadonlyMap<string, readonly Concept[]>;

const DATES = [
  'effectiveDateTime',
  'issued',
  'onsetDateTime',
  'occurrenceDateTime',
  'performedDateTime',
  'authoredOn',
  'recordedDate',
  'whenHandedOver',
];
const CODES = ['code', 'medicationCodeableConcept', 'vaccineCode', 'type'];
const MERGED_TYPES = new Set([
  'Observation',
  'Condition',
  'MedicationRequest',
  'MedicationStatement',
  'AllergyIntolerance',
  'Immunization',
  'Procedure',
  'DiagnosticReport',
  'Encounter',
]);

export function synonymsOf(cases: readonly Case[]): Synonyms {
  const found = new Map<string, Concept[]>();
  for (const { resource } of cases.flatMap((c) => c.resources)) {
    const concept = codeOf(resource)?.concept;
    if (concept?.text === undefined || (concept.coding ?? []).length === 0) continue;
    const name = `${resource.resourceType}|${concept.text}`;
    const known = found.get(name) ?? [];
    if (!known.some((k) => JSON.stringify(k) === JSON.stringify(concept))) known.push(concept);
    found.set(name, known);
  }
  return found;
}

function codeOf(resource: FhirResource): { element: string; concept: Concept } | null {
  for (const element of CODES) {
    const concept = resource[element];
    if (concept !== null && typeof concept === 'object' && !Array.isArray(concept))
      return { element, concept };
  }
  return null;
}

/** What was done to a copy; null where it did not apply. */
type Bend = (copy: Json, dice: Random, synonyms: Synonyms) => boolean;

const BENDS: Readonly<Record<string, Bend>> = {
  'code system': (copy, dice, synonyms) => {
    const code = codeOf(copy as FhirResource);
    const others = synonyms.get(`${String(copy['resourceType'])}|${code?.concept.text ?? ''}`) ?? [];
    if (code === null || others.length < 2) return false;
    copy[code.element] = structuredClone(pick(dice, others));
    return true;
  },
  unit: (copy) => swapUnit(copy),
  'day only': (copy) => eachDate(copy, (text) => (text.length > 10 ? text.slice(0, 10) : null)),
  skew: (copy, dice) => {
    const minutes = dice.int(-4, 4);
    return eachDate(copy, (text) => (text.length > 16 ? shifted(text, minutes * 60_000) : null));
  },
  'other zone': (copy) =>
    eachDate(copy, (text) => (text.length > 16 ? new Date(text).toISOString().replace('.000Z', 'Z') : null)),
  typo: (copy, dice) => {
    const code = codeOf(copy as FhirResource);
    const text = code?.concept.text;
    // A letter less in '50 mcg' is another dose, not a typo.
    if (String(copy['resourceType']).startsWith('Medication')) return false;
    if (code === null || text === undefined || text.length < 4 || (code.concept.coding ?? []).length === 0)
      return false;
    const at = dice.int(1, text.length - 2);
    code.concept.text = text.slice(0, at) + text.slice(at + 1);
    return true;
  },
  'missing fields': (copy, dice) => {
    for (const element of [
      'interpretation',
      'referenceRange',
      'performer',
      'encounter',
      'category',
      'identifier',
      'note',
      'issued',
      'recorder',
      'requester',
    ])
      if (dice.chance(0.6) && !(element === 'category' && copy['resourceType'] !== 'Observation'))
        delete copy[element];
    return true;
  },
  midnight: (copy) => eachDate(copy, (text) => (text.length > 16 ? `${text.slice(0, 10)}T00:00:00Z` : null)),
  'value as text': (copy) => {
    const quantity = copy['valueQuantity'] as { value?: number; unit?: string } | undefined;
    if (quantity?.value === undefined) return false;
    copy['valueString'] = `${quantity.value} ${quantity.unit ?? ''}`.trim();
    delete copy['valueQuantity'];
    return true;
  },
  'local code first': (copy) => {
    const coding = codeOf(copy as FhirResource)?.concept.coding;
    if (coding === undefined) return false;
    coding.unshift({ system: 'urn:oid:1.2.840.114350.1.13.77', code: `L${coding[0]?.code ?? ''}` });
    return true;
  },
  'code only': (copy) => {
    const concept = codeOf(copy as FhirResource)?.concept;
    // A medication's strength is in its words where its code is no standard one.
    // And the code of an allergy may name one member of the class that its words name.
    if (concept?.coding === undefined || /^(?:Medication|Allergy)/.test(String(copy['resourceType'])))
      return false;
    delete concept.text;
    for (const coding of concept.coding) delete coding.display;
    return true;
  },
  'words only': (copy) => {
    const concept = codeOf(copy as FhirResource)?.concept;
    if (concept?.text === undefined || concept.coding === undefined) return false;
    delete concept.coding;
    return true;
  },
  'plain copy': () => true,
};

function eachDate(copy: Json, change: (text: string) => string | null): boolean {
  let done = false;
  const apply = (holder: Json, element: string): void => {
    const text = holder[element];
    const changed = typeof text === 'string' ? change(text) : null;
    if (changed === null) return;
    holder[element] = changed;
    done = true;
  };
  for (const element of DATES) apply(copy, element);
  for (const element of ['period', 'effectivePeriod', 'performedPeriod']) {
    const period = copy[element];
    if (period === null || typeof period !== 'object') continue;
    apply(period as Json, 'start');
    apply(period as Json, 'end');
  }
  return done;
}

function shifted(text: string, ms: number): string {
  const zone = /(?:Z|[+-]\d\d:\d\d)$/.exec(text)?.[0] ?? 'Z';
  const offset =
    zone === 'Z'
      ? 0
      : (zone.startsWith('-') ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6)));
  const wall = new Date(new Date(text).getTime() + ms + offset * 60_000).toISOString().slice(0, 19);
  return `${wall}${zone}`;
}

/** Factors by LOINC code and unit, from molar masses and definitions; digits kept as laboratories print them. */
const UNITS: Readonly<Record<string, readonly [from: string, to: string, factor: number, decimals: number]>> =
  {
    '2345-7': ['mg/dL', 'mmol/L', 1 / 18.016, 1],
    '2339-0': ['mg/dL', 'mmol/L', 1 / 18.016, 1],
    '2160-0': ['mg/dL', 'umol/L', 88.42, 0],
    '2093-3': ['mg/dL', 'mmol/L', 1 / 38.67, 2],
    '29463-7': ['kg', '[lb_av]', 2.20462, 1],
    '8302-2': ['cm', '[in_i]', 1 / 2.54, 1],
    '718-7': ['g/dL', 'g/L', 10, 0],
  };

function swapUnit(copy: Json): boolean {
  const codings = (copy['code'] as Concept | undefined)?.coding ?? [];
  const rule = codings.map((c) => UNITS[c.code ?? '']).find((r) => r !== undefined);
  const quantity = copy['valueQuantity'] as { value?: number; unit?: string; code?: string } | undefined;
  if (rule === undefined || quantity?.value === undefined || quantity.code !== rule[0]) return false;
  const [, to, factor, decimals] = rule;
  copy['valueQuantity'] = {
    value: Number((quantity.value * factor).toFixed(decimals)),
    unit: to,
    system: 'http://unitsofmeasure.org',
    code: to,
  };
  delete copy['referenceRange'];
  return true;
}

/** Something that a clinician must see as disagreeing. */
function contradict(copy: Json): string | null {
  switch (copy['resourceType']) {
    case 'MedicationRequest':
      if (copy['status'] !== 'active') return null;
      copy['status'] = 'stopped';
      return 'status';
    case 'AllergyIntolerance':
      if (copy['criticality'] === undefined) return null;
      copy['criticality'] = copy['criticality'] === 'high' ? 'low' : 'high';
      return 'criticality';
    default:
      return null;
  }
}

/** The same again at another time: never one with the original. */
function decoy(copy: Json): boolean {
  if (copy['resourceType'] !== 'Observation') return false;
  return eachDate(copy, (text) => (text.length > 16 ? shifted(text, 3 * 3_600_000) : null));
}

function pick<T>(dice: Random, items: readonly T[]): T {
  const item = items[dice.int(0, items.length - 1)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

export interface Messy {
  readonly case: Case;
  /** How often each bend was made. */
  readonly bends: ReadonlyMap<string, number>;
}

/** About one record in `1 / share` gets a copy. */
export function messy(original: Case, seed: number, share: number, synonyms: Synonyms): Messy {
  const dice = random(seed);
  const byKey = new Map(
    original.resources.map((r) => [keyOf(r.org, `${r.resource.resourceType}/${r.resource.id}`), r]),
  );
  const resources = [...original.resources];
  const truth: TrueGroup[] = [];
  const contradictions = [...original.contradictions];
  const bends = new Map<string, number>();
  let n = 0;
  const put = (copy: Json, org: OrgKey): string => {
    const id = `messy-${++n}`;
    copy['id'] = id;
    resources.push({ org, resource: copy as FhirResource });
    return keyOf(org, `${String(copy['resourceType'])}/${id}`);
  };
  for (const group of original.truth) {
    const members = [...group.members];
    const source = byKey.get(members[0] ?? '');
    const free = ORG_KEYS.filter((org) => !members.some((m) => m.startsWith(`${org}|`)));
    if (
      source !== undefined &&
      free.length > 0 &&
      MERGED_TYPES.has(source.resource.resourceType) &&
      isGood(source.resource) &&
      dice.chance(share)
    ) {
      const copy = structuredClone(source.resource) as Json;
      delete copy['meta'];
      const name = pick(dice, Object.keys(BENDS));
      const done = BENDS[name]?.(copy, dice, synonyms) === true ? name : 'plain copy';
      bends.set(done, (bends.get(done) ?? 0) + 1);
      const field = dice.chance(0.1) ? contradict(copy) : null;
      const org = pick(dice, free);
      const key = put(copy, org);
      if (field !== null)
        contradictions.push({ about: `${field}, made messy`, members: [members[0] ?? '', key] });
      members.push(key);
      if (dice.chance(0.1)) {
        const other = structuredClone(source.resource) as Json;
        delete other['identifier'];
        if (decoy(other)) truth.push({ kind: group.kind, members: [put(other, org)] });
      }
    }
    truth.push({ kind: group.kind, members });
  }
  return {
    case: { ...original, name: `${original.name} (messy ${seed})`, resources, truth, contradictions },
    bends,
  };
}

/** What was taken back is no original to copy from. */
const isGood = (resource: FhirResource): boolean => resource['status'] !== 'entered-in-error';
