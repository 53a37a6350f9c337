/**
 * A real FHIR server over node:http for tests, with habits by switch and faults by request. Not the sandbox: small,
 * quick to start, and able to misbehave at an exact request.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface TestResource {
  resourceType: string;
  id?: string;
  [element: string]: unknown;
}

export interface Habits {
  readonly pageSize: number;
  /** The most that `_count` may ask for. */
  readonly countCap: number;
  readonly total: 'exact' | 'page' | 'none' | 'counting-only' | 'estimate';
  /** Parameters that are dropped without a word. */
  readonly ignores: readonly string[];
  /** Paging beyond this offset is refused. */
  readonly maxOffset: number;
  /** What an error looks like. */
  readonly errors: 'outcome' | 'information-first' | 'web-page' | 'text';
  /** Parameters that are answered with 400. */
  readonly rejects: readonly string[];
  /** Types whose search is refused without a category. */
  readonly needsCategory: readonly string[];
  /** Without a category, only these are answered. */
  readonly plainOnly: readonly string[];
  readonly needsStatus: readonly string[];
  readonly relativeNext: boolean;
  /** The place where `next` goes on is hidden in a token. */
  readonly opaqueNext: boolean;
  readonly phantomNext: boolean;
  readonly emptyPageBefore: number;
  readonly sorts: boolean;
  readonly posts: boolean;
  readonly revinclude: boolean;
  readonly ignoresPatient: readonly string[];
  /** null: every type is listed. */
  readonly lists: readonly string[] | null;
  readonly fhirVersion: string;
  /** Types that the server knows. null: all. */
  readonly serves: readonly string[] | null;
  readonly bom: boolean;
  readonly contentType: string;
  readonly plusInNext: boolean;
  readonly emptyIsOutcome: boolean;
  readonly selfLink: boolean;
  readonly overCap: 'clamp' | 'refuse';
  /** Added to what the server counts: a count that is wrong. */
  readonly miscounts: number;
}

const HABITS: Habits = {
  pageSize: 20,
  countCap: 1000,
  total: 'exact',
  rejects: [],
  ignores: [],
  maxOffset: Infinity,
  errors: 'outcome',
  needsCategory: [],
  plainOnly: [],
  needsStatus: [],
  relativeNext: false,
  opaqueNext: false,
  phantomNext: false,
  emptyPageBefore: -1,
  sorts: true,
  posts: true,
  revinclude: true,
  ignoresPatient: [],
  lists: null,
  fhirVersion: '4.0.1',
  serves: null,
  bom: false,
  contentType: 'application/fhir+json;charset=utf-8',
  plusInNext: false,
  emptyIsOutcome: false,
  selfLink: true,
  overCap: 'clamp',
  miscounts: 0,
};

export interface Asked {
  /** 0 for the first FHIR request; token requests are not counted. */
  readonly index: number;
  readonly method: string;
  readonly path: string;
  readonly params: URLSearchParams;
  readonly token: string | null;
  readonly accept: string;
}

/** Answers in place of the server; undefined lets it answer by itself. */
export type Fault = (request: Asked, response: ServerResponse, honest: () => string) => boolean;

export interface ServerOptions {
  readonly resources: readonly TestResource[];
  readonly habits?: Partial<Habits>;
  readonly fault?: Fault;
  readonly auth?: Auth;
}

/** An authorization server of few words. */
interface Auth {
  readonly lifetimeSeconds: number;
  readonly rotates: boolean;
  /** The scope that the nth refresh answers with; undefined leaves it out, which means: as before. */
  readonly narrowedTo?: (n: number) => string | undefined;
  /** Overrides the answer to the nth refresh, from 0. */
  readonly onRefresh?: (n: number, response: ServerResponse) => boolean;
  readonly refreshDelayMs?: number;
}

export interface TestServer {
  readonly base: string;
  readonly origin: string;
  readonly log: Asked[];
  readonly tokens: {
    valid: Set<string>;
    refresh: Set<string>;
    refreshes: number;
    reused: number;
    revoked: string[];
  };
  highest: number;
  close(): Promise<void>;
}

