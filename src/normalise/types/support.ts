import type { JsonObject } from '../../base/index.ts';
import { undated, type ClinicalDate, type Link, type OtherFact, type Party } from '../../record/index.ts';
import { shared } from '../read/base.ts';
import { codeAt } from '../read/concept.ts';
import { choice, dateAt, whenOf } from '../read/date.ts';
import { productCode, UNNAMED } from '../read/drug.ts';
import { list, plainText, type Reader } from '../read/reader.ts';
import { addLink, addParties, nameOf, refAt } from '../read/reference.ts';
import { simpleStatus, standings } from '../read/status.ts';
import { particularsOf, wordsOf, type Labelled } from '../read/words.ts';
import { generic } from './generic.ts';

const STANDING = standings({ current: 'active', ended: 'inactive' });

/** People, places, products and definitions: shown as part of the facts that name them. */
const TYPES =
  'Patient Practitioner PractitionerRole Organization OrganizationAffiliation Location RelatedPerson Person ' +
  'Group Provenance AuditEvent Specimen Medication MedicationKnowledge Substance Binary Bundle Parameters ' +
  'Endpoint HealthcareService Schedule Slot DeviceDefinition DeviceMetric InsurancePlan Questionnaire ' +
  'MessageHeader Library PlanDefinition ActivityDefinition Measure ValueSet CodeSystem ConceptMap NamingSystem ' +
  'StructureDefinition StructureMap SearchParameter OperationDefinition CapabilityStatement Conformance ' +
  'CompartmentDefinition ImplementationGuide GraphDefinition ExampleScenario TestScript TestReport ' +
  'ObservationDefinition SpecimenDefinition ChargeItemDefinition EventDefinition Subscription ' +
  'SubscriptionStatus SubscriptionTopic TerminologyCapabilities MessageDefinition BodyStructure BodySite Linkage';

export const SUPPORT_TYPES: ReadonlySet<string> = new Set(TYPES.split(' '));

const PARTICULARS: readonly Labelled[] = [
  ['Type', 'type'],
  ['Specialty', 'specialty'],
  ['Role', 'code', 'relationship'],
  ['Part of', 'partOf'],
  ['Contact', 'telecom.value'],
  ['Address', 'address.text', 'address.city'],
];

const OCCURRED = choice('occurred');

export function support(r: Reader): OtherFact {
  switch (r.type) {
    case 'Medication':
      return medicationProduct(r);
    case 'Provenance':
      return provenance(r);
    case 'Patient':
    case 'Practitioner':
    case 'RelatedPerson':
    case 'Organization':
    case 'Location':
    case 'Person':
    case 'PractitionerRole':
      return party(r);
    default:
      return generic(r, { kind: 'support' });
  }
}

function party(r: Reader): OtherFact {
  const { resource: o, type: at } = r;
  const links: Link[] = [];
  const people: Party[] = [];
  for (const key of ['practitioner', 'organization', 'managingOrganization', 'partOf'] as const) {
    addParties(r, people, o, key, at);
    addLink(r, links, 'other', o, key, at);
  }
  const name =
    nameOf(o) ??
    (people.length === 0
      ? null
      : people
          .map((p) => p.name)
          .filter(Boolean)
          .join(', '));
  const active = o['active'];
  const stated = active === true ? 'active' : active === false ? 'inactive' : null;
  const status = stated ?? (o['status'] === undefined ? null : codeAt(r, o, 'status', at));
  return Object.assign(
    shared(r, {
      title: name === null || name === '' ? at : name,
      code: null,
      when: undated(),
      status: simpleStatus(STANDING, status),
      people,
      links,
      // A Patient is about the patient it is; so that a foreign one can be told.
      ...(at === 'Patient' ? { subject: ownRef(r) } : at === 'RelatedPerson' ? {} : { subject: null }),
    }),
    { kind: 'support' as const, particulars: particularsOf(o, PARTICULARS) },
  );
}

const ownRef = (r: Reader): string | null => {
  const id = plainText(r.resource['id']);
  return id === null ? null : `Patient/${id}`;
};

function medicationProduct(r: Reader): OtherFact {
  const { resource: o, type: at } = r;
  const code = productCode(r, o);
  return Object.assign(
    shared(r, {
      title: code?.display ?? UNNAMED,
      code,
      when: undated(),
      status: simpleStatus(STANDING, o['status'] === undefined ? null : codeAt(r, o, 'status', at)),
      subject: null,
    }),
    {
      kind: 'support' as const,
      particulars: particularsOf(o, [
        ['Form', 'form', 'doseForm'],
        ['Ingredients', 'ingredient.itemCodeableConcept', 'ingredient.itemReference', 'ingredient.item'],
        ['Strength', 'ingredient.strength', 'amount'],
        ['Manufacturer', 'manufacturer', 'marketingAuthorizationHolder'],
        ['Lot number', 'batch.lotNumber'],
        ['Expires', 'batch.expirationDate'],
      ]),
    },
  );
}

/** Who did what to which resources: `target` links, and each agent with its role ('author', 'transmitter'). */
function provenance(r: Reader): OtherFact {
  const { resource: o, type: at } = r;
  const people: Party[] = [];
  const links: Link[] = [];
  addLink(r, links, 'target', o, 'target', at);
  for (const agent of list(r, o, 'agent', at)) addAgent(r, agent, people);
  for (const entity of list(r, o, 'entity', at))
    addLink(r, links, 'derived-from', entity, 'what', `${at}.entity`);
  const recorded = dateAt(r, o, 'recorded', at);
  return Object.assign(
    shared(r, {
      title: wordsOf(o['activity']) ?? 'Provenance',
      code: null,
      when: occurredOf(r, o) ?? recorded ?? undated(),
      status: simpleStatus(STANDING, null),
      people,
      links,
      subject: refAt(r, o, 'patient', at),
      recorded,
      author: people.find((p) => p.role === 'author') ?? people[0] ?? null,
    }),
    {
      kind: 'support' as const,
      particulars: particularsOf(o, [
        ['Activity', 'activity'],
        ['Reason', 'reason'],
      ]),
    },
  );
}

const occurredOf = (r: Reader, o: JsonObject): ClinicalDate | null => whenOf(r, o, OCCURRED, r.type);

function addAgent(r: Reader, agent: JsonObject, people: Party[]): void {
  const path = 'Provenance.agent';
  const role = codeAt(r, agent, 'type', path) ?? codeAt(r, agent, 'role', path) ?? 'agent';
  addParties(r, people, agent, 'who', path, role);
  addParties(r, people, agent, 'whoReference', path, role);
  addParties(r, people, agent, 'onBehalfOf', path, `${role} for`);
}
