/**
 * The date by which a search is sorted, per type, to tell how far back an unfinished chain reached. Only an
 * estimate for that sentence: clinical time is read elsewhere.
 */
import { isObject, type JsonObject } from '../base/index.ts';

const ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  Observation: ['effectiveDateTime', 'effectivePeriod', 'effectiveInstant'],
  DiagnosticReport: ['effectiveDateTime', 'effectivePeriod'],
  Encounter: ['period'],
  Procedure: ['performedDateTime', 'performedPeriod'],
  Immunization: ['occurrenceDateTime'],
  MedicationRequest: ['authoredOn'],
  MedicationDispense: ['whenHandedOver'],
  MedicationAdministration: ['effectiveDateTime', 'effectivePeriod'],
  DocumentReference: ['date'],
  ServiceRequest: ['authoredOn'],
  ImagingStudy: ['started'],
  Appointment: ['start'],
  ExplanationOfBenefit: ['created'],
  QuestionnaireResponse: ['authored'],
};

export const sortDate = (resource: JsonObject): number | null => sortPoint(resource)?.time ?? null;

function sortPoint(resource: JsonObject): { readonly time: number; readonly coarse: boolean } | null {
  for (const name of ELEMENTS[String(resource['resourceType'])] ?? []) {
    const value = resource[name];
    const text = isObject(value) ? (value['start'] ?? value['end']) : value;
    const time = typeof text === 'string' ? Date.parse(text) : NaN;
    if (!Number.isNaN(time)) return { time, coarse: typeof text === 'string' && text.length <= 10 };
  }
  return null;
}

/** Watches whether a server really sorts newest first, and how far down it came. */
export interface OrderWatch {
  see(resource: JsonObject): void;
  /** Everything still missing is older than this; null where the order was broken or nothing is dated. */
  reached(): number | null;
  /** What it came down to is a day at most, not a moment. */
  coarse(): boolean;
  newest(): number | null;
}

/** Dates of one day may stand in any order: a precision of a day sorts below every minute of it. */
const SLACK_MS = 36 * 3_600_000;

export function watchOrder(): OrderWatch {
  let lowest: number | null = null;
  let highest: number | null = null;
  let broken = false;
  let coarse = false;
  return {
    see(resource) {
      const point = sortPoint(resource);
      if (point === null) return;
      const { time } = point;
      if (lowest !== null && time > lowest + SLACK_MS) broken = true;
      if (lowest === null || time <= lowest) coarse = point.coarse;
      if (lowest === null || time < lowest) lowest = time;
      if (highest === null || time > highest) highest = time;
    },
    coarse: () => coarse,
    newest: () => highest,
    reached: () => (broken || lowest === null ? null : lowest),
  };
}
