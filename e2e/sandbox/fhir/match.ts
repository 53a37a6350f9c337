import { Refusal, type BundleParts } from './reply.ts';
import type { Store, StoredRecord } from './store.ts';

interface Asked {
  readonly patient: Demographics;
  readonly onlyCertain: boolean;
  readonly count: number;
}

interface Demographics {
  readonly name?: readonly { readonly family?: string; readonly given?: readonly string[] }[];
  readonly birthDate?: string;
  readonly gender?: string;
  readonly identifier?: readonly { readonly system?: string; readonly value?: string }[];
  readonly telecom?: readonly { readonly value?: string }[];
  readonly address?: readonly { readonly postalCode?: string; readonly line?: readonly string[] }[];
}

/** `Patient/$match`: scored the simple way a registry does, the best first. */
export function match(store: Store, base: string, body: string): BundleParts {
  const asked = parameters(body);
  const scored = store
    .ofType('Patient')
    .map((record) => ({
      record,
      score: score(asked.patient, record.resource as unknown as Demographics),
    }))
    .filter(({ score: s }) => s >= (asked.onlyCertain ? CERTAIN : POSSIBLE))
    .sort((a, b) => b.score - a.score || a.record.order - b.record.order)
    .slice(0, asked.count);
  return {
    total: scored.length,
    self: `${base}/Patient/$match`,
    next: null,
    entries: scored.map(({ record, score: s }) => entry(base, record, s)),
  };
}

const CERTAIN = 0.95;
const POSSIBLE = 0.4;

function parameters(body: string): Asked {
  let parsed: { parameter?: readonly Record<string, unknown>[] };
  try {
    parsed = JSON.parse(body) as typeof parsed;
  } catch {
    throw new Refusal(400, 'structure', 'the body is no JSON');
  }
  const named = (name: string) => parsed.parameter?.find((one) => one['name'] === name);
  const patient = named('resource')?.['resource'] as Demographics | undefined;
  if (!patient) throw new Refusal(400, 'required', 'Parameters.resource is missing');
  return {
    patient,
    onlyCertain: named('onlyCertainMatches')?.['valueBoolean'] === true,
    count: Number(named('count')?.['valueInteger'] ?? 10),
  };
}

const plain = (text: string | undefined): string => (text ?? '').trim().toLowerCase();

function score(a: Demographics, b: Demographics): number {
  const shares = <T>(x: readonly T[] | undefined, y: readonly T[] | undefined, key: (one: T) => string) => {
    const keys = new Set((x ?? []).map(key).filter(Boolean));
    return (y ?? []).some((one) => keys.has(key(one)));
  };
  let sum = 0;
  if (shares(a.name, b.name, (name) => plain(name.family))) sum += 0.25;
  if (shares(a.name, b.name, (name) => plain(name.given?.[0]))) sum += 0.2;
  if (a.birthDate !== undefined && a.birthDate === b.birthDate) sum += 0.3;
  if (a.gender !== undefined && a.gender === b.gender) sum += 0.05;
  if (shares(a.telecom, b.telecom, (one) => plain(one.value))) sum += 0.08;
  if (shares(a.address, b.address, (one) => plain(`${one.line?.[0] ?? ''}${one.postalCode ?? ''}`)))
    sum += 0.08;
  const identifier = (one: { system?: string; value?: string }) =>
    plain(`${one.system ?? ''}|${one.value ?? ''}`);
  if (shares(a.identifier, b.identifier, identifier)) sum += 0.4;
  return Math.min(1, Math.round(sum * 100) / 100);
}

function entry(base: string, record: StoredRecord, value: number): string {
  const grade = value >= CERTAIN ? 'certain' : value >= 0.7 ? 'probable' : 'possible';
  const search = {
    extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/match-grade', valueCode: grade }],
    mode: 'match',
    score: value,
  };
  return `{"fullUrl":"${base}/Patient/${record.id}","resource":${record.json},"search":${JSON.stringify(search)}}`;
}
