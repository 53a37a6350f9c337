import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
} from 'react';
import type { FactId } from '../../record/index.ts';
import { useRows } from '../../session/index.ts';
import type { Row, RowQuery, RowWindow } from '../../timeline/index.ts';
import { Listbox, useDensity, useMedia, useVisibleRows, useWidth } from '../../ui/index.ts';
import { groupText } from '../format/index.ts';
import { t } from '../messages/index.ts';
import { EmptyList } from './empty-list.tsx';
import { ListBar } from './list-bar.tsx';
import css from './list.module.css';
import { FactRow, rowDomId } from './row.tsx';
import { useSteadyReading } from './use-steady-reading.ts';

/** Rows asked for at a time: a screenful and some, so that a fling meets one or two questions and not twenty. */
const PAGE = 120;
/** Rows have one height, so that a hundred thousand of them need no measuring and nothing ever jumps. */
const ROW = { comfortable: 36, compact: 28, touched: 44 } as const;
const NARROW_ROW = { comfortable: 56, compact: 48, touched: 56 } as const;
const NARROW_BELOW = 704;
/** Drawn beyond what can be seen, for scrolling not to show a gap. */
const SPARE = 8;

/** What the keys of the page ask of the list. */
export interface ListHandle {
  move(by: number | 'first' | 'last'): void;
  focus(): void;
}

interface FactListProps {
  readonly query: RowQuery;
  readonly selected: FactId | null;
  readonly onSelect: (id: FactId) => void;
  readonly onClear: () => void;
  readonly onShowRetracted: () => void;
  readonly onBy: (by: 'day' | 'visit') => void;
  readonly ref?: Ref<ListHandle>;
}

export function FactList(props: FactListProps) {
  const { query, selected, onSelect, onClear, onShowRetracted, onBy, ref } = props;
  const [frame, width] = useWidth();
  const narrow = width > 0 && width < NARROW_BELOW;
  const density = useDensity();
  // A finger needs 44 px, whatever was chosen.
  const touched = useMedia('(pointer: coarse)');
  const height = (narrow ? NARROW_ROW : ROW)[touched ? 'touched' : density];
  const [scroll, setScroll] = useState<HTMLDivElement | null>(null);
  const visible = useVisibleRows(scroll, height);
  const list = useListed(query, visible.first, visible.first + visible.count);
  const { total, rowAt } = list;
  useSteadyReading(scroll, list.here, height);
  const { active, after, before, moveTo } = useMoving({ scroll, height, list, selected, onSelect });
  useImperativeHandle(ref, () => ({
    focus: () => scroll?.focus({ preventScroll: true }),
    move: (by) => moveTo(by === 'first' ? 0 : by === 'last' ? total - 1 : (by > 0 ? after : before) + by),
  }));
  // A new question starts at its top.
  const asked = JSON.stringify({ ...query, window: null });
  const shown = useRef(asked);
  useLayoutEffect(() => {
    // Only then: to scroll a list that has just come makes the browser lay it out for it.
    if (shown.current !== asked) scroll?.scrollTo({ top: 0 });
    shown.current = asked;
  }, [asked, scroll]);

  const onClick = (event: MouseEvent) => {
    const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
    const row = option === null ? null : rowAt(Number(option.dataset['index']));
    if (row !== null) onSelect(row.id);
  };
  const from = Math.max(0, visible.first - SPARE);
  const indices = range(from, Math.min(total, visible.first + visible.count + SPARE));
  return (
    <section ref={frame} className={css.frame} aria-label={t.list.label}>
      <ListBar
        query={query}
        window={list.head}
        by={query.by ?? 'day'}
        onBy={onBy}
        onShowRetracted={onShowRetracted}
      />
      {list.head?.total === 0 ? (
        <EmptyList query={query} onClear={onClear} />
      ) : (
        <Listbox
          ref={setScroll}
          className={css.scroll}
          aria-label={t.list.label}
          aria-busy={list.head === undefined}
          aria-activedescendant={indices.includes(active) ? rowDomId(active) : undefined}
          onClick={onClick}
          onKeyDown={(event) => onKey(event, moveTo, active, total)}
        >
          <StickyVisit row={rowAt(visible.first)} />
          <div className={css.rows} style={{ height: total * height }}>
            {indices.map((index) => {
              const row = rowAt(index);
              const before = index === 0 ? null : rowAt(index - 1);
              return row === null ? (
                <Ghost key={index} top={index * height} height={height} />
              ) : (
                <FactRow
                  key={index}
                  row={row}
                  index={index}
                  total={total}
                  top={index * height}
                  height={height}
                  first={index === 0 || (before !== null && groupOf(before) !== groupOf(row))}
                  dated={index === 0 || (before !== null && groupText(before.time) !== groupText(row.time))}
                  leading={index === visible.first}
                  selected={row.id === selected}
                  narrow={narrow}
                />
              );
            })}
          </div>
        </Listbox>
      )}
    </section>
  );
}

