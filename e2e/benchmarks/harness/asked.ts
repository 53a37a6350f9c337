import type { Organisation } from '../hospital/index.ts';
import type { Server } from '../peers/fetch-and-parse.ts';
import type { Loaded } from './loading.ts';

/** Who is measured beside the product reads the same types: also those of which a server holds nothing. */
export function serversOf(organisations: readonly Organisation[], loaded: Loaded): readonly Server[] {
  const types = typesAsked(loaded);
  return organisations.map(({ key, iss, patient, token, counts }) => ({
    iss,
    patient,
    token,
    counts: Object.fromEntries([...(types.get(key) ?? [])].map((type) => [type, counts[type] ?? 0])),
  }));
}

function typesAsked({ requests }: Loaded): ReadonlyMap<string, ReadonlySet<string>> {
  const asked = new Map<string, Set<string>>();
  for (const { org, method, type } of requests) {
    if (method === 'OPTIONS' || NOT_SEARCHED.has(type) || !/^[A-Z]/.test(type)) continue;
    asked.set(org, (asked.get(org) ?? new Set()).add(type));
  }
  return asked;
}

/** Read one by one, or looked up for what was read. */
const NOT_SEARCHED: ReadonlySet<string> = new Set([
  'Patient',
  'Organization',
  'Practitioner',
  'Location',
  'Medication',
]);
