import type {
  CanonicalQuantity,
  ClinicalDate,
  Concept,
  Dose,
  Fact,
  Measured,
  MedicationFact,
  ObservationFact,
  OtherFact,
  Quantity,
  Value,
} from '../record/index.ts';

const JOIN = ' · ';

/** The source's digits and unit, with its comparator: '<5 mg/L'. */
function quantityText(quantity: Quantity): string {
  const unit = unitText(quantity.unit ?? quantity.code);
  return `${comparator(quantity)}${quantity.text}${unit === '' ? '' : ` ${unit}`}`;
}

/** UCUM's spellings that nobody writes by hand, and what is written instead. */
const WRITTEN: Readonly<Record<string, string>> = {
  'mm[Hg]': 'mmHg',
  'm[IU]/L': 'mIU/L',
  '[IU]/L': 'IU/L',
  'u[IU]/mL': 'µIU/mL',
  '[degF]': '°F',
  Cel: '°C',
  '[lb_av]': 'lb',
  '[in_i]': 'in',
  '10*3/uL': '10³/µL',
  '10*6/uL': '10⁶/µL',
  '10*9/L': '10⁹/L',
  '10*12/L': '10¹²/L',
};

/**
 * As the source wrote it, a code of UCUM as people write it. '{INR}' alone is UCUM's way of writing a remark where there
 * is no unit: none is shown.
 */
export function unitText(unit: string | null): string {
  const text = unit?.trim() ?? '';
  return /^\{[^{}]*\}$/.test(text) || text === '1' ? '' : (WRITTEN[text] ?? text);
}

const comparator = (quantity: Quantity): string =>
  quantity.comparator === null ? '' : COMPARATORS[quantity.comparator];
const COMPARATORS = { '<': '<', '<=': '≤', '>': '>', '>=': '≥', ad: '' } as const;

/** Of a converted amount no more digits than the source's own carry. */
export function canonicalText({ value, unit, tolerance }: CanonicalQuantity): string {
  const digits = Math.max(0, Math.min(4, Math.ceil(-Math.log10(tolerance * 2 || 1))));
  return `${value.toFixed(digits)} ${unitText(unit)}`.trim();
}

const named = (concept: Concept | null): string | null =>
  concept === null ? null : (concept.display ?? concept.text ?? concept.codings[0]?.code ?? null);

const joined = (parts: readonly (string | null | undefined)[]): string | null => {
  const there = parts.filter((part): part is string => typeof part === 'string' && part !== '');
  return there.length === 0 ? null : there.join(JOIN);
};

export function measuredValue(value: Value): string | null {
  switch (value.kind) {
    case 'quantity':
      return quantityText(value.quantity);
    case 'concept':
      return named(value.concept);
    case 'text':
    case 'time':
    case 'sampled':
    case 'integer':
      return value.text;
    case 'boolean':
      return String(value.value);
    case 'range':
      return `${value.low ? quantityText(value.low) : ''}–${value.high ? quantityText(value.high) : ''}`;
    case 'ratio':
      return `${value.numerator ? quantityText(value.numerator) : '?'} : ${value.denominator ? quantityText(value.denominator) : '?'}`;
    case 'date':
      return dateValue(value.date);
    case 'attachment':
      return value.title;
    case 'absent':
      return `(${value.reason})`;
  }
}

/** As the source wrote it: a moment, from and to, or its words. */
function dateValue(date: ClinicalDate): string | null {
  if (date.kind === 'at') return date.at.text;
  if (date.kind === 'undated') return date.text ?? null;
  return `${date.start?.text ?? ''}–${date.end?.text ?? ''}`;
}

const SYSTOLIC = '8480-6';
const DIASTOLIC = '8462-4';
const hasCode = (measured: Measured, code: string): boolean =>
  measured.code?.codings.some((coding) => coding.code === code) ?? false;

/** '142/88 mmHg' where both are there in one unit; null where they are not. */
function bloodPressure(components: readonly Measured[]): string | null {
  const upper = components.find((c) => hasCode(c, SYSTOLIC))?.value;
  const lower = components.find((c) => hasCode(c, DIASTOLIC))?.value;
  if (upper?.kind !== 'quantity' || lower?.kind !== 'quantity') return null;
  const [high, low] = [upper.quantity, lower.quantity];
  if ((high.unit ?? high.code) !== (low.unit ?? low.code)) return null;
  return `${comparator(high)}${high.text}/${quantityText(low)}`;
}

