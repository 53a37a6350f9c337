import { useState } from 'react';
import type { Fact } from '../../record/index.ts';
import { useNarrative } from '../../session/index.ts';
import { Button } from '../../ui/index.ts';
import { t } from '../messages/index.ts';
import css from './detail.module.css';
import { PaperText } from './paper.tsx';

/** The text that a source wrote for people, where it wrote one; read when somebody asks for it. */
export function Narrative({ fact }: { readonly fact: Fact }) {
  const [open, setOpen] = useState(false);
  if (!fact.hasNarrative) return null;
  return (
    <>
      <Button look="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? t.narrative.hide : t.narrative.show}
      </Button>
      {open && <Words fact={fact} />}
    </>
  );
}

function Words({ fact }: { readonly fact: Fact }) {
  const paper = useNarrative({ source: fact.source, ref: fact.ref });
  if (paper === undefined) return <p className={css.empty}>{t.opened.loading}</p>;
  if (paper === null) return <p className={css.empty}>{t.narrative.none}</p>;
  return (
    <section className={css.words} aria-label={t.narrative.label}>
      <PaperText paper={paper} />
    </section>
  );
}
