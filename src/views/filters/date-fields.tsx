import { useState } from 'react';
import { useOverview } from '../../session/index.ts';
import { EVERYTHING, type RowQuery } from '../../timeline/index.ts';
import type { ChangeView, ViewState } from '../address/index.ts';
import { padded } from '../axis/index.ts';
import { t } from '../messages/index.ts';
import css from './filters.module.css';

const DAY = 864e5;
/** While a year is typed it is the year 2, and then 20: nobody was born then. */
const EARLIEST = Date.UTC(1800, 0, 1);
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The window of the screen, by its first and its last day; an end that is left out is that of the whole life. */
export function DateFields({
  window,
  change,
}: {
  readonly window: ViewState['window'];
  readonly change: ChangeView;
}) {
  const span = useOverview(EVERYTHING, 1)?.span ?? null;
  if (span === null) return null;
  const life = padded(span);
  const first = window === null || window.from <= life.from ? null : window.from;
  const end = window === null || window.to >= life.to ? null : window.to;
  const choose = (from: number | null, to: number | null) =>
    change({ window: windowOf(from ?? life.from, to ?? life.to, life) });
  return (
    <>
      <DateField
        label={t.filters.from}
        day={first === null ? '' : dayOf(first)}
        choose={(day) => choose(day, day !== null && end !== null && day >= end ? null : end)}
      />
      <DateField
        label={t.filters.to}
        day={end === null ? '' : dayOf(end - 1)}
        choose={(day) => {
          const after = day === null ? null : day + DAY;
          choose(after !== null && first !== null && first >= after ? null : first, after);
        }}
      />
    </>
  );
}

/** A day before everything, or after it, has nothing in it, and says so: it is not the whole life. */
function windowOf(from: number, to: number, life: { from: number; to: number }): RowQuery['window'] {
  if (from <= life.from && to >= life.to) return null;
  return from < to ? { from, to } : from > life.from ? { from, to: from + DAY } : { from: to - DAY, to };
}

interface DateFieldProps {
  readonly label: string;
  readonly day: string;
  readonly choose: (day: number | null) => void;
}

function DateField({ label, day, choose }: DateFieldProps) {
  // What is typed stays as it is till it is a day that can be meant.
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <label className={css.date}>
      {label}
      <input
        type="date"
        max="9999-12-31"
        className={css.day}
        value={typed ?? day}
        onChange={({ target: { value } }) => {
          setTyped(value);
          const time = value === '' ? null : Date.parse(value);
          if (time === null || time >= EARLIEST) choose(time);
        }}
        onBlur={() => setTyped(null)}
      />
    </label>
  );
}
