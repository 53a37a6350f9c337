import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../base/index.ts';
import { brokenAt, createChain } from './chain.ts';
import { createSink, type AuditState, type SinkLimits } from './sink.ts';

type Outcome = 'delivered' | 'refused' | 'later';

/** A receiver that answers by a list, and time that passes when the test says so. */
function run(answers: Outcome[], limits: Partial<SinkLimits> = {}) {
  const received: JsonObject[] = [];
  const planned: { ms: number; run: () => void }[] = [];
  const states: AuditState[] = [];
  const sink = createSink({
    async deliver(event) {
      const answer = answers.shift() ?? 'delivered';
      if (answer === 'delivered') received.push(event);
      return answer;
    },
    after: (ms, next) => void planned.push({ ms, run: next }),
    onState: (state) => void states.push(state),
    limits,
  });
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  return {
    sink,
    received,
    states,
    waits: () => planned.map(({ ms }) => ms),
    async pass(steps = 50) {
      for (let i = 0; i < steps && planned.length > 0; i++) {
        planned.shift()?.run();
        await settle();
      }
    },
  };
}
const event = (n: number): JsonObject => ({ n });

describe('the way of audit records', () => {
  it('gathers, and delivers in order', async () => {
    const { sink, received, pass, waits } = run([]);
    for (let n = 0; n < 60; n++) sink.send(event(n));
    expect(received).toEqual([]);
    expect(waits()).toHaveLength(1);
    await pass();
    expect(received).toEqual(Array.from({ length: 60 }, (_, n) => event(n)));
    expect(sink.state()).toEqual({ waiting: 0, delivered: 60, refused: 0, lost: 0, failing: false });
  });

  it('says how many wait while the receiver is down, tries less and less often, and loses none', async () => {
    const down = Array.from({ length: 9 }, (): Outcome => 'later');
    const { sink, received, pass, waits } = run(down, { firstRetryMs: 1000, longestRetryMs: 60_000 });
    sink.send(event(1));
    const pauses: number[] = [];
    for (let i = 0; i < 9; i++) {
      await pass(1);
      pauses.push(waits()[0] ?? 0);
      sink.send(event(i + 2));
    }
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000]);
    expect(sink.state()).toMatchObject({ waiting: 10, failing: true });
    await pass();
    expect(received).toHaveLength(10);
    expect(sink.state()).toMatchObject({ waiting: 0, failing: false });
  });

  it('does not let one record that is refused hold up the others', async () => {
    const { sink, received, pass } = run(['refused']);
    sink.send(event(1));
    sink.send(event(2));
    await pass();
    expect(received).toEqual([event(2)]);
    expect(sink.state()).toMatchObject({ refused: 1, delivered: 1, waiting: 0 });
  });

  it('is bounded, and counts what no longer fits', () => {
    const { sink } = run([], { queue: 3 });
    for (let n = 0; n < 5; n++) sink.send(event(n));
    expect(sink.state()).toMatchObject({ waiting: 3, lost: 2 });
  });

  it('can be emptied at once, before the tokens go', async () => {
    const { sink, received } = run([]);
    for (let n = 0; n < 40; n++) sink.send(event(n));
    await sink.flush();
    expect(received).toHaveLength(40);
  });

  it('accounts for every record, whatever the receiver answers', async () => {
    const outcome = fc.constantFrom<Outcome>('delivered', 'refused', 'later');
    await fc.assert(
      fc.asyncProperty(fc.array(outcome, { maxLength: 12 }), fc.nat(12), async (answers, count) => {
        const { sink, received, pass } = run([...answers], { queue: 8, batch: 3 });
        for (let n = 0; n < count; n++) sink.send(event(n));
        await pass();
        const { waiting, delivered, refused, lost } = sink.state();
        expect(waiting + delivered + refused + lost).toBe(count);
        expect(received).toHaveLength(delivered);
        expect(waiting).toBe(0);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the ledger of the session', () => {
  const chain = async () => {
    const made = createChain();
    for (let n = 0; n < 6; n++) made.add(event(n));
    return [...(await made.lines())];
  };

  it('holds when nothing is touched', async () => {
    const lines = await chain();
    expect(lines.map((line) => line.number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await brokenAt(lines)).toBeNull();
    expect(await brokenAt(lines.slice(3))).toBeNull();
  });

  it.each<[string, (lines: Awaited<ReturnType<typeof chain>>) => unknown]>([
    ['changed', (lines) => lines.splice(2, 1, { ...lines[2]!, event: event(9) })],
    ['left out', (lines) => lines.splice(2, 1)],
    ['moved', (lines) => lines.splice(2, 2, lines[3]!, lines[2]!)],
    ['added', (lines) => lines.splice(2, 0, lines[2]!)],
  ])('tells of a line that was %s', async (_how, change) => {
    const lines = await chain();
    change(lines);
    expect(await brokenAt(lines)).not.toBeNull();
  });
});
