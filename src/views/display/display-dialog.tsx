import { Button, Dialog } from '../../ui/index.ts';
import { t } from '../messages/index.ts';
import { DensityChoice } from './density-choice.tsx';
import css from './display.module.css';
import { LanguageChoice } from './language-choice.tsx';

interface DisplayDialogProps {
  readonly onClose: () => void;
  /** Where the page is too narrow for a button of its own. */
  readonly onHelp: () => void;
}

/** How it looks and speaks: remembered in this browser, and nothing of the record with it. */
export const DisplayDialog = ({ onClose, onHelp }: DisplayDialogProps) => (
  <Dialog title={t.display.title} closeLabel={t.close} onClose={onClose}>
    <div className={css.choices}>
      <LanguageChoice />
      <DensityChoice />
      <p className={css.says}>{t.display.says}</p>
      <Button onClick={onHelp}>{t.nav.help}</Button>
    </div>
  </Dialog>
);
