import { useId, useState } from 'react';
import type { SourceId } from '../../record/index.ts';
import { useActions, type GlassOutcome } from '../../session/index.ts';
import { Button } from '../../ui/index.ts';
import { useSourceNames } from '../format/index.ts';
import { t } from '../messages/index.ts';
import { ReasonField } from './reason.tsx';
import css from './sealed.module.css';

/** What a consent hides, its source alone can open: for a reason that is recorded, and with a sign-in of its own. */
export function Glass({ source }: { readonly source: SourceId }) {
  const name = useSourceNames()(source);
  const { breakGlass } = useActions();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [outcome, setOutcome] = useState<GlassOutcome | null>(null);
  const hint = useId();
  if (!asking)
    return (
      <>
        <p>{t.sealed.glass(name)}</p>
        <Button onClick={() => setAsking(true)}>{t.sealed.breakGlass}</Button>
      </>
    );
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void breakGlass(source, reason.trim()).then(setOutcome);
      }}
    >
      <ReasonField label={t.sealed.glassReason} hint={hint} value={reason} onChange={setReason} />
      <p id={hint} className={css.hint}>
        {t.sealed.glassRecorded}
      </p>
      {outcome !== null && outcome !== 'opened' && <p role="alert">{t.sealed.glassOutcome[outcome]}</p>}
      <p className={css.acts}>
        <Button type="submit" look="primary">
          {t.sealed.glassConfirm(name)}
        </Button>
        <Button onClick={() => setAsking(false)}>{t.sealed.cancel}</Button>
      </p>
    </form>
  );
}
