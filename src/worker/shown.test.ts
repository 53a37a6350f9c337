import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mergeFacts } from '../merge/index.ts';
import { normalise } from '../normalise/index.ts';
import { resourceRef, sourceId, type Merged } from '../record/index.ts';
import { createShown } from './shown.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function shownOf(facts: readonly Merged[]) {
  const shown = createShown({
    merged: () => ({ facts, problems: [], standings: [] }),
    sources: new Map(),
    anchor: () => undefined,
    clock: { now: () => Date.now() },
    emit: () => undefined,
    masked: () => false,
    revealed: () => false,
    sealedShows: () => ['kind', 'date'],
  });
  let passed = false;
  const tell = () => {
    shown.pulse.mark();
    vi.advanceTimersByTime(200);
  };
  const wait = async () => {
    await shown.firstLook();
    passed = true;
  };
  return { shown, tell, wait, passed: () => passed };
}

function one(): readonly Merged[] {
  const ref = resourceRef('Condition/1');
  const resource = { resourceType: 'Condition', id: '1', code: { text: 'Asthma' } };
  const source = sourceId('general');
  const read = ref && normalise({ source, ref, resource, base: null, fullUrl: null, fetchedAt: null });
  return mergeFacts(read?.fact ? [read.fact] : []).facts;
}
const ONE = one();

describe('what more has come', () => {
  it('waits from the first telling until rows have been handed over', async () => {
    const { shown, wait, passed } = shownOf(ONE);
    expect(shown.firstLook()).toBeNull();
    shown.pulse.mark();
    vi.advanceTimersByTime(0);
    expect(shown.timeline().facts).toHaveLength(1);
    const waiting = wait();
    await vi.advanceTimersByTimeAsync(50);
    expect(passed()).toBe(false);
    shown.looked();
    // Not in the same go: the rows would be handed over after all that waits.
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    expect(passed()).toBe(false);
    vi.advanceTimersByTime(0);
    await waiting;
    expect(shown.firstLook()).toBeNull();
  });

  it('does not wait long for a screen that shows no list, and not at a later telling', async () => {
    const { shown, tell, wait, passed } = shownOf(ONE);
    shown.pulse.mark();
    vi.advanceTimersByTime(0);
    const waiting = wait();
    await vi.advanceTimersByTimeAsync(100);
    await waiting;
    expect(passed()).toBe(true);
    tell();
    expect(shown.firstLook()).toBeNull();
  });

  it('does not wait while there is nothing to be seen', () => {
    const { shown, tell } = shownOf([]);
    tell();
    expect(shown.firstLook()).toBeNull();
  });
});
