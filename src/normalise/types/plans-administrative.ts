import { dateAt, periodAt } from '../read/date.ts';
import { standings } from '../read/status.ts';
import { choiceOf, date, first, period, REQUEST, type Plan, type When } from './plan.ts';

/** An appointment's start and end are two instants of its own. */
const startToEnd: When = (r, o) => {
  const start = dateAt(r, o, 'start', r.type);
  const end = dateAt(r, o, 'end', r.type);
  if (start?.kind === 'at' && end?.kind === 'at') return { kind: 'period', start: start.at, end: end.at };
  return start ?? (end?.kind === 'at' ? { kind: 'period', start: null, end: end.at } : end);
};

/** Several times that would do are no time of its own. */
const asked: When = (r, o) => {
  const times = o['requestedPeriod'];
  return Array.isArray(times) && times.length > 1 ? null : periodAt(r, o, 'requestedPeriod', r.type);
};

const CLAIM = standings({ planned: 'draft', current: 'active', 'not-done': 'cancelled' });

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

/** Appointments, money, devices, consent, messages and tasks. */
export const ADMINISTRATIVE: readonly (readonly [type: string, plan: Plan])[] = [
  [
    'Appointment',
    {
      kind: 'appointment',
      title: ['serviceType', 'description', 'appointmentType', 'type', 'reasonCode', 'specialty'],
      untitled: 'Appointment',
      // One that is asked for names the times that would do.
      when: first(startToEnd, asked),
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
];
