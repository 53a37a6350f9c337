import { useDecisions, useOfSources } from '../../session/index.ts';
import { Button } from '../../ui/index.ts';
import type { ChangeView } from '../address/index.ts';
import { t } from '../messages/index.ts';
import css from './attention.module.css';

/** Decisions that were kept at a source: they wait to be confirmed, and would not be seen otherwise. */
export function Offers({ change }: { readonly change: ChangeView }) {
  // Asked when all else is here: nothing waits for it.
  const asks = useOfSources(
    (views) =>
      views.some(({ organisation, state }) => organisation.keepsDecisions === true && state !== null) &&
      !views.some(({ lines }) => lines.some(({ state }) => state.kind === 'loading')),
  );
  return asks ? <Waiting change={change} /> : null;
}

function Waiting({ change }: { readonly change: ChangeView }) {
  const lines = useDecisions()?.lines ?? [];
  // Of what is not all here nobody can say anything yet.
  const offered = lines.filter((line) => line.offered && line.standing !== 'waiting').length;
  if (offered === 0) return null;
  return (
    <section className={css.offers} aria-label={t.attention.offers(offered)}>
      <p className={css.missing}>{t.attention.offers(offered)}</p>
      <Button look="quiet" className={css.all} onClick={() => change({ view: 'sources' })}>
        {t.attention.toDecisions}
      </Button>
    </section>
  );
}
