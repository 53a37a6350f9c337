/**
 * Where the focus goes when what had it is taken away: the browser gives it to nobody, and whoever works by keys or hears
 * the screen starts again at the top.
 */
import { useEffect, useLayoutEffect, type RefObject } from 'react';

/** Held weakly: a button that is gone would hold the whole page that it stood on, the patient's records included. */
let last: WeakRef<Element> | null = null;
if (typeof document !== 'undefined')
  addEventListener('focusin', ({ target }) => {
    if (target instanceof Element) last = new WeakRef(target);
  });

/** What had the focus is gone, and nothing has it now. On a page that was just opened nothing was lost. */
export const isFocusLost = (): boolean =>
  last !== null &&
  last.deref()?.isConnected !== true &&
  (document.activeElement ?? document.body) === document.body;

/** Takes the focus that what stood here before left to nobody; asked anew whenever `what` is another. */
export function useCatchFocus(ref: RefObject<HTMLElement | null>, what: unknown): void {
  useEffect(() => {
    if (isFocusLost()) ref.current?.focus({ preventScroll: true });
  }, [ref, what]);
}

/** What comes to take the focus may have to be fetched first. */
const PATIENCE = 500;

/** A button that goes with what it does (a sign-in, a clearing) leaves the focus here at least. */
export function useFocusNet(place: () => HTMLElement | null): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const check = () => {
      clearTimeout(timer);
      timer = setTimeout(() => isFocusLost() && place()?.focus({ preventScroll: true }), PATIENCE);
    };
    addEventListener('keyup', check);
    return () => {
      removeEventListener('keyup', check);
      clearTimeout(timer);
    };
  }, [place]);
}

/** While this covers the page, what it covers is reached by no key and said to nobody; what announces still does. */
export function useCovering(ref: RefObject<HTMLElement | null>, covers: boolean): void {
  useLayoutEffect(() => {
    if (!covers) return undefined;
    const covered: HTMLElement[] = [];
    for (let at = ref.current; at !== null && at !== document.body; at = at.parentElement)
      for (const other of at.parentElement?.children ?? [])
        if (other !== at && other instanceof HTMLElement && !other.matches('output, dialog') && !other.inert)
          covered.push(other);
    for (const each of covered) each.inert = true;
    return () => {
      for (const each of covered) each.inert = false;
    };
  }, [ref, covers]);
}
