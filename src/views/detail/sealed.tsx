import { useId, useState } from 'react';
import type { FactId } from '../../record/index.ts';
import { useReveal, useSealed, type Sealed } from '../../session/index.ts';
import { Button, Icon } from '../../ui/index.ts';
import { t } from '../messages/index.ts';
import css from './sealed.module.css';

interface SealedPlaceProps {
  readonly id: FactId;
  readonly onClose: () => void;
}

/** The place of a fact that may not be seen, or that is not here any more. */
export function SealedPlace({ id, onClose }: SealedPlaceProps) {
  const sealed = useSealed(id);
  if (sealed === undefined) return <p className={css.place}>{t.detail.loading}</p>;
  return (
    <div className={css.place}>
      {sealed === null ? <p>{t.detail.gone}</p> : <Mask key={id} id={id} sealed={sealed} />}
      <Button onClick={onClose}>{t.close}</Button>
    </div>
  );
}

function Mask({ id, sealed }: { readonly id: FactId; readonly sealed: Sealed }) {
  const [asking, setAsking] = useState(false);
  return (
    <section className={css.mask} aria-label={t.sealed.label}>
      <p className={css.why}>
        <Icon name="masked" />
        {t.sealed.why(sealed.why)}
      </p>
      {sealed.purposes.length === 0 && <p>{t.sealed.never}</p>}
      {sealed.purposes.length > 0 && !asking && (
        <Button onClick={() => setAsking(true)}>{t.sealed.show}</Button>
      )}
      {asking && <Ask id={id} sealed={sealed} onCancel={() => setAsking(false)} />}
    </section>
  );
}

/** What will happen is said before it does: for how long, and that it is recorded. */
function Ask({
  id,
  sealed,
  onCancel,
}: {
  readonly id: FactId;
  readonly sealed: Sealed;
  readonly onCancel: () => void;
}) {
  const { reveal } = useReveal(id);
  const [purpose, setPurpose] = useState(sealed.purposes[0] ?? '');
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const hint = useId();
  const submit = async () => {
    const answer = await reveal(purpose, reason.trim());
    if (answer.kind === 'refused') setRefused(answer.why);
  };
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <label className={css.field}>
        <span>{t.sealed.purpose}</span>
        <select value={purpose} onChange={(event) => setPurpose(event.target.value)}>
          {sealed.purposes.map((code) => (
            <option key={code} value={code}>
              {t.sealed.purposes[code] ?? code}
            </option>
          ))}
        </select>
      </label>
      <label className={css.field}>
        <span>{t.sealed.reason}</span>
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
      <p id={hint} className={css.hint}>
        {t.sealed.recorded(sealed.minutes)}
      </p>
      {refused !== null && <p role="alert">{t.sealed.refused(refused)}</p>}
      <p className={css.acts}>
        <Button type="submit" look="primary">
          {t.sealed.confirm(sealed.minutes)}
        </Button>
        <Button onClick={onCancel}>{t.sealed.cancel}</Button>
      </p>
    </form>
  );
}
