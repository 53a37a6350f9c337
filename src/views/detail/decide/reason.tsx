import { useId, useState, type ReactNode } from 'react';
import type { Decided, Deciding } from '../../../session/index.ts';
import { useDecide } from '../../../session/index.ts';
import { Button } from '../../../ui/index.ts';
import { t } from '../../messages/index.ts';
import { ReasonField } from '../reason.tsx';
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
      <ReasonField label={t.decide.reason} hint={hint} value={reason} onChange={setReason} />
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
