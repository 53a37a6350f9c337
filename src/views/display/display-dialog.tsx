import { Dialog } from '../../ui/index.ts';
import { t } from '../messages/index.ts';
import { LanguageChoice } from './language-choice.tsx';

/** How it looks and speaks: remembered in this browser, and nothing of the record with it. */
export const DisplayDialog = ({ onClose }: { readonly onClose: () => void }) => (
  <Dialog title={t.display.title} closeLabel={t.close} onClose={onClose}>
    <LanguageChoice />
  </Dialog>
);
