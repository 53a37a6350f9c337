import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AuditState } from '../audit/index.ts';
import { watchAudit } from './audit-watch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const FINE: AuditState = { waiting: 0, delivered: 1, refused: 0, lost: 0, failing: false };
const DOWN: AuditState = { ...FINE, waiting: 3, failing: true };
const run = (audit: Parameters<typeof watchAudit>[0]) => {
  const locked = vi.fn();
  return { locked, watch: watchAudit(audit, locked) };
};
const LOCK = { endpoint: null, whenUndelivered: 'lock', lockAfterMinutes: 5 } as const;

it('goes on where the site says nothing else', () => {
  const { watch, locked } = run({ endpoint: null });
  watch.heard({ ...DOWN, lost: 7, refused: 1 });
  vi.advanceTimersByTime(3_600_000);
  expect(locked).not.toHaveBeenCalled();
});

it('locks after its minutes, however often it hears meanwhile that it is still down', () => {
  const { watch, locked } = run(LOCK);
  for (let minute = 0; minute < 5; minute++) {
    watch.heard(DOWN);
    expect(locked).not.toHaveBeenCalled();
    vi.advanceTimersByTime(60_000);
  }
  expect(locked).toHaveBeenCalledTimes(1);
});

it('does not lock where the receiver came back in time', () => {
  const { watch, locked } = run(LOCK);
  watch.heard(DOWN);
  vi.advanceTimersByTime(240_000);
  watch.heard(FINE);
  vi.advanceTimersByTime(600_000);
  expect(locked).not.toHaveBeenCalled();
});

it('locks at once where a record is refused or no longer fits', () => {
  for (const state of [
    { ...FINE, refused: 1 },
    { ...DOWN, lost: 1 },
  ]) {
    const { watch, locked } = run(LOCK);
    watch.heard(state);
    expect(locked).toHaveBeenCalledTimes(1);
  }
});

it('is quiet once it is stopped', () => {
  const { watch, locked } = run(LOCK);
  watch.heard(DOWN);
  watch.stop();
  vi.advanceTimersByTime(600_000);
  expect(locked).not.toHaveBeenCalled();
});
