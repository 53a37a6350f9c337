import type { Habits } from '../habits.ts';
import type { FhirResource } from '../world/index.ts';
import { Access } from './access.ts';
import { AppState } from './app-state.ts';
import { capabilityStatement, supportedTypes, type Endpoints } from './capability.ts';
import { demandParameters, knownParameters } from './demands.ts';
import { match } from './match.ts';
import { medplumCreate } from './medplum.ts';
import { Pager, type PageRequest } from './paging.ts';
import { definedParameters } from './parameters.ts';
import { parseQuery, type Query } from './query.ts';
import { bundleReply, jsonReply, outcome, Refusal, refusalReply, renderedBody, type Reply } from './reply.ts';
import { included, search } from './search.ts';
import { Store, type StoredRecord } from './store.ts';
import { toXml } from './xml.ts';

export interface FhirRequest {
  readonly method: string;
  /** Below the base, without a leading slash: `Observation`, `Patient/7`, ''. */
  readonly path: string;
  readonly params: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  /** Asked at the address for state alone, and not at the FHIR base. */
  readonly beside?: boolean;
}

/** What a checked token says. */
export interface Bearer {
  readonly scope: string;
  readonly patient: string | null;
  readonly grant: string;
}

interface Setup {
  readonly name: string;
  readonly base: string;
  readonly resources: readonly FhirResource[];
  readonly habits: Habits;
  readonly endpoints: Endpoints;
  readonly smartConfiguration: () => string;
  /** Throws a 401 Refusal where the token does not hold. */
  readonly checkToken: (authorization: string | undefined) => Promise<Bearer>;
}

/** One organisation's FHIR API. */
export class FhirApi {
  readonly store: Store;
  readonly pager: Pager;
  readonly #setup: Setup;
  readonly #state: AppState;
  readonly #types: ReadonlySet<string>;
  readonly #found = new Map<string, readonly StoredRecord[]>();
  #foundAt = 0;

  constructor(setup: Setup) {
    this.#setup = setup;
    this.store = new Store(setup.resources);
    this.#state = new AppState(setup.base, this.store);
    this.pager = new Pager(setup.base, setup.habits);
    this.#types = supportedTypes(this.store.types);
    // Read now rather than while the first search waits.
    definedParameters('Observation');
  }

  async handle(request: FhirRequest): Promise<Reply> {
    try {
      const reply = await this.#route(request);
      return this.#dress(request, reply);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.status === 404 && this.#setup.habits.html404) return htmlNotFound();
      return this.#dress(
        request,
        refusalReply(error, this.#setup.habits.informationFirst && error.status === 400),
      );
    }
  }

  /** The FHIR type a request is about, for faults and the log. */
  typeOf(path: string, params: URLSearchParams): string {
    const page = params.get('_page');
    if (path === '' && page !== null) return this.pager.typeOf(page) ?? 'page';
    return path.split('/')[0] ?? '';
  }

  async #route(request: FhirRequest): Promise<Reply> {
    const { method, path } = request;
    if (method === 'GET' && path === 'metadata') return jsonReply(200, this.#capability());
    if (method === 'GET' && path === '.well-known/smart-configuration') {
      return {
        ...jsonReply(200, this.#setup.smartConfiguration()),
        headers: { 'Content-Type': 'application/json' },
      };
    }
    const authorization = request.headers['authorization'];
    const bearer = await this.#setup.checkToken(
      typeof authorization === 'string' ? authorization : undefined,
    );
    const access = new Access(bearer.scope, bearer.patient, this.#setup.habits, this.store);
    return this.#authorised(request, bearer, access);
  }

  #authorised(request: FhirRequest, bearer: Bearer, access: Access): Reply | Promise<Reply> {
    const { method, path, params } = request;
    const page = params.get('_page');
    if (method === 'GET' && path === '' && page !== null) return this.#resume(page, bearer, access);
    const [type = '', second, third, fourth] = path.split('/');
    const { appState } = this.#setup.habits;
    if (type === 'Basic' && appState === (request.beside === true ? 'beside' : true))
      return this.#state.answer(request, access);
    if (!this.#types.has(type)) throw new Refusal(404, 'not-supported', `this server has no ${type}`);
    if (type === 'Patient' && second === '$match' && method === 'POST') return this.#match(request, access);
    if (second === '_search' && method === 'POST') return this.#searchByPost(request, type, bearer, access);
    if (second === undefined) {
      if (method === 'GET') return this.#search(type, params, bearer, access);
      if (method === 'POST') return this.#create(request, type, access);
    }
    if (method === 'GET' && second !== undefined) {
      if (third === undefined) return this.#read(request, type, second, access);
      if (third === '$everything' && type === 'Patient')
        return this.#everything(second, params, bearer, access);
      if (third === '_history' && fourth !== undefined)
        return this.#vread(request, type, second, fourth, access);
    }
    throw new Refusal(405, 'not-supported', `${method} ${path} is not offered here`);
  }

  #capability(): string {
    const { name, base, habits, endpoints } = this.#setup;
    return capabilityStatement(name, base, this.#types, habits, endpoints);
  }

  #resume(token: string, bearer: Bearer, access: Access): Reply | Promise<Reply> {
    const { path, params, offset } = this.pager.resume(token, bearer.grant);
    params.set('_offset', String(offset));
    const [type = '', id, operation] = path.split('/');
    if (operation === '$everything' && id !== undefined) return this.#everything(id, params, bearer, access);
    return this.#search(type, params, bearer, access);
  }

