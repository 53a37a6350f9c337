/** A person, organisation, place or device as named in a resource. */
export interface Party {
  readonly name: string | null;
  /** The reference as written (`Practitioner/7`, `#contained`), so that a name can be found for it later. */
  readonly ref: string | null;
  /** 'performer', 'author', 'recorder', 'location', …; the FHIR element or role that names them. */
  readonly role: string;
}

export interface Note {
  readonly text: string;
  readonly author: string | null;
  readonly time: string | null;
}

export interface Identifier {
  readonly system: string | null;
  readonly value: string;
  /** v2-0203 or the like: 'MR', 'SS', 'VN'. */
  readonly type: string | null;
  readonly use: string | null;
}
