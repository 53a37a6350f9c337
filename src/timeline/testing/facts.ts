import {
  factId,
  memberKey,
  NOT_LABELLED,
  resourceRef,
  sourceId,
  undated,
  type AllergyFact,
  type ClinicalDate,
  type Concept,
  type ConditionFact,
  type EncounterFact,
  type Fact,
  type FactBase,
  type MedicationFact,
  type Merged,
  type ObservationFact,
  type Precision,
  type Quantity,
  type SourceId,
} from '../../record/index.ts';

const LENGTH: Readonly<Record<Precision, number>> = {
  year: 365 * 864e5,
  month: 30 * 864e5,
  day: 864e5,
  minute: 60_000,
  second: 1000,
};

/** '2015', '2015-03', '2015-03-14', '2015-03-14T08:10+01:00'. */
export function on(text: string): ClinicalDate {
  const precision: Precision =
    text.length === 4 ? 'year' : text.length === 7 ? 'month' : text.length === 10 ? 'day' : 'minute';
  const zone = /([+-])(\d\d):(\d\d)$/.exec(text);
  const offset = zone ? (zone[1] === '-' ? -1 : 1) * (Number(zone[2]) * 60 + Number(zone[3])) : null;
  const from = Date.parse(text);
  return { kind: 'at', at: { from, to: from + LENGTH[precision], precision, offset, text } };
}

export const concept = (
  display: string,
  system: string | null = null,
  code: string | null = null,
): Concept => ({
  codings: code === null ? [] : [{ system, code, display }],
  text: display,
  display,
  canonical: null,
});

export const quantity = (
  text: string,
  unit: string | null,
  comparator: Quantity['comparator'] = null,
): Quantity => ({
  text,
  value: Number(text),
  comparator,
  unit,
  code: unit,
  system: unit === null ? null : 'http://unitsofmeasure.org',
  canonical: null,
});

type Given<F extends FactBase> = Common & Partial<Omit<F, keyof FactBase>>;
export type Common = Partial<Omit<FactBase, 'source' | 'ref'>> & {
  readonly source?: string;
  readonly id: string;
};

function base(type: string, given: Common): FactBase {
  const { source, id, ...rest } = given;
  const ref = resourceRef(`${type}/${id}`);
  if (ref === null) throw new Error(`not a reference: ${id}`);
  return {
    source: sourceId(source ?? 'general'),
    ref,
    type,
    subject: 'Patient/1',
    title: 'Untitled',
    code: null,
    when: undated(),
    status: {
      code: 'unknown',
      verification: null,
      reason: null,
      standing: 'unknown',
      retracted: false,
      corrected: false,
    },
    categories: [],
    people: [],
    notes: [],
    links: [],
    sensitivity: NOT_LABELLED,
    provenance: {
      version: null,
      lastUpdated: null,
      metaSource: null,
      recorded: null,
      author: null,
      organisation: null,
      transmitter: null,
      identifiers: [],
      fetchedAt: null,
    },
    unsafe: false,
    hasNarrative: false,
    ...rest,
  };
}

export const observation = (given: Given<ObservationFact>): ObservationFact => ({
  ...base('Observation', given),
  value: null,
  interpretation: [],
  ranges: [],
  components: [],
  specimen: null,
  method: null,
  bodySite: null,
  issued: null,
  ...strip(given),
  code: given.code ?? null,
  kind: given.kind ?? 'observation',
});

export const condition = (given: Given<ConditionFact>): ConditionFact => ({
  ...base('Condition', given),
  role: 'problem',
  abatement: null,
  severity: null,
  bodySites: [],
  laterality: null,
  negation: false,
  ...strip(given),
  kind: 'condition',
});

export const encounter = (given: Given<EncounterFact>): EncounterFact => ({
  ...base('Encounter', given),
  encounterClass: null,
  types: [],
  reasons: [],
  ...strip(given),
  kind: 'encounter',
});

export const medication = (given: Given<MedicationFact>): MedicationFact => ({
  ...base('MedicationRequest', given),
  evidence: 'request',
  intent: 'order',
  drug: { ingredients: [], strength: null, form: null, classes: [] },
  doses: [],
  quantity: null,
  daysSupply: null,
  reasons: [],
  negation: false,
  ...strip(given),
  kind: 'medication',
});

export const allergy = (given: Given<AllergyFact>): AllergyFact => ({
  ...base('AllergyIntolerance', given),
  negates: null,
  substance: null,
  substanceClasses: [],
  criticality: null,
  allergyType: null,
  reactions: [],
  ...strip(given),
  kind: 'allergy',
});

/** Without what names the fact, so that the base's own parse of it stands. */
function strip<T extends Common>(given: T): Omit<T, 'source' | 'id' | 'ref'> {
  const { source: _source, id: _id, ref: _ref, ...rest } = given as T & { ref?: unknown };
  return rest as Omit<T, 'source' | 'id' | 'ref'>;
}

/** One merged fact of these members; the first is the one shown. */
export function merge(members: readonly [Fact, ...Fact[]], rest: Partial<Merged> = {}): Merged {
  return {
    id: factId(members.map((m) => memberKey(m.source, m.ref))),
    kind: members[0].kind,
    shown: members[0],
    members,
    joined: [],
    conflicts: [],
    related: [],
    retracted: members.every((m) => m.status.retracted),
    sensitivity: NOT_LABELLED,
    ...rest,
  };
}

export const sources = (...ids: readonly string[]): readonly SourceId[] => ids.map(sourceId);
