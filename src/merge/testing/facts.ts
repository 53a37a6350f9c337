/** Facts made by hand, so that the rules can be tried on cases that fit on one line. */
import {
  memberKey,
  NOT_LABELLED,
  resourceRef,
  sourceId,
  undated,
  type AllergyFact,
  type ClinicalDate,
  type Concept,
  type ConditionFact,
  type DatePoint,
  type DocumentFact,
  type Dose,
  type EncounterFact,
  type FactBase,
  type ImmunizationFact,
  type MedicationFact,
  type MemberKey,
  type ObservationFact,
  type OtherFact,
  type ProcedureFact,
  type Provenance,
  type Quantity,
  type ResourceRef,
  type Status,
} from '../../record/index.ts';

export const A = sourceId('General');
export const B = sourceId('Riverside');
export const C = sourceId('County');

export function ref(text: string): ResourceRef {
  const parsed = resourceRef(text);
  if (parsed === null) throw new Error(`not a reference: ${text}`);
  return parsed;
}

export const keyOf = (fact: FactBase): MemberKey => memberKey(fact.source, fact.ref);

/** '2024-03-14', '2024-03', '2024', '2024-03-14T08:00-05:00', '…Z', with seconds or without; no zone is allowed. */
function point(text: string): DatePoint {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d:\d\d)?)?)?)?$/.exec(
    text,
  );
  if (match === null) throw new Error(`not a date: ${text}`);
  const [, year = '', month, day, hour, minute, second, zone] = match;
  const wall = Date.UTC(+year, +(month ?? 1) - 1, +(day ?? 1), +(hour ?? 0), +(minute ?? 0), +(second ?? 0));
  if (hour !== undefined) {
    const offset = zone === undefined ? null : zone === 'Z' ? 0 : minutesOf(zone);
    const from = wall - (offset ?? 0) * 60_000;
    const precision = second === undefined ? 'minute' : 'second';
    return { from, to: from + (second === undefined ? 60_000 : 1000), precision, offset, text };
  }
  const precision = day !== undefined ? 'day' : month !== undefined ? 'month' : 'year';
  const to =
    precision === 'day'
      ? wall + 86_400_000
      : precision === 'month'
        ? Date.UTC(+year, +(month ?? 1), 1)
        : Date.UTC(+year + 1, 0, 1);
  return { from: wall, to, precision, offset: null, text };
}

const minutesOf = (zone: string): number =>
  (zone.startsWith('-') ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6)));

export const at = (text: string | null): ClinicalDate =>
  text === null ? undated() : { kind: 'at', at: point(text) };
export const period = (start: string | null, end: string | null): ClinicalDate => ({
  kind: 'period',
  start: start === null ? null : point(start),
  end: end === null ? null : point(end),
});

/** `canonical` or a coding 'system|code', with a display. */
export function concept(key: string, display: string = key): Concept {
  const bar = key.indexOf('|');
  if (bar >= 0)
    return {
      codings: [{ system: key.slice(0, bar), code: key.slice(bar + 1), display }],
      text: display,
      display,
      canonical: null,
    };
  return { codings: [{ system: 'urn:local', code: key, display }], text: display, display, canonical: key };
}

export const words = (text: string): Concept => ({ codings: [], text, display: text, canonical: null });

/** A number with its unit; `canonical` as [value, unit, tolerance] where a conversion was made. */
export function quantity(
  text: string,
  unit: string | null = 'mg/dL',
  canonical?: [number, string, number],
): Quantity {
  const match = /^(<=|>=|<|>)?(.*)$/.exec(text);
  const digits = match?.[2] ?? text;
  const value = Number(digits);
  const decimals = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0;
  return {
    text: digits,
    value,
    comparator: (match?.[1] ?? null) as Quantity['comparator'],
    unit,
    code: unit,
    system: unit === null ? null : 'http://unitsofmeasure.org',
    canonical:
      canonical !== undefined
        ? { value: canonical[0], unit: canonical[1], tolerance: canonical[2], conversion: 'converted' }
        : unit === null
          ? null
          : { value, unit, tolerance: 0.5 * 10 ** -decimals, conversion: null },
  };
}

export const status = (code: string, more: Partial<Status> = {}): Status => ({
  code,
  verification: null,
  reason: null,
  standing:
    code === 'active'
      ? 'current'
      : ['stopped', 'resolved', 'completed', 'inactive', 'ended'].includes(code)
        ? 'ended'
        : code === 'not-done'
          ? 'not-done'
          : 'unknown',
  retracted: code === 'entered-in-error',
  corrected: code === 'corrected' || code === 'amended',
  ...more,
});

export const NO_PROVENANCE: Provenance = {
  version: null,
  lastUpdated: null,
  metaSource: null,
  recorded: null,
  author: null,
  organisation: null,
  transmitter: null,
  identifiers: [],
  fetchedAt: null,
};