export async function startServer(options: ServerOptions): Promise<TestServer> {
  const habits = { ...HABITS, ...options.habits };
  const sockets = new Set<Socket>();
  let index = 0;
  let open = 0;
  const server = createServer((request, response) => {
    void handle(request, response);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const self: TestServer = {
    base: `${origin}/fhir`,
    origin,
    log: [],
    tokens: { valid: new Set(), refresh: new Set(), refreshes: 0, reused: 0, revoked: [] },
    highest: 0,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin);
    const body = await read(request);
    if (url.pathname === '/token') return token(options.auth, self, new URLSearchParams(body), response);
    if (url.pathname === '/revoke') {
      self.tokens.revoked.push(new URLSearchParams(body).get('token') ?? '');
      response.writeHead(200).end();
      return;
    }
    const isForm = (request.headers['content-type'] ?? '').includes('form');
    const params = new URLSearchParams(url.search);
    if (isForm) for (const [name, value] of new URLSearchParams(body)) params.append(name, value);
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? null;
    const asked: Asked = {
      index: index++,
      method: request.method ?? 'GET',
      path: url.pathname.replace(/^\/fhir\/?/, '').replace(/\/_search$/, ''),
      params,
      token: bearer,
      accept: request.headers.accept ?? '',
    };
    self.log.push(asked);
    self.highest = Math.max(self.highest, ++open);
    response.on('close', () => open--);
    const honest = () => JSON.stringify(answer(habits, options.resources, self.base, asked).body);
    if (options.fault?.(asked, response, honest)) return;
    if (options.auth && (bearer === null || !self.tokens.valid.has(bearer))) {
      response.writeHead(401, { 'www-authenticate': 'Bearer' }).end();
      return;
    }
    const { status, body: json } = answer(habits, options.resources, self.base, asked);
    const plain = status < 400 ? null : ERRORS[habits.errors];
    if (plain) {
      response.writeHead(status, { 'content-type': plain.type }).end(plain.body);
      return;
    }
    response.writeHead(status, { 'content-type': habits.contentType });
    response.end((habits.bom ? '\ufeff' : '') + JSON.stringify(json));
  }
  return self;
}

const read = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

function token(
  auth: Auth | undefined,
  self: TestServer,
  form: URLSearchParams,
  response: ServerResponse,
): void {
  const say = (status: number, json: unknown) =>
    setTimeout(
      () => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json)),
      auth?.refreshDelayMs ?? 0,
    );
  const n = self.tokens.refreshes++;
  if (auth?.onRefresh?.(n, response)) return;
  const presented = form.get('refresh_token') ?? '';
  if (!auth || !self.tokens.refresh.has(presented)) {
    self.tokens.reused++;
    say(400, { error: 'invalid_grant' });
    return;
  }
  const access = `access-${n + 1}`;
  self.tokens.valid.add(access);
  const json: Record<string, unknown> = {
    access_token: access,
    token_type: 'Bearer',
    expires_in: auth.lifetimeSeconds,
  };
  const scope = auth.narrowedTo?.(n);
  if (scope !== undefined) json['scope'] = scope;
  if (auth.rotates) {
    self.tokens.refresh.delete(presented);
    self.tokens.refresh.add(`refresh-${n + 1}`);
    json['refresh_token'] = `refresh-${n + 1}`;
  }
  say(200, json);
}

interface Said {
  readonly status: number;
  readonly body: unknown;
}

export const outcome = (severity: string, code: string, text: string) => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity, code, details: { text } }],
});
const ERRORS: Readonly<Record<Habits['errors'], { readonly type: string; readonly body: string } | null>> = {
  outcome: null,
  'information-first': {
    type: 'application/fhir+json',
    body: JSON.stringify({
      resourceType: 'OperationOutcome',
      issue: [
        { severity: 'information', code: 'informational', details: { text: 'Content has been received' } },
        { severity: 'fatal', code: 'invalid', details: { text: 'the request is not understood' } },
      ],
    }),
  },
  'web-page': { type: 'text/html', body: '<!DOCTYPE html><html><body><h1>Not Found</h1></body></html>' },
  text: { type: 'text/plain', body: 'ERR-4711: contact your administrator' },
};

