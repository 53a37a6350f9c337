import {
  lazy,
  memo,
  Suspense,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  type RefObject,
} from 'react';
import type { FactId } from '../../record/index.ts';
import { useOverview } from '../../session/index.ts';
import { EVERYTHING, type RowQuery } from '../../timeline/index.ts';
import { useCovering, useKeys, useMedia } from '../../ui/index.ts';
import { queryOf, CLEARED, type ChangeView, type ViewState } from '../address/index.ts';
import { Attention } from '../attention/index.ts';
import { padded, panned, zoomed, type Span } from '../axis/index.ts';
import { Lanes } from '../lanes/index.ts';
import { FactList, type ListHandle } from '../list/index.ts';
import { t, withWords } from '../messages/index.ts';
import { OverviewPane, TimeTable } from '../overview/index.ts';
import { useWayBack } from './use-way-back.ts';
import css from './workspace.module.css';

/** What opens a fact comes after what lists them. */
const DetailPanel = lazy(async () => ({
  default: memo((await withWords(import('../detail/index.ts'))).DetailPanel),
}));

/** While a window is drawn, a frame at a time, and while a word is typed, these stay as they are. */
const StillList = memo(FactList);
const StillAttention = memo(Attention);

/** Wide enough for the chosen fact, or what needs attention, to stand beside the list. */
const BESIDE = '(min-width: 60rem)';

interface TimelineViewProps {
  readonly state: ViewState;
  readonly change: ChangeView;
  readonly text: string;
  readonly onClearText: () => void;
  readonly listRef: RefObject<ListHandle | null>;
}

/** Overview, lanes and list of one window, and the chosen fact beside them. */
export function TimelineView({ state, change, text, onClearText, listRef: list }: TimelineViewProps) {
  // What is typed shows at once; the rows follow when there is time.
  const searched = useDeferredValue(text);
  const query = useMemo(() => queryOf(state, searched), [state, searched]);
  const listed = useMemo(
    (): RowQuery => (state.by === 'visit' ? { ...query, by: 'visit' } : query),
    [query, state.by],
  );
  const life = useLife();
  const { window, onWindow } = useWindow(state.window, change);
  const [table, setTable] = useState(false);
  const wide = useMedia('(min-width: 45rem) and (min-height: 40rem)');
  const beside = useMedia(BESIDE);
  const side = useRef<HTMLElement>(null);
  useCovering(side, !beside && state.fact !== null);
  const [lanesChosen, setLanes] = useState<boolean | null>(null);
  const lanes = lanesChosen ?? wide;
  useWindowKeys(life, window, onWindow);
  const toList = useCallback(() => list.current?.focus(), [list]);
  const opening = useWayBack(state.fact, toList);
  // The first choice is a step to go back from; the next ones replace it.
  const open = useCallback(
    (fact: FactId) => {
      opening();
      change({ fact }, state.fact === null ? 'push' : 'replace');
    },
    [change, state.fact, opening],
  );
  const clear = useCallback(() => {
    onClearText();
    change({ ...CLEARED, fact: state.fact });
  }, [onClearText, change, state.fact]);
  const onBy = useCallback((by: ViewState['by']) => change({ by }, 'replace'), [change]);
  const onShowRetracted = useCallback(() => change({ includeRetracted: true }), [change]);
  const onClose = useCallback(() => change({ fact: null }), [change]);
  const onTrend = useCallback((fact: FactId) => change({ view: 'trends', fact }), [change]);
  return (
    <>
      {!beside && (
        <section className={css.above} aria-label={t.attention.label}>
          <StillAttention onOpen={open} change={change} brief />
        </section>
      )}
      <OverviewPane
        query={query}
        life={life}
        window={window}
        table={table}
        lanes={lanes}
        onTable={() => setTable(!table)}
        onLanes={() => setLanes(!lanes)}
        onWindow={onWindow}
      />
      <div className={css.body}>
        <main id="main" className={css.main} tabIndex={-1}>
          {life !== null && table && (
            <TimeTable
              query={query}
              span={window ?? life}
              onCell={(kind, part) => change({ kinds: [kind], ...(part === null ? {} : { window: part }) })}
            />
          )}
          {life !== null && !table && lanes && (
            <Lanes
              query={query}
              life={life}
              window={window}
              chosen={state.fact}
              onWindow={onWindow}
              onOpen={open}
              onKind={(kind) =>
                change({ kinds: state.kinds?.length === 1 && state.kinds[0] === kind ? null : [kind] })
              }
            />
          )}
          <StillList
            ref={list}
            query={listed}
            onBy={onBy}
            selected={state.fact}
            onSelect={open}
            onClear={clear}
            onShowRetracted={onShowRetracted}
          />
        </main>
        {(beside || state.fact !== null) && (
          <aside
            ref={side}
            className={css.side}
            aria-label={state.fact === null ? t.attention.label : t.opened.label}
          >
            {state.fact === null ? (
              <StillAttention onOpen={open} change={change} brief={false} />
            ) : (
              <Suspense fallback={<p className={css.opening}>{t.opened.loading}</p>}>
                <DetailPanel id={state.fact} onClose={onClose} onOpen={open} onTrend={onTrend} />
              </Suspense>
            )}
          </aside>
        )}
      </div>
    </>
  );
}

/** The whole life: from the first dated fact to the last, whatever is filtered. */
function useLife(): Span | null {
  const span = useOverview(EVERYTHING, 1)?.span ?? null;
  const [from, to] = [span?.from ?? null, span?.to ?? null];
  return useMemo(() => (from === null || to === null ? null : padded({ from, to })), [from, to]);
}

/** A wheel has no end that an event would tell: it has ended when it has been still for so long. */
const STILL = 250;

/** The window of the address, and in the middle of a gesture the one that is being drawn. */
function useWindow(settled: Span | null, change: ChangeView) {
  const [moving, setMoving] = useState<{ window: Span | null } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const onWindow = useCallback(
    (window: Span | null, done: boolean) => {
      clearTimeout(timer.current);
      const settle = () => {
        setMoving(null);
        change({ window });
      };
      if (done) return settle();
      setMoving({ window });
      timer.current = setTimeout(settle, STILL);
      return undefined;
    },
    [change],
  );
  return { window: moving === null ? settled : moving.window, onWindow };
}

function useWindowKeys(
  life: Span | null,
  window: Span | null,
  onWindow: (window: Span | null, done: boolean) => void,
) {
  const to = (next: (life: Span) => Span | null) => () => {
    if (life !== null) onWindow(next(life), true);
  };
  useKeys({
    '[': to((whole) => panned(window, whole, -0.5)),
    ']': to((whole) => panned(window, whole, 0.5)),
    '+': to((whole) => zoomed(window, whole, 0.5)),
    '=': to((whole) => zoomed(window, whole, 0.5)),
    '-': to((whole) => zoomed(window, whole, 2)),
    0: to(() => null),
  });
}
