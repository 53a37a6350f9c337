/** Against the sandbox's four servers, each with its own habits: everything there is, once, and truthfully said. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld, ORG_KEYS, type OrgKey } from '../../e2e/sandbox/world/index.ts';
import { startSandbox, type Sandbox } from '../../e2e/sandbox/index.ts';
import { signIn } from '../../e2e/sandbox/testing/visitor.ts';
import { sourceId, type LedgerLine } from '../record/index.ts';
import type { SignedIn } from '../sources/index.ts';
import { openAccess } from './access.ts';
import { load } from './load.ts';
import { basket, systemClock, type Basket } from './testing/harness.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({
    ports: 'random',
    appDir: null,
    quiet: true,
    world: makeWorld({ seed: 7, people: ['walter-brannigan', 'maria-santos'], largeRecords: 4_000 }),
  });
});
afterAll(() => sandbox.stop());

async function signedIn(key: OrgKey, patient: string): Promise<SignedIn> {
  const org = sandbox.orgs[key];
  const answer = await signIn(sandbox, org, { patient });
  expect(answer.patient, key).toBe(patient);
  return {
    source: sourceId(key),
    base: org.iss,
    patient,
    encounter: null,
    granted: answer.scope,
    tokens: {
      access: answer.access_token,
      refresh: answer.refresh_token ?? null,
      expiresAt: Date.now() + answer.expires_in * 1000,
      tokenEndpoint: `${org.origin}/oauth/token`,
      revocationEndpoint: null,
      clientId: sandbox.clientId,
    },
  };
}

async function loadAt(
  key: OrgKey,
  patient: string,
): Promise<{ sink: Basket; ledger: readonly LedgerLine[] }> {
  const sink = basket();
  const access = openAccess({
    signedIn: await signedIn(key, patient),
    fetch: (url, init) => fetch(url, init),
    clock: systemClock,
    onState: () => undefined,
    limits: { backoffMs: 20 },
  });
  const end = await load(access, { patient }, sink, new AbortController().signal);
  return { sink, ledger: end.ledger };
}

const person = (key: string) => {
  const found = sandbox.world.people.find((each) => each.key === key);
  if (!found) throw new Error(`nobody is called ${key}`);
  return found;
};
const truthAt = (key: string, org: OrgKey): string[] =>
  person(key).truth.flatMap((group) => group.members.filter((m) => m.org === org).map((m) => m.ref));
/** What a reader must know: lines that are neither complete nor rightly not asked. */
const openLines = (ledger: readonly LedgerLine[]) =>
  ledger
    .filter((line) => line.state.kind !== 'complete' && line.state.kind !== 'not-asked')
    .map(
      (line) =>
        `${line.type} ${line.category ?? ''} ${JSON.stringify(line.state)} ${line.remarks.join('; ')}`,
    );

describe('the large patient at four servers of different habits', () => {
  it.each(ORG_KEYS)('%s: every record, none twice, and complete', async (key) => {
    const patient = person('walter-brannigan').ids[key];
    if (patient === undefined) return;
    const { sink, ledger } = await loadAt(key, patient);
    const arrived = sink.refs();
    expect(new Set(arrived).size).toBe(arrived.length);
    const truth = truthAt('walter-brannigan', key);
    expect(truth.length).toBeGreaterThan(0);
    expect(truth.filter((ref) => !arrived.includes(ref))).toEqual([]);
    expect(openLines(ledger)).toEqual([]);
    expect(sink.quarantined).toEqual([]);
  });
});

describe('when something goes wrong at one of them', () => {
  const keys = (key: string) => ORG_KEYS.filter((org) => person(key).ids[org] !== undefined);

  it('a server that goes down half-way leaves the others complete, and its own lines truthful', async () => {
    const [victim = 'general', ...others] = keys('walter-brannigan');
    sandbox.setFault({ org: victim, fault: 'down', nth: 8, times: 100_000 });
    const loads = await Promise.all(
      [victim, ...others].map((org) => loadAt(org, person('walter-brannigan').ids[org] ?? '')),
    );
    sandbox.clearFaults();
    const [down, ...up] = loads;
    for (const { ledger } of up) expect(openLines(ledger)).toEqual([]);
    const arrived = new Set(down?.sink.refs());
    const complete = new Set(
      down?.ledger.filter((line) => line.state.kind === 'complete').map((line) => line.type),
    );
    const missing = truthAt('walter-brannigan', victim).filter((ref) => !arrived.has(ref));
    expect(missing.length).toBeGreaterThan(0);
    expect(missing.filter((ref) => complete.has(ref.split('/')[0] ?? ''))).toEqual([]);
  });

  it.each([
    'wrong-patient',
    'next-loops',
    'truncated',
    'html',
    'bom',
    'empty-page',
    '410',
    '429-hidden',
    'cut',
  ] as const)('%s: whatever is missing is said to be', async (fault) => {
    const [org = 'general'] = keys('walter-brannigan');
    sandbox.setFault({ org, fault, nth: 5, times: 6 });
    const { sink, ledger } = await loadAt(org, person('walter-brannigan').ids[org] ?? '');
    sandbox.clearFaults();
    const arrived = new Set(sink.refs());
    const truth = new Set(truthAt('walter-brannigan', org));
    const complete = new Set(
      ledger.filter((line) => line.state.kind === 'complete').map((line) => line.type),
    );
    expect([...truth].filter((ref) => !arrived.has(ref) && complete.has(ref.split('/')[0] ?? ''))).toEqual(
      [],
    );
    if (fault === 'wrong-patient') expect(sink.quarantined.length).toBeGreaterThan(0);
    const isSupport =
      /^(Patient|Practitioner|PractitionerRole|Organization|Location|Medication|Provenance|Specimen|RelatedPerson)\//;
    expect([...arrived].filter((ref) => !truth.has(ref) && !isSupport.test(ref))).toEqual([]);
  });
});
