import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../e2e/sandbox/index.ts';
import { makeWorld, type OrgKey } from '../../e2e/sandbox/world/index.ts';
import { sourceId, type Merged } from '../record/index.ts';
import { EVERYTHING } from '../timeline/index.ts';
import type { DecisionLine, Decisions } from './deciding.ts';
import type { Engine } from './engine.ts';
import { newEngine, settled, signedInAt } from './testing/session.ts';

const APP = 'http://app.example';
const GENERAL = sourceId('general');
const SCOPE = 'openid fhirUser launch/patient patient/*.rs patient/*.read';
const world = makeWorld({ people: ['maria-santos'] });
const maria = world.people.find((each) => each.key === 'maria-santos')!;
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ ports: 'random', world, quiet: true });
});
afterAll(() => sandbox.stop());

interface Options {
  readonly keys?: readonly OrgKey[];
  readonly keeps?: boolean;
  readonly scope?: string;
}

async function session({
  keys = ['general', 'riverside'],
  keeps = true,
  scope = `patient/Basic.cuds?code=${APP}|decisions`,
}: Options = {}): Promise<Engine> {
  const engine = newEngine();
  for (const key of keys)
    await open(engine, key, key === 'general' ? `${SCOPE} ${scope}`.trim() : SCOPE, keeps);
  return engine;
}

async function open(engine: Engine, key: OrgKey, scope: string, keeps: boolean): Promise<void> {
  const site = { app: APP, audit: null, policy: null, names: { general: 'General Hospital' } };
  await engine.connect({
    site: keeps ? { ...site, keeps: { [GENERAL]: { endpoint: null } } } : site,
    signedIn: await signedInAt(sandbox, key, maria.ids[key]!, scope),
  });
  await engine.load({ source: sourceId(key), types: null });
  await settled(engine, sourceId(key));
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('it never came about');
}

/** Once it is known what is kept. */
async function decisions(engine: Engine): Promise<Decisions> {
  await until(async () => {
    const { keeps } = await engine.decisions(null);
    return keeps.every(({ kept, problem }) => kept !== null || problem !== null);
  });
  return engine.decisions(null);
}
const offers = async (engine: Engine): Promise<readonly DecisionLine[]> =>
  (await decisions(engine)).lines.filter(({ offered }) => offered);

/** Facts of both hospitals, a pair each. */
async function pairs(engine: Engine): Promise<Merged[]> {
  const { rows } = await engine.rows({ query: EVERYTHING, offset: 0, limit: 3000 });
  const all = await Promise.all(rows.map(({ id }) => engine.detail({ id })));
  return all
    .flatMap((detail) => detail?.merged ?? [])
    .filter(({ members }) => new Set(members.map(({ source }) => source)).size === 2 && members.length === 2);
}

async function split(engine: Engine, fact: Merged): Promise<number> {
  const answer = await engine.decide({
    kind: 'split',
    fact: fact.id,
    off: null,
    reason: 'two different things',
  });
  if (answer.kind !== 'done') throw new Error(answer.why);
  return answer.number;
}
const kept = () =>
  sandbox.orgs.general.records
    .ofPatient(maria.ids.general!, 'Basic')
    .map(({ resource }) => JSON.stringify(resource));
const keepAll = (engine: Engine) => engine.keep({ act: 'keep', source: GENERAL });
const clear = async (engine: Engine) => {
  expect(await engine.keep({ act: 'drop', source: GENERAL, number: null })).toMatchObject({ kind: 'done' });
  expect(kept()).toEqual([]);
};

