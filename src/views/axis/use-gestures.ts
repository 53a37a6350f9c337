import { useEffect, useRef } from 'react';

interface Gestures {
  readonly down: (x: number, y: number) => void;
  readonly drag: (x: number, fromX: number) => void;
  /** `moved` is false for a click. */
  readonly up: (x: number, y: number, moved: boolean) => void;
  readonly hover?: (x: number, y: number) => void;
  readonly leave?: () => void;
  /** Two fingers: by how much what was between them has grown, and its middle. */
  readonly pinch: (grown: number, x: number) => void;
  /** Wheel or pinch; answers whether it was used, so that what was not still scrolls the page. */
  readonly wheel: (event: WheelEvent, x: number) => boolean;
}

/** Further than this a press is a drag and not a click. */
const SLACK = 4;

/** Pointer and wheel on a drawing. Listeners are the browser's own, since a wheel must be able to be refused. */
export function useGestures(element: HTMLElement | null, gestures: Gestures): void {
  const current = useRef(gestures);
  useEffect(() => {
    current.current = gestures;
  });
  useEffect(() => {
    if (element === null) return undefined;
    let start: { x: number; moved: boolean } | null = null;
    const fingers = new Map<number, number>();
    /** How far apart two fingers are, sideways; never nothing, since it is divided by. */
    const spread = (): number => {
      const [a = 0, b = 0] = fingers.values();
      return Math.max(24, Math.abs(a - b));
    };
    const at = (event: MouseEvent): readonly [number, number] => {
      const box = element.getBoundingClientRect();
      return [event.clientX - box.left, event.clientY - box.top];
    };
    const stop = new AbortController();
    const on = <K extends keyof HTMLElementEventMap>(name: K, run: (event: HTMLElementEventMap[K]) => void) =>
      element.addEventListener(name, run, { signal: stop.signal, passive: name !== 'wheel' });
    on('pointerdown', (event) => {
      if (event.button !== 0) return;
      element.setPointerCapture(event.pointerId);
      const [x, y] = at(event);
      fingers.set(event.pointerId, x);
      // The second finger ends what the first began.
      if (fingers.size > 1) {
        start = null;
        return;
      }
      start = { x, moved: false };
      current.current.down(x, y);
    });
    on('pointermove', (event) => {
      const [x, y] = at(event);
      if (fingers.size === 2 && fingers.has(event.pointerId)) {
        const before = spread();
        fingers.set(event.pointerId, x);
        const [a = 0, b = 0] = fingers.values();
        return current.current.pinch(spread() / before, (a + b) / 2);
      }
      if (start === null) return fingers.size === 0 ? current.current.hover?.(x, y) : undefined;
      if (Math.abs(x - start.x) > SLACK) start.moved = true;
      if (start.moved) current.current.drag(x, start.x);
    });
    on('pointerup', (event) => {
      fingers.delete(event.pointerId);
      if (start === null) return;
      const { moved } = start;
      start = null;
      current.current.up(...at(event), moved);
    });
    on('pointercancel', (event) => {
      fingers.delete(event.pointerId);
      start = null;
    });
    on('pointerleave', () => current.current.leave?.());
    on('wheel', (event) => {
      if (current.current.wheel(event, at(event)[0])) event.preventDefault();
    });
    return () => stop.abort();
  }, [element]);
}

/**
 * Pinch and ctrl-wheel zoom, a sideways wheel pans. A plain wheel is left to whatever scrolls here; where nothing does
 * (`still`), it zooms.
 */
export function wheelAct(event: WheelEvent, still = false): { zoom: number } | { pan: number } | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return { zoom: Math.exp(event.deltaY * 0.004) };
  if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) return { pan: event.deltaX / 600 };
  return still ? { zoom: Math.exp(event.deltaY * 0.0015) } : null;
}
