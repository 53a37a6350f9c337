import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../e2e/sandbox/index.ts';
import { makeWorld } from '../../e2e/sandbox/world/index.ts';
import { EVERYTHING, type RowQuery } from '../timeline/index.ts';
import type { Engine } from './engine.ts';
import { maskedRow, one, run } from './testing/one-source.ts';
import { settled } from './testing/session.ts';

const world = makeWorld({ people: ['erik-lindgren'] });
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ ports: 'random', world, quiet: true });
});
afterAll(() => sandbox.stop());

const UNREVIEWED: RowQuery = { ...EVERYTHING, only: ['unreviewed'] };
const left = async (engine: Engine) => (await engine.rows({ query: UNREVIEWED, offset: 0, limit: 200 })).rows;

describe('marking as reviewed', () => {
  it('is of one fact or all that are listed, is taken back, and never of what nobody could see', async () => {
    const { engine } = await run(sandbox, world.people[0]!.ids.general!);
    await settled(engine);
    expect(await engine['reviewed-before']({ who: 'me', marks: null })).toBe(false);
    expect(await engine['reviewed-before']({ who: 'me', marks: [] })).toBe(true);
    const all = await left(engine);
    // All of it is masked here; one is opened for a reason.
    const seen = all[0]!;
    expect(await engine.reveal(one(seen.id))).toMatchObject({ kind: 'shown' });

    const marked = await engine.review({ kind: 'fact', id: seen.id, reviewed: true });
    expect(marked).toMatchObject({ added: [expect.any(String)], removed: [] });
    expect(await left(engine)).toHaveLength(all.length - 1);
    expect(await engine.detail({ id: seen.id })).toMatchObject({ reviewed: true });
    await engine.review({ kind: 'fact', id: seen.id, reviewed: false });
    expect(await left(engine)).toHaveLength(all.length);

    const masked = await maskedRow(engine);
    expect(await engine.review({ kind: 'fact', id: masked.id, reviewed: true })).toMatchObject({ added: [] });
    const { added } = await engine.review({ kind: 'listed', query: UNREVIEWED });
    const rest = await left(engine);
    expect(rest.every(({ flags }) => flags.masked)).toBe(true);
    expect(added).toHaveLength(all.length - rest.length);
    expect(await engine.review({ kind: 'undo' })).toEqual({ added: [], removed: added });
    expect(await left(engine)).toHaveLength(all.length);

    // What was kept comes back for the same reader, and says nothing to another one.
    await engine['reviewed-before']({ who: 'another', marks: added });
    expect(await left(engine)).toHaveLength(all.length);
    await engine['reviewed-before']({ who: 'me', marks: added });
    expect(await left(engine)).toHaveLength(rest.length);
    await engine.forget(null);
    expect(await engine['reviewed-before']({ who: 'me', marks: null })).toBe(false);
  });
});
