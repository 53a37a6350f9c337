import { useSources } from '../../session/index.ts';
import type { RowWindow } from '../../timeline/index.ts';
import { Button } from '../../ui/index.ts';
import { t } from '../messages/index.ts';
import { isIncomplete } from '../strip/index.ts';
import css from './list.module.css';

interface ListBarProps {
  readonly window: RowWindow | undefined;
  readonly onShowRetracted: () => void;
}

/** How many there are: a floor while any source is incomplete. Changes are announced politely. */
export function ListBar({ window, onShowRetracted }: ListBarProps) {
  const floor = isIncomplete(useSources());
  return (
    <div className={css.bar}>
      <output className={css.total}>
        {window === undefined ? t.list.loading : t.list.total(t.facts(window.total), floor)}
      </output>
      {window !== undefined && window.hiddenRetracted > 0 && (
        <>
          <span>{t.list.hidden(window.hiddenRetracted)}</span>
          <Button
            look="quiet"
            onClick={onShowRetracted}
            aria-label={`${t.list.showHidden}: ${t.list.hidden(window.hiddenRetracted)}`}
          >
            {t.list.showHidden}
          </Button>
        </>
      )}
    </div>
  );
}
