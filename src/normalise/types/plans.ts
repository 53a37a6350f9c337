import { standings } from '../read/status.ts';
import { choiceOf, date, first, period, REQUEST, type Plan } from './plan.ts';
import { ADMINISTRATIVE } from './plans-administrative.ts';

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

/** The types that have a kind of their own, and how each differs from the usual. */
export const PLANS: ReadonlyMap<string, Plan> = new Map<string, Plan>([
  ...ADMINISTRATIVE,
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
