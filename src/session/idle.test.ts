import { describe, expect, it } from 'vitest';
import { watchIdle } from './idle.ts';

const MINUTE = 60_000;

function watched(minutes: number) {
  const clock = { time: Date.UTC(2026, 2, 14, 8), now: () => clock.time };
  const warnings: (number | null)[] = [];
  let locked = 0;
  const watch = watchIdle({
    clock,
    minutes,
    onWarning: (left) => warnings.push(left),
    onLock: () => locked++,
  });
  watch.start();
  return {
    watch,
    warnings,
    locked: () => locked,
    pass(ms: number) {
      clock.time += ms;
      watch.look();
    },
    set: (ms: number) => (clock.time += ms),
  };
}

describe('the idle lock', () => {
  it('warns a minute before, counts down, and locks once when the time is over', () => {
    const idle = watched(15);
    idle.pass(14 * MINUTE - 1);
    expect(idle.warnings).toEqual([]);
    idle.pass(1);
    idle.pass(30_000);
    expect(idle.warnings).toEqual([60, 30]);
    expect(idle.locked()).toBe(0);
    idle.pass(30_000);
    idle.pass(MINUTE);
    expect(idle.locked()).toBe(1);
    expect(idle.warnings.at(-1)).toBeNull();
  });

  it('starts anew with every activity', () => {
    const idle = watched(15);
    for (let i = 0; i < 10; i++) {
      idle.pass(10 * MINUTE);
      idle.watch.active('move');
    }
    expect(idle.locked()).toBe(0);
    expect(idle.warnings).toEqual([]);
  });

  it('locks after a sleep before the click that follows it is served', () => {
    const idle = watched(15);
    idle.set(8 * 60 * MINUTE);
    idle.watch.active('act');
    expect(idle.locked()).toBe(1);
  });

  it('takes a moved pointer for nobody once it has warned, and a key for somebody', () => {
    const idle = watched(15);
    idle.pass(14.5 * MINUTE);
    idle.watch.active('move');
    expect(idle.warnings).toEqual([30]);
    idle.watch.active('act');
    expect(idle.warnings).toEqual([30, null]);
    idle.pass(14 * MINUTE - 1);
    expect(idle.locked()).toBe(0);
  });

  it('gives nobody more time for a clock that is set back', () => {
    const idle = watched(15);
    idle.pass(14 * MINUTE);
    idle.pass(-60 * MINUTE);
    idle.pass(MINUTE);
    expect(idle.locked()).toBe(1);
  });

  it('warns half-way where a minute is all there is, and rests while it is stopped', () => {
    const short = watched(1);
    short.pass(30_000);
    expect(short.warnings).toEqual([30]);
    short.watch.stop();
    short.pass(60 * MINUTE);
    expect(short.locked()).toBe(0);
  });
});