const refuse = (status: number, text: string): Said => ({ status, body: outcome('error', 'invalid', text) });

function answer(habits: Habits, resources: readonly TestResource[], base: string, asked: Asked): Said {
  const [type = '', second] = asked.path.split('/');
  if (type === 'metadata') return { status: 200, body: capability(habits) };
  if (habits.serves && !habits.serves.includes(type)) return refuse(404, 'Unknown resource type');
  if (second === '$match')
    return { status: 200, body: bundle(resources.filter((r) => r.resourceType === 'Patient')) };
  if (second !== undefined) {
    const found = resources.find((r) => r.resourceType === type && r.id === decodeURIComponent(second));
    return found ? { status: 200, body: found } : refuse(404, 'Not found');
  }
  if (second === undefined && asked.method === 'POST' && !habits.posts)
    return refuse(405, 'no POST searches');
  return search(habits, resources, base, type, asked);
}

const capability = (habits: Habits) => ({
  resourceType: 'CapabilityStatement',
  fhirVersion: habits.fhirVersion,
  rest: habits.lists ? [{ mode: 'server', resource: habits.lists.map((type) => ({ type })) }] : [],
});

const bundle = (resources: readonly TestResource[]) => ({
  resourceType: 'Bundle',
  type: 'searchset',
  entry: resources.map((resource) => ({ resource })),
});

const codesOf = (resource: TestResource): readonly string[] =>
  ((resource['category'] ?? []) as { coding: { code: string }[] }[]).flatMap((c) =>
    c.coding.map((d) => d.code),
  );

const dateOf = (resource: TestResource): string | null => {
  for (const name of ['effectiveDateTime', 'date', 'authoredOn', 'occurrenceDateTime', 'performedDateTime'])
    if (typeof resource[name] === 'string') return resource[name];
  return (resource['period'] as { start?: string } | undefined)?.start ?? null;
};

const patientOf = (resource: TestResource): string | null => {
  const subject = (resource['subject'] ??
    resource['patient'] ??
    resource['beneficiary'] ??
    resource['for']) as { reference?: string } | undefined;
  return subject?.reference?.split('/').pop() ?? null;
};

function search(
  habits: Habits,
  resources: readonly TestResource[],
  base: string,
  type: string,
  asked: Asked,
): Said {
  const token = asked.params.get('_page');
  const params = new URLSearchParams(
    [...(token === null ? asked.params : new URLSearchParams(atob(token)))].filter(
      ([name]) => !habits.ignores.includes(name.split(':')[0] ?? ''),
    ),
  );
  for (const name of habits.rejects)
    if (params.has(name)) return refuse(400, `Unknown search parameter ${name}`);
  const category = params.get('category');
  if (habits.needsCategory.includes(type) && category === null) return refuse(400, 'a category is required');
  if (habits.needsStatus.includes(type) && !params.has('status')) return refuse(400, 'status is required');
  const wantedCount = Number(params.get('_count') ?? habits.pageSize);
  if (wantedCount > habits.countCap && habits.overCap === 'refuse') return refuse(400, '_count is too large');
  const found = filtered(habits, resources, type, params);
  const count = Math.min(wantedCount, habits.countCap, params.has('_count') ? Infinity : habits.pageSize);
  const offset = Number(params.get('_offset') ?? 0);
  if (offset > habits.maxOffset) return refuse(400, `offsets end at ${habits.maxOffset}`);
  if (params.get('_summary') === 'count' && habits.total !== 'page')
    return {
      status: 200,
      body: {
        resourceType: 'Bundle',
        type: 'searchset',
        ...(habits.total === 'none' ? {} : { total: found.length + habits.miscounts }),
      },
    };
  const isGap = habits.emptyPageBefore >= 0 && offset === habits.emptyPageBefore && !params.has('gap');
  const page = isGap ? [] : found.slice(offset, offset + count);
  const along =
    habits.revinclude && params.get('_revinclude') === 'Provenance:target'
      ? provenanceOf(resources, page)
      : [];
  const isMore = habits.phantomNext ? offset < found.length : offset + count < found.length;
  const link: { relation: string; url: string }[] = [];
  if (habits.selfLink)
    link.push({ relation: 'self', url: `${base}/${type}?${selfParams(habits, type, params).toString()}` });
  if (isMore || isGap) {
    const next = new URLSearchParams(params);
    next.set('_offset', String(isGap ? offset : offset + count));
    if (isGap) next.set('gap', '1');
    if (habits.plusInNext) next.set('_zone', '2020-01-01T00:00:00+01:00');
    const whole = habits.plusInNext ? next.toString().replaceAll('%2B', '+') : next.toString();
    const query = habits.opaqueNext ? `_page=${encodeURIComponent(btoa(whole))}` : whole;
    link.push({ relation: 'next', url: habits.relativeNext ? `?${query}` : `${base}/${type}?${query}` });
  }
  if (habits.plusInNext && (params.get('_zone') ?? '').includes(' ')) return refuse(400, 'Invalid date');
  const entry: unknown[] = [...page, ...along].map((resource) => ({
    fullUrl: `${base}/${resource.resourceType}/${resource.id ?? ''}`,
    resource,
    search: { mode: along.includes(resource) ? 'include' : 'match' },
  }));
  if (habits.emptyIsOutcome && found.length === 0)
    entry.push({ resource: outcome('warning', 'processing', 'Resource request returns no results.') });
  const total =
    habits.total === 'exact'
      ? { total: found.length }
      : habits.total === 'page'
        ? { total: page.length }
        : habits.total === 'estimate'
          ? { total: isMore ? Math.ceil(found.length / 50) * 50 + 50 : found.length }
          : {};
  return { status: 200, body: { resourceType: 'Bundle', type: 'searchset', ...total, link, entry } };
}

