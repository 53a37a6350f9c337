import { useId, useState, type ReactNode } from 'react';
import type { Decided, Deciding } from '../../../session/index.ts';
import { useDecide } from '../../../session/index.ts';
import { Button } from '../../../ui/index.ts';
import { t } from '../../messages/index.ts';
import css from './decide.module.css';

interface ReasonProps {
  /** What will happen, in a sentence or two. */
  readonly will: ReactNode;
  readonly go: string;
  /** Null while nothing is chosen that could be decided. */
  readonly deciding: ((reason: string) => Deciding) | null;
  readonly onDone: (done: Extract<Decided, { kind: 'done' }>) => void;
  readonly onCancel: () => void;
}

/** The end of every decision: what it will do is said, why it is done is asked, and only then is it done. */
export function Reason({ will, go, deciding, onDone, onCancel }: ReasonProps) {
  const { decide } = useDecide();
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const hint = useId();
  const submit = async () => {
    if (deciding === null) return;
    const answer = await decide(deciding(reason.trim()));
    if (answer.kind === 'done') onDone(answer);
    else setRefused(t.decide.refused[answer.why]);
  };
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div id={hint} className={css.will}>
        <p>{will}</p>
        <p className={css.hint}>{t.decide.recorded}</p>
      </div>
      <label className={css.field}>
        <span>{t.decide.reason}</span>
        <textarea
          rows={2}
          required
          minLength={3}
          maxLength={500}
          value={reason}
          aria-describedby={hint}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      {refused !== null && <p role="alert">{refused}</p>}
      <p className={css.acts}>
        <Button type="submit" look="primary" disabled={deciding === null || reason.trim().length < 3}>
          {go}
        </Button>
        <Button onClick={onCancel}>{t.decide.cancel}</Button>
      </p>
    </form>
  );
}
