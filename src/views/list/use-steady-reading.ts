import { useLayoutEffect, useRef } from 'react';
import type { FactId } from '../../record/index.ts';
import type { RowWindow } from '../../timeline/index.ts';

/**
 * What arrives above must not move what is being read: when the row at the top of the screen has another place in
 * the list than before, the list is scrolled by as much.
 */
export function useSteadyReading(
  scroll: HTMLElement | null,
  window: RowWindow | undefined,
  height: number,
): void {
  const reading = useRef<{ id: FactId; index: number; revision: number } | null>(null);
  useLayoutEffect(() => {
    if (scroll === null || window === undefined) return undefined;
    const before = reading.current;
    if (before !== null && before.revision !== window.revision && before.index > 0) {
      const at = window.rows.findIndex((row) => row.id === before.id);
      if (at >= 0) scroll.scrollBy({ top: (window.offset + at - before.index) * height });
    }
    const remember = () => {
      const index = Math.floor(scroll.scrollTop / height);
      const row = window.rows[index - window.offset];
      reading.current = row === undefined ? null : { id: row.id, index, revision: window.revision };
    };
    remember();
    scroll.addEventListener('scroll', remember, { passive: true });
    return () => scroll.removeEventListener('scroll', remember);
  }, [scroll, window, height]);
}
