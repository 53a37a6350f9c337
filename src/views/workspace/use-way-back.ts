import { useCallback, useEffect, useRef } from 'react';
import type { FactId } from '../../record/index.ts';
import { isFocusLost } from '../../ui/index.ts';

/** What opened it may have to be asked for before it is drawn again. */
const LOOK_EVERY = 50;
const LOOKS = 8;

/**
 * Whoever closes the detail is back where it was opened: at the very element, or where that is drawn anew at the one
 * that opens the same fact, or else in the list. Answers what is to be called when one is opened.
 */
export function useWayBack(fact: FactId | null, toList: () => void): () => void {
  const opener = useRef<Element | null>(null);
  const before = useRef<FactId | null>(fact);
  useEffect(() => {
    const closed = fact === null ? before.current : null;
    before.current = fact;
    if (closed === null) return undefined;
    const from = opener.current;
    opener.current = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (left: number): void => {
      if (!isFocusLost()) return;
      const back = from instanceof HTMLElement && from.isConnected ? from : opens(closed);
      if (back !== null) back.focus();
      else if (left === 0 || from === null) toList();
      else timer = setTimeout(() => look(left - 1), LOOK_EVERY);
    };
    look(LOOKS);
    return () => clearTimeout(timer);
  }, [fact, toList]);
  // The first of several facts that are opened one after the other is where to go back to.
  return useCallback(() => {
    if (before.current === null && document.activeElement !== document.body)
      opener.current = document.activeElement;
  }, []);
}

const opens = (fact: FactId): HTMLElement | null =>
  [...document.querySelectorAll<HTMLElement>(`[data-opens="${fact}"]`)].find((each) =>
    each.checkVisibility(),
  ) ?? null;
