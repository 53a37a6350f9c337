import { useRef, useState } from 'react';
import type { FactId, FactKind, Merged } from '../../../record/index.ts';
import { useDetail, useRows, type Decided } from '../../../session/index.ts';
import { EVERYTHING, type Row } from '../../../timeline/index.ts';
import { Button, useCatchFocus } from '../../../ui/index.ts';
import { dateText, groupText, rowValueText, SourceMarks, useSourceNames } from '../../format/index.ts';
import { t } from '../../messages/index.ts';
import { PairList } from './pairs.tsx';
import { Reason } from './reason.tsx';
import css from './decide.module.css';

interface JoinProps {
  readonly merged: Merged;
  readonly other: FactId;
  readonly title: string;
  readonly onDone: (done: Extract<Decided, { kind: 'done' }>) => void;
}

/** Beside what is possibly the same: the way to say that it is. */
export function JoinOffer(props: JoinProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useCatchFocus(button, open);
  return open ? (
    <JoinForm {...props} onCancel={() => setOpen(false)} />
  ) : (
    <Button
      ref={button}
      look="quiet"
      aria-label={`${t.decide.join}: ${props.title}`}
      onClick={() => setOpen(true)}
    >
      {t.decide.join}
    </Button>
  );
}

function JoinForm({ merged, other, title, onDone, onCancel }: JoinProps & { readonly onCancel: () => void }) {
  const nameOf = useSourceNames();
  const box = useRef<HTMLElement>(null);
  useCatchFocus(box, other);
  const there = useDetail(other)?.merged;
  const members = [...merged.members, ...(there?.members ?? [])];
  const sources = [...new Set(members.map((fact) => fact.source))];
  return (
    <section ref={box} className={css.box} aria-label={t.decide.joinTitle(title)} tabIndex={-1}>
      <h4>{t.decide.joinTitle(title)}</h4>
      {there !== undefined && (
        <p className={css.hint}>
          {there.shown.title} · {dateText(there.shown.when)} ·{' '}
          {t.listed([...new Set(there.members.map((fact) => nameOf(fact.source)))])}
        </p>
      )}
      <PairList id={merged.id} other={other} />
      <Reason
        will={t.decide.willJoin(members.length, t.listed(sources.map(nameOf)))}
        go={t.decide.joinGo}
        deciding={
          there === undefined ? null : (reason) => ({ kind: 'join', facts: [merged.id, other], reason })
        }
        onDone={onDone}
        onCancel={onCancel}
      />
    </section>
  );
}

/** What may be one thing: a panel, a result and an answer; else only what is of the same kind. */
const ALIKE: readonly FactKind[] = ['observation', 'panel', 'social'];
const FOUND = 8;

/** Any second fact: searched for and chosen. */
export function JoinAnother({ merged, onDone }: Pick<JoinProps, 'merged' | 'onDone'>) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<Row | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useCatchFocus(button, open);
  useCatchFocus(field, open);
  if (!open)
    return (
      <p className={css.acts}>
        <Button ref={button} look="quiet" onClick={() => setOpen(true)}>
          {t.decide.another}
        </Button>
      </p>
    );
  const close = () => {
    setOpen(false);
    setChosen(null);
    setText('');
  };
  if (chosen !== null)
    return (
      <JoinForm
        merged={merged}
        other={chosen.id}
        title={chosen.title ?? ''}
        onDone={onDone}
        onCancel={close}
      />
    );
  return (
    <section className={css.box} aria-label={t.decide.another}>
      <label className={css.field}>
        <span>{t.decide.search}</span>
        <input
          ref={field}
          type="search"
          value={text}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <Found merged={merged} text={text} onChoose={setChosen} />
      <p className={css.acts}>
        <Button onClick={close}>{t.decide.cancel}</Button>
      </p>
    </section>
  );
}

interface FoundProps {
  readonly merged: Merged;
  readonly text: string;
  readonly onChoose: (row: Row) => void;
}

function Found({ merged, text, onChoose }: FoundProps) {
  const kinds = ALIKE.includes(merged.kind) ? ALIKE : [merged.kind];
  const found = useRows({ ...EVERYTHING, text, kinds, includeRetracted: true }, 0, FOUND + 1);
  const rows = found?.rows.filter((row) => row.id !== merged.id && row.title !== null) ?? [];
  return (
    <>
      <ul className={css.found}>
        {rows.slice(0, FOUND).map((row) => (
          <li key={row.id}>
            <button type="button" className={css.pick} onClick={() => onChoose(row)}>
              <SourceMarks sources={row.sources} />
              <span>
                {row.title}
                {row.value !== null && ` · ${rowValueText(row)}`}
                <span className={css.hint}> {groupText(row.time)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <output className={css.hint}>
        {found === undefined ? t.opened.loading : t.decide.found(rows.length, found.total > FOUND + 1)}
      </output>
    </>
  );
}
