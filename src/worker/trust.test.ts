import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../e2e/sandbox/index.ts';
import { makeWorld } from '../../e2e/sandbox/world/index.ts';
import { brokenAt } from '../audit/index.ts';
import { balpFaults } from '../../e2e/sandbox/testing/balp.ts';
import { isObject, type JsonObject } from '../base/index.ts';
import { EVERYTHING } from '../timeline/index.ts';
import type { Site } from './messages.ts';
import { found, GENERAL, maskedRow, one, run as runOn } from './testing/one-source.ts';
import { settled } from './testing/session.ts';

const world = makeWorld({ people: ['erik-lindgren'] });
const erik = world.people[0]!;
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ ports: 'random', world, quiet: true, audit: true });
});
afterAll(() => sandbox.stop());

const run = async (change: Partial<Site> = {}) => {
  const running = await runOn(sandbox, erik.ids.general!, change);
  await settled(running.engine);
  return running;
};

describe('a masked fact', () => {
  it('is a sealed place that says nothing, and opens for a purpose and a reason, for minutes', async () => {
    const { engine, later } = await run();
    const { id } = await maskedRow(engine);
    expect(await engine.detail({ id })).toBeNull();
    expect(await found(engine, 'opioid')).toBe(0);
    const sealed = await engine.sealed({ id });
    expect(sealed).toEqual({
      why: { kind: 'policy' },
      purposes: ['TREAT', 'ETREAT'],
      minutes: 10,
      alike: 8,
      glass: null,
    });

    expect(await engine.reveal({ ...one(id), reason: ' ' })).toMatchObject({ kind: 'refused' });
    expect(await engine.reveal({ ...one(id), purpose: 'HRESCH' })).toMatchObject({
      kind: 'refused',
    });
    expect(await engine.detail({ id })).toBeNull();

    const shown = await engine.reveal(one(id));
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
    await engine.reveal({ ...one(id), purpose: 'ETREAT', reason: 'unconscious on arrival' });
    await engine.conceal({ id });
    expect(await engine.detail({ id })).toBeNull();
    const { lines } = await engine.audit(null);
    const reveal =
      lines.map((line) => JSON.stringify(line.event)).find((text) => text.includes('"reveal"')) ?? '';
    expect(reveal).toContain('unconscious on arrival');
    expect(reveal).toContain('"ETREAT"');
    expect(reveal).toContain('Practitioner/signed-in-clinician');
    expect(reveal).toMatch(/"reference":"[^"]+\/Condition\/[^"]+"/);
    expect(lines.some((line) => JSON.stringify(line.event).includes('"conceal"'))).toBe(true);
    expect(await brokenAt(lines)).toBeNull();
  });

  it('opens with all that is masked on the same grounds, and nothing else; hidden again, all of it is', async () => {
    const { engine } = await run();
    const { id } = await maskedRow(engine);
    const all = async () =>
      (await engine.rows({ query: EVERYTHING, offset: 0, limit: 500 })).rows.filter(
        (row) => row.flags.masked,
      );
    const before = await all();
    const sealed = await engine.sealed({ id });
    await engine.reveal({ ...one(id), alike: true });
    const after = await all();
    expect(before.length - after.length).toBe(1 + sealed!.alike);
    expect(sealed!.alike).toBeGreaterThan(0);
    const { lines } = await engine.audit(null);
    const reveal = lines.map((line) => JSON.stringify(line.event)).find((text) => text.includes('"reveal"'))!;
    expect(reveal.match(/"Domain Resource"/g)!.length).toBeGreaterThan(sealed!.alike);
    await engine.conceal({ id });
    expect(await all()).toEqual(before);
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
        why: { kind: 'consent', date: '2023-02-06T14:00:00-05:00', at: GENERAL },
        purposes: [],
        minutes: 10,
        alike: 0,
        glass: null,
      });
      expect(await engine.reveal({ ...one(id), purpose: 'ETREAT' })).toMatchObject({
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
