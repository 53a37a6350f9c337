/**
 * The table: per resource type, the searches to try in order. What a refusal of one means is the same for all
 * and written in `run-type.ts`; what differs between types stands here.
 */

export type Params = readonly (readonly [name: string, value: string])[];

/** One way to ask for a type. */
export interface Way {
  readonly params: Params;
  /** What to say in the ledger when this way was the one that worked; null for the plain way. */
  readonly remark: string | null;
  /** Names the part that this way can reach at most; null where it reaches everything. */
  readonly only: string | null;
}

export interface TypePlan {
  readonly type: string;
  /** The search parameter to sort and cut by; null where none is widely answered. */
  readonly date: string | null;
  readonly ways: (patient: string) => readonly Way[];
  readonly include: string | null;
  /**
   * Categories, asked for one by one where the plain search is refused. `silent`: widespread servers answer the
   * plain search with a part only, so a plain answer is checked against them.
   */
  readonly categories: { readonly codes: readonly string[]; readonly silent: boolean } | null;
}

const OBSERVATION_CATEGORIES = [
  'laboratory',
  'vital-signs',
  'social-history',
  'survey',
  'sdoh',
  'imaging',
  'procedure',
  'exam',
  'therapy',
  'activity',
  'functional-status',
  'disability-status',
  'cognitive-status',
  'treatment-intervention-preference',
  'care-experience-preference',
  'observation-adi-documentation',
];

interface Particulars {
  readonly date?: string;
  readonly include?: string;
  readonly categories?: TypePlan['categories'];
  /** `[parameter, every code of it]`: some servers refuse a search without a status. */
  readonly status?: readonly [param: string, codes: string];
  /** Further ways, before the status way. */
  readonly more?: (patient: string) => readonly Way[];
  /** The parameter that names the patient, where it is not `patient`. */
  readonly subject?: string;
}

function plan(type: string, particulars: Particulars = {}): TypePlan {
  const { date, include, categories, status, more, subject = 'subject' } = particulars;
  return {
    type,
    date: date ?? null,
    include: include ?? null,
    categories: categories ?? null,
    ways: (patient) => [
      { params: [['patient', patient]], remark: null, only: null },
      ...(more?.(patient) ?? []),
      ...(status
        ? [
            {
              params: [['patient', patient], status] as Params,
              remark: `asked by every ${status[0]}`,
              // What is entered in error has no clinical status, so this way never reaches everything.
              only: status[0] === 'clinical-status' ? 'those with a clinical status' : null,
            },
          ]
        : []),
      { params: [[subject, `Patient/${patient}`]], remark: `asked by ${subject}`, only: null },
    ],
  };
}

const REQUEST_STATUS = 'active,on-hold,cancelled,completed,entered-in-error,stopped,draft,unknown';
const EVENT_STATUS = 'preparation,in-progress,not-done,on-hold,stopped,completed,entered-in-error,unknown';

const INTENTS = 'proposal,plan,order,original-order,reflex-order,filler-order,instance-order,option';
const byIntent = (patient: string): readonly Way[] => [
  {
    params: [
      ['patient', patient],
      ['intent', INTENTS],
    ],
    remark: 'asked by every intent',
    only: null,
  },
  {
    params: [
      ['patient', patient],
      ['intent', 'order,plan'],
    ],
    remark: 'asked by intent',
    only: 'orders and plans',
  },
  {
    params: [
      ['patient', patient],
      ['intent', 'order'],
    ],
    remark: 'asked by intent',
    only: 'orders',
  },
];

/**
 * In the order in which they are asked: what decides about showing the others, the longest, then what a clinician
 * looks at first.
 */
export const TYPE_PLANS: readonly TypePlan[] = [
  plan('Consent'),
  plan('Observation', {
    date: 'date',
    categories: { codes: OBSERVATION_CATEGORIES, silent: true },
    status: ['status', 'registered,preliminary,final,amended,corrected,cancelled,entered-in-error,unknown'],
  }),
  plan('AllergyIntolerance', { status: ['clinical-status', 'active,inactive,resolved'] }),
  plan('Condition', {
    categories: { codes: ['problem-list-item', 'encounter-diagnosis', 'health-concern'], silent: true },
    status: ['clinical-status', 'active,recurrence,relapse,inactive,remission,resolved'],
  }),
  plan('MedicationRequest', {
    date: 'authoredon',
    include: 'MedicationRequest:medication',
    status: ['status', REQUEST_STATUS],
    more: byIntent,
  }),
  plan('Encounter', {
    date: 'date',
    status: [
      'status',
      'planned,arrived,triaged,in-progress,onleave,finished,cancelled,entered-in-error,unknown',
    ],
  }),
  plan('DiagnosticReport', {
    date: 'date',
    categories: { codes: ['LAB', 'LP29684-5', 'LP29708-2', 'LP7839-6'], silent: false },
    status: [
      'status',
      'registered,partial,preliminary,final,amended,corrected,appended,cancelled,entered-in-error,unknown',
    ],
  }),
  plan('Procedure', { date: 'date', status: ['status', EVENT_STATUS] }),
  plan('Immunization', { date: 'date', status: ['status', 'completed,entered-in-error,not-done'] }),
  plan('DocumentReference', {
    date: 'date',
    categories: { codes: ['clinical-note'], silent: false },
    status: ['status', 'current,superseded,entered-in-error'],
  }),
  plan('MedicationStatement', { include: 'MedicationStatement:medication' }),
  plan('MedicationDispense', {
    date: 'whenhandedover',
    include: 'MedicationDispense:medication',
    status: [
      'status',
      'preparation,in-progress,cancelled,on-hold,completed,entered-in-error,stopped,declined,unknown',
    ],
  }),
  plan('MedicationAdministration', {
    date: 'effective-time',
    include: 'MedicationAdministration:medication',
    status: ['status', 'in-progress,not-done,on-hold,completed,entered-in-error,stopped,unknown'],
  }),
  plan('ImagingStudy', { date: 'started' }),
  plan('CarePlan', {
    categories: { codes: ['assess-plan'], silent: false },
    status: ['status', REQUEST_STATUS],
  }),
  plan('CareTeam', { status: ['status', 'proposed,active,suspended,inactive,entered-in-error'] }),
  plan('Goal', {
    status: [
      'lifecycle-status',
      'proposed,planned,accepted,active,on-hold,completed,cancelled,entered-in-error,rejected',
    ],
  }),
  plan('ServiceRequest', {
    date: 'authored',
    status: ['status', 'draft,active,on-hold,revoked,completed,entered-in-error,unknown'],
  }),
  plan('Task'),
  plan('Appointment', { date: 'date', subject: 'actor' }),
  plan('Coverage', { subject: 'beneficiary' }),
  plan('ExplanationOfBenefit', { date: 'created' }),
  plan('Device'),
  plan('FamilyMemberHistory', { status: ['status', 'partial,completed,entered-in-error,health-unknown'] }),
  plan('QuestionnaireResponse', { date: 'authored' }),
];

/** A type that has no row in the table is asked for in the plain way. */
export const planFor = (type: string): TypePlan => TYPE_PLANS.find((row) => row.type === type) ?? plan(type);
