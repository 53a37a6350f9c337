import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FACT_KINDS, factId, memberKey, resourceRef, sourceId } from '../../record/index.ts';
import { ONLY } from '../../timeline/index.ts';
import { readState, START, VIEWS, writeState, type ViewState } from './view-state.ts';

const KNOWN = ['general', 'riverside'].map(sourceId);
const FACT = factId([memberKey(sourceId('general'), resourceRef('Observation/1')!)]);

const minutes = fc.integer({ min: -2e7, max: 4e7 }).map((n) => n * 60_000);
const states: fc.Arbitrary<ViewState> = fc.record({
  view: fc.constantFrom(...VIEWS),
  window: fc.option(
    fc
      .tuple(minutes, minutes)
      .filter(([a, b]) => a < b)
      .map(([from, to]) => ({ from, to })),
  ),
  kinds: fc.option(fc.subarray([...FACT_KINDS], { minLength: 1 })),
  sources: fc.option(fc.subarray(KNOWN, { minLength: 1 })),
  only: fc.subarray([...ONLY]),
  includeRetracted: fc.boolean(),
  since: fc.option(minutes),
  fact: fc.option(fc.constant(FACT)),
  also: fc.constant([]),
  by: fc.constantFrom('day' as const, 'visit' as const),
});

describe('the address', () => {
  it('keeps the view as it is, through any reload', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(readState(writeState(state, ''), KNOWN)).toEqual(state);
      }),
    );
  });

  it('is empty for the view that everybody starts with', () => {
    expect(writeState(START, '')).toBe('');
  });

  it('keeps what is compared for as long as it is compared', () => {
    const state: ViewState = { ...START, view: 'trends', fact: FACT, also: [FACT] };
    expect(readState(writeState(state, ''), KNOWN)).toEqual(state);
    expect(writeState({ ...state, view: 'timeline' }, '')).not.toContain('with');
  });

  it('leaves alone what is not its own', () => {
    expect(writeState({ ...START, view: 'summary' }, '?lang=de&view=sources')).toBe('?lang=de&view=summary');
  });

  it.each([
    '?from=2024-01-01T00:00',
    '?from=2025-01-01T00:00&to=2024-01-01T00:00',
    '?from=tomorrow&to=<script>',
    '?kind=secrets&source=evil&only=x&view=admin&fact=../../x&retracted=yes&by=chance',
    '?%',
  ])('reads nothing from %s', (search) => {
    expect(readState(search, KNOWN)).toEqual(START);
  });
});
