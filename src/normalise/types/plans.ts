import type { JsonObject } from '../../base/index.ts';
import type { ClinicalDate } from '../../record/index.ts';
import { choice, dateAt, periodAt, whenOf } from '../read/date.ts';
import type { Reader } from '../read/reader.ts';
import { standings } from '../read/status.ts';
import type { Plan } from './plan.ts';

const date = (key: string) => (r: Reader, o: JsonObject) => dateAt(r, o, key, r.type);
const period = (key: string) => (r: Reader, o: JsonObject) => periodAt(r, o, key, r.type);

type When = (r: Reader, o: JsonObject) => ClinicalDate | null;

/** The first that says when. */
const first =
  (...ways: readonly When[]): When =>
  (r, o) => {
    let stated: ClinicalDate | null = null;
    for (const way of ways) {
      const when = way(r, o);
      if (when !== null && when.kind !== 'undated') return when;
      stated ??= when;
    }
    return stated;
  };

const choiceOf = (stem: string): When => {
  const keys = choice(stem);
  return (r, o) => whenOf(r, o, keys, r.type);
};

/** An appointment's start and end are two instants of its own. */
const startToEnd: When = (r, o) => {
  const start = dateAt(r, o, 'start', r.type);
  const end = dateAt(r, o, 'end', r.type);
  if (start?.kind === 'at' && end?.kind === 'at') return { kind: 'period', start: start.at, end: end.at };
  return start ?? (end?.kind === 'at' ? { kind: 'period', start: null, end: end.at } : end);
};

const REQUEST = standings({
  planned: 'draft planned proposed requested received accepted ready',
  current: 'active in-progress on-hold suspended',
  ended: 'completed revoked ended',
  'not-done': 'cancelled rejected failed refused',
});
const CLAIM = standings({ planned: 'draft', current: 'active', 'not-done': 'cancelled' });

const REFERRAL: Plan = {
  kind: 'referral',
  title: ['code', 'type', 'codeCodeableConcept', 'codeReference', 'description', 'orderDetail', 'category'],
  untitled: 'Request not named',
  when: first(choiceOf('occurrence'), date('authoredOn'), date('orderedOn'), date('dateSent')),
  standing: REQUEST,
  links: [
    ['encounter', 'encounter'],
    ['encounter', 'context'],
    ['based-on', 'basedOn'],
    ['replaces', 'replaces'],
    ['reason', 'reasonReference'],
    ['other', 'specimen'],
  ],
  people: [
    ['', 'requester', 'requester'],
    ['', 'performer', 'performer'],
    ['', 'recipient', 'recipient'],
  ],
  particulars: [
    ['Intent', 'intent'],
    ['Priority', 'priority'],
    ['Category', 'category'],
    ['Details', 'orderDetail'],
    ['Quantity', 'quantityQuantity', 'quantityRatio', 'quantityRange'],
    ['Reason', 'reasonCode', 'reason', 'reasonReference'],
    ['Body site', 'bodySite'],
    ['Asked of', 'performer', 'performerType', 'recipient', 'specialty'],
    ['For the patient', 'patientInstruction'],
    ['As needed', 'asNeededBoolean', 'asNeededCodeableConcept'],
  ],
};

const CLAIM_PLAN: Plan = {
  kind: 'claim',
  title: ['type', 'subType', 'use'],
  prefix: 'Claim',
  untitled: 'Claim',
  when: first(period('billablePeriod'), choiceOf('serviced'), date('created')),
  standing: CLAIM,
  links: [
    ['other', 'claim'],
    ['other', 'request'],
    ['based-on', 'referral'],
    ['medication', 'prescription'],
  ],
  people: [
    ['', 'provider', 'provider'],
    ['', 'insurer', 'insurer'],
    ['', 'enterer', 'enterer'],
    ['careTeam', 'provider', 'role'],
  ],
  particulars: [
    ['Use', 'use'],
    ['Outcome', 'outcome', 'disposition'],
    ['Total', 'total.amount', 'total'],
    ['Paid', 'payment.amount'],
    ['Diagnoses', 'diagnosis.diagnosisCodeableConcept', 'diagnosis.diagnosisReference'],
    ['Procedures', 'procedure.procedureCodeableConcept', 'procedure.procedureReference'],
    ['Services', 'item.productOrService', 'item.service'],
    ['Insurer', 'insurer'],
  ],
};

