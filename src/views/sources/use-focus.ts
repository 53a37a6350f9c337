import { useEffect, useRef } from 'react';

/**
 * A source that was asked for is brought into view and has the focus. It has it too where the button that was pressed
 * went away with the link that it made or took back: a keyboard must not start at the top of the page again.
 */
export function useFocus(wanted: boolean, reached: () => void, link: string | null) {
  const section = useRef<HTMLElement>(null);
  const before = useRef(link);
  useEffect(() => {
    if (!wanted) return;
    section.current?.focus({ preventScroll: true });
    section.current?.scrollIntoView({ block: 'start' });
    reached();
  }, [wanted, reached]);
  useEffect(() => {
    const changed = before.current !== null && before.current !== link;
    before.current = link;
    if (changed && document.activeElement === document.body) section.current?.focus({ preventScroll: true });
  }, [link]);
  return section;
}
