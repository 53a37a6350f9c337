import type { FactKind, SourceId } from '../../record/index.ts';
import { useOverview, useRows, useSources } from '../../session/index.ts';
import { EVERYTHING, type LaneBins, type RowQuery } from '../../timeline/index.ts';
import { CLEARED, type ChangeView } from '../address/index.ts';
import { dayText, momentText, SourceMark } from '../format/index.ts';
import { t } from '../messages/index.ts';
import { isIncomplete } from '../strip/index.ts';
import { useReferences, type Reference } from './references.ts';
import css from './since.module.css';

/** What came since the last look, else since the last visit here: how much, of what, and from whom. */
export function NewSince({ change }: { readonly change: ChangeView }) {
  const reference = useReferences()[0];
  if (reference === undefined) return null;
  const query = { ...EVERYTHING, since: Math.floor(reference.time / 60_000) * 60_000 };
  return (
    <section aria-label={t.since.title}>
      <h3 className={css.title}>{t.since.newSince[reference.kind](timeText(reference))}</h3>
      <Counts query={query} change={change} />
    </section>
  );
}

/** Of a visit the day is what is remembered. */
const timeText = ({ kind, time }: Reference): string =>
  kind === 'looked' ? momentText(time) : dayText({ from: time, precision: 'day', offset: null });

/** What changes a plan is named; the rest is counted together. */
const NAMED: ReadonlySet<FactKind> = new Set([
  'encounter',
  'condition',
  'allergy',
  'medication',
  'observation',
  'report',
  'imaging',
  'procedure',
  'document',
]);

function Counts({ query, change }: { readonly query: RowQuery; readonly change: ChangeView }) {
  const lanes = useOverview(query, 1)?.lanes;
  const views = useSources();
  const floor = isIncomplete(views);
  const total = useRows(query, 0, 0)?.total;
  const since = query.since ?? null;
  if (total === undefined || lanes === undefined) return null;
  if (total === 0) return <p className={css.hint}>{floor ? t.since.noneFloor : t.since.none}</p>;
  const open = (part: object) => change({ ...CLEARED, since, ...part });
  const there = lanes.filter((lane) => lane.total > 0);
  const others = there.filter(({ kind }) => !NAMED.has(kind));
  return (
    <div className={css.counts}>
      <button type="button" className={css.count} onClick={() => open({})}>
        <strong>{floor ? t.atLeastFirst(t.facts(total)) : t.facts(total)}</strong>
      </button>
      {views.map(({ organisation: { id, name } }) => (
        <FromSource key={id} query={query} source={id} name={name} onOpen={() => open({ sources: [id] })} />
      ))}
      {there
        .filter(({ kind }) => NAMED.has(kind))
        .map(({ kind, total: n }) => (
          <button key={kind} type="button" className={css.count} onClick={() => open({ kinds: [kind] })}>
            {t.ofKind(n, kind)}
          </button>
        ))}
      {others.length > 0 && (
        <button
          type="button"
          className={css.count}
          onClick={() => open({ kinds: others.map(({ kind }) => kind) })}
        >
          {t.since.others(sumOf(others))}
        </button>
      )}
    </div>
  );
}

const sumOf = (lanes: readonly LaneBins[]): number => lanes.reduce((sum, lane) => sum + lane.total, 0);

interface FromSourceProps {
  readonly query: RowQuery;
  readonly source: SourceId;
  readonly name: string;
  readonly onOpen: () => void;
}

function FromSource({ query, source, name, onOpen }: FromSourceProps) {
  const n = useRows({ ...query, sources: [source] }, 0, 0)?.total ?? 0;
  if (n === 0) return null;
  return (
    <button type="button" className={css.count} aria-label={t.since.from(n, name)} onClick={onOpen}>
      <SourceMark source={source} said={false} size={16} /> {t.count(n)}
    </button>
  );
}
