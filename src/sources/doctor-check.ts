import type { Organisation } from './connection.ts';
import type { CheckCode, RemedyCode } from './doctor-words.ts';

/** One finding of the connection doctor. */
export interface Check {
  readonly area: 'address' | 'discovery' | 'sign-in' | 'identity' | 'scopes' | 'refresh' | 'cors' | 'fhir';
  /** 'bad' keeps Throughline from working; 'warning' costs something; 'unknown' could not be seen from here. */
  readonly state: 'good' | 'warning' | 'bad' | 'unknown';
  readonly code: CheckCode;
  /** What the sentence is about: addresses, versions, a technical reason. */
  readonly about: readonly string[];
  readonly remedy: RemedyCode | null;
}

export interface DoctorOptions {
  readonly fetcher: typeof fetch;
  /**
   * The origin that the app will be served from. Outside a browser it is played, so that the CORS headers can be
   * looked at; inside one (null) the browser plays its own and hides the headers.
   */
  readonly origin: string | null;
  /** As the configuration has it; without it the server is examined as one that is not configured yet. */
  readonly organisation?: Organisation;
  /** Origins that the browser was kept from asking by the site's own policy, as far as is known. */
  readonly blocked?: () => ReadonlySet<string>;
}

export const check = (
  area: Check['area'],
  state: Check['state'],
  code: CheckCode,
  about: readonly string[],
  remedy: RemedyCode | null,
): Check => ({ area, state, code, about, remedy });

export const good = (area: Check['area'], code: CheckCode, ...about: string[]): Check =>
  check(area, 'good', code, about, null);
