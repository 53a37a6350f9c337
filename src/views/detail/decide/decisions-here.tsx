import { useEffect, useRef } from 'react';
import { memberKey, type FactId, type Merged } from '../../../record/index.ts';
import { useDecisions } from '../../../session/index.ts';
import { DecisionCard } from '../../decisions/index.ts';
import { t } from '../../messages/index.ts';
import css from './decide.module.css';

/** What was just done here: it is said, and the focus comes to it, since the button that was pressed is gone. */
export type Just = { readonly kind: 'decided'; readonly number: number } | { readonly kind: 'undone' } | null;

interface DecisionsHereProps {
  readonly merged: Merged;
  readonly just: Just;
  readonly onJust: (just: Just) => void;
  readonly onOpen: (id: FactId) => void;
}

/** Decisions about the records of this fact, with the way back. */
export function DecisionsHere({ merged, just, onJust, onOpen }: DecisionsHereProps) {
  const keys = new Set(merged.members.map(({ source, ref }) => memberKey(source, ref)));
  const lines = (useDecisions()?.lines ?? []).filter(({ records }) =>
    records.some(({ member }) => keys.has(memberKey(member.source, member.ref))),
  );
  if (lines.length === 0 && just?.kind !== 'undone') return null;
  return (
    <section className={css.here} aria-label={t.decide.here}>
      {just?.kind === 'undone' && <Undone />}
      {lines.map((line) => (
        <DecisionCard
          key={line.number}
          line={line}
          here={merged.id}
          focused={just?.kind === 'decided' && just.number === line.number}
          onOpen={onOpen}
          onDone={(done, what) => {
            onJust(what === 'undone' ? { kind: 'undone' } : { kind: 'decided', number: line.number });
            const [first] = done.facts;
            if (first !== undefined && !done.facts.includes(merged.id)) onOpen(first);
          }}
        />
      ))}
    </section>
  );
}

function Undone() {
  const element = useRef<HTMLOutputElement>(null);
  useEffect(() => element.current?.focus(), []);
  return (
    <output ref={element} className={css.undone} tabIndex={-1}>
      {t.decide.undone}
    </output>
  );
}
