import type { Organisation } from '../../src/sources/index.ts';
import type { FhirResource, OrgKey } from './world/index.ts';

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

export const ORGANISATIONS: Readonly<Record<OrgKey, OrganisationFacts>> = {
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

/** `fhirUser` must lead somewhere. */
export const clinicianResource = (org: OrgKey): FhirResource => {
  const { clinician } = ORGANISATIONS[org];
  return {
    resourceType: 'Practitioner',
    id: clinician.id,
    active: true,
    name: [{ family: clinician.family, given: [clinician.given], prefix: ['Dr'] }],
  };
};
