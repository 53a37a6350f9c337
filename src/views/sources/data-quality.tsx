import { useState } from 'react';
import type { SourceId } from '../../record/index.ts';
import { useDelays, useRows, useSources, useUnmapped, type SourceView } from '../../session/index.ts';
import { EVERYTHING, type Only } from '../../timeline/index.ts';
import { CLEARED, type ChangeView } from '../address/index.ts';
import { dayText, SourceMark } from '../format/index.ts';
import { t } from '../messages/index.ts';
import css from './sources.module.css';

const DAY = 864e5;

/** What a reader should know of each source's records before trusting them; every number opens what it counts. */
export function DataQuality({ change }: { readonly change: ChangeView }) {
  const views = useSources().filter(({ state }) => state !== null && state.link.kind !== 'unlinked');
  const words = t.quality;
  if (views.length === 0) return null;
  return (
    <section className={css.source} aria-labelledby="data-quality">
      <div className={css.head}>
        <div className={css.words}>
          <h3 id="data-quality" className={css.name}>
            {words.title}
          </h3>
          <p className={css.muted}>{words.intro}</p>
        </div>
      </div>
      <div className={css.part}>
        <table className={css.table} aria-labelledby="data-quality">
          <thead>
            <tr>
              {[words.source, words.complete, words.facts, words.undated, words.uncoded].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
              {[words.unmapped, words.conflict, words.held, words.newest, words.delay].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {views.map((view) => (
              <Line key={view.organisation.id} view={view} change={change} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface LineProps {
  readonly view: SourceView;
  readonly change: ChangeView;
}

function Line({ view, change }: LineProps) {
  const { organisation, lines, progress, state } = view;
  const words = t.quality;
  const source = organisation.id;
  const unmapped = useUnmapped()?.codes.filter((code) => code.source === source).length;
  const delay = useDelays()?.find((each) => each.source === source);
  const asked = lines.filter((line) => line.state.kind !== 'not-asked');
  const complete = asked.filter((line) => line.state.kind === 'complete').length;
  const number = { source, floor: progress.floor, change, name: organisation.name };
  return (
    <tr>
      <th scope="row">
        <SourceMark source={source} said={false} /> {organisation.name}
      </th>
      <td data-label={words.complete}>
        <a href={`#source-${source}`}>{words.parts(complete, asked.length)}</a>
      </td>
      <Count {...number} label={words.facts} only={[]} />
      <Count {...number} label={words.undated} only={['undated']} />
      <Count {...number} label={words.uncoded} only={['uncoded']} />
      <td data-label={words.unmapped}>
        {unmapped === undefined || unmapped === 0 ? (
          floored(unmapped, progress.floor)
        ) : (
          <a href="#unmapped-codes">{floored(unmapped, progress.floor)}</a>
        )}
      </td>
      <Count {...number} label={words.conflict} only={['conflict']} />
      <td data-label={words.held}>
        <a href={`#source-${source}`}>{floored(state?.quarantined ?? 0, progress.floor)}</a>
      </td>
      <Newest source={source} floor={progress.floor} />
      <td data-label={words.delay}>
        {delay === undefined ? t.notStated : words.after(Math.round(delay.median / DAY), delay.records)}
      </td>
    </tr>
  );
}

/** While a source is incomplete a number is a floor, and nought is no finding. */
const floored = (n: number | undefined, floor: boolean): string =>
  n === undefined ? '…' : floor ? t.atLeast(t.count(n)) : t.count(n);

interface CountProps {
  readonly source: SourceId;
  readonly name: string;
  readonly floor: boolean;
  readonly label: string;
  readonly only: readonly Only[];
  readonly change: ChangeView;
}

function Count({ source, name, floor, label, only, change }: CountProps) {
  const total = useRows({ ...EVERYTHING, sources: [source], only }, 0, 0)?.total;
  const text = floored(total, floor);
  return (
    <td data-label={label}>
      {total === undefined || total === 0 ? (
        text
      ) : (
        <button
          type="button"
          className={css.number}
          aria-label={t.quality.open(text, label, name)}
          onClick={() => change({ ...CLEARED, sources: [source], only })}
        >
          {text}
        </button>
      )}
    </td>
  );
}

/** The newest record that is not about the future, and how old it is. */
function Newest({ source, floor }: { readonly source: SourceId; readonly floor: boolean }) {
  // To the day, so that the question stays the same while this is looked at.
  const [today] = useState(() => Math.ceil(Date.now() / DAY) * DAY);
  const query = { ...EVERYTHING, sources: [source], window: { from: -1e15, to: today } };
  const row = useRows(query, 0, 1)?.rows[0];
  const words = t.quality;
  const time = row?.time ?? null;
  if (time === null) return <td data-label={words.newest}>{floor ? '…' : t.notStated}</td>;
  const days = Math.max(0, Math.floor((today - time.from) / DAY));
  return (
    <td data-label={words.newest}>
      {dayText(time)}
      <span className={css.why}>{words.ago(days)}</span>
    </td>
  );
}