export const identified = (value: string, system = 'urn:oid:1.2.3'): Provenance => ({
  ...NO_PROVENANCE,
  identifiers: [{ system, value, type: null, use: null }],
});

let next = 0;
function base(type: string, code: Concept | null): Omit<FactBase, 'kind'> {
  return {
    source: A,
    ref: ref(`${type}/${++next}`),
    type,
    subject: 'Patient/1',
    title: code?.display ?? type,
    code,
    when: at('2024-03-14T08:00:00-05:00'),
    status: status('final'),
    categories: [],
    people: [],
    notes: [],
    links: [],
    sensitivity: NOT_LABELLED,
    provenance: NO_PROVENANCE,
    unsafe: false,
    hasNarrative: false,
  };
}

const GLUCOSE = concept('lab:glucose', 'Glucose');

export const observation = (more: Partial<ObservationFact> = {}): ObservationFact => ({
  ...base('Observation', more.code === undefined ? GLUCOSE : more.code),
  kind: 'observation',
  value: { kind: 'quantity', quantity: quantity('110') },
  interpretation: [],
  ranges: [],
  components: [],
  specimen: null,
  method: null,
  bodySite: null,
  issued: null,
  ...more,
});

export const dose = (text: string, amount: string | null = null, perDay: number | null = null): Dose => ({
  text,
  amount: amount === null ? null : quantity(amount, 'mg'),
  route: null,
  perDay,
  asNeeded: null,
});

export const medication = (
  ingredient: string | null,
  strength: string | null = null,
  more: Partial<MedicationFact> = {},
): MedicationFact => ({
  ...base('MedicationRequest', words([ingredient, strength].filter((x) => x !== null).join(' '))),
  kind: 'medication',
  evidence: 'request',
  intent: 'order',
  drug: {
    ingredients: ingredient === null ? [] : ingredient.split('+'),
    strength,
    form: 'tablet',
    classes: [],
  },
  doses: [],
  quantity: null,
  daysSupply: null,
  reasons: [],
  negation: false,
  when: at('2024-03-14'),
  status: status('active'),
  ...more,
});

export const condition = (code: Concept | null, more: Partial<ConditionFact> = {}): ConditionFact => ({
  ...base('Condition', code),
  kind: 'condition',
  role: 'problem',
  abatement: null,
  severity: null,
  bodySites: [],
  laterality: null,
  negation: false,
  when: at('2020-05-01'),
  status: status('active', { verification: 'confirmed' }),
  ...more,
});

export const allergy = (classes: readonly string[], more: Partial<AllergyFact> = {}): AllergyFact => {
  const substance = classes[0] === undefined ? null : concept(`substance:${classes[0]}`, classes[0]);
  return {
    ...base('AllergyIntolerance', substance),
    kind: 'allergy',
    negates: null,
    substance,
    substanceClasses: classes,
    criticality: null,
    allergyType: null,
    reactions: [],
    when: at('2019-01-01'),
    status: status('active', { verification: 'confirmed' }),
    ...more,
  };
};

export const encounter = (more: Partial<EncounterFact> = {}): EncounterFact => ({
  ...base('Encounter', null),
  kind: 'encounter',
  encounterClass: 'AMB',
  types: [],
  reasons: [],
  when: period('2024-03-14T09:00:00-05:00', '2024-03-14T09:30:00-05:00'),
  status: status('finished'),
  ...more,
});

export const at_place = (name: string) => ({ name, ref: null, role: 'serviceProvider' });
export const seen_by = (name: string) => ({ name, ref: null, role: 'participant' });

export const immunization = (more: Partial<ImmunizationFact> = {}): ImmunizationFact => ({
  ...base(
    'Immunization',
    more.code === undefined ? concept('vaccine:influenza', 'Influenza vaccine') : more.code,
  ),
  kind: 'immunization',
  lotNumber: null,
  doseNumber: null,
  site: null,
  manufacturer: null,
  primarySource: null,
  when: at('2023-10-02'),
  status: status('completed'),
  ...more,
});

export const procedure = (code: Concept | null, more: Partial<ProcedureFact> = {}): ProcedureFact => ({
  ...base('Procedure', code),
  kind: 'procedure',
  bodySites: [],
  outcome: null,
  reasons: [],
  when: at('2022-06-01'),
  status: status('completed'),
  ...more,
});

export const document = (more: Partial<DocumentFact> = {}): DocumentFact => ({
  ...base(
    'DocumentReference',
    more.code === undefined ? concept('http://loinc.org|11506-3', 'Progress note') : more.code,
  ),
  kind: 'document',
  conclusion: null,
  conclusionCodes: [],
  attachments: [],
  modalities: [],
  issued: null,
  ...more,
});

export const other = (kind: OtherFact['kind'], title: string, more: Partial<OtherFact> = {}): OtherFact => ({
  ...base('Other', null),
  kind,
  title,
  particulars: [],
  ...more,
});
