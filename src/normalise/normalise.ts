import { isObject } from '../base/index.ts';
import type { Fact, Fetched, RecordProblem } from '../record/index.ts';
import { checkModifiers } from './read/modifiers.ts';
import { reader, type Reader } from './read/reader.ts';
import { allergy } from './types/allergy.ts';
import { condition } from './types/condition.ts';
import { diagnosticReport, documentReference, imagingStudy } from './types/document.ts';
import { encounter } from './types/encounter.ts';
import { familyHistory, questionnaireResponse } from './types/family.ts';
import { generic } from './types/generic.ts';
import {
  medicationAdministration,
  medicationDispense,
  medicationRequest,
  medicationStatement,
} from './types/medication.ts';
import { observation } from './types/observation.ts';
import { PLANS } from './types/plans.ts';
import { immunization, procedure } from './types/procedure.ts';
import { support, SUPPORT_TYPES } from './types/support.ts';

export interface Normalised {
  /** What the resource says; null where a problem row is all there is of it. */
  readonly fact: Fact | null;
  readonly problems: readonly RecordProblem[];
}

const READERS: ReadonlyMap<string, (r: Reader) => Fact> = new Map<string, (r: Reader) => Fact>([
  ['Encounter', encounter],
  ['Condition', condition],
  ['Observation', observation],
  ['MedicationRequest', medicationRequest],
  ['MedicationOrder', medicationRequest],
  ['MedicationStatement', medicationStatement],
  ['MedicationUsage', medicationStatement],
  ['MedicationDispense', medicationDispense],
  ['MedicationAdministration', medicationAdministration],
  ['AllergyIntolerance', allergy],
  ['Procedure', procedure],
  ['Immunization', immunization],
  ['DiagnosticReport', diagnosticReport],
  ['DocumentReference', documentReference],
  ['ImagingStudy', imagingStudy],
  ['FamilyMemberHistory', familyHistory],
  ['QuestionnaireResponse', questionnaireResponse],
]);

const NO_PROBLEMS: readonly RecordProblem[] = [];
const TYPE = /^[A-Za-z]{1,64}$/;

/** Every resource becomes one fact, or one problem row that stands for it. Nothing that is JSON makes this throw. */
export function normalise(fetched: Fetched): Normalised {
  const resource: unknown = fetched.resource;
  if (!isObject(resource)) return unreadable(fetched, null, 'is not a FHIR resource: it is no JSON object');
  const type = resource['resourceType'];
  if (typeof type !== 'string' || !(READERS.has(type) || TYPE.test(type)))
    return unreadable(fetched, null, 'is not a FHIR resource: it names no resource type');
  if (type === 'OperationOutcome') return serverSaid(fetched);
  const r = reader(fetched, type);
  try {
    checkModifiers(r);
    const fact = readFact(r);
    return { fact, problems: r.problems.length === 0 ? NO_PROBLEMS : r.problems };
  } catch {
    // A fault of this program and not of the record: it costs this one resource, visibly, and not the page.
    return unreadable(fetched, type, 'could not be read, through a fault of this program');
  }
}

function readFact(r: Reader): Fact {
  const read = READERS.get(r.type);
  if (read !== undefined) return read(r);
  return SUPPORT_TYPES.has(r.type) ? support(r) : generic(r, PLANS.get(r.type));
}

function unreadable(fetched: Fetched, type: string | null, message: string): Normalised {
  const { source, ref } = fetched;
  return { fact: null, problems: [{ source, ref, type, kind: 'unreadable', path: null, message }] };
}

/** The codes of issue types and severities are FHIR's own; the diagnostics may quote the record, and stay out. */
function serverSaid(fetched: Fetched): Normalised {
  const { source, ref } = fetched;
  const type = 'OperationOutcome';
  return {
    fact: null,
    problems: [
      {
        source,
        ref,
        type,
        kind: 'server-said',
        path: null,
        message: 'the server said something beside its answer',
      },
    ],
  };
}
