import { Button } from '../../ui/index.ts';
import type { ChangeView, ViewState } from '../address/index.ts';
import { momentText } from '../format/index.ts';
import { t } from '../messages/index.ts';
import { useReferences } from './references.ts';
import css from './since.module.css';

interface SinceChipsProps {
  readonly state: ViewState;
  readonly change: ChangeView;
}

const MINUTE = 60_000;
/** The address keeps minutes. */
const toMinute = (time: number): number => Math.floor(time / MINUTE) * MINUTE;

/** New since the last look, the last visit here, or any day. */
export function SinceChips({ state, change }: SinceChipsProps) {
  const choose = (time: number | null) => change({ since: time });
  const day = state.since === null ? '' : new Date(state.since).toISOString().slice(0, 10);
  return (
    <>
      {useReferences().map(({ kind, time }) => (
        <Button
          key={kind}
          aria-pressed={state.since === toMinute(time)}
          onClick={() => choose(state.since === toMinute(time) ? null : toMinute(time))}
        >
          {t.since[kind]} · {momentText(time)}
        </Button>
      ))}
      <label className={css.date}>
        {t.since.date}
        <input
          type="date"
          value={day}
          className={css.input}
          onChange={({ target }) => choose(target.value === '' ? null : Date.parse(target.value))}
        />
      </label>
    </>
  );
}