  #searchByPost(request: FhirRequest, type: string, bearer: Bearer, access: Access): Promise<Reply> {
    if (!this.#setup.habits.postSearch) throw new Refusal(405, 'not-supported', 'searches are by GET here');
    const params = new URLSearchParams(request.params);
    for (const [name, value] of new URLSearchParams(request.body)) params.append(name, value);
    return this.#search(type, params, bearer, access);
  }

  async #search(type: string, given: URLSearchParams, bearer: Bearer, access: Access): Promise<Reply> {
    access.demand(type, 's');
    const params = knownParameters(type, given, this.#setup.habits);
    const query = parseQuery(type, params);
    demandParameters(query, this.#setup.habits);
    if (query.patient !== null && !access.mayAskFor(query.patient, type)) {
      throw new Refusal(403, 'forbidden', 'the token is for another patient');
    }
    const all = await this.#results(query, params);
    const found = access.seesAll(type, query.patient)
      ? all
      : all.filter((record) => access.sees(record, 's'));
    params.delete('_offset');
    const page: PageRequest = {
      path: type,
      params,
      offset: query.offset,
      grant: bearer.grant,
      count: query.count,
    };
    const bring = (matches: readonly StoredRecord[]) =>
      query.includes.length + query.revincludes.length === 0
        ? []
        : included(this.store, matches, query).filter((record) => access.sees(record, 'r'));
    return bundleReply(this.pager.page(found, page, bring, query.summaryCount));
  }

  /** Kept for the pages that follow: the same search is not done again for each. */
  async #results(query: Query, params: URLSearchParams): Promise<readonly StoredRecord[]> {
    const { sorts } = this.#setup.habits;
    const asked = new URLSearchParams(params);
    for (const name of ['_offset', '_count', '_include', '_revinclude', '_total', '_summary'])
      asked.delete(name);
    const key = `${query.type}?${asked.toString()}&${String(sorts)}`;
    if (this.#foundAt !== this.store.revision || this.#found.size > 500) this.#found.clear();
    this.#foundAt = this.store.revision;
    const known = this.#found.get(key);
    if (known) return known;
    const found = await search(this.store, sorts ? query : { ...query, sort: [] });
    this.#found.set(key, found);
    return found;
  }

  #read(request: FhirRequest, type: string, id: string, access: Access): Reply {
    access.demand(type, 'r');
    const record = this.store.get(type, id);
    if (!record) throw new Refusal(404, 'not-found', `there is no ${type}/${id}`);
    if (!access.sees(record, 'r'))
      throw new Refusal(403, 'forbidden', 'the token does not reach this resource');
    const etag = `W/"${record.version}"`;
    const headers = { ETag: etag, 'Last-Modified': new Date(record.updated).toUTCString() };
    if (request.headers['if-none-match'] === etag) return { status: 304, headers, body: '', bundle: null };
    if (type === 'Binary') {
      const raw = rawBinary(record, request.headers['accept']);
      if (raw) return { ...raw, headers: { ...raw.headers, ...headers } };
    }
    return jsonReply(200, record.json, headers);
  }