const DEVICE_USE: Plan = {
  kind: 'device',
  title: [
    'device.concept',
    'device.display',
    'device.reference.display',
    'deviceCodeableConcept',
    'codeCodeableConcept',
  ],
  untitled: 'Use of a device',
  when: first(
    choiceOf('timing'),
    period('whenUsed'),
    choiceOf('occurrence'),
    date('recordedOn'),
    date('authoredOn'),
  ),
  standing: standings({
    planned: 'intended draft',
    current: 'active on-hold',
    ended: 'completed stopped',
    'not-done': 'cancelled not-done',
  }),
  links: [
    ['other', 'device'],
    ['derived-from', 'derivedFrom'],
    ['reason', 'reasonReference'],
  ],
  particulars: [
    ['Reason', 'reasonCode', 'reason', 'indication'],
    ['Body site', 'bodySite', 'bodySiteCodeableConcept'],
  ],
};

/** The types that have a kind of their own, and how each differs from the usual. */
export const PLANS: ReadonlyMap<string, Plan> = new Map<string, Plan>([
  [
    'CarePlan',
    {
      kind: 'plan',
      title: ['title', 'description', 'category', 'activity.detail.code', 'activity.plannedActivityDetail'],
      untitled: 'Care plan',
      when: first(period('period'), date('created')),
      standing: REQUEST,
      links: [
        ['encounter', 'encounter'],
        ['encounter', 'context'],
        ['addresses', 'addresses'],
        ['target', 'goal'],
        ['replaces', 'replaces'],
        ['part-of', 'partOf'],
        ['other', 'careTeam'],
      ],
      people: [
        ['', 'author', 'author'],
        ['', 'contributor', 'contributor'],
        ['', 'custodian', 'custodian'],
      ],
      particulars: [
        ['Intent', 'intent'],
        ['Category', 'category'],
        [
          'Activities',
          'activity.detail.code',
          'activity.detail.description',
          'activity.reference.display',
          'activity.plannedActivityReference.display',
        ],
        ['Addresses', 'addresses.display', 'addresses.concept'],
        ['Goals', 'goal.display'],
      ],
    },
  ],
  [
    'CareTeam',
    {
      kind: 'care-team',
      title: ['name', 'category'],
      untitled: 'Care team',
      when: period('period'),
      standing: standings({ planned: 'proposed', current: 'active suspended', ended: 'inactive' }),
      links: [
        ['encounter', 'encounter'],
        ['encounter', 'context'],
      ],
      people: [
        ['participant', 'member', 'role'],
        ['', 'managingOrganization', 'managingOrganization'],
      ],
      particulars: [
        ['Members', 'participant.member'],
        ['Roles', 'participant.role'],
        ['Reason', 'reasonCode', 'reason'],
      ],
    },
  ],
  [
    'Goal',
    {
      kind: 'goal',
      title: ['description', 'category'],
      untitled: 'Goal not described',
      when: first(date('startDate'), date('statusDate')),
      status: 'lifecycleStatus',
      standing: standings({
        planned: 'proposed planned accepted',
        current: 'active on-hold in-progress on-target ahead-of-target behind-target sustaining',
        ended: 'completed achieved',
        'not-done': 'cancelled rejected',
      }),
      links: [['addresses', 'addresses']],
      people: [
        ['', 'expressedBy', 'expressedBy'],
        ['', 'source', 'source'],
        ['', 'author', 'author'],
      ],
      particulars: [
        ['Achievement', 'achievementStatus'],
        ['Priority', 'priority'],
        [
          'Target',
          'target.detailQuantity',
          'target.detailRange',
          'target.detailCodeableConcept',
          'target.detailString',
          'target.measure',
        ],
        ['Due', 'target.dueDate', 'target.dueDuration', 'targetDate'],
        ['Addresses', 'addresses.display'],
      ],
    },
  ],
  ['ServiceRequest', REFERRAL],
  ['ReferralRequest', REFERRAL],
  ['ProcedureRequest', REFERRAL],
  ['DiagnosticOrder', REFERRAL],
  ['DeviceRequest', REFERRAL],
  [
    'Appointment',
    {
      kind: 'appointment',
      title: ['serviceType', 'description', 'appointmentType', 'type', 'reasonCode', 'specialty'],
      untitled: 'Appointment',
      when: startToEnd,
      standing: standings({
        planned: 'proposed pending booked waitlist',
        current: 'arrived checked-in',
        ended: 'fulfilled',
        'not-done': 'cancelled noshow',
      }),
      links: [
        ['based-on', 'basedOn'],
        ['reason', 'reasonReference'],
      ],
      people: [['participant', 'actor', 'type']],
      particulars: [
        ['Reason', 'reasonCode', 'reason'],
        ['With', 'participant.actor'],
        ['Comment', 'comment'],
        ['Why cancelled', 'cancelationReason', 'cancellationReason'],
        ['For the patient', 'patientInstruction'],
      ],
    },
  ],
  [
    'Coverage',
    {
      kind: 'coverage',
      title: ['type', 'payor.display', 'insurer.display', 'class.name', 'plan'],
      untitled: 'Coverage',
      when: period('period'),
      standing: CLAIM,
      people: [
        ['', 'payor', 'payer'],
        ['', 'insurer', 'payer'],
        ['', 'subscriber', 'subscriber'],
        ['', 'policyHolder', 'policy holder'],
      ],
      particulars: [
        ['Payer', 'payor', 'insurer', 'issuer'],
        ['Member number', 'subscriberId', 'identifier.value'],
        ['Relationship to subscriber', 'relationship'],
        ['Group and plan', 'class.name', 'class.value', 'grouping.groupDisplay', 'grouping.group', 'group'],
      ],
    },
  ],
  ['Claim', CLAIM_PLAN],
  ['ClaimResponse', CLAIM_PLAN],
  [
    'ExplanationOfBenefit',
    { ...CLAIM_PLAN, prefix: 'Explanation of benefit', untitled: 'Explanation of benefit' },
  ],
  [
    'Device',
    {
      kind: 'device',
      title: [
        'deviceName.name',
        'name.value',
        'displayName',
        'type',
        'modelNumber',
        'model',
        'definition.display',
      ],
      untitled: 'Device',
      // When it was made says nothing about when the patient had it.
      when: () => null,
      standing: standings({ current: 'active', ended: 'inactive' }),
      people: [['', 'owner', 'owner']],
      particulars: [
        ['Type', 'type'],
        ['Device identifier', 'udiCarrier.deviceIdentifier', 'udi.deviceIdentifier'],
        ['UDI', 'udiCarrier.carrierHRF', 'udi.carrierHRF', 'udi'],
        ['Distinct identifier', 'distinctIdentifier', 'distinctIdentificationCode'],
        ['Serial number', 'serialNumber'],
        ['Lot number', 'lotNumber'],
        ['Manufacturer', 'manufacturer'],
        ['Made', 'manufactureDate'],
        ['Expires', 'expirationDate', 'expiry'],
      ],
    },
  ],
  ['DeviceUseStatement', DEVICE_USE],
  ['DeviceUsage', DEVICE_USE],
  [
    'Consent',
    {
      kind: 'consent',
      title: ['category', 'scope'],
      untitled: 'Consent',
      when: first(date('dateTime'), date('date'), period('period')),
      standing: standings({
        planned: 'draft proposed',
        current: 'active',
        ended: 'inactive',
        'not-done': 'rejected not-done',
      }),
      people: [
        ['', 'performer', 'performer'],
        ['', 'consentingParty', 'performer'],
        ['', 'organization', 'organization'],
        ['', 'controller', 'organization'],
      ],
      particulars: [
        ['Scope', 'scope'],
        ['Decision', 'decision', 'provision.type', 'except.type'],
        ['Holds', 'provision.period', 'period'],
        ['Purpose', 'provision.purpose', 'purpose'],
        ['Data labelled', 'provision.securityLabel'],
        ['Policy', 'policyRule', 'policy.uri', 'regulatoryBasis'],
      ],
    },
  ],
  [
    'Communication',
    {
      kind: 'other',
      title: ['topic', 'category', 'payload.contentString', 'payload.contentReference.display', 'reasonCode'],
      untitled: 'Message',
      when: first(date('sent'), date('received')),
      standing: standings({
        planned: 'preparation',
        current: 'in-progress on-hold',
        ended: 'completed stopped',
        'not-done': 'not-done',
      }),
      particulars: [
        ['Message', 'payload.contentString', 'payload.contentReference.display'],
        ['Reason', 'reasonCode'],
      ],
    },
  ],
  [
    'Task',
    {
      kind: 'other',
      title: ['code', 'description', 'focus.display'],
      untitled: 'Task',
      when: first(period('executionPeriod'), date('authoredOn')),
      standing: REQUEST,
      particulars: [
        ['Intent', 'intent'],
        ['Priority', 'priority'],
        ['For', 'focus'],
        ['Business status', 'businessStatus'],
      ],
    },
  ],
  [
    'Flag',
    {
      kind: 'other',
      title: ['code', 'category'],
      untitled: 'Flag',
      when: period('period'),
      standing: standings({ current: 'active', ended: 'inactive' }),
    },
  ],
  [
    'AdverseEvent',
    {
      kind: 'other',
      title: ['event', 'code', 'category'],
      untitled: 'Adverse event',
      when: first(date('date'), choiceOf('occurrence'), date('detected')),
      particulars: [
        ['Actuality', 'actuality'],
        ['Seriousness', 'seriousness'],
        ['Severity', 'severity'],
        ['Outcome', 'outcome'],
        ['Suspected', 'suspectEntity.instance', 'suspectEntity.instanceReference'],
      ],
    },
  ],
]);
