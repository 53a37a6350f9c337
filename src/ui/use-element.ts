import { useCallback, useLayoutEffect, useState } from 'react';

/** The width of an element as it is laid out; 0 until it is. */
export function useWidth(): readonly [ref: (element: HTMLElement | null) => void, width: number] {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [width, setWidth] = useState(0);
  const measure = useCallback(() => setWidth(element?.clientWidth ?? 0), [element]);
  useMeasured(element, measure, true);
  return [setElement, width];
}

export interface Visible {
  readonly first: number;
  readonly count: number;
}

/**
 * Which rows of equal height can be seen in a scrolling element; until that is laid out, as many as the window could
 * show: so the first rows are there with it, and nothing is laid out twice for them.
 */
export function useVisibleRows(element: HTMLElement | null, height: number): Visible {
  const [visible, setVisible] = useState<Visible>(() => ({
    first: 0,
    count: Math.ceil(innerHeight / height) + 1,
  }));
  const measure = useCallback(() => {
    if (element === null) return;
    const first = Math.max(0, Math.floor(element.scrollTop / height));
    const count = Math.ceil(element.clientHeight / height) + 1;
    // A scroll that shows the same rows changes nothing.
    setVisible((known) => (known.first === first && known.count === count ? known : { first, count }));
  }, [element, height]);
  useMeasured(element, measure, false);
  // The next one begins at its top.
  useLayoutEffect(
    () => () => setVisible((known) => (known.first === 0 ? known : { ...known, first: 0 })),
    [element],
  );
  return visible;
}

/**
 * Measures when it is there, at once or as soon as it is laid out, when it is resized and when it is scrolled, and at no
 * other time: a size that is asked for while a picture is being made makes the browser lay everything out once more.
 */
function useMeasured(element: HTMLElement | null, measure: () => void, atOnce: boolean): void {
  useLayoutEffect(() => {
    if (element === null) return undefined;
    if (atOnce) measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [element, measure, atOnce]);
}