function selfParams(habits: Habits, type: string, params: URLSearchParams): URLSearchParams {
  const self = new URLSearchParams(params);
  if (habits.ignoresPatient.includes(type)) self.delete('patient');
  if (!habits.revinclude) self.delete('_revinclude');
  return self;
}

function filtered(
  habits: Habits,
  resources: readonly TestResource[],
  type: string,
  params: URLSearchParams,
): TestResource[] {
  const patient = params.get('patient') ?? params.get('subject')?.split('/').pop() ?? null;
  const ids = params.get('_id')?.split(',');
  const categories = params.get('category')?.split(',');
  const targets = params.get('target')?.split(',');
  const ignores = params.has('patient') && habits.ignoresPatient.includes(type);
  const found = resources.filter((r) => {
    if (r.resourceType !== type) return false;
    if (
      patient !== null &&
      !ignores &&
      patientOf(r) !== patient &&
      !(type === 'Provenance' && r['ofPatient'] === patient)
    )
      return false;
    if (ids && !ids.includes(r.id ?? '')) return false;
    if (targets && !targets.includes((r['target'] as { reference: string }[])[0]?.reference ?? ''))
      return false;
    if (categories && !codesOf(r).some((code) => categories.includes(code))) return false;
    if (!categories && habits.plainOnly.length > 0 && type === 'Observation')
      if (!codesOf(r).some((code) => habits.plainOnly.includes(code))) return false;
    if (params.has('date:missing')) return dateOf(r) === null;
    return params.getAll('date').every((range) => inRange(dateOf(r), range));
  });
  if (habits.sorts && params.get('_sort')?.startsWith('-'))
    found.sort((a, b) => (dateOf(b) ?? '').localeCompare(dateOf(a) ?? ''));
  return found;
}

/** A date is an interval, as wide as its precision; a bound is a moment. */
function inRange(date: string | null, range: string): boolean {
  const match = /^(ge|lt)(.+)$/.exec(range);
  if (!match || date === null) return false;
  const start = Date.parse(date);
  const end = start + (date.length <= 10 ? 86_400_000 : 1_000);
  const bound = Date.parse(match[2] ?? '');
  return match[1] === 'ge' ? end > bound : start < bound;
}

const provenanceOf = (resources: readonly TestResource[], page: readonly TestResource[]): TestResource[] =>
  resources.filter(
    (r) =>
      r.resourceType === 'Provenance' &&
      page.some(
        (p) => (r['target'] as { reference: string }[])[0]?.reference === `${p.resourceType}/${p.id}`,
      ),
  );