  #vread(request: FhirRequest, type: string, id: string, version: string, access: Access): Reply {
    const reply = this.#read(request, type, id, access);
    if (this.store.get(type, id)?.version !== version) {
      throw new Refusal(404, 'not-found', `there is no version ${version} of ${type}/${id}`);
    }
    return reply;
  }

  async #create(request: FhirRequest, type: string, access: Access): Promise<Reply> {
    access.demand(type, 'c');
    let resource: FhirResource;
    try {
      resource = JSON.parse(request.body) as FhirResource;
    } catch {
      throw new Refusal(400, 'structure', 'the body is no JSON');
    }
    if (resource.resourceType !== type) throw new Refusal(400, 'invalid', `the body is no ${type}`);
    const condition = request.headers['if-none-exist'];
    const { id: _given, ...fresh } = resource;
    const made = await medplumCreate(
      this.store.ofType(type),
      fresh as FhirResource,
      typeof condition === 'string' ? condition : null,
    );
    const record = this.store.get(type, made.resource.id) ?? this.store.add(made.resource);
    const headers = {
      Location: `${this.#setup.base}/${type}/${record.id}/_history/${record.version}`,
      ETag: `W/"${record.version}"`,
    };
    const status = made.created ? 201 : 200;
    const prefer = String(request.headers['prefer'] ?? '');
    if (prefer.includes('return=minimal')) return jsonReply(status, '', headers);
    if (prefer.includes('return=OperationOutcome')) {
      const done = { severity: 'information', code: 'informational', diagnostics: 'created' } as const;
      return jsonReply(status, outcome(done), headers);
    }
    return jsonReply(status, record.json, headers);
  }

  #match(request: FhirRequest, access: Access): Reply {
    if (!access.acrossPatients('Patient', 's')) {
      throw new Refusal(403, 'forbidden', '$match looks across patients and needs a user-level scope');
    }
    return bundleReply(match(this.store, this.#setup.base, request.body));
  }

  #everything(id: string, params: URLSearchParams, bearer: Bearer, access: Access): Reply {
    access.demand('Patient', 'r');
    const patient = this.store.get('Patient', id);
    if (!patient) throw new Refusal(404, 'not-found', `there is no Patient/${id}`);
    if (!access.sees(patient, 'r')) throw new Refusal(403, 'forbidden', 'the token is for another patient');
    const types = params.get('_type')?.split(',') ?? null;
    const since = Date.parse(params.get('_since') ?? '');
    const found = this.store
      .allOfPatient(id)
      .filter((record) => types === null || types.includes(record.type))
      .filter((record) => Number.isNaN(since) || record.updated > since)
      .filter((record) => access.sees(record, 'r'));
    const offset = Number(params.get('_offset') ?? '0');
    const count = params.get('_count');
    const rest = new URLSearchParams(params);
    rest.delete('_offset');
    const page: PageRequest = {
      path: `Patient/${id}/$everything`,
      params: rest,
      offset,
      grant: bearer.grant,
      count: count === null ? null : Number(count),
    };
    return bundleReply(this.pager.page(found, page, () => [], false));
  }

  /** XML for whoever does not say JSON, where that is the habit. */
  #dress(request: FhirRequest, reply: Reply): Reply {
    const accept = String(request.headers['accept'] ?? '');
    const json = accept.includes('json') || request.params.get('_format')?.includes('json') === true;
    const isFhir = (reply.headers['Content-Type'] ?? '').includes('fhir+json');
    if (!this.#setup.habits.xmlUnlessAsked || json || !isFhir) return reply;
    const body = renderedBody(reply).toString();
    return {
      status: reply.status,
      headers: { ...reply.headers, 'Content-Type': 'application/fhir+xml; charset=utf-8' },
      body: body === '' ? '' : toXml(body),
      bundle: null,
    };
  }
}

/** A Binary's bytes, unless its FHIR form is what is asked for. */
function rawBinary(record: StoredRecord, accept: string | string[] | undefined): Reply | null {
  const wanted = String(accept ?? '');
  const { contentType, data } = record.resource as { contentType?: string; data?: string };
  if (wanted.includes('fhir+json') || wanted.includes('application/json') || data === undefined) return null;
  const headers = { 'Content-Type': contentType ?? 'application/octet-stream' };
  return { status: 200, headers, body: Buffer.from(data, 'base64'), bundle: null };
}

const htmlNotFound = (): Reply => ({
  status: 404,
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body: '<!doctype html><html><head><title>404</title></head><body><h1>Not Found</h1></body></html>',
  bundle: null,
});
