import { useState } from 'react';
import { useActions, useSessionLedger } from '../../session/index.ts';
import { Button } from '../../ui/index.ts';
import { momentText } from '../format/index.ts';
import { t } from '../messages/index.ts';
import css from './sources.module.css';

/** More are in the file. */
const SHOWN = 200;

type Line = NonNullable<ReturnType<typeof useSessionLedger>>['lines'][number];

/** What was opened, by whom and why, as it was recorded: each line bound to the one before it. */
export function SessionLedger() {
  const [open, setOpen] = useState(false);
  const ledger = useSessionLedger(open);
  const { recordExport } = useActions();
  const words = t.audit;
  return (
    <details className={css.part} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.title}</summary>
      {open && ledger !== undefined && (
        <>
          <p className={css.muted}>
            {words.intro} {ledger.broken === null ? words.hold : words.broken(ledger.broken)}
          </p>
          <Button
            onClick={() => {
              save(JSON.stringify(ledger, null, 2));
              recordExport();
            }}
          >
            {words.save}
          </Button>
          <table className={css.table}>
            <thead>
              <tr>
                {[words.number, words.when, words.what, words.why, words.hash].map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {ledger.lines
                .slice(-SHOWN)
                .toReversed()
                .map((line) => (
                  <tr key={line.number}>
                    <th scope="row">{line.number}</th>
                    <td>{momentText(Date.parse(String(line.event['recorded'])))}</td>
                    <td>{whatOf(line)}</td>
                    <td>{whyOf(line)}</td>
                    <td>
                      <code>{line.hash.slice(0, 12)}</code>
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        </>
      )}
    </details>
  );
}

interface Coded {
  readonly display?: string;
  readonly text?: string;
}

const first = (line: Line, key: string): Coded | undefined =>
  (line.event[key] as readonly Coded[] | undefined)?.[0];
const whatOf = (line: Line): string => first(line, 'subtype')?.display ?? '';
const whyOf = (line: Line): string => first(line, 'purposeOfEvent')?.text ?? '';

function save(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'session-ledger.json';
  link.click();
  URL.revokeObjectURL(url);
}
