import { useId, useState } from 'react';
import type { SourceId } from '../../record/index.ts';
import { useActions, useCandidates, type Candidate } from '../../session/index.ts';
import { Button } from '../../ui/index.ts';
import { nameOf } from '../banner/index.ts';
import { t } from '../messages/index.ts';
import { Evidence } from './evidence.tsx';
import css from './sources.module.css';

/** Who at the source could be this patient, with the evidence side by side. Linking is a person's decision here. */
export function Candidates({ source }: { readonly source: SourceId }) {
  const candidates = useCandidates(source);
  const words = t.sourcesView;
  return (
    <div className={css.part}>
      <h4>{words.matches}</h4>
      {candidates === undefined && <p className={css.muted}>{words.looking}</p>}
      {candidates?.length === 0 && <p className={css.muted}>{words.noCandidates}</p>}
      {candidates?.map((candidate) => (
        <CandidateCard key={candidate.person.ref} source={source} candidate={candidate} />
      ))}
    </div>
  );
}

function CandidateCard({ source, candidate }: { readonly source: SourceId; readonly candidate: Candidate }) {
  const { person, match } = candidate;
  const words = t.sourcesView;
  const heading = useId();
  const decide = <Decide source={source} candidate={candidate} />;
  return (
    <article className={css.candidate} aria-labelledby={heading}>
      <p className={css.outcome} id={heading}>
        <strong>{nameOf(person)}</strong>
        <span>{words.outcome[match.outcome]}</span>
        <span className={css.muted}>{words.score(match.score.toFixed(1))}</span>
        <span className={css.muted}>{person.ref}</span>
      </p>
      <Evidence match={match} about={nameOf(person)} />
      {/* Who is probably somebody else is not offered: it takes an act of its own to come to the button. */}
      {match.outcome === 'unlikely' ? (
        <details className={css.force}>
          <summary>{words.forceOpens}</summary>
          {decide}
        </details>
      ) : (
        decide
      )}
    </article>
  );
}

interface DecideProps {
  readonly source: SourceId;
  readonly candidate: Candidate;
  /** The source is linked already, and the question is whether it stays so. */
  readonly again?: boolean;
}

export function Decide({ source, candidate: { person, match }, again = false }: DecideProps) {
  const { link } = useActions();
  const [reason, setReason] = useState('');
  const words = t.sourcesView;
  const unlikely = match.outcome === 'unlikely';
  // What the rules would not link by themselves needs a reason that can be read later.
  const needsReason = unlikely || match.vetoes.length > 0;
  return (
    <form
      className={css.decide}
      onSubmit={(event) => {
        event.preventDefault();
        const said = reason.trim();
        if (!needsReason || said !== '') link(source, person.ref, needsReason ? said : null);
      }}
    >
      {needsReason && (
        <label className={css.reason}>
          {words.reason}
          <input
            value={reason}
            required
            placeholder={words.reasonNeeded}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
      )}
      <Button
        type="submit"
        look={unlikely ? 'plain' : 'primary'}
        disabled={needsReason && reason.trim() === ''}
      >
        {again ? words.keep : unlikely ? words.force : words.link}
      </Button>
    </form>
  );
}
