import { useEffect, useState } from 'react';
import type { Ledger } from '../../record/index.ts';
import { useStaleAfter } from '../../session/index.ts';

/** When a source was last read, and whether that is so long ago that it should be read again. */
export interface Freshness {
  readonly at: number;
  readonly stale: boolean;
}

/** The oldest of what is complete counts. Null where nothing is, or something is under way. */
export function freshnessOf(lines: Ledger, now: number, staleAfter: number): Freshness | null {
  let at = Infinity;
  for (const { state } of lines) {
    if (state.kind === 'loading' || (state.kind === 'not-asked' && state.why === 'waiting')) return null;
    if (state.kind === 'complete') at = Math.min(at, state.at);
  }
  return at === Infinity ? null : { at, stale: now - at >= staleAfter };
}

const EVERY_MS = 20_000;

/** Looks at the clock now and then, so that a screen nobody touches says that what it shows grows old. */
export function useFreshness(lines: Ledger): Freshness | null {
  const staleAfter = useStaleAfter();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return freshnessOf(lines, now, staleAfter);
}
