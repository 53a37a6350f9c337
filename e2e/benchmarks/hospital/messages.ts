export type Ask =
  | {
      readonly kind: 'open';
      readonly records: number;
      readonly http2: boolean;
      readonly appDir: string;
      /** Organisations beside the four, each with the records of one of them. */
      readonly further: number;
    }
  | { readonly kind: 'latency'; readonly ms: number; readonly preflightMs: number }
  | { readonly kind: 'hold' }
  | { readonly kind: 'release' }
  | { readonly kind: 'requests' }
  | { readonly kind: 'stop' };

export interface Organisation {
  readonly key: string;
  readonly name: string;
  readonly iss: string;
  readonly patient: string;
  readonly token: string;
  /** Records of the patient, by type. */
  readonly counts: Readonly<Record<string, number>>;
}

export interface Opened {
  readonly app: string;
  readonly launch: string;
  readonly organisations: readonly Organisation[];
}

export interface Requested {
  readonly org: string;
  readonly method: string;
  readonly type: string;
  readonly authorization: boolean;
}

export type Told =
  | { readonly kind: 'opened'; readonly opened: Opened }
  | { readonly kind: 'done' }
  /** Absolute ms, by this machine's clock. */
  | { readonly kind: 'released'; readonly at: number }
  | { readonly kind: 'requests'; readonly requests: readonly Requested[] };
