/**
 * SMART App State: a small thing that an app keeps at the server, of one subject and under one code of the app's own
 * (Basic). No change without the version that it was made from.
 */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { FhirResource } from '../world/index.ts';
import type { Access } from './access.ts';
import type { FhirRequest } from './api.ts';
import { bundleReply, jsonReply, Refusal, type Reply } from './reply.ts';
import { Store, type StoredRecord } from './store.ts';

const MOST_BYTES = 256 * 1024;

export class AppState {
  readonly #base: string;
  readonly #store: Store;

  constructor(base: string, store: Store) {
    this.#base = base;
    this.#store = store;
  }

  answer(request: FhirRequest, access: Access): Reply {
    const [, id, more] = request.path.split('/');
    if (more === undefined) {
      if (id === undefined && request.method === 'GET') return this.#search(request, access);
      if (id === undefined && request.method === 'POST') return this.#create(request, access);
      if (id !== undefined && request.method === 'GET') return this.#read(id, access);
      if (id !== undefined && request.method === 'PUT') return this.#update(id, request, access);
      if (id !== undefined && request.method === 'DELETE') return this.#remove(id, request, access);
    }
    throw new Refusal(405, 'not-supported', `${request.method} ${request.path} is not offered here`);
  }

  #search({ params }: FhirRequest, access: Access): Reply {
    access.demand('Basic', 's');
    const [code, subject] = [params.get('code'), params.get('subject')];
    if (code === null || subject === null)
      throw new Refusal(400, 'required', 'state is asked for by its code and its subject');
    const found = this.#of(code, subject).filter((record) => access.sees(record, 's'));
    return bundleReply({
      total: found.length,
      self: `${this.#base}/Basic?${params.toString()}`,
      next: null,
      entries: found.map(
        ({ id, json }) =>
          `{"fullUrl":"${this.#base}/Basic/${id}","resource":${json},"search":{"mode":"match"}}`,
      ),
    });
  }

  #read(id: string, access: Access): Reply {
    access.demand('Basic', 'r');
    const record = this.#store.get('Basic', id);
    if (!record) throw new Refusal(404, 'not-found', `there is no Basic/${id}`);
    if (!access.sees(record, 'r')) throw new Refusal(403, 'forbidden', 'the token does not reach this state');
    return stateReply(200, record);
  }

  #create(request: FhirRequest, access: Access): Reply {
    access.demand('Basic', 'c');
    const state = this.#stateIn(request);
    if (state['id'] !== undefined) throw new Refusal(422, 'invalid', 'new state has no id yet');
    this.#reach(state, 'c', access);
    const condition = request.headers['if-none-exist'];
    if (typeof condition === 'string') {
      const asked = new URLSearchParams(condition);
      const [first] = this.#of(asked.get('code') ?? '', asked.get('subject') ?? '');
      if (first) return stateReply(200, first);
    }
    const record = this.#put(state, randomUUID(), 1);
    return stateReply(201, record, { Location: `${this.#base}/Basic/${record.id}/_history/1` });
  }

  #update(id: string, request: FhirRequest, access: Access): Reply {
    access.demand('Basic', 'u');
    const state = this.#stateIn(request);
    if (state['id'] !== id) throw new Refusal(422, 'invalid', 'the id is not that of the address');
    this.#reach(state, 'u', access);
    const before = this.#current(id, request, access, 'u');
    const same = (name: string) => isDeepStrictEqual(before.resource[name], state[name]);
    if (!same('code') || !same('subject'))
      throw new Refusal(412, 'conflict', 'code and subject stay as they are');
    this.#store.remove('Basic', id);
    return stateReply(200, this.#put(state, id, Number(before.version) + 1));
  }

  #remove(id: string, request: FhirRequest, access: Access): Reply {
    access.demand('Basic', 'd');
    this.#current(id, request, access, 'd');
    this.#store.remove('Basic', id);
    return { status: 204, headers: {}, body: '', bundle: null };
  }

  /** What is there now, if that is what the change was made from. What is gone can be changed by nobody. */
  #current(id: string, { headers }: FhirRequest, access: Access, verb: 'u' | 'd'): StoredRecord {
    const match = headers['if-match'];
    if (typeof match !== 'string')
      throw new Refusal(428, 'required', 'a change names the version it is made from');
    const record = this.#store.get('Basic', id);
    if (!record || match !== `W/"${record.version}"`)
      throw new Refusal(412, 'conflict', 'it has been changed since');
    if (!access.sees(record, verb))
      throw new Refusal(403, 'forbidden', 'the token does not reach this state');
    return record;
  }

  #stateIn({ body }: FhirRequest): FhirResource {
    if (Buffer.byteLength(body) > MOST_BYTES) throw new Refusal(413, 'too-long', 'state has at most 256 KB');
    let state: Basic;
    try {
      state = JSON.parse(body) as Basic;
    } catch {
      throw new Refusal(400, 'structure', 'the body is no JSON');
    }
    if (state.resourceType !== 'Basic') throw new Refusal(400, 'invalid', 'the body is no Basic');
    if (state.code?.coding?.length !== 1) throw new Refusal(422, 'invalid', 'state has exactly one code');
    if (state.subject?.reference?.startsWith(`${this.#base}/Patient/`) !== true)
      throw new Refusal(422, 'invalid', 'its subject is a patient of this server, by the full address');
    if (state.extension?.some(({ valueString }) => typeof valueString !== 'string') === true)
      throw new Refusal(422, 'invalid', 'its extensions are texts');
    return state;
  }

  #reach(state: FhirResource, verb: 'c' | 'u', access: Access): void {
    const draft = new Store([{ ...state, id: 'draft' }]).get('Basic', 'draft');
    if (!draft || !access.sees(draft, verb))
      throw new Refusal(403, 'forbidden', 'the token does not reach this subject or this code');
  }

  #put(state: FhirResource, id: string, version: number): StoredRecord {
    const meta = { versionId: String(version), lastUpdated: new Date().toISOString() };
    return this.#store.add({ ...state, id, meta });
  }

  #of(code: string, subject: string): StoredRecord[] {
    return this.#store.ofType('Basic').filter(({ resource }) => {
      const { code: own, subject: whose } = resource as Basic;
      const [coding] = own?.coding ?? [];
      return `${coding?.system ?? ''}|${coding?.code ?? ''}` === code && whose?.reference === subject;
    });
  }
}

interface Basic extends FhirResource {
  readonly code?: { readonly coding?: readonly { readonly system?: string; readonly code?: string }[] };
  readonly subject?: { readonly reference?: string };
  readonly extension?: readonly { readonly valueString?: unknown }[];
}

const stateReply = (
  status: number,
  { json, version }: StoredRecord,
  headers: Record<string, string> = {},
): Reply => jsonReply(status, json, { ETag: `W/"${version}"`, ...headers });
