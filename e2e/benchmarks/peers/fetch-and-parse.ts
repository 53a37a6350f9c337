/** Bytes and `JSON.parse`, and nothing else. */

export interface Server {
  readonly iss: string;
  readonly patient: string;
  readonly token: string;
  /** Every type to ask for, with how many records there are. */
  readonly counts: Readonly<Record<string, number>>;
}

export interface Measured {
  readonly ms: number;
  readonly records: number;
  readonly bytes: number;
}

interface Page {
  readonly entry?: readonly unknown[];
  readonly link?: readonly { readonly relation: string; readonly url: string }[];
}

const kept: unknown[] = [];

const ask = async (server: Server, type: string, form: Record<string, string>): Promise<string> => {
  const response = await fetch(`${server.iss}/${type}/_search`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${server.token}`,
      Accept: 'application/fhir+json',
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ patient: server.patient, ...form }),
  });
  return response.text();
};

/**
 * The best plan, by somebody who knows beforehand how many records there are of what: pages of a size, all beside each
 * other; a URL a type, so that there is one preflight a type.
 */
export async function fetchAndParse(servers: readonly Server[], size: number): Promise<Measured> {
  kept.length = 0;
  const begin = performance.now();
  let records = 0;
  let bytes = 0;
  const pages = servers.flatMap((server) =>
    Object.entries(server.counts).flatMap(([type, count]) =>
      Array.from({ length: Math.max(1, Math.ceil(count / size)) }, async (_, i) => {
        const text = await ask(server, type, { _count: String(size), _offset: String(i * size) });
        const page = JSON.parse(text) as Page;
        kept.push(page);
        bytes += text.length;
        records += page.entry?.length ?? 0;
      }),
    ),
  );
  await Promise.all(pages);
  return { ms: performance.now() - begin, records, bytes };
}

/** The plain way, which knows nothing beforehand: page after page as each one's `next` says, all types beside each other. */
export async function followNext(servers: readonly Server[], size: number): Promise<Measured> {
  kept.length = 0;
  const begin = performance.now();
  let records = 0;
  let bytes = 0;
  const chains = servers.flatMap(({ iss, patient, token, counts }) =>
    Object.keys(counts).map(async (type) => {
      let url: string | undefined =
        `${iss}/${type}?${String(new URLSearchParams({ patient, _count: String(size) }))}`;
      while (url !== undefined) {
        const response: Response = await fetch(url, {
          headers: { Authorization: `Bearer ${token}`, Accept: 'application/fhir+json' },
        });
        const text = await response.text();
        const page = JSON.parse(text) as Page;
        kept.push(page);
        bytes += text.length;
        records += page.entry?.length ?? 0;
        url = page.link?.find(({ relation }) => relation === 'next')?.url;
      }
    }),
  );
  await Promise.all(chains);
  return { ms: performance.now() - begin, records, bytes };
}

/** One round trip: what the first facts cannot come before. */
export async function onePage(server: Server, size: number): Promise<number> {
  const begin = performance.now();
  JSON.parse(await ask(server, 'Observation', { _count: String(size) }));
  return performance.now() - begin;
}
