import type { Organisation } from '../../src/sources/index.ts';
import { ORG_KEYS, type FhirResource, type OrgKey } from './world/index.ts';

interface OrganisationFacts {
  readonly name: string;
  readonly kind: Organisation['kind'];
  readonly letter: string;
  readonly colour: number;
  readonly launches: boolean;
  /** Both algorithms that SMART allows are met somewhere. */
  readonly alg: 'RS256' | 'ES256';
  readonly clinician: {
    readonly id: string;
    readonly name: string;
    readonly family: string;
    readonly given: string;
  };
}

const doctor = (given: string, family: string) => ({
  id: 'signed-in-clinician',
  name: `Dr ${given} ${family}`,
  given,
  family,
});

const ORGANISATIONS: Readonly<Record<OrgKey, OrganisationFacts>> = {
  general: {
    name: 'General Hospital',
    kind: 'ehr',
    letter: 'G',
    colour: 0,
    launches: true,
    alg: 'RS256',
    clinician: doctor('Ingrid', 'Vale'),
  },
  riverside: {
    name: 'Riverside Clinic',
    kind: 'clinic',
    letter: 'R',
    colour: 1,
    launches: false,
    alg: 'ES256',
    clinician: doctor('Ingrid', 'Vale'),
  },
  county: {
    name: 'County HIE',
    kind: 'hie',
    letter: 'C',
    colour: 2,
    launches: false,
    alg: 'ES256',
    clinician: doctor('Ingrid', 'Vale'),
  },
  valley: {
    name: 'Valley Lab',
    kind: 'lab',
    letter: 'V',
    colour: 3,
    launches: false,
    alg: 'ES256',
    clinician: doctor('Ingrid', 'Vale'),
  },
};

/** One organisation as it is served. */
export interface ServedOrganisation extends OrganisationFacts {
  readonly key: string;
  /** Whose records and habits it has. */
  readonly like: OrgKey;
}

/** An organisation beside the four: the records and the habits of one of them, under a name and an origin of its own. */
export type FurtherOrganisation = Pick<ServedOrganisation, 'key' | 'name' | 'like'>;

export const servedOrganisations = (further: readonly FurtherOrganisation[]): ServedOrganisation[] => [
  ...ORG_KEYS.map((key) => ({ ...ORGANISATIONS[key], key, like: key })),
  ...further.map((each, i) => ({
    ...ORGANISATIONS[each.like],
    ...each,
    letter: each.name.charAt(0).toUpperCase(),
    // The palette has eight: the four have taken the first ones.
    colour: 4 + (i % 4),
    launches: false,
  })),
];

/** `fhirUser` must lead somewhere. */
export const clinicianResource = ({ clinician }: OrganisationFacts): FhirResource => ({
  resourceType: 'Practitioner',
  id: clinician.id,
  active: true,
  name: [{ family: clinician.family, given: [clinician.given], prefix: ['Dr'] }],
});
