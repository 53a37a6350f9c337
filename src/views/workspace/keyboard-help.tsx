import { Dialog } from '../../ui/index.ts';
import { t } from '../messages/index.ts';
import css from './keyboard-help.module.css';

export const KeyboardHelp = ({ onClose }: { readonly onClose: () => void }) => (
  <Dialog title={t.help.title} closeLabel={t.close} onClose={onClose}>
    <dl className={css.keys}>
      {t.help.keys.map(([keys, what]) => (
        <div key={keys} className={css.line}>
          <dt>
            {keys.split('  ').map((key) => (
              <kbd key={key} className={css.key}>
                {key}
              </kbd>
            ))}
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  </Dialog>
);
