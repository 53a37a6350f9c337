import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../e2e/sandbox/index.ts';
import { makeWorld } from '../../e2e/sandbox/world/index.ts';
import { openAccess } from '../fetch/index.ts';
import type { KeptDecision } from './kept-state.ts';
import { changeKept, readKept, removeKept, type Place } from './kept-store.ts';
import { signedInAt } from './testing/session.ts';

const APP = 'http://app.example';
const SCOPE = `patient/Basic.cuds?code=${APP}|decisions`;
const world = makeWorld({ people: ['maria-santos'] });
const id = world.people.find((each) => each.key === 'maria-santos')!.ids.general!;
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ ports: 'random', world, quiet: true });
});
afterEach(async () => {
  sandbox.clearFaults();
  expect(await removeKept(await place())).toBeNull();
});
afterAll(() => sandbox.stop());

async function place(scope = SCOPE): Promise<Place> {
  const access = openAccess({
    signedIn: await signedInAt(sandbox, 'general', id, `openid launch/patient ${scope}`),
    fetch: (url, init) => fetch(url, init),
    clock: { now: () => Date.now() },
    onState: () => undefined,
    limits: { retries: 0 },
  });
  return { access, endpoint: null, app: APP, patient: `Patient/${id}` };
}

const decision = (n: number): KeptDecision => ({
  kind: 'join',
  records: [`Condition/${n}a`, `Condition/${n}b`].map((name) => ({
    name,
    evidence: '0'.repeat(32),
    off: false,
  })),
  by: 'Practitioner/7',
  at: 1_700_000_000_000 + n,
});
const add = (where: Place, n: number) => changeKept(where, (before) => [...before, decision(n)]);

it('keeps what several bring at one moment', async () => {
  const places = await Promise.all([place(), place(), place()]);
  const done = await Promise.all(places.map((where, n) => add(where, n)));
  expect(done.map(({ ok }) => ok)).toEqual([true, true, true]);
  const kept = await readKept(await place());
  if (!kept.ok) throw new Error(kept.error);
  expect([...kept.value].sort((a, b) => a.at - b.at)).toEqual([0, 1, 2].map(decision));
});

it('says so where there is no room, and leaves what is there', async () => {
  const where = await place();
  await add(where, 1);
  const many = await changeKept(where, () => Array.from({ length: 2_000 }, (_, n) => decision(n)));
  expect(many).toEqual({ ok: false, error: 'too-large' });
  expect(await readKept(where)).toEqual({ ok: true, value: [decision(1)] });
});

it('says so where the server refuses, does not answer, or is always changed by others', async () => {
  expect(await add(await place('patient/Condition.rs'), 1)).toEqual({ ok: false, error: 'refused' });
  expect(await add(await place(SCOPE.replace('cuds', 's')), 1)).toEqual({ ok: false, error: 'refused' });
  const where = await place();
  await add(where, 1);
  const other = await place();
  const { get } = other.access;
  let n = 10;
  const busy: Place = {
    ...other,
    access: {
      ...other.access,
      // Somebody is faster, each time between the reading and the writing.
      get: async (...asked) => {
        const answer = await get(...asked);
        await add(where, n++);
        return answer;
      },
    },
  };
  expect(await add(busy, 2)).toEqual({ ok: false, error: 'busy' });
  const kept = await readKept(where);
  expect(kept.ok && kept.value.some(({ at }) => at === decision(2).at)).toBe(false);
  sandbox.setFault({ org: 'general', type: 'Basic', fault: 'down' });
  expect(await add(where, 3)).toEqual({ ok: false, error: 'unanswered' });
});
