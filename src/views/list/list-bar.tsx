import { lazy, Suspense } from 'react';
import { useOfSources } from '../../session/index.ts';
import type { RowQuery, RowWindow } from '../../timeline/index.ts';
import { Button } from '../../ui/index.ts';
import { t, withWords } from '../messages/index.ts';
import { isIncomplete, isReading } from '../strip/index.ts';
import css from './list.module.css';

const ReviewBar = lazy(async () => ({
  default: (await withWords(import('../review/index.ts'))).ReviewBar,
}));

interface ListBarProps {
  readonly query: RowQuery;
  readonly window: RowWindow | undefined;
  readonly by: 'day' | 'visit';
  readonly onBy: (by: 'day' | 'visit') => void;
  readonly onShowRetracted: () => void;
}

/**
 * How many there are: a floor while any source is incomplete. Changes are announced politely, but for those while
 * records stream in, many times a second: that a source came to its end is announced by itself.
 */
export function ListBar({ query, window, by, onBy, onShowRetracted }: ListBarProps) {
  const floor = useOfSources(isIncomplete);
  const reading = useOfSources(isReading);
  return (
    <div className={css.bar}>
      <output className={css.total} aria-live={reading ? 'off' : 'polite'}>
        {window === undefined ? t.list.loading : t.list.total(t.facts(window.total), floor)}
      </output>
      <fieldset className={css.by} aria-label={t.list.by.label}>
        {(['day', 'visit'] as const).map((each) => (
          <Button key={each} look="quiet" aria-pressed={by === each} onClick={() => onBy(each)}>
            {t.list.by[each]}
          </Button>
        ))}
      </fieldset>
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
      {query.only.includes('unreviewed') && window !== undefined && (
        <Suspense fallback={null}>
          <ReviewBar query={query} listed={window.total} />
        </Suspense>
      )}
    </div>
  );
}
