import {
  CONFIDENTIALITY,
  UNREADABLE_LABEL,
  type Concept,
  type Fact,
  type Measured,
  type Party,
} from '../../record/index.ts';
import { canonicalText, measuredValue, unitText, valueText } from '../../timeline/index.ts';
import { dateText, rangeText, rowValueText, statusWord, valueWord } from '../format/index.ts';
import { t } from '../messages/index.ts';

export interface Field {
  readonly label: string;
  readonly text: string;
}

type Given = readonly [label: string, text: string | null | undefined];

/** What one source says, field by field, in the order in which it is read. Fields without a word are left out. */
export function fieldsOf(fact: Fact, names: Names): readonly Field[] {
  const f = t.detail.fields;
  const given: readonly Given[] = [
    [f.title, fact.title],
    [
      fact.kind === 'medication' ? f.dose : f.value,
      'components' in fact && fact.components.length === 0
        ? measuredText(fact)
        : rowValueText({ kind: fact.kind, value: valueText(fact) }),
    ],
    ...particular(fact),
    [f.when, dateText(fact.when)],
    [f.status, fact.status.code === 'unknown' ? t.notStated : statusWord(fact.status.code)],
    [f.verification, worded(fact.status.verification)],
    [f.reason, fact.status.reason],
    [f.code, codesText(fact.code)],
    [f.categories, fact.categories.map(codeText).join(', ')],
    [f.people, peopleText(fact, names)],
  ];
  return given.flatMap(([label, text]) =>
    text === null || text === undefined || text === '' ? [] : [{ label, text }],
  );
}

const codeText = (code: string): string => t.coded[code] ?? code;
const worded = (code: string | null): string | null => (code === null ? null : statusWord(code));

export const conceptText = (concept: Concept | null): string | null =>
  concept === null ? null : (concept.display ?? concept.text ?? concept.codings[0]?.code ?? null);

const conceptsText = (concepts: readonly Concept[]): string =>
  concepts
    .map(conceptText)
    .filter((text) => text !== null)
    .join(', ');

/** 'LOINC 4548-4': the systems that clinicians know by name; another by the end of its address. */
const SYSTEMS: Readonly<Record<string, string>> = {
  'http://loinc.org': 'LOINC',
  'http://snomed.info/sct': 'SNOMED CT',
  'http://hl7.org/fhir/sid/icd-10-cm': 'ICD-10-CM',
  'http://hl7.org/fhir/sid/icd-9-cm': 'ICD-9-CM',
  'http://www.nlm.nih.gov/research/umls/rxnorm': 'RxNorm',
  'http://hl7.org/fhir/sid/cvx': 'CVX',
  'http://hl7.org/fhir/sid/ndc': 'NDC',
  'http://www.ama-assn.org/go/cpt': 'CPT',
};

const codesText = (concept: Concept | null): string =>
  (concept?.codings ?? [])
    .filter((coding) => coding.code !== null)
    .map((coding) =>
      `${SYSTEMS[coding.system ?? ''] ?? coding.system?.split(/[/:]/).at(-1) ?? ''} ${coding.code ?? ''}`.trim(),
    )
    .join(', ');

/** `source|Practitioner/7` → 'Dr Ada Byron': names that were read for references. */
export type Names = Readonly<Record<string, string>>;

/** What is written beside the reference comes before what was read of it: it is what the record itself says. */
export const partyName = (source: Fact['source'], party: Party, names: Names): string | null =>
  party.name ?? (party.ref === null ? null : (names[`${source}|${party.ref}`] ?? null));

const peopleText = (fact: Fact, names: Names): string =>
  fact.people
    .map((party) => ({ name: partyName(fact.source, party, names), role: party.role }))
    .filter(({ name }) => name !== null)
    .map(({ name, role }) => `${name ?? ''} (${codeText(role)})`)
    .join(', ');

/** The same amount in another unit, and how it was reached; null where nothing was converted. */
export function convertedOf(measured: Measured): { readonly amount: string; readonly how: string } | null {
  if (measured.value?.kind !== 'quantity') return null;
  const canonical = measured.value.quantity.canonical;
  if (canonical === null || canonical.conversion === null) return null;
  return { amount: canonicalText(canonical), how: conversionText(canonical.conversion) };
}

/** 'mmol/mol (IFCC) to % (NGSP)', in the reader's language. */
function conversionText(how: string): string {
  const [from = '', to] = how.split(' to ');
  return to === undefined ? how : t.detail.convertedUnit(unitText(from), unitText(to));
}

/** The source's own digits, with the same amount in the canonical unit beside them where that is another. */
export function measuredText(measured: Measured): string | null {
  const own = measured.value === null ? null : measuredValue(measured.value);
  const converted = convertedOf(measured);
  return own === null || converted === null ? own : `${own} ${t.detail.converted(converted.amount)}`;
}

function particular(fact: Fact): readonly Given[] {
  const f = t.detail.fields;
  switch (fact.kind) {
    case 'observation':
    case 'panel':
    case 'social':
      return [
        [f.converted, convertedOf(fact)?.how],
        [f.interpretation, valueWord('interpretation', fact.interpretation.join(', '))],
        [f.range, fact.ranges.map(rangeText).join('; ')],
        [f.specimen, conceptText(fact.specimen)],
        [f.method, conceptText(fact.method)],
        [f.site, conceptText(fact.bodySite)],
      ];
    case 'medication':
      return [
        [f.strength, fact.drug.strength],
        [f.form, fact.drug.form],
        [f.route, conceptsText(fact.doses.flatMap((dose) => (dose.route === null ? [] : [dose.route])))],
        [f.evidence, [...new Set([codeText(fact.evidence), worded(fact.intent)])].filter(Boolean).join(', ')],
        [f.reason, conceptsText(fact.reasons)],
      ];
    case 'condition':
      return [
        [f.until, fact.abatement === null ? null : dateText(fact.abatement)],
        [f.severity, conceptText(fact.severity)],
        [f.site, conceptsText(fact.bodySites)],
        [f.side, fact.laterality === null ? null : codeText(fact.laterality)],
      ];
    case 'allergy':
      return [
        [f.substance, conceptText(fact.substance)],
        [f.criticality, worded(fact.criticality)],
      ];
    case 'encounter':
      return [
        [f.class, fact.encounterClass === null ? null : codeText(fact.encounterClass)],
        [f.types, conceptsText(fact.types)],
      ];
    case 'procedure':
      return [
        [f.site, conceptsText(fact.bodySites)],
        [f.outcome, conceptText(fact.outcome)],
        [f.reason, conceptsText(fact.reasons)],
      ];
    case 'immunization':
      return [
        [f.lot, fact.lotNumber],
        [f.manufacturer, fact.manufacturer],
        [f.site, conceptText(fact.site)],
      ];
    case 'report':
    case 'document':
    case 'imaging':
      return [[f.modality, fact.modalities.join(', ')]];
    default:
      return fact.particulars.map(({ label, text }): Given => [t.particulars(label), text]);
  }
}

/** 'restricted · PSY'; null where the source put no label on it. */
export function sensitivityText({ sensitivity }: Fact): string | null {
  const { confidentiality, classes, caveats } = sensitivity;
  const level = CONFIDENTIALITY.find((each) => each === confidentiality) ?? null;
  const parts = [level, ...classes, ...caveats].filter((part) => part !== null);
  const words = parts.map((part) => (part === UNREADABLE_LABEL ? t.detail.unreadableLabel : part));
  return words.length === 0 ? null : words.join(' · ');
}
