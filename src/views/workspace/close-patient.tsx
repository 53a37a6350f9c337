import { useActions } from '../../session/index.ts';
import { Button, Dialog } from '../../ui/index.ts';
import { t } from '../messages/index.ts';
import css from './close-patient.module.css';

/** Says what will be gone before it is. */
export function ClosePatient({ onClose }: { readonly onClose: () => void }) {
  const { forgetAll } = useActions();
  const go = () => {
    onClose();
    // The next patient's screen must not open with this one's window and choice.
    history.replaceState(null, '', location.pathname);
    forgetAll();
  };
  return (
    <Dialog title={t.closePatient.button} closeLabel={t.close} onClose={onClose}>
      <p>{t.closePatient.says}</p>
      <div className={css.acts}>
        <Button onClick={onClose}>{t.closePatient.stay}</Button>
        <Button look="primary" onClick={go}>
          {t.closePatient.go}
        </Button>
      </div>
    </Dialog>
  );
}
