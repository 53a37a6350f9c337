import { useEffect, useRef } from 'react';

type Keys = Readonly<Record<string, () => void>>;

/** Single keys of the page. They rest while something is typed, a dialog is open, or a modifier is held. */
export function useKeys(keys: Keys): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target instanceof Element ? event.target : null;
      if (document.querySelector('dialog[open]') !== null) return;
      const typing =
        target?.closest('input, textarea, select, [contenteditable]') !== null && target !== null;
      if (typing && event.key !== 'Escape') return;
      const run = current.current[event.key];
      if (run === undefined) return;
      event.preventDefault();
      if (typing && target instanceof HTMLElement) target.blur();
      run();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

/** The browser's own key for printing asks what to print: a picture of the screen would leave out what it hides. */
export function usePrintKey(onPrint: () => void): void {
  const current = useRef(onPrint);
  useEffect(() => {
    current.current = onPrint;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key !== 'p') return;
      if (document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      current.current();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
