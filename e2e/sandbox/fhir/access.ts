import { BREAK_GLASS, type Habits } from '../habits.ts';
import { Refusal } from './reply.ts';
import { indexedParameters } from './parameters.ts';
import { tokenTest } from './search.ts';
import { isPatientBound, tokensOf, type Store, type StoredRecord } from './store.ts';

type Verb = 'c' | 'r' | 'u' | 'd' | 's';

interface Scope {
  readonly context: 'patient' | 'user' | 'system';
  readonly type: string;
  readonly verbs: string;
  /** `category=…` of a granular scope. */
  readonly where: readonly (readonly [name: string, value: string])[];
}

const V1 = /^(patient|user|system)\/([A-Za-z]+|\*)\.(read|write|\*)$/;
const V2 = /^(patient|user|system)\/([A-Za-z]+|\*)\.(c?r?u?d?s?)(?:\?(.+))?$/;

/** One SMART clinical scope of either version; null for anything else (openid, launch, nonsense). */
export function parseScope(text: string, version: 'v1' | 'v2'): Scope | null {
  const v1 = V1.exec(text);
  if (v1) {
    const verbs = v1[3] === 'read' ? 'rs' : v1[3] === 'write' ? 'cud' : 'cruds';
    return { context: v1[1] as Scope['context'], type: v1[2] ?? '', verbs, where: [] };
  }
  if (version === 'v1') return null;
  const v2 = V2.exec(text);
  if (!v2 || v2[3] === '') return null;
  const where = [...new URLSearchParams(v2[4] ?? '')];
  return { context: v2[1] as Scope['context'], type: v2[2] ?? '', verbs: v2[3] ?? '', where };
}

/** What a token lets its bearer do. */
export class Access {
  readonly #scopes: readonly Scope[];
  readonly #patients: ReadonlySet<string>;
  readonly patient: string | null;

  /** False where very restricted records are kept from this token. */
  readonly #seesVeryRestricted: boolean;

  constructor(
    scope: string,
    patient: string | null,
    { scopes: version, breakGlass }: Pick<Habits, 'scopes' | 'breakGlass'>,
    store: Store,
  ) {
    this.#seesVeryRestricted = !breakGlass || scope.split(' ').includes(BREAK_GLASS.scope);
    this.#scopes = scope
      .split(' ')
      .map((text) => parseScope(text, version))
      .filter((parsed) => parsed !== null);
    this.patient = patient;
    this.#patients = patient === null ? new Set() : store.samePerson(patient);
  }

  may(type: string, verb: Verb): boolean {
    return this.#granting(type, verb).length > 0;
  }

  /** Throws 403 unless some scope names the type and the verb. */
  demand(type: string, verb: Verb): void {
    if (this.may(type, verb)) return;
    throw new Refusal(403, 'forbidden', `the token has no scope to ${VERBS[verb]} ${type}`, {
      'WWW-Authenticate': 'Bearer error="insufficient_scope"',
    });
  }

  /** Beyond one patient's record, by a user-level scope. */
  acrossPatients(type: string, verb: Verb): boolean {
    return this.#granting(type, verb).some((scope) => scope.context !== 'patient');
  }

  mayAskFor(patient: string, type: string): boolean {
    return this.#patients.has(patient) || this.acrossPatients(type, 's');
  }

  /** True where no resource of the type needs to be looked at one by one. */
  seesAll(type: string, patient: string | null): boolean {
    if (!this.#seesVeryRestricted) return false;
    return this.#granting(type, 's').some(
      ({ context, where }) =>
        where.length === 0 && (context !== 'patient' || (patient !== null && this.#patients.has(patient))),
    );
  }

  sees(record: StoredRecord, verb: Verb): boolean {
    if (!this.#seesVeryRestricted && isVeryRestricted(record)) return false;
    return this.#granting(record.type, verb).some(
      (scope) => this.#inReach(scope, record) && matches(scope, record),
    );
  }

  #inReach(scope: Scope, record: StoredRecord): boolean {
    if (scope.context !== 'patient') return true;
    if (!isPatientBound(record.type)) return true;
    return record.patients.some((patient) => this.#patients.has(patient));
  }

  #granting(type: string, verb: Verb): readonly Scope[] {
    return this.#scopes.filter(
      (scope) => (scope.type === '*' || scope.type === type) && scope.verbs.includes(verb),
    );
  }
}

function isVeryRestricted({ resource }: StoredRecord): boolean {
  const { meta } = resource as { meta?: { security?: unknown } | null };
  const labels: readonly unknown[] = Array.isArray(meta?.security) ? meta.security : [];
  return labels.some((label) => (label as { code?: unknown } | null)?.code === 'V');
}

const VERBS: Readonly<Record<Verb, string>> = {
  c: 'create',
  r: 'read',
  u: 'update',
  d: 'delete',
  s: 'search',
};

function matches(scope: Scope, record: StoredRecord): boolean {
  return scope.where.every(([name, value]) => {
    const elements = indexedParameters(record.type).tokens[name];
    if (!elements) return false;
    const test = tokenTest(value);
    return tokensOf(record, name, elements).some((token) => test(token));
  });
}
