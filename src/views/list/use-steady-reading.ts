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
  // As the last scrolling left it: asking for it in the middle of a drawing would make the browser lay out twice.
  const top = useRef(0);
  useLayoutEffect(() => {
    if (scroll === null || window === undefined) return undefined;
    const before = reading.current;
    if (before !== null && before.revision !== window.revision && before.index > 0) {
      const at = window.rows.findIndex((row) => row.id === before.id);
      const by = (window.offset + at - before.index) * height;
      if (at >= 0 && by !== 0) {
        scroll.scrollBy({ top: by });
        top.current = scroll.scrollTop;
      }
    }
    const remember = () => {
      const index = Math.floor(top.current / height);
      const row = window.rows[index - window.offset];
      reading.current = row === undefined ? null : { id: row.id, index, revision: window.revision };
    };
    const onScroll = () => {
      top.current = scroll.scrollTop;
      remember();
    };
    remember();
    scroll.addEventListener('scroll', onScroll, { passive: true });
    return () => scroll.removeEventListener('scroll', onScroll);
  }, [scroll, window, height]);
}
