import { useActions, useLockIn } from '../../session/index.ts';
import { Button, Dialog } from '../../ui/index.ts';
import { t } from '../messages/index.ts';
import css from './session.module.css';

/** A minute's notice before everything is cleared. Any key or click keeps the session; the button says so. */
export function LockWarning() {
  const { stay, forgetAll } = useActions();
  const seconds = useLockIn();
  if (seconds === null) return null;
  return (
    <Dialog title={t.session.lockTitle} closeLabel={t.session.stay} onClose={stay}>
      <p role="timer">{t.session.lockIn(seconds)}</p>
      <div className={css.acts}>
        <Button onClick={forgetAll}>{t.session.lockNow}</Button>
        <Button look="primary" onClick={stay}>
          {t.session.stay}
        </Button>
      </div>
    </Dialog>
  );
}
