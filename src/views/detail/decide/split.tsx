import { useRef, useState } from 'react';
import { memberKey, type Fact, type MemberKey, type Merged } from '../../../record/index.ts';
import type { Decided } from '../../../session/index.ts';
import { Button, Icon, useCatchFocus } from '../../../ui/index.ts';
import { dateText, SourceMark, useSourceNames } from '../../format/index.ts';
import { t } from '../../messages/index.ts';
import { PairList } from './pairs.tsx';
import { Reason } from './reason.tsx';
import css from './decide.module.css';

interface SplitProps {
  readonly merged: Merged;
  readonly onDone: (done: Extract<Decided, { kind: 'done' }>) => void;
}

/** Why each two records are one by the rules, and the way to say that they are not. */
export function Split({ merged, onDone }: SplitProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useCatchFocus(button, open);
  if (merged.members.length < 2) return null;
  return open ? (
    <SplitForm merged={merged} onDone={onDone} onCancel={() => setOpen(false)} />
  ) : (
    <p className={css.acts}>
      <Button ref={button} onClick={() => setOpen(true)}>
        <Icon name="split" />
        {t.decide.split}
      </Button>
    </p>
  );
}

const keyOf = (fact: Fact): MemberKey => memberKey(fact.source, fact.ref);

function SplitForm({ merged, onDone, onCancel }: SplitProps & { readonly onCancel: () => void }) {
  const { members } = merged;
  const box = useRef<HTMLElement>(null);
  useCatchFocus(box, merged.id);
  const nameOf = useSourceNames();
  const [marked, setMarked] = useState<readonly MemberKey[]>([]);
  const [all, setAll] = useState(members.length === 2);
  const off = members.filter((fact) => marked.includes(keyOf(fact)));
  const isChoice = all || (off.length > 0 && off.length < members.length);
  const toggle = (key: MemberKey) =>
    setMarked(marked.includes(key) ? marked.filter((each) => each !== key) : [...marked, key]);
  const names = t.listed(off.map((fact) => `${nameOf(fact.source)} (${fact.ref})`));
  return (
    <section ref={box} className={css.box} aria-label={t.decide.splitTitle} tabIndex={-1}>
      <h4>{t.decide.splitTitle}</h4>
      <PairList id={merged.id} other={null} />
      {members.length > 2 && (
        <fieldset className={css.choice}>
          <legend>{t.decide.which}</legend>
          {members.map((fact) => (
            <label key={keyOf(fact)} className={css.option}>
              <input
                type="checkbox"
                checked={all || marked.includes(keyOf(fact))}
                disabled={all}
                onChange={() => toggle(keyOf(fact))}
              />
              <SourceMark source={fact.source} said={false} />
              <span>
                {nameOf(fact.source)} · {fact.title} · {dateText(fact.when)}
                <span className={css.hint}> {fact.ref}</span>
              </span>
            </label>
          ))}
          <label className={css.option}>
            <input type="checkbox" checked={all} onChange={() => setAll(!all)} />
            <span>{t.decide.all(members.length)}</span>
          </label>
        </fieldset>
      )}
      <Reason
        will={
          all
            ? t.decide.willPartAll(members.length)
            : isChoice
              ? t.decide.willTakeOff(names, off.length, members.length - off.length)
              : t.decide.mark
        }
        go={t.decide.splitGo}
        deciding={
          isChoice
            ? (reason) => ({
                kind: 'split',
                fact: merged.id,
                off: all ? null : off.map(({ source, ref }) => ({ source, ref })),
                reason,
              })
            : null
        }
        onDone={onDone}
        onCancel={onCancel}
      />
    </section>
  );
}
