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
  readonly total?: number;
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
export const fetchAndParse = (servers: readonly Server[], size: number): Promise<Measured> =>
  measured((keep) =>
    servers.flatMap((server) =>
      Object.entries(server.counts).flatMap(([type, count]) => rest(server, type, 0, count, size, keep)),
    ),
  );

/**
 * The best plan that knows nothing beforehand: a hundred of each type, and then what these say is left, in pages of a
 * size, all beside each other.
 */
export const findOutAndParse = (servers: readonly Server[], size: number): Promise<Measured> =>
  measured((keep) =>
    servers.flatMap((server) =>
      Object.keys(server.counts).map(async (type) => {
        const { total = 0 } = keep(await ask(server, type, { _count: String(FIRST) }));
        await Promise.all(rest(server, type, FIRST, total, size, keep));
      }),
    ),
  );

const FIRST = 100;

type Keep = (text: string) => Page;

/** At least one page, where nothing was asked for yet. */
function rest(
  server: Server,
  type: string,
  from: number,
  total: number,
  size: number,
  keep: Keep,
): readonly Promise<unknown>[] {
  const pages = Math.max(from === 0 ? 1 : 0, Math.ceil((total - from) / size));
  return Array.from({ length: pages }, async (_, i) =>
    keep(await ask(server, type, { _count: String(size), _offset: String(from + i * size) })),
  );
}

async function measured(load: (keep: Keep) => readonly Promise<unknown>[]): Promise<Measured> {
  kept.length = 0;
  const begin = performance.now();
  let records = 0;
  let bytes = 0;
  await Promise.all(
    load((text) => {
      const page = JSON.parse(text) as Page;
      kept.push(page);
      bytes += text.length;
      records += page.entry?.length ?? 0;
      return page;
    }),
  );
  return { ms: performance.now() - begin, records, bytes };
}

/** The plain way, which knows nothing beforehand: page after page as each one's `next` says, all types beside each other. */
export const followNext = (servers: readonly Server[], size: number): Promise<Measured> =>
  measured((keep) =>
    servers.flatMap(({ iss, patient, token, counts }) =>
      Object.keys(counts).map(async (type) => {
        let url: string | undefined =
          `${iss}/${type}?${String(new URLSearchParams({ patient, _count: String(size) }))}`;
        while (url !== undefined) {
          const response: Response = await fetch(url, {
            headers: { Authorization: `Bearer ${token}`, Accept: 'application/fhir+json' },
          });
          const page = keep(await response.text());
          url = page.link?.find(({ relation }) => relation === 'next')?.url;
        }
      }),
    ),
  );

/** One round trip: what the first facts cannot come before. */
export async function onePage(server: Server, size: number): Promise<number> {
  const begin = performance.now();
  JSON.parse(await ask(server, 'Observation', { _count: String(size) }));
  return performance.now() - begin;
}
