import FHIR from 'fhirclient';
import type { Measured, Server } from './fetch-and-parse.ts';

interface Page {
  readonly entry?: readonly unknown[];
}

/** As its documentation says to read everything: `pageLimit: 0`, all types beside each other. */
export async function withFhirclient(servers: readonly Server[]): Promise<Measured> {
  const begin = performance.now();
  let records = 0;
  const reads = servers.flatMap(({ iss, patient, token, counts }) => {
    const client = FHIR.client({
      serverUrl: iss,
      tokenResponse: { access_token: token, token_type: 'Bearer' },
    });
    return Object.keys(counts).map(async (type) => {
      const pages = await client
        .request<readonly Page[]>(`${type}?patient=${patient}`, { pageLimit: 0 })
        // A type that the server does not have.
        .catch((error: { status?: number }) => (error.status === 404 ? [] : Promise.reject(error)));
      for (const page of pages) records += page.entry?.length ?? 0;
    });
  });
  await Promise.all(reads);
  return { ms: performance.now() - begin, records, bytes: NaN };
}
