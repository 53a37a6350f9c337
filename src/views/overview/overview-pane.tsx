import { useMemo } from 'react';
import { useOverview } from '../../session/index.ts';
import { EVERYTHING, type RowQuery } from '../../timeline/index.ts';
import { Button, Icon, useMedia } from '../../ui/index.ts';
import { panned, zoomed, type Span } from '../axis/index.ts';
import { axisText } from '../format/index.ts';
import { t } from '../messages/index.ts';
import { OverviewChart } from './overview-chart.tsx';
import css from './overview.module.css';

interface OverviewPaneProps {
  readonly query: RowQuery;
  readonly life: Span | null;
  readonly window: Span | null;
  readonly table: boolean;
  readonly lanes: boolean;
  readonly onTable: () => void;
  readonly onLanes: () => void;
  readonly onWindow: (window: Span | null, done: boolean) => void;
}

/** Enough to see a month in a life, few enough for a bar to be seen. */
const BINS = 240;

export function OverviewPane(props: OverviewPaneProps) {
  const { query, life, window, onWindow } = props;
  const asked = useMemo(() => ({ ...query, window: null }), [query]);
  const view = useOverview(asked, BINS);
  const all = useOverview(EVERYTHING, BINS);
  const low = useMedia('(max-width: 45rem)');
  const narrowed = JSON.stringify(asked) !== JSON.stringify(EVERYTHING);
  const undated = view?.lanes.reduce((sum, lane) => sum + lane.undated, 0) ?? 0;
  const total = view?.lanes.reduce((sum, lane) => sum + lane.total, 0) ?? 0;
  return (
    <section className={css.overview} aria-label={t.overview.label}>
      <div className={css.bar}>
        <h2 className={css.heading}>
          {window === null
            ? t.overview.whole
            : t.overview.window(
                axisText(window.from, window.to - window.from),
                axisText(window.to, window.to - window.from),
              )}
        </h2>
        {life !== null && <Tools {...props} life={life} />}
        {undated > 0 && window === null && <span className={css.when}>{t.overview.undated(undated)}</span>}
        <Legend outside={view?.lanes.some((lane) => lane.outside.some((n) => n > 0)) ?? false} />
      </div>
      {life === null ? (
        <p className={css.empty}>{t.overview.empty}</p>
      ) : (
        <OverviewChart
          life={life}
          window={window}
          view={view}
          ghost={narrowed ? all : undefined}
          facts={t.facts(total)}
          height={low ? 56 : 76}
          onWindow={onWindow}
        />
      )}
    </section>
  );
}

function Tools({
  life,
  window,
  table,
  lanes,
  onTable,
  onLanes,
  onWindow,
}: OverviewPaneProps & { readonly life: Span }) {
  const act = (
    label: string,
    icon: Parameters<typeof Icon>[0]['name'],
    next: () => Span | null,
    off = false,
  ) => (
    <Button
      look="icon"
      aria-label={label}
      title={label}
      disabled={off}
      onClick={() => onWindow(next(), true)}
    >
      <Icon name={icon} />
    </Button>
  );
  return (
    <div className={css.tools}>
      {act(t.overview.earlier, 'left', () => panned(window, life, -0.5), window === null)}
      {act(t.overview.later, 'right', () => panned(window, life, 0.5), window === null)}
      {act(t.overview.zoomIn, 'plus', () => zoomed(window, life, 0.5))}
      {act(t.overview.zoomOut, 'minus', () => zoomed(window, life, 2), window === null)}
      {act(t.overview.whole, 'whole', () => null, window === null)}
      <Button
        look="icon"
        aria-pressed={lanes}
        aria-label={t.lanes.show}
        title={t.lanes.show}
        onClick={onLanes}
      >
        <Icon name="lanes" />
      </Button>
      <Button
        look="icon"
        aria-pressed={table}
        aria-label={table ? t.overview.asChart : t.overview.asTable}
        title={table ? t.overview.asChart : t.overview.asTable}
        onClick={onTable}
      >
        <Icon name={table ? 'chart' : 'table'} />
      </Button>
    </div>
  );
}

const DIAMOND = 'M5 0.75L9.25 5L5 9.25L0.75 5z';
const TRIANGLE = 'M5 0.5l4.5 8.5h-9z';
const STRIPES = 'M1 1h8v2h-8zM1 4h8v2h-8zM1 7h8v2h-8z';

const Legend = ({ outside }: { readonly outside: boolean }) => (
  <div className={css.legend} aria-hidden="true">
    <Key shape={DIAMOND} colour="--danger" text={t.overview.legendSafety} />
    <Key shape={TRIANGLE} colour="--danger" text={t.overview.legendCritical} />
    <Key shape={DIAMOND} colour="--warn" text={t.overview.legend} hollow />
    {outside && <Key shape={STRIPES} colour="--mark-outside" text={t.overview.legendOutside} />}
  </div>
);

interface KeyProps {
  readonly shape: string;
  readonly colour: string;
  readonly text: string;
  readonly hollow?: boolean;
}

const Key = ({ shape, colour, text, hollow = false }: KeyProps) => (
  <span>
    <svg width="10" height="10" viewBox="0 0 10 10">
      <path
        d={shape}
        fill={hollow ? 'none' : `var(${colour})`}
        stroke={hollow ? `var(${colour})` : 'none'}
        strokeWidth={1.5}
      />
    </svg>
    {text}
  </span>
);
