import { useState } from 'react';
import type { FieldEvidence, SourceId } from '../../record/index.ts';
import { useActions, useCandidates, type Candidate } from '../../session/index.ts';
import { Button } from '../../ui/index.ts';
import { nameOf } from '../banner/index.ts';
import { t } from '../messages/index.ts';
import css from './sources.module.css';

/** Who at the source could be this patient, with the evidence side by side. Linking is a person's decision here. */
export function Candidates({ source }: { readonly source: SourceId }) {
  const candidates = useCandidates(source);
  const words = t.sourcesView;
  return (
    <div className={css.part}>
      <h3>{words.matches}</h3>
      {candidates === undefined && <p className={css.muted}>{words.looking}</p>}
      {candidates?.length === 0 && <p className={css.muted}>{words.noCandidates}</p>}
      {candidates?.map((candidate) => (
        <CandidateCard key={candidate.person.ref} source={source} candidate={candidate} />
      ))}
    </div>
  );
}

function CandidateCard({ source, candidate }: { readonly source: SourceId; readonly candidate: Candidate }) {
  const { link } = useActions();
  const [reason, setReason] = useState('');
  const { person, match } = candidate;
  const words = t.sourcesView;
  // What the rules would not link by themselves needs a reason that can be read later.
  const needsReason = match.outcome === 'unlikely' || match.vetoes.length > 0;
  return (
    <div className={css.candidate}>
      <p className={css.outcome}>
        <strong>{nameOf(person)}</strong>
        <span>{words.outcome[match.outcome]}</span>
        <span className={css.muted}>{person.ref}</span>
      </p>
      {match.vetoes.length > 0 && (
        <p className={css.veto}>
          {words.vetoes}: {match.vetoes.join('; ')}
        </p>
      )}
      <EvidenceTable evidence={match.evidence} />
      <div className={css.decide}>
        {needsReason && (
          <label className={css.reason}>
            {words.reason}
            <input
              value={reason}
              placeholder={words.reasonNeeded}
              onChange={(event) => setReason(event.target.value)}
            />
          </label>
        )}
        <Button
          look="primary"
          disabled={needsReason && reason.trim() === ''}
          onClick={() => link(source, person.ref, needsReason ? reason.trim() : null)}
        >
          {words.link}
        </Button>
      </div>
    </div>
  );
}

function EvidenceTable({ evidence }: { readonly evidence: readonly FieldEvidence[] }) {
  const words = t.sourcesView;
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">{t.detail.field}</th>
          <th scope="col">{words.here}</th>
          <th scope="col">{words.there}</th>
          <th scope="col">{words.evidence}</th>
        </tr>
      </thead>
      <tbody>
        {evidence.map(({ field, a, b, agreement, note }) => (
          <tr key={field}>
            <th scope="row">{field}</th>
            <td data-label={words.here}>{a ?? t.notStated}</td>
            <td data-label={words.there}>{b ?? t.notStated}</td>
            <td>
              <span className={css.agreement} data-agreement={agreement}>
                {words.agreement[agreement]}
              </span>
              {note !== null && <span className={css.why}>{note}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