/** The rows of one visit stand together; else those of one day. */
const groupOf = (row: Row): string => row.visit?.id ?? groupText(row.time);

/** Whose rows these are, while the visit's own row is scrolled away. Each row says it to a screen reader. */
function StickyVisit({ row }: { readonly row: Row | null }) {
  if (row?.visit === undefined || row.visit.id === row.id) return null;
  return (
    <div className={css.sticky} aria-hidden="true">
      <span className={css.stuck}>
        <strong>{groupText(row.visit.time)}</strong>
        <bdi>{row.visit.title ?? t.unknownFact}</bdi>
      </span>
    </div>
  );
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

const Ghost = ({ top, height }: { readonly top: number; readonly height: number }) => (
  <div className={css.row} style={{ height, transform: `translateY(${top}px)` }} aria-hidden="true">
    <span className={css.ghost} />
  </div>
);

interface Listed {
  readonly head: RowWindow | undefined;
  readonly here: RowWindow | undefined;
  readonly total: number;
  readonly rowAt: (index: number) => Row | null;
  readonly indexOf: (id: FactId) => number;
}

/** The pages that can be seen, and the first, which knows how many rows there are and is where a reader starts. */
function useListed(query: RowQuery, first: number, last: number): Listed {
  const head = useRows(query, 0, PAGE);
  const here = useRows(query, Math.floor(first / PAGE) * PAGE, PAGE);
  const next = useRows(query, Math.floor(last / PAGE) * PAGE, PAGE);
  // An answer may still be that of an earlier question, so each is read at its own offset.
  const rowAt = useCallback(
    (index: number) =>
      [here, next, head].map((page) => page?.rows[index - page.offset]).find((row) => row !== undefined) ??
      null,
    [here, next, head],
  );
  const indexOf = useCallback(
    (id: FactId) => {
      for (const page of [here, next, head]) {
        const at = page?.rows.findIndex((row) => row.id === id) ?? -1;
        if (page !== undefined && at >= 0) return page.offset + at;
      }
      return -1;
    },
    [here, next, head],
  );
  return { head, here, total: head?.total ?? 0, rowAt, indexOf };
}

interface Moving {
  readonly scroll: HTMLElement | null;
  readonly height: number;
  readonly list: Listed;
  readonly selected: FactId | null;
  readonly onSelect: (id: FactId) => void;
}

/** Where the chosen row stands, and going to another, which may not have arrived yet. */
function useMoving({ scroll, height, list, selected, onSelect }: Moving) {
  const { rowAt, total } = list;
  const [pending, setPending] = useState<number | null>(null);
  const found = selected === null ? -1 : list.indexOf(selected);
  const [last, setLast] = useState(found);
  if (found >= 0 && found !== last) setLast(found);
  const awaited = pending === null ? null : (rowAt(pending)?.id ?? null);
  // A row that was moved to before it had arrived is chosen when it does.
  useEffect(() => {
    if (awaited !== null) onSelect(awaited);
  }, [awaited, onSelect]);
  const moveTo = (index: number) => {
    const to = Math.max(0, Math.min(total - 1, index));
    if (scroll !== null) reveal(scroll, to * height, height);
    const row = rowAt(to);
    setPending(row === null ? to : null);
    if (row !== null) onSelect(row.id);
  };
  // A chosen row that the list does not hold any more, since it was reviewed, left its place to the next one.
  const gone = selected !== null && found < 0 && last >= 0;
  return { active: found, moveTo, after: gone ? last - 1 : found, before: gone ? last : found };
}

function reveal(scroll: HTMLElement, top: number, height: number): void {
  const above = scroll.scrollTop;
  if (top < above) scroll.scrollTo({ top });
  else if (top + height > above + scroll.clientHeight)
    scroll.scrollTo({ top: top + height - scroll.clientHeight });
}

function onKey(event: KeyboardEvent, moveTo: (index: number) => void, at: number, total: number): void {
  const to: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + 10,
    PageUp: at - 10,
    Home: 0,
    End: total - 1,
  };
  const index = to[event.key];
  if (index === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  moveTo(index);
}
