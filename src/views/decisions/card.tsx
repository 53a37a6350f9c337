import { useEffect, useRef, useState } from 'react';
import type { FactId } from '../../record/index.ts';
import { useDecide, type Decided, type DecisionLine } from '../../session/index.ts';
import { Button } from '../../ui/index.ts';
import { momentText, SourceMark, useSourceNames } from '../format/index.ts';
import { t } from '../messages/index.ts';
import { DropKept, reasonOf } from './keeping.tsx';
import css from './decisions.module.css';

interface DecisionCardProps {
  readonly line: DecisionLine;
  /** The fact that is open: it needs no way to itself. */
  readonly here?: FactId | undefined;
  readonly focused?: boolean;
  readonly onOpen: (id: FactId) => void;
  readonly onDone?: (done: Extract<Decided, { kind: 'done' }>, what: 'undone' | 'confirmed') => void;
}

/** One decision: what was said of which records, by whom and why, how it stands now, and the way back. */
export function DecisionCard({ line, here, focused = false, onOpen, onDone }: DecisionCardProps) {
  const { confirm, undo } = useDecide();
  const nameOf = useSourceNames();
  const [refused, setRefused] = useState<string | null>(null);
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    if (focused) element.current?.focus();
  }, [focused]);
  const words = t.decide;
  const run = async (act: Promise<Decided>, what: 'undone' | 'confirmed') => {
    const answer = await act;
    if (answer.kind === 'refused') setRefused(words.refused[answer.why]);
    else onDone?.(answer, what);
  };
  const asks = line.standing === 'to-confirm' || line.standing === 'offered';
  return (
    <article ref={element} className={css.card} data-standing={line.standing} tabIndex={-1}>
      <p className={css.head}>
        <strong>{line.kind === 'join' ? words.joined : words.splitApart}</strong>
        <span className={css.standing}>{words.standing[line.standing]}</span>
      </p>
      <Records line={line} here={here} onOpen={onOpen} />
      {!line.offered && <p>{words.because(line.reason)}</p>}
      <p className={css.muted}>
        {words.by(
          line.mine ? words.me : line.by === null ? words.someone : whoOf(line.by),
          momentText(line.at),
        )}{' '}
        {line.from === 'file' && words.fromFile}
        {line.keptAt.map((source) => words.keep.keptAt(nameOf(source))).join(' ')}
      </p>
      {line.change !== null && (
        <p className={css.change}>
          {words.change[line.change]} {line.holds ? words.stillHolds : words.notApplied}
        </p>
      )}
      {line.offered && line.change === null && <p className={css.muted}>{words.keep.offer}</p>}
      {refused !== null && <p role="alert">{refused}</p>}
      <p className={css.acts}>
        {asks && (
          <Button
            look="primary"
            onClick={() => void run(confirm(line.number, reasonOf(line, nameOf)), 'confirmed')}
          >
            {line.kind === 'join' ? words.confirmJoin : words.confirmSplit}
          </Button>
        )}
        {!line.offered && <Button onClick={() => void run(undo(line.number), 'undone')}>{words.undo}</Button>}
        <DropKept line={line} />
      </p>
    </article>
  );
}

/** `https://ehr.example/fhir/Practitioner/7` is told by its end. */
const whoOf = (by: string): string => (/^https?:/.test(by) ? by.split('/').slice(-2).join('/') : by);

function Records({ line, here, onOpen }: Pick<DecisionCardProps, 'line' | 'here' | 'onOpen'>) {
  const nameOf = useSourceNames();
  const own = line.records.filter(({ fact }) => here !== undefined && fact === here).length;
  return (
    <ul className={css.records}>
      {own > 0 && <li>{t.decide.ownRecords(own)}</li>}
      {line.records.flatMap(({ member, fact, title, off }) => {
        if (here !== undefined && fact === here) return [];
        const text = `${title ?? t.decide.notHere} · ${nameOf(member.source)} (${member.ref})`;
        return [
          <li key={`${member.source}|${member.ref}`}>
            <SourceMark source={member.source} said={false} />
            <span>
              {fact === null ? (
                text
              ) : (
                <button type="button" className={css.link} onClick={() => onOpen(fact)}>
                  {text}
                </button>
              )}
              {off && <span className={css.muted}> {t.decide.takenOff}</span>}
            </span>
          </li>,
        ];
      })}
      {line.elsewhere > 0 && <li className={css.wide}>{t.decide.keep.elsewhere(line.elsewhere)}</li>}
    </ul>
  );
}
