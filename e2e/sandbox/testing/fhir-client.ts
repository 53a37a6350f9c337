import type { SandboxOrg } from '../sandbox.ts';
import type { TokenAnswer } from './visitor.ts';

interface Entry {
  readonly fullUrl?: string;
  readonly resource: { readonly resourceType: string; readonly id: string; readonly [name: string]: unknown };
  readonly search?: { readonly mode?: string; readonly score?: number };
}

export interface BundleAnswer {
  readonly resourceType: string;
  readonly total?: number;
  readonly link: readonly { readonly relation: string; readonly url: string }[];
  readonly entry?: readonly Entry[];
}

/** Requests with a token, as an app makes them. */
export class FhirClient {
  readonly org: SandboxOrg;
  readonly headers: Record<string, string>;

  constructor(org: SandboxOrg, token: TokenAnswer, origin = 'http://app.example') {
    this.org = org;
    this.headers = {
      authorization: `Bearer ${token.access_token}`,
      accept: 'application/fhir+json',
      origin,
    };
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    const url = path.startsWith('http') ? path : `${this.org.iss}/${path}`;
    return fetch(url, { headers: { ...this.headers, ...headers } });
  }

  post(path: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.org.iss}/${path}`, {
      method: 'POST',
      headers: { ...this.headers, ...headers },
      body,
    });
  }

  async bundle(path: string): Promise<BundleAnswer> {
    const response = await this.get(path);
    const text = await response.text();
    if (response.status !== 200) throw new Error(`${response.status} ${path}: ${text}`);
    return JSON.parse(text) as BundleAnswer;
  }

  async ids(path: string): Promise<string[]> {
    return idsOf(await this.bundle(path));
  }

  /** Every page's matches, following `next` as a client must: against the URL of the page it came from. */
  async all(path: string): Promise<{ readonly ids: string[]; readonly pages: number }> {
    let url: string | null = `${this.org.iss}/${path}`;
    const ids: string[] = [];
    let pages = 0;
    while (url !== null) {
      if (++pages > 100) throw new Error('the pages do not end');
      const page: BundleAnswer = await this.bundle(url);
      ids.push(...idsOf(page));
      const next = nextOf(page);
      url = next === null ? null : new URL(next, url).href;
    }
    return { ids, pages };
  }
}

export const idsOf = (bundle: BundleAnswer): string[] =>
  (bundle.entry ?? []).filter(({ search }) => search?.mode === 'match').map(({ resource }) => resource.id);

export const nextOf = (bundle: BundleAnswer): string | null =>
  bundle.link.find(({ relation }) => relation === 'next')?.url ?? null;
