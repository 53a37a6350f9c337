import { useCallback, useLayoutEffect, useState } from 'react';

/** The width of an element as it is laid out; 0 until it is. */
export function useWidth(): readonly [ref: (element: HTMLElement | null) => void, width: number] {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [width, setWidth] = useState(0);
  useMeasured(
    element,
    useCallback(() => setWidth(element?.clientWidth ?? 0), [element]),
  );
  return [setElement, width];
}

export interface Visible {
  readonly first: number;
  readonly count: number;
}

const NOTHING: Visible = { first: 0, count: 0 };

/** Which rows of equal height can be seen in a scrolling element. */
export function useVisibleRows(element: HTMLElement | null, height: number): Visible {
  const [visible, setVisible] = useState(NOTHING);
  const measure = useCallback(() => {
    if (element === null) return setVisible(NOTHING);
    const first = Math.max(0, Math.floor(element.scrollTop / height));
    const count = Math.ceil(element.clientHeight / height) + 1;
    // A scroll that shows the same rows changes nothing.
    setVisible((known) => (known.first === first && known.count === count ? known : { first, count }));
  }, [element, height]);
  useMeasured(element, measure);
  return visible;
}

/**
 * Measures when it is there, when it is resized and when it is scrolled, and at no other time: a size that is asked for
 * while a picture is being made makes the browser lay everything out once more.
 */
function useMeasured(element: HTMLElement | null, measure: () => void): void {
  useLayoutEffect(() => {
    measure();
    if (element === null) return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [element, measure]);
}
