import { useState } from 'react';
import type { SourceId } from '../../record/index.ts';
import { useDecide, type DecisionLine, type Keeping, type KeepsAt } from '../../session/index.ts';
import { Button } from '../../ui/index.ts';
import { SourceMark, useSourceNames } from '../format/index.ts';
import { t } from '../messages/index.ts';
import css from './decisions.module.css';

interface Told {
  readonly text: string | null;
  readonly failed: boolean;
}
const NOTHING: Told = { text: null, failed: false };

/** What is kept at one source: how much, what that means, and the clinician's own acts of keeping and removing. */
export function KeptAt({
  keeps,
  lines,
}: {
  readonly keeps: KeepsAt;
  readonly lines: readonly DecisionLine[];
}) {
  const { source, kept, unkept, problem } = keeps;
  const { keep, confirm } = useDecide();
  const nameOf = useSourceNames();
  const [told, setTold] = useState<Told>(NOTHING);
  const [busy, setBusy] = useState(false);
  const words = t.decide.keep;
  const name = nameOf(source);
  const unchanged = lines.filter((line) => line.standing === 'offered' && line.keptAt.includes(source));

  /** One after the other: what is said of one must not be undone by the next. */
  const busily = async (act: () => Promise<Told>) => {
    setBusy(true);
    setTold(await act().finally(() => setBusy(false)));
  };
  const run = (asked: Keeping) =>
    void busily(async () => {
      const answer = await keep(asked);
      // A problem stands above already where that is what was read.
      if (asked.act === 'look') return NOTHING;
      if (answer.kind === 'failed') return { text: words.problem[answer.why], failed: true };
      const text = asked.act === 'keep' ? words.done(answer.kept, answer.others) : words.dropped;
      return { text, failed: false };
    });
  const confirmAll = () =>
    void busily(async () => {
      let confirmed = 0;
      for (const line of unchanged)
        if ((await confirm(line.number, reasonOf(line, nameOf))).kind === 'done') confirmed++;
      return { text: words.confirmed(confirmed), failed: confirmed < unchanged.length };
    });

  return (
    <section className={css.keeps} aria-labelledby={`kept-${source}`}>
      <h4 id={`kept-${source}`}>
        <SourceMark source={source} said={false} />
        {words.title(name)}
      </h4>
      <p>{stateText(keeps)}</p>
      <p className={css.muted}>{words.says}</p>
      <p className={css.acts}>
        {unchanged.length > 1 && (
          <Button look="primary" disabled={busy} onClick={confirmAll}>
            {words.confirmAll(unchanged.length)}
          </Button>
        )}
        {unkept > 0 && problem !== 'unreadable' && (
          <Button disabled={busy} onClick={() => run({ act: 'keep', source })}>
            {words.keep(unkept, name)}
          </Button>
        )}
        {(kept ?? 0) + (problem === 'unreadable' ? 1 : 0) > 0 && (
          <Button disabled={busy} onClick={() => run({ act: 'drop', source, number: null })}>
            {words.dropAll(name)}
          </Button>
        )}
        {problem !== null && (
          <Button disabled={busy} onClick={() => run({ act: 'look', source })}>
            {words.again}
          </Button>
        )}
      </p>
      <output className={told.failed ? css.change : css.done}>{told.text}</output>
    </section>
  );
}

function stateText({ kept, unkept, problem }: KeepsAt): string {
  const words = t.decide.keep;
  if (problem !== null) return words.problem[problem];
  if (kept === null) return words.asking;
  const there = kept === 0 ? words.none : words.some(kept);
  return unkept > 0 ? `${there} ${words.unkept(unkept)}` : there;
}

/** The reason of what was kept without one: that it was kept there, and that somebody here confirmed it. */
export const reasonOf = ({ keptAt }: DecisionLine, nameOf: (source: SourceId) => string): string =>
  t.decide.keep.reason(keptAt.map(nameOf).join(', '));

/** Takes a decision away where it is kept; what it is here stays. */
export function DropKept({ line }: { readonly line: DecisionLine }) {
  const { keep } = useDecide();
  const nameOf = useSourceNames();
  const [told, setTold] = useState<string | null>(null);
  const words = t.decide.keep;
  return (
    <>
      {line.keptAt.map((source) => (
        <Button
          key={source}
          onClick={() =>
            void keep({ act: 'drop', source, number: line.number }).then((answer) => {
              if (answer.kind === 'failed') setTold(words.problem[answer.why]);
            })
          }
        >
          {words.drop(nameOf(source))}
        </Button>
      ))}
      {told !== null && <span role="alert">{told}</span>}
    </>
  );
}