describe('decisions kept at a source', () => {
  it('are offered in the next session, applied when confirmed, and hold nothing clinical', async () => {
    const first = await session();
    const [fact] = await pairs(first);
    await split(first, fact!);
    expect((await decisions(first)).keeps).toMatchObject([{ source: 'general', kept: 0, unkept: 1 }]);
    expect(await keepAll(first)).toEqual({ kind: 'done', kept: 1, others: 0 });
    expect((await decisions(first)).lines).toMatchObject([{ keptAt: ['general'], offered: false }]);

    const [state = ''] = kept();
    const foreign = fact!.members.find(({ source }) => source !== GENERAL)!;
    expect(state).toContain(fact!.members.find(({ source }) => source === GENERAL)!.ref);
    for (const told of [
      foreign.ref,
      maria.ids.riverside!,
      'two different things',
      fact!.shown.title,
      'iverside',
    ])
      expect(state).not.toContain(told);

    const second = await session();
    const [offer] = await offers(second);
    expect(offer).toMatchObject({ standing: 'offered', mine: true, holds: false, change: null });
    expect((await second.detail({ id: fact!.id }))?.merged.members).toHaveLength(2);
    const twice = [offer!.number, offer!.number].map((number) =>
      second['confirm-decision']({ number, reason: 'Kept there' }),
    );
    expect((await Promise.all(twice)).map(({ kind }) => kind)).toEqual(['done', 'done']);
    expect(await second.detail({ id: fact!.id })).toBeNull();
    expect((await decisions(second)).lines).toMatchObject([
      { standing: 'in-force', from: 'kept', keptAt: ['general'], offered: false, reason: 'Kept there' },
    ]);
    await second['undo-decision']({ number: offer!.number });
    expect(await offers(second)).toHaveLength(1);
    await clear(second);
    expect(await offers(second)).toEqual([]);
    const acts = (await second.audit(null)).lines.map(({ event }) => JSON.stringify(event['subtype']));
    expect(acts.filter((act) => act.includes('unkeep'))).toHaveLength(1);
  });

  it('wait where another organisation is not connected, and are found when it is', async () => {
    const first = await session();
    const [fact] = await pairs(first);
    await split(first, fact!);
    await keepAll(first);
    const second = await session({ keys: ['general'] });
    const [waiting] = await offers(second);
    expect(waiting).toMatchObject({ standing: 'waiting', change: 'not-here', elsewhere: 1 });
    expect(await second['confirm-decision']({ number: waiting!.number, reason: 'Kept there' })).toMatchObject(
      { kind: 'refused' },
    );
    await open(second, 'riverside', SCOPE, true);
    expect(await offers(second)).toMatchObject([{ standing: 'offered', elsewhere: 0 }]);
    await clear(second);
  });

  it('ask to be confirmed again where a record has changed', async () => {
    const first = await session();
    const [fact] = await pairs(first);
    await split(first, fact!);
    await keepAll(first);
    const { ref } = fact!.members.find(({ source }) => source === GENERAL)!;
    const [type = '', id = ''] = ref.split('/');
    const { records } = sandbox.orgs.general;
    const { resource } = records.ofPatient(maria.ids.general!, type).find((each) => each.id === id)!;
    records.remove(type, id);
    records.add({ ...resource, meta: { versionId: '9', lastUpdated: new Date().toISOString() } });
    const second = await session();
    expect(await offers(second)).toMatchObject([{ standing: 'to-confirm', change: 'updated', holds: false }]);
    expect((await second.detail({ id: fact!.id }))?.merged.members).toHaveLength(2);
    await clear(second);
  });

  it('of two who keep at once are both kept, and each is told of the other’s', async () => {
    const [one, two] = await Promise.all([session(), session()]);
    const [a, b] = await pairs(one);
    await split(one, a!);
    await split(two, b!);
    await Promise.all([decisions(one), decisions(two)]);
    const answers = await Promise.all([keepAll(one), keepAll(two)]);
    expect(answers.map(({ kind }) => kind)).toEqual(['done', 'done']);
    expect(answers.map((answer) => (answer.kind === 'done' ? answer.others : 0)).sort()).toEqual([0, 1]);
    expect(kept()).toHaveLength(1);
    expect((await offers(await session())).map(({ standing }) => standing)).toEqual(['offered', 'offered']);
    await clear(one);
  });

  it('that cannot be understood are left alone, and can be removed', async () => {
    const { iss, records } = sandbox.orgs.general;
    records.add({
      resourceType: 'Basic',
      id: 'broken',
      code: { coding: [{ system: APP, code: 'decisions' }] },
      subject: { reference: `${iss}/Patient/${maria.ids.general!}` },
      extension: [{ url: 'urn:throughline:kept-decisions', valueString: '{"form":1,"decisions":[{}]}' }],
    });
    const engine = await session();
    const [fact] = await pairs(engine);
    await split(engine, fact!);
    expect((await decisions(engine)).keeps).toMatchObject([{ kept: null, problem: 'unreadable' }]);
    expect(await keepAll(engine)).toEqual({ kind: 'failed', why: 'unreadable' });
    expect(kept()).toHaveLength(1);
    await clear(engine);
    expect(await keepAll(engine)).toMatchObject({ kind: 'done', kept: 1 });
    await clear(engine);
  });

  it('are neither asked for nor written where the site or the server does not have it so', async () => {
    for (const options of [
      { keeps: false },
      { scope: '' },
      { scope: `patient/Basic.s?code=${APP}|decisions` },
    ]) {
      sandbox.clearLog();
      const engine = await session({ keys: ['general'], ...options });
      expect(await decisions(engine)).toEqual({ lines: [], keeps: [] });
      expect(await keepAll(engine)).toEqual({ kind: 'failed', why: 'refused' });
      expect(sandbox.log().filter(({ type }) => type === 'Basic')).toEqual([]);
    }
  });
});
