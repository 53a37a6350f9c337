import {
  entryRef,
  resourceRef,
  sourceId,
  undated,
  type Identifier,
  type Person,
} from '../../record/index.ts';

export interface Told {
  readonly family?: string;
  readonly given?: string;
  readonly suffix?: string;
  readonly born?: string;
  readonly sex?: string;
  readonly ssn?: string;
  readonly mrn?: string;
  readonly member?: string;
  readonly street?: string;
  readonly city?: string;
  readonly zip?: string;
  readonly phone?: string;
  readonly twin?: boolean | number;
}

let last = 0;

/** A Person out of a few words, as a hospital would have registered it. */
export function person(told: Told): Person {
  const ids: (readonly [string | undefined, string, string])[] = [
    [told.ssn, 'SS', 'http://hl7.org/fhir/sid/us-ssn'],
    [told.mrn, 'MR', 'urn:oid:2.16.840.1.113883.19.5'],
    [told.member, 'MB', 'urn:oid:2.16.840.1.113883.19.9'],
  ];
  const identifiers: Identifier[] = ids.flatMap(([value, type, system]) =>
    value ? [{ value, type, system, use: null }] : [],
  );
  const given = told.given?.split(' ') ?? [];
  const name = {
    use: 'official',
    family: told.family ?? null,
    given,
    suffix: told.suffix ? [told.suffix] : [],
    text: null,
  };
  return {
    source: sourceId('test'),
    ref: resourceRef(`Patient/p${last++}`) ?? entryRef(last),
    names: told.family || told.given ? [name] : [],
    birthDate: told.born
      ? { kind: 'at', at: { from: 0, to: 1, precision: 'day', offset: null, text: told.born } }
      : undated(),
    gender: told.sex ?? 'unknown',
    identifiers,
    addresses: told.street
      ? [
          {
            lines: [told.street],
            city: told.city ?? null,
            state: null,
            postalCode: told.zip ?? null,
            country: null,
          },
        ]
      : [],
    phones: told.phone ? [told.phone] : [],
    emails: [],
    multipleBirth: told.twin ?? null,
    deceased: null,
    active: null,
    links: [],
  };
}
