import type { OrgKey } from './world/index.ts';

/** How these servers let an app ask for what a consent hides, in an emergency. */
export const BREAK_GLASS = { scope: 'btg', parameters: 'purpose_of_use=BTG' };

/**
 * What one server does that another does not. Every habit was seen in the field; each has a test. They are read
 * at every request, so a test may change one on a running sandbox.
 */
export interface Habits {
  /** RFC 9207: the callback (and discovery) carry `iss`. */
  issInCallback: boolean;
  /** Takes the authorization request as a form too, and says so. */
  authorizePost: boolean;
  scopes: 'v1' | 'v2';
  accessTokenSeconds: number;
  /** rotate: a new refresh token each time; keep: the old one stays good and is not sent again. */
  refresh: 'rotate' | 'keep' | 'none';
  /** The EHR has signed its clinician in already: a launch asks nothing more. */
  launchSignsIn: boolean;

  defaultPage: number;
  /** Larger `_count`s are silently cut to this. */
  maxPage: number;
  next: 'absolute' | 'relative' | 'opaque';
  /** A `next` older than this answers 410. */
  nextExpiresMs: number | null;
  /** The last full page points to one more, empty. */
  phantomNext: boolean;
  /** `+` in next links is left unencoded, so that a strict reader sees a space. */
  rawPlusInNext: boolean;
  /** Paging beyond this offset is refused. */
  maxOffset: number | null;
  total: 'exact' | 'missing' | 'estimate' | 'page';
  emptySearch: 'empty' | 'outcome';
  observationNeedsCategory: boolean;
  /** Types whose searches are refused without a status. */
  statusNeeded: readonly string[];
  unknownParams: 'refuse-400' | 'refuse-422' | 'ignore';
  /** The first issue of an error is informational; the real one comes second. */
  informationFirst: boolean;
  postSearch: boolean;
  /** Honours `_sort`. */
  sorts: boolean;
  xmlUnlessAsked: boolean;
  html404: boolean;
  /** Seconds a browser may remember a preflight; null sends no Access-Control-Max-Age. */
  preflightMaxAge: number | null;
  /** A 401 carries CORS headers; without them a browser sees only a network error. */
  corsOn401: boolean;
  /** Very restricted records are given only to a sign-in for an emergency (scope `btg`, purpose_of_use BTG). */
  breakGlass: boolean;
  /** Keeps what an app wants to find again (SMART App State): at the FHIR base, or at an address of its own only. */
  appState: boolean | 'beside';
  capability: 'true' | 'understates' | 'overstates';
}

const PLAIN: Habits = {
  issInCallback: true,
  authorizePost: true,
  scopes: 'v2',
  accessTokenSeconds: 3600,
  refresh: 'rotate',
  launchSignsIn: true,
  defaultPage: 100,
  maxPage: 1000,
  next: 'absolute',
  nextExpiresMs: null,
  phantomNext: false,
  rawPlusInNext: false,
  maxOffset: null,
  total: 'exact',
  emptySearch: 'empty',
  observationNeedsCategory: false,
  statusNeeded: [],
  unknownParams: 'refuse-400',
  informationFirst: false,
  postSearch: true,
  sorts: true,
  xmlUnlessAsked: false,
  html404: false,
  preflightMaxAge: 600,
  corsOn401: true,
  breakGlass: false,
  appState: false,
  capability: 'true',
};

const HABITS: Readonly<Record<OrgKey, Partial<Habits>>> = {
  // A modern EHR: v2 scopes, `iss` in the callback, searches by POST, large pages, a place for an app's own state.
  general: { appState: true },
  // A clinic's older product: v1 scopes, pages of 50, relative links, strict about parameters.
  riverside: {
    issInCallback: false,
    authorizePost: false,
    scopes: 'v1',
    refresh: 'keep',
    defaultPage: 50,
    maxPage: 200,
    next: 'relative',
    total: 'missing',
    unknownParams: 'refuse-422',
    postSearch: false,
    capability: 'understates',
    preflightMaxAge: null,
  },
  // An exchange in front of many systems: tokens of minutes, cursors, a category demanded, remarks among results.
  county: {
    accessTokenSeconds: 300,
    defaultPage: 100,
    maxPage: 500,
    next: 'opaque',
    nextExpiresMs: 10 * 60_000,
    total: 'page',
    emptySearch: 'outcome',
    observationNeedsCategory: true,
    informationFirst: true,
    xmlUnlessAsked: true,
    html404: true,
    breakGlass: true,
  },
  // A laboratory's portal: no refresh, parameters it does not know ignored, small pages, an optimistic statement.
  valley: {
    issInCallback: false,
    authorizePost: false,
    refresh: 'none',
    defaultPage: 20,
    maxPage: 100,
    total: 'estimate',
    unknownParams: 'ignore',
    postSearch: false,
    sorts: false,
    phantomNext: true,
    corsOn401: false,
    preflightMaxAge: null,
    capability: 'overstates',
  },
};

export const habitsOf = (org: OrgKey): Habits => ({ ...PLAIN, ...HABITS[org] });