/** Components beyond these are in the detail; a row has one line. */
const COMPONENTS_SHOWN = 3;

/** 'INR 2.4 INR' says a thing twice: the name of the test as its unit. */
const withoutTitle = (text: string | null, title: string): string | null =>
  text?.endsWith(` ${title}`) === true ? text.slice(0, -title.length - 1) : text;

function measuredText(fact: ObservationFact): string | null {
  const own = fact.value === null ? null : withoutTitle(measuredValue(fact.value), fact.title);
  const pressure = bloodPressure(fact.components);
  const parts = fact.components.map((component) => {
    const value = component.value === null ? null : measuredValue(component.value);
    return value === null ? null : `${named(component.code) ?? ''} ${value}`.trim();
  });
  const there = parts.filter((part) => part !== null);
  const some = joined(there.slice(0, COMPONENTS_SHOWN));
  const rest = there.length > COMPONENTS_SHOWN ? ` … +${there.length - COMPONENTS_SHOWN}` : '';
  return joined([own, pressure ?? (some === null ? null : some + rest)]);
}

/** The source's own words where it has them; else amount and times a day. */
function doseText(dose: Dose): string | null {
  if (dose.text !== null && dose.text !== '') return dose.text;
  const amount = dose.amount === null ? null : quantityText(dose.amount);
  const often = dose.perDay === null ? null : `${dose.perDay}/day`;
  if (amount === null && often === null) return null;
  return [amount, often, dose.asNeeded === true ? 'PRN' : null].filter((part) => part !== null).join(' ');
}

function medicationText(fact: MedicationFact): string | null {
  const doses = joined(fact.doses.map(doseText));
  return doses ?? fact.drug.strength ?? (fact.quantity === null ? null : quantityText(fact.quantity));
}

/** What a row says beside the title: one short text, in the source's own digits and words. */
export function valueText(fact: Fact): string | null {
  switch (fact.kind) {
    case 'observation':
    case 'panel':
    case 'social':
      return measuredText(fact);
    case 'medication':
      return medicationText(fact);
    case 'condition':
      return joined([named(fact.severity), fact.laterality, ...fact.bodySites.map(named)]);
    case 'allergy':
      return joined(fact.reactions.flatMap((r) => [...r.manifestations.map(named), r.severity]));
    case 'encounter':
      return joined(fact.reasons.map(named));
    case 'procedure':
      return joined([...fact.bodySites.map(named), named(fact.outcome)]);
    case 'immunization':
      return fact.doseNumber === null ? null : `#${fact.doseNumber}`;
    case 'report':
    case 'document':
    case 'imaging':
      return fact.conclusion ?? joined([...fact.modalities, ...fact.conclusionCodes.map(named)]);
    default:
      return particularsText(fact);
  }
}

/** What of its particulars a row tells; the detail tells all of them, each with its label. */
const TOLD: Readonly<Partial<Record<OtherFact['kind'], readonly string[]>>> = {
  referral: ['Priority', 'Reason', 'Asked of'],
  goal: ['Target'],
  plan: ['Activities', 'Addresses'],
  'care-team': ['Members'],
  claim: ['Total'],
  coverage: ['Payer', 'Member number'],
  consent: ['Scope', 'Decision'],
  device: ['Type', 'Manufacturer', 'Serial number'],
};
/** Of a task neither how it is meant nor how pressing it is tells what it is. */
const UNTOLD: ReadonlySet<string> = new Set(['Intent', 'Priority', 'Use']);
const AS_USUAL: ReadonlySet<string> = new Set(['routine', 'normal']);
const REFERENCE = /^[A-Z][A-Za-z]+\/[A-Za-z0-9.-]+$/;

function particularsText(fact: OtherFact): string | null {
  // Whom the patient meets: that the patient comes too goes without saying.
  if (fact.kind === 'appointment')
    return joined([
      ...new Set(fact.people.flatMap(({ name, ref }) => (/(?:^|\/)Patient\//.test(ref ?? '') ? [] : [name]))),
    ]);
  const labels = TOLD[fact.kind];
  const told = fact.particulars.filter(
    ({ label, text }) =>
      (labels === undefined ? !UNTOLD.has(label) : labels.includes(label)) &&
      !AS_USUAL.has(text) &&
      !REFERENCE.test(text) &&
      !fact.title.includes(text),
  );
  return joined(told.slice(0, 2).map(({ text }) => text));
}
