import { useId, useState } from 'react';
import type { FactId, MaskReason } from '../../record/index.ts';
import { useReveal, useSealed, type Sealed } from '../../session/index.ts';
import { Button, Icon } from '../../ui/index.ts';
import { useSourceNames, writtenDayText } from '../format/index.ts';
import { t } from '../messages/index.ts';
import { Glass } from './glass.tsx';
import { ReasonField } from './reason.tsx';
import css from './sealed.module.css';

interface SealedPlaceProps {
  readonly id: FactId;
  readonly onClose: () => void;
}

/** The place of a fact that may not be seen, or that is not here any more. */
export function SealedPlace({ id, onClose }: SealedPlaceProps) {
  const sealed = useSealed(id);
  if (sealed === undefined) return <p className={css.place}>{t.opened.loading}</p>;
  return (
    <div className={css.place}>
      {sealed === null ? <p>{t.detail.gone}</p> : <Mask key={id} id={id} sealed={sealed} />}
      <Button onClick={onClose}>{t.close}</Button>
    </div>
  );
}

/** Why a fact is masked, in a sentence that says nothing of what it is. */
function reasonText(why: MaskReason, nameOf: (source: Extract<MaskReason, { at: unknown }>['at']) => string) {
  const words = t.sealed.why;
  switch (why.kind) {
    case 'policy':
      return words.policy;
    case 'consent':
      return words.consent(why.date === null ? null : writtenDayText(why.date), nameOf(why.at));
    case 'unread':
      return why.failed ? words.unread(nameOf(why.at)) : words.waiting(nameOf(why.at));
    case 'without-consent':
      return words.without(nameOf(why.at));
  }
}

function Mask({ id, sealed }: { readonly id: FactId; readonly sealed: Sealed }) {
  const [asking, setAsking] = useState(false);
  const nameOf = useSourceNames();
  return (
    <section className={css.mask} aria-label={t.sealed.label}>
      <p className={css.why}>
        <Icon name="masked" />
        {reasonText(sealed.why, nameOf)}
      </p>
      {sealed.purposes.length === 0 && sealed.glass === null && <p>{t.sealed.never}</p>}
      {sealed.glass !== null && <Glass source={sealed.glass} />}
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
  const [alike, setAlike] = useState(false);
  const [refused, setRefused] = useState<keyof typeof t.sealed.refused | null>(null);
  const hint = useId();
  const submit = async () => {
    const answer = await reveal(purpose, reason.trim(), alike);
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
      <ReasonField label={t.sealed.reason} hint={hint} value={reason} onChange={setReason} />
      {sealed.alike > 0 && (
        <label className={css.choice}>
          <input type="checkbox" checked={alike} onChange={(event) => setAlike(event.target.checked)} />
          <span>{t.sealed.alike(sealed.alike)}</span>
        </label>
      )}
      <p id={hint} className={css.hint}>
        {t.sealed.recorded(sealed.minutes)}
      </p>
      {refused !== null && <p role="alert">{t.sealed.refused[refused]}</p>}
      <p className={css.acts}>
        <Button type="submit" look="primary">
          {t.sealed.confirm(sealed.minutes)}
        </Button>
        <Button onClick={onCancel}>{t.sealed.cancel}</Button>
      </p>
    </form>
  );
}
