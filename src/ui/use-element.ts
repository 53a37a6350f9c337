import { useCallback, useState, useSyncExternalStore } from 'react';

/** The width of an element as it is laid out; 0 until it is. */
export function useWidth(): readonly [ref: (element: HTMLElement | null) => void, width: number] {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const subscribe = useCallback((changed: () => void) => onResize(element, changed), [element]);
  return [setElement, useSyncExternalStore(subscribe, () => element?.clientWidth ?? 0)];
}

export interface Visible {
  readonly first: number;
  readonly count: number;
}

/** Two numbers in one, so that a scroll that shows the same rows changes nothing. */
const PACK = 1024;

/** Which rows of equal height can be seen in a scrolling element. */
export function useVisibleRows(element: HTMLElement | null, height: number): Visible {
  const subscribe = useCallback(
    (changed: () => void) => {
      element?.addEventListener('scroll', changed, { passive: true });
      const stop = onResize(element, changed);
      return () => {
        element?.removeEventListener('scroll', changed);
        stop();
      };
    },
    [element],
  );
  const packed = useSyncExternalStore(subscribe, () => {
    if (element === null) return 0;
    const first = Math.max(0, Math.floor(element.scrollTop / height));
    return first * PACK + Math.min(PACK - 1, Math.ceil(element.clientHeight / height) + 1);
  });
  return { first: Math.floor(packed / PACK), count: packed % PACK };
}

function onResize(element: HTMLElement | null, changed: () => void): () => void {
  if (element === null) return () => undefined;
  const observer = new ResizeObserver(changed);
  observer.observe(element);
  return () => observer.disconnect();
}
