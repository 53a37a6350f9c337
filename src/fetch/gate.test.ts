import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openGate, type Gate } from './gate.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const clock = { now: () => Date.now() };

/** A server that answers after a while, so many at a time; the others wait, as in a browser's HTTP/1.1. */
function serverOf(lanes: number, ms: number) {
  let busy = 0;
  const waiting: (() => void)[] = [];
  const next = (): void => {
    const go = busy < lanes ? waiting.shift() : undefined;
    if (!go) return;
    busy++;
    setTimeout(() => {
      busy--;
      go();
      next();
    }, ms);
  };
  return () =>
    new Promise<void>((resolve) => {
      waiting.push(resolve);
      next();
    });
}

/** How many of these requests were under way at once, at most. */
async function ask(gate: Gate, answer: () => Promise<void>, count: number): Promise<number> {
  let under = 0;
  let highest = 0;
  const all = Array.from({ length: count }, async () => {
    const leave = await gate.enter();
    highest = Math.max(highest, ++under);
    await answer();
    under--;
    leave?.();
  });
  await vi.runAllTimersAsync();
  await Promise.all(all);
  return highest;
}

describe('how many requests are under way to one server', () => {
  it.each([
    ['six and six that stand ready, where more only wait for each other (HTTP/1.1)', 6, 12],
    ['as many as is polite, where more are answered beside each other (HTTP/2)', Infinity, 24],
  ])('%s', async (_what, lanes, most) => {
    const gate = openGate(6, clock, 24);
    const answer = serverOf(lanes, 100);
    await ask(gate, answer, 30);
    expect(await ask(gate, answer, 40)).toBe(most);
  });

  it.each([
    ['', 6, 12],
    ['not ', Infinity, 24],
  ])('what all of them wait for (leave, a sign-in) is %staken for a queue', async (_not, lanes, most) => {
    const gate = openGate(6, clock, 24);
    // The server's description, which needs no leave.
    await ask(gate, serverOf(lanes, 50), 1);
    await ask(gate, serverOf(lanes, 170), 30);
    expect(await ask(gate, serverOf(lanes, 170), 40)).toBe(most);
  });

  it('answers of different length, beside each other, are no queue', async () => {
    const gate = openGate(6, clock, 24);
    let n = 0;
    const answer = () =>
      new Promise<void>((resolve) => setTimeout(resolve, [50, 400, 80, 100, 150, 300][n++ % 6]));
    await ask(gate, answer, 30);
    expect(await ask(gate, answer, 40)).toBe(24);
  });

  it('few requests teach nothing, and the first burst is the usual and those that are to tell', async () => {
    const gate = openGate(6, clock, 24);
    const answer = serverOf(6, 100);
    await ask(gate, answer, 5);
    expect(await ask(gate, answer, 8)).toBe(8);
    const fresh = openGate(6, clock, 24);
    expect(await ask(fresh, answer, 12)).toBe(9);
  });

  it('what was learned does not outlive a scolding', async () => {
    const gate = openGate(6, clock, 24);
    const answer = serverOf(Infinity, 100);
    await ask(gate, answer, 30);
    gate.rest(0);
    expect(await ask(gate, answer, 40)).toBe(12);
    await vi.advanceTimersByTimeAsync(10);
    gate.rest(0);
    expect(await ask(gate, answer, 40)).toBe(6);
  });
});
