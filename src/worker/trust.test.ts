import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../e2e/sandbox/index.ts';
import { signIn } from '../../e2e/sandbox/testing/visitor.ts';
import { makeWorld } from '../../e2e/sandbox/world/index.ts';
import { brokenAt } from '../audit/index.ts';
import { balpFaults } from '../../e2e/sandbox/testing/balp.ts';
import { isObject, parseJson, type JsonObject } from '../base/index.ts';
import { sourceId } from '../record/index.ts';
import type { SignedIn } from '../sources/index.ts';
import { EVERYTHING, type Row } from '../timeline/index.ts';
import { createEngine, type Engine } from './engine.ts';
import type { Site } from './messages.ts';

const GENERAL = sourceId('general');
const world = makeWorld({ people: ['erik-lindgren'] });
const erik = world.people[0]!;
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ ports: 'random', world, quiet: true, audit: true });
});
afterAll(() => sandbox.stop());

/** One signed-in engine on Erik's record at General, whose clock is moved by hand. */
async function run(change: Partial<Site> = {}) {
  const org = sandbox.orgs.general;
  const patient = erik.ids.general!;
  const scope = 'openid fhirUser launch/patient patient/*.rs patient/AuditEvent.c';
  const token = await signIn(sandbox, org, { patient, scope });
  const signedIn: SignedIn = {
    source: GENERAL,
    base: org.iss,
    patient,
    encounter: null,
    granted: token.scope,
    user: 'Practitioner/abara',
    tokens: {
      access: token.access_token,
      refresh: null,
      expiresAt: null,
      tokenEndpoint: `${org.origin}/oauth/token`,
      revocationEndpoint: null,
      clientId: sandbox.clientId,
    },
  };
  const site: Site = {
    app: sandbox.urls.app,
    audit: `${org.iss}/AuditEvent`,
    policy: null,
    names: { general: 'General Hospital' },
    ...change,
  };
  const sent: { url: string; init: RequestInit; ok: boolean }[] = [];
  let ahead = 0;
  const engine = createEngine({
    fetch: async (url, init) => {
      const one = { url, init, ok: false };
      sent.push(one);
      const answer = await fetch(url, init);
      one.ok = answer.ok;
      return answer;
    },
    clock: { now: () => Date.now() + ahead },
    emit: () => undefined,
  });
  await engine.connect({ signedIn, site });
  await engine.load({ source: GENERAL, types: null });
  await settled(engine);
  return { engine, sent, later: (ms: number) => (ahead += ms), read: reader(token.access_token) };
}

