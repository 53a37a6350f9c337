import { afterEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../e2e/sandbox/index.ts';
import { signIn } from '../../e2e/sandbox/testing/visitor.ts';
import { makeWorld, type FhirResource } from '../../e2e/sandbox/world/index.ts';
import { EVERYTHING } from '../timeline/index.ts';
import type { Engine } from './engine.ts';
import { GENERAL, one, run } from './testing/one-source.ts';
import { settled } from './testing/session.ts';

let sandbox: Sandbox;
afterEach(() => sandbox.stop());

const rowsOf = async (engine: Engine) =>
  (await engine.rows({ query: EVERYTHING, offset: 0, limit: 500 })).rows;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const patientIn = ({ world }: Sandbox): string => world.people[0]!.ids.general!;

/** A world whose patient refuses what `provision` says. */
function refusing(provision: object) {
  const world = makeWorld({ people: ['erik-lindgren'] });
  const general = world.resources.general.map((each): FhirResource =>
    each.resourceType === 'Consent' ? ({ ...each, provision } as FhirResource) : each,
  );
  return { ...world, resources: { ...world.resources, general } };
}
const OPEN = { classes: [], confidentialities: [] };

describe('consents that come after the records', () => {
  it('are waited for: what the patient refused is on the screen at no moment', async () => {
    sandbox = await startSandbox({
      ports: 'random',
      quiet: true,
      world: refusing({ type: 'deny', class: [{ code: 'Condition' }] }),
    });
    sandbox.setFault({ org: 'general', fault: 'slow', type: 'Consent', ms: 800 });
    const { engine } = await run(sandbox, patientIn(sandbox), { policy: OPEN });
    for (let i = 0; i < 200; i++) {
      const shown = await rowsOf(engine);
      expect(shown.filter((row) => row.kind === 'condition' && row.title !== null)).toEqual([]);
      const condition = shown.find((row) => row.kind === 'condition');
      if (condition) break;
      await pause(20);
    }
    await settled(engine);
    const conditions = (await rowsOf(engine)).filter((row) => row.kind === 'condition');
    expect(conditions.length).toBeGreaterThan(0);
    expect(conditions.every((row) => row.flags.masked)).toBe(true);
    expect((await rowsOf(engine)).some((row) => row.kind === 'encounter' && !row.flags.masked)).toBe(true);
  });

  it('that keep everybody waiting hold nobody up: the records are there, masked until they are read', async () => {
    sandbox = await startSandbox({ ports: 'random', quiet: true, world: refusing({ type: 'permit' }) });
    sandbox.setFault({ org: 'general', fault: 'slow', type: 'Consent', ms: 4000 });
    const { engine } = await run(sandbox, patientIn(sandbox), { policy: OPEN });
    let rows = await rowsOf(engine);
    for (let i = 0; i < 200 && rows.length === 0; i++) {
      await pause(25);
      rows = await rowsOf(engine);
    }
    expect(rows.length).toBeGreaterThan(0);
    const place = rows.find((row) => row.kind !== 'consent')!;
    expect(place.flags.masked).toBe(true);
    expect((await engine.sealed({ id: place.id }))?.why).toEqual({
      kind: 'unread',
      failed: false,
      at: GENERAL,
    });
    await settled(engine);
    expect((await rowsOf(engine)).some((row) => row.flags.masked)).toBe(false);
  });

  it('that cannot be read leave what they may bind masked, and one purpose opens all of it', async () => {
    sandbox = await startSandbox({ ports: 'random', quiet: true, world: refusing({ type: 'permit' }) });
    sandbox.setFault({ org: 'general', fault: 'html', type: 'Consent' });
    const { engine } = await run(sandbox, patientIn(sandbox), { policy: OPEN });
    await settled(engine);
    const rows = await rowsOf(engine);
    expect(rows.every((row) => row.flags.masked)).toBe(true);
    const sealed = await engine.sealed({ id: rows[0]!.id });
    expect(sealed).toMatchObject({
      why: { kind: 'unread', failed: true, at: GENERAL },
      alike: rows.length - 1,
    });
    await engine.reveal({ ...one(rows[0]!.id), alike: true });
    expect((await rowsOf(engine)).some((row) => row.flags.masked)).toBe(false);
  });

  it('that cannot be read are no reason to mask where the site says so', async () => {
    sandbox = await startSandbox({ ports: 'random', quiet: true, world: refusing({ type: 'permit' }) });
    sandbox.setFault({ org: 'general', fault: 'html', type: 'Consent' });
    const { engine } = await run(sandbox, patientIn(sandbox), {
      policy: { ...OPEN, unreadConsents: 'show' },
    });
    await settled(engine);
    expect((await rowsOf(engine)).some((row) => row.flags.masked)).toBe(false);
  });

  it('that a sign-in may not read are the server’s to obey', async () => {
    sandbox = await startSandbox({ ports: 'random', quiet: true, world: refusing({ type: 'permit' }) });
    sandbox.setFault({ org: 'general', fault: '403', type: 'Consent' });
    const { engine } = await run(sandbox, patientIn(sandbox), { policy: OPEN });
    await settled(engine);
    expect((await rowsOf(engine)).some((row) => row.flags.masked)).toBe(false);
  });
});

describe('an emergency', () => {
  const deny = { type: 'deny' };
  const glass = { general: 'btg' };

  it('opens a source’s own consents only where it was asked for here and granted there', async () => {
    sandbox = await startSandbox({ ports: 'random', quiet: true, world: refusing(deny) });
    const { engine, signedIn } = await run(sandbox, patientIn(sandbox), { policy: OPEN, glass });
    await settled(engine);
    const hidden = async () => (await rowsOf(engine)).filter((row) => row.flags.masked).length;
    expect(await hidden()).toBeGreaterThan(0);
    const place = (await rowsOf(engine)).find((row) => row.flags.masked)!;
    expect(await engine.sealed({ id: place.id })).toMatchObject({ glass: GENERAL, purposes: [] });

    // A grant that nobody asked for opens nothing, nor does asking without a reason or without a grant.
    const granted = { ...signedIn, granted: `${signedIn.granted} btg` };
    expect((await engine.connect({ signedIn: granted }))?.emergency).toBeUndefined();
    expect(await engine['break-glass']({ source: GENERAL, reason: ' ' })).toBe(false);
    expect(await engine['break-glass']({ source: GENERAL, reason: 'unconscious' })).toBe(true);
    expect((await engine.connect({ signedIn }))?.emergency).toBeUndefined();
    expect(await hidden()).toBeGreaterThan(0);

    await engine['break-glass']({ source: GENERAL, reason: 'unconscious' });
    expect((await engine.connect({ signedIn: granted }))?.emergency).toBe(true);
    expect(await hidden()).toBe(0);
    const { lines } = await engine.audit(null);
    const records = lines.map((line) => JSON.stringify(line.event));
    expect(records.filter((text) => text.includes('110127') && text.includes('unconscious'))).toHaveLength(2);
    // The next ordinary sign-in is an ordinary one.
    expect((await engine.connect({ signedIn: granted }))?.emergency).toBeUndefined();
    expect(await hidden()).toBeGreaterThan(0);
  });

  it('ends with a refresh that does not carry it any more', async () => {
    sandbox = await startSandbox({ ports: 'random', quiet: true, world: refusing(deny) });
    const { engine, signedIn, later } = await run(sandbox, patientIn(sandbox), { policy: OPEN, glass });
    await settled(engine);
    const hidden = async () => (await rowsOf(engine)).filter((row) => row.flags.masked).length;
    const masked = await hidden();
    await engine['break-glass']({ source: GENERAL, reason: 'unconscious' });
    const { general } = sandbox.orgs;
    const token = await signIn(sandbox, general, { patient: patientIn(sandbox) });
    const tokens = {
      access: token.access_token,
      refresh: token.refresh_token ?? null,
      expiresAt: Date.now() + 60_000,
      tokenEndpoint: `${general.origin}/oauth/token`,
      revocationEndpoint: null,
      clientId: sandbox.clientId,
    };
    const state = await engine.connect({ signedIn: { ...signedIn, granted: `${token.scope} btg`, tokens } });
    expect(state?.emergency).toBe(true);
    expect(await hidden()).toBe(0);
    later(3_600_000);
    await engine.load({ source: GENERAL, types: ['Condition'] });
    await expect.poll(hidden, { timeout: 10_000 }).toBe(masked);
  });

  it('is offered by no source that has no way of its own', async () => {
    sandbox = await startSandbox({ ports: 'random', quiet: true, world: refusing(deny) });
    const { engine } = await run(sandbox, patientIn(sandbox), { policy: OPEN });
    await settled(engine);
    const place = (await rowsOf(engine)).find((row) => row.flags.masked)!;
    expect((await engine.sealed({ id: place.id }))?.glass).toBeNull();
    expect(await engine['break-glass']({ source: GENERAL, reason: 'unconscious' })).toBe(false);
  });
});

describe('what the site asks of a source', () => {
  it('is all that is asked; a type on demand is left alone until somebody asks', async () => {
    sandbox = await startSandbox({ ports: 'random', quiet: true, world: refusing({ type: 'permit' }) });
    const types = { general: { only: ['Condition', 'Encounter', 'Consent'], onDemand: ['Encounter'] } };
    const { engine, sent } = await run(sandbox, patientIn(sandbox), { policy: OPEN, types });
    await settled(engine);
    const stateOf = async (type: string) =>
      (await engine.ledger(null)).find((line) => line.type === type && line.category === null)?.state;
    const asked = () =>
      new Set(sent.flatMap(({ url }) => /\/fhir\/([A-Z][A-Za-z]+)(?:\?|\/_search)/.exec(url)?.[1] ?? []));
    // Names of people and places come with whatever is read.
    const names = ['Organization', 'Practitioner', 'PractitionerRole', 'Location'];
    expect([...asked()].filter((type) => !names.includes(type)).sort()).toEqual(['Condition', 'Consent']);
    expect(await stateOf('Encounter')).toEqual({ kind: 'not-asked', why: 'on-demand' });
    expect(await stateOf('Observation')).toEqual({ kind: 'not-asked', why: 'not-configured' });
    expect(await stateOf('Condition')).toMatchObject({ kind: 'complete' });

    await engine.load({ source: GENERAL, types: ['Encounter'] });
    await settled(engine);
    expect(await stateOf('Encounter')).toMatchObject({ kind: 'complete' });
    expect((await rowsOf(engine)).some((row) => row.kind === 'encounter')).toBe(true);

    // Not even the page itself can ask for what the site does not.
    await engine.load({ source: GENERAL, types: ['Observation'] });
    await settled(engine);
    expect(asked().has('Observation')).toBe(false);
  });
});
