import { useRef, useState } from 'react';
import type { FactId } from '../../record/index.ts';
import { useDecide, useDecisions, type Decisions } from '../../session/index.ts';
import { Button, saveFile } from '../../ui/index.ts';
import { t } from '../messages/index.ts';
import { DecisionCard } from './card.tsx';
import { KeptAt } from './keeping.tsx';
import css from './decisions.module.css';

/** Every decision of this session, and what was brought to it: to be confirmed, undone, taken along. */
export function DecisionList({ onOpen }: { readonly onOpen: (id: FactId) => void }) {
  const decisions = useDecisions();
  if (decisions === undefined) return null;
  return (
    <section className={css.list} aria-labelledby="decisions">
      <h3 id="decisions">
        {t.decide.title} ({t.count(decisions.lines.length)})
      </h3>
      <p className={css.muted}>{t.decide.intro}</p>
      <p className={css.muted}>{decisions.keeps.length > 0 ? t.decide.keep.kept : t.decide.kept}</p>
      {decisions.keeps.map((keeps) => (
        <KeptAt key={keeps.source} keeps={keeps} lines={decisions.lines} />
      ))}
      {decisions.lines.map((line) => (
        <DecisionCard key={line.number} line={line} onOpen={onOpen} />
      ))}
      <Files decisions={decisions} />
    </section>
  );
}

/** To a file and from one: a FHIR Bundle with who decided what, when and why. */
function Files({ decisions }: { readonly decisions: Decisions }) {
  const { exported, imported } = useDecide();
  const [told, setTold] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const words = t.decide.files;
  const some = decisions.lines.some(({ offered }) => !offered);
  const write = async () => saveFile('decisions.json', 'application/fhir+json', await exported());
  const read = async (file: File) => {
    const answer = await imported(await file.text());
    setTold(answer.kind === 'refused' ? words.refused(answer.why) : words.taken(answer.taken, answer.known));
  };
  return (
    <>
      <p className={css.acts}>
        <Button disabled={!some} onClick={() => void write()}>
          {words.write}
        </Button>
        <Button onClick={() => input.current?.click()}>{words.read}</Button>
        <input
          ref={input}
          className={css.file}
          type="file"
          accept=".json,application/json,application/fhir+json"
          aria-label={words.read}
          tabIndex={-1}
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file !== undefined) void read(file);
          }}
        />
      </p>
      <p className={css.muted}>{words.says}</p>
      <output className={told === null ? undefined : css.change}>{told}</output>
    </>
  );
}
