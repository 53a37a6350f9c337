import type { Language } from '../base/index.ts';
import type { SitePolicy, SourceId } from '../record/index.ts';
import type { SignInProblem } from './sign-in-problem.ts';

/** An organisation as the runtime configuration lists it. */
export interface Organisation {
  readonly id: SourceId;
  readonly name: string;
  readonly kind: 'ehr' | 'clinic' | 'hie' | 'lab' | 'payer' | 'patient' | 'other';
  /** The FHIR base URL, which is also the SMART `iss` and `aud`; no trailing slash. */
  readonly iss: string;
  readonly clientId: string;
  /** Asked for at sign-in; null asks for what the product needs. */
  readonly scopes: string | null;
  /** One or two letters and a colour of the palette: with its shape, the mark of every fact from here. */
  readonly letter: string;
  readonly colour: number;
  /** Reads without any sign-in. Only where the configuration says so, never because discovery lacks endpoints. */
  readonly open: boolean;
  /** May start this app from inside itself (EHR launch). */
  readonly launches?: boolean;
  /** The authorization server's own name; null takes what discovery says. */
  readonly issuer?: string | null;
  /** Path of a picture on this site, for the start page. */
  readonly logo?: string | null;
  /** Its server's own list of names, places and logos is read for the start page. */
  readonly brands?: boolean;
  /** Keeps the site's audit records too, on this same FHIR server: then the right to add to them is asked for. */
  readonly audits?: boolean;
  /** What a clinician decides about records may be kept on this server (SMART App State), where it offers that. */
  readonly keepsDecisions?: boolean;
  /** Where it keeps them, where that is not the FHIR base: an address of its own that takes the same requests. */
  readonly decisionsEndpoint?: string;
  /** The types that this site reads here; all that the product reads where left out. */
  readonly types?: readonly string[];
  /** Of these, the ones that are read only when somebody asks for them. */
  readonly onDemand?: readonly string[];
  /** How this server opens its records in an emergency, against a consent. */
  readonly breakGlass?: BreakGlass;
  /** Origins beside that of `iss` that sign-in talks to (the authorization server): the browser is told of them. */
  readonly origins?: readonly string[];
}

export interface BreakGlass {
  /** Asked for then, and granted by the server where it opened its records. */
  readonly scope: string;
  /** Sent along with that sign-in, as 'purpose_of_use=BTG'. */
  readonly parameters: string;
}

/** The runtime configuration, read once from `/config.json` and checked. */
export interface Configuration {
  readonly organisations: readonly Organisation[];
  /** Origins of the EHRs that may show this app inside a frame. */
  readonly frameAncestors: readonly string[];
  readonly idleMinutes: number;
  /** What the screen speaks; left out, each browser's own language where the product knows it. */
  readonly language?: Language;
  /** Minutes after which what was read is said to be old. */
  readonly staleMinutes?: number;
  readonly audit: {
    readonly endpoint: string | null;
    /** Where records cannot be delivered; 'go-on' where left out. */
    readonly whenUndelivered?: 'go-on' | 'lock';
    readonly lockAfterMinutes?: number;
  };
  readonly terminology: {
    readonly server: string | null;
    /** Paths of this site: its own ConceptMaps, the first that knows a code decides. */
    readonly conceptMaps?: readonly string[];
  };
  /** The parts of the product's policy for sensitive records that this site sets otherwise. */
  readonly policy?: Partial<SitePolicy>;
}

/** What a finished sign-in hands to the worker, once. The page keeps none of it. */
export interface SignedIn {
  readonly source: SourceId;
  readonly base: string;
  /** null for an open server. */
  readonly tokens: Tokens | null;
  /** The patient in the server's own context; null until one is found or chosen. */
  readonly patient: string | null;
  readonly encounter: string | null;
  /** What may be read: of the granted scopes, those that were asked for. */
  readonly granted: string;
  /** Where the site says what is asked for: of a type that it leaves out, nothing is read, whatever was granted. */
  readonly asked?: string;
  /** Records were asked for, and the server said what it granted: none. */
  readonly grantsNothing?: boolean;
  /** Who signed in, where the server proved it: `Practitioner/7`, or an address. */
  readonly user?: string | null;
}

export interface Tokens {
  readonly access: string;
  readonly refresh: string | null;
  /** Epoch ms by this machine's clock, from `expires_in`; null where the server did not say. */
  readonly expiresAt: number | null;
  readonly tokenEndpoint: string;
  readonly revocationEndpoint: string | null;
  readonly clientId: string;
}

/** How a connection stands, without a secret: what the page may know. */
export type ConnectionState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'signing-in' }
  | {
      readonly kind: 'connected';
      readonly since: number;
      readonly expiresAt: number | null;
      readonly granted: string;
    }
  | { readonly kind: 'expired' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'failed'; readonly problem: SignInProblem };