async function settled(engine: Engine): Promise<void> {
  for (;;) {
    const lines = await engine.ledger(null);
    const busy = lines.some(
      ({ state }) => state.kind === 'loading' || (state.kind === 'not-asked' && state.why === 'waiting'),
    );
    if (lines.length > 0 && !busy) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

const reader = (access: string) => async (path: string) => {
  const answer = await fetch(`${sandbox.orgs.general.iss}/${path}`, {
    headers: { authorization: `Bearer ${access}`, accept: 'application/fhir+json' },
  });
  return parseJson(await answer.text()) as JsonObject;
};

async function maskedRow(engine: Engine, kind: Row['kind'] = 'condition'): Promise<Row> {
  const { rows } = await engine.rows({ query: EVERYTHING, offset: 0, limit: 500 });
  const row = rows.find((each) => each.flags.masked && each.kind === kind);
  if (!row) throw new Error('nothing is masked');
  return row;
}
const found = async (engine: Engine, text: string): Promise<number> =>
  (await engine.rows({ query: { ...EVERYTHING, text }, offset: 0, limit: 0 })).total;

describe('a masked fact', () => {
  it('is a sealed place that says nothing, and opens for a purpose and a reason, for minutes', async () => {
    const { engine, later } = await run();
    const { id } = await maskedRow(engine);
    expect(await engine.detail({ id })).toBeNull();
    expect(await found(engine, 'opioid')).toBe(0);
    const sealed = await engine.sealed({ id });
    expect(sealed).toEqual({
      why: 'marked as sensitive by its source',
      purposes: ['TREAT', 'ETREAT'],
      minutes: 10,
    });

    expect(await engine.reveal({ id, purpose: 'TREAT', reason: ' ' })).toMatchObject({ kind: 'refused' });
    expect(await engine.reveal({ id, purpose: 'HRESCH', reason: 'curious' })).toMatchObject({
      kind: 'refused',
    });
    expect(await engine.detail({ id })).toBeNull();

    const shown = await engine.reveal({ id, purpose: 'TREAT', reason: 'dose before surgery' });
    expect(shown.kind).toBe('shown');
    const detail = await engine.detail({ id });
    expect(detail?.merged.id).toBe(id);
    expect(detail?.shownUntil).toBeGreaterThan(Date.now());
    expect(await found(engine, 'opioid')).toBe(1);

    later(10 * 60_000 + 1);
    expect(await engine.detail({ id })).toBeNull();
    expect(await engine.sealed({ id })).not.toBeNull();
  });

  it('is hidden again at once when asked, and both are on record with who, what for and why', async () => {
    const { engine } = await run();
    const { id } = await maskedRow(engine);
    await engine.reveal({ id, purpose: 'ETREAT', reason: 'unconscious on arrival' });
    await engine.conceal({ id });
    expect(await engine.detail({ id })).toBeNull();
    const { lines } = await engine.audit(null);
    const reveal =
      lines.map((line) => JSON.stringify(line.event)).find((text) => text.includes('"reveal"')) ?? '';
    expect(reveal).toContain('unconscious on arrival');
    expect(reveal).toContain('"ETREAT"');
    expect(reveal).toContain('Practitioner/abara');
    expect(reveal).toMatch(/"reference":"[^"]+\/Condition\/[^"]+"/);
    expect(lines.some((line) => JSON.stringify(line.event).includes('"conceal"'))).toBe(true);
    expect(await brokenAt(lines)).toBeNull();
  });

  it('is open to whom the site’s policy makes an exception', async () => {
    const labels = ['R', 'SUD'];
    const policy = { exceptions: [{ labels, purposes: ['TREAT'], roles: ['Practitioner'] }] };
    const { engine } = await run({ policy });
    await expect(maskedRow(engine)).rejects.toThrow('nothing is masked');
    expect(await found(engine, 'opioid')).toBeGreaterThan(0);
  });
});

describe('a consent of the source', () => {
  it('hides what it refuses and cannot be talked round', async () => {
    const refusing = makeWorld({ people: ['erik-lindgren'] });
    const consent = refusing.resources.general.find((each) => each.resourceType === 'Consent')!;
    Object.assign(consent, { provision: { type: 'deny', class: [{ code: 'Condition' }] } });
    const other = await startSandbox({ ports: 'random', world: refusing, quiet: true });
    const before = sandbox;
    sandbox = other;
    try {
      const { engine } = await run({ audit: null, policy: { classes: [], confidentialities: [] } });
      const { id } = await maskedRow(engine);
      expect(await engine.sealed({ id })).toEqual({
        why: 'hidden by the consent of 6 February 2023 at General Hospital',
        purposes: [],
        minutes: 10,
      });
      expect(await engine.reveal({ id, purpose: 'ETREAT', reason: 'emergency' })).toMatchObject({
        kind: 'refused',
      });
      expect(await engine.detail({ id })).toBeNull();
    } finally {
      sandbox = before;
      await other.stop();
    }
  });
});

describe('what was opened', () => {
  it('is read back from the hospital’s own server, and keeps the rules of its profiles', async () => {
    const { engine, sent, read } = await run({ policy: { classes: [], confidentialities: [] } });
    const { rows } = await engine.rows({ query: EVERYTHING, offset: 0, limit: 500 });
    const open = rows.find((row) => !row.flags.masked)!;
    const detail = await engine.detail({ id: open.id });
    await engine.raw({ source: GENERAL, ref: detail!.merged.shown.ref });
    for (let i = 0; i < 400 && (await engine.audit(null)).state.waiting > 0; i++)
      await new Promise((resolve) => setTimeout(resolve, 25));
    const { state, lines } = await engine.audit(null);
    expect(state).toMatchObject({ waiting: 0, refused: 0, lost: 0, delivered: lines.length });

    const bundle = await read('AuditEvent?_count=500');
    const events = (bundle['entry'] as readonly JsonObject[])
      .map((entry) => entry['resource'])
      .filter(isObject);
    const requests = events.filter((event) => (event['type'] as JsonObject)['code'] === 'rest');
    expect(events.length).toBeGreaterThanOrEqual(lines.length);
    expect(requests.map(balpFaults).filter((faults) => faults.length > 0)).toEqual([]);
    const profiles = requests.map((event) => String((event['meta'] as { profile?: string[] }).profile));
    expect(profiles.some((each) => each.endsWith('PatientQuery'))).toBe(true);
    expect(profiles.some((each) => each.endsWith('PatientRead'))).toBe(true);

    // Every search that was answered has its record, and the record holds the very query.
    const queries = JSON.stringify(requests)
      .match(/"query":"[^"]+"/g)!
      .map((each) => Buffer.from(each.slice(9, -1), 'base64').toString());
    const answered = sent.filter(({ ok }) => ok);
    const searches = answered.flatMap(({ url, init }) =>
      /fhir\/[A-Z][A-Za-z]+\?/.test(url)
        ? [url]
        : url.endsWith('/_search')
          ? [`${url}?${String(init.body)}`]
          : [],
    );
    expect(searches.length).toBeGreaterThan(5);
    for (const search of searches) expect(queries).toContain(search);
    expect(events.some((event) => JSON.stringify(event['subtype']).includes('"raw"'))).toBe(true);
  });

  it('goes to a receiver that is no source without a token', async () => {
    const { engine, sent } = await run({ audit: 'https://audit.example/fhir/AuditEvent' });
    await engine['sign-out']({ source: GENERAL });
    const away = sent.filter(({ url }) => url.startsWith('https://audit.example/'));
    expect(away.length).toBeGreaterThan(0);
    for (const { init } of away) expect(JSON.stringify(init)).not.toMatch(/bearer/i);
    expect((await engine.audit(null)).state).toMatchObject({ failing: true });
  });
});
