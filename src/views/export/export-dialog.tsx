import { useState } from 'react';
import { useCopy, useCopyPlan, useOfSources, type CopyOrder } from '../../session/index.ts';
import { EVERYTHING, type RowQuery } from '../../timeline/index.ts';
import { Button, Dialog, Icon } from '../../ui/index.ts';
import { sizeText } from '../format/index.ts';
import { t } from '../messages/index.ts';
import { isIncomplete } from '../strip/index.ts';
import css from './export.module.css';
import { Choice, ScopeChoice, type Scope } from './scope.tsx';
import { What } from './what.tsx';

interface ExportDialogProps {
  /** What the timeline shows now. */
  readonly query: RowQuery;
  readonly onClose: () => void;
}

/** A copy as a file. It says what will be in it before it is made, and asks for nothing else. */
export function ExportDialog({ query, onClose }: ExportDialogProps) {
  const [scope, setScope] = useState<Scope>('all');
  const [format, setFormat] = useState<CopyOrder['format']>('bundle');
  const [mark, setMark] = useState(true);
  const wanted = scope === 'all' ? EVERYTHING : query;
  const plan = useCopyPlan(wanted);
  const floor = useOfSources(isIncomplete);
  const { state, make, stop } = useCopy();
  const words = t.copies;
  const begin = async () => {
    const copied = await make({ query: wanted, format, mark }, plan?.facts ?? 0);
    if (copied !== null) save(copied.file, fileName(format, floor));
  };
  return (
    <Dialog title={words.exportTitle} closeLabel={t.close} onClose={onClose}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void begin();
        }}
      >
        <ScopeChoice scope={scope} onScope={setScope} />
        <Choice
          legend={words.format}
          options={[
            ['bundle', words.bundle],
            ['csv', words.csv],
          ]}
          value={format}
          onChange={setFormat}
        />
        {format === 'csv' && (
          <label className={css.acts}>
            <input type="checkbox" checked={mark} onChange={() => setMark(!mark)} />
            {words.mark}
          </label>
        )}
        <What plan={plan} floor={floor} />
        <p className={css.sub}>{format === 'csv' ? words.csvSays : words.bundleSays}</p>
        <div className={css.acts}>
          {state.kind === 'making' ? (
            <>
              <progress
                className={css.progress}
                aria-label={words.making}
                value={state.done}
                max={Math.max(1, state.of)}
              />
              <Button onClick={stop}>{t.attachment.stop}</Button>
            </>
          ) : (
            <Button type="submit" look="primary" disabled={plan === undefined || plan.facts === 0}>
              <Icon name="save" />
              {words.save}
            </Button>
          )}
          <output>
            {state.kind === 'making' && words.making}
            {state.kind === 'made' &&
              [words.made(sizeText(state.file.size)), state.lost > 0 ? words.lost(state.lost) : null]
                .filter((part) => part !== null)
                .join(' ')}
            {state.kind === 'failed' && words.failed}
          </output>
        </div>
      </form>
    </Dialog>
  );
}

/** Nobody's name: a file's name outlives what is done to protect its content. */
const fileName = (format: CopyOrder['format'], floor: boolean): string =>
  `throughline-${new Date().toISOString().slice(0, 10)}${floor ? '-incomplete' : ''}.${format === 'csv' ? 'csv' : 'json'}`;

/** The address is good for as long as the browser needs to take the file over. */
const TAKEN_MS = 10_000;

function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), TAKEN_MS);
}
