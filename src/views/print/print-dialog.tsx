import { useEffect, useState } from 'react';
import { useCopyPlan, useRecord, useOfSources } from '../../session/index.ts';
import { EVERYTHING, type RowQuery } from '../../timeline/index.ts';
import { Button, Dialog, Icon } from '../../ui/index.ts';
import { What } from '../export/index.ts';
import css from '../export/export.module.css';
import { t } from '../messages/index.ts';
import { isIncomplete } from '../strip/index.ts';
import { Sheet } from './sheet.tsx';

interface PrintDialogProps {
  /** What the timeline shows now. */
  readonly query: RowQuery;
  readonly onClose: () => void;
  /** To a file instead. */
  readonly onExport: () => void;
}

type Timeline = 'none' | 'shown' | 'all';

/**
 * The clinician chooses what goes on paper. While this is open the sheet stands behind it, so that whatever prints,
 * prints the sheet and not the screen.
 */
export function PrintDialog({ query, onClose, onExport }: PrintDialogProps) {
  const [summary, setSummary] = useState(true);
  const [timeline, setTimeline] = useState<Timeline>('none');
  const [ready, setReady] = useState(false);
  const floor = useOfSources(isIncomplete);
  const record = useRecord();
  const printed = timeline === 'shown' ? query : timeline === 'all' ? EVERYTHING : null;
  const plan = useCopyPlan(printed ?? EVERYTHING);
  // By whatever way it is printed: with the button here or the browser's own.
  useEffect(() => {
    const onPrint = () => record('print');
    addEventListener('beforeprint', onPrint);
    return () => removeEventListener('beforeprint', onPrint);
  }, [record]);
  const words = t.print;
  const nothing = !summary && timeline === 'none';
  return (
    <Dialog title={t.copies.print} closeLabel={t.close} onClose={onClose}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          window.print();
        }}
      >
        <label className={css.acts}>
          <input type="checkbox" checked={summary} onChange={() => setSummary(!summary)} />
          {words.summary}
        </label>
        <fieldset className={css.choice}>
          <legend>{words.timeline}</legend>
          {(['none', 'shown', 'all'] as const).map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="timeline"
                checked={timeline === each}
                onChange={() => setTimeline(each)}
              />
              {each === 'none' ? words.noTimeline : t.copies[each]}
            </label>
          ))}
        </fieldset>
        {printed === null ? (
          <section className={css.what} aria-label={t.copies.contains}>
            <p>{nothing ? words.nothing : words.summarySays}</p>
            {floor && <p className={css.warning}>{t.copies.floor}</p>}
            <p className={css.sub}>{t.copies.recorded}</p>
          </section>
        ) : (
          <What plan={plan} floor={floor} />
        )}
        <p className={css.sub}>{words.says}</p>
        <div className={css.acts}>
          <Button type="submit" look="primary" disabled={nothing || !ready}>
            <Icon name="print" />
            {t.copies.print}
          </Button>
          <Button onClick={onExport}>{t.copies.exportTitle}</Button>
          <output>{!nothing && !ready && words.preparing}</output>
        </div>
      </form>
      {!nothing && (
        <Sheet key={`${summary} ${timeline}`} summary={summary} timeline={printed} onReady={setReady} />
      )}
    </Dialog>
  );
}
