import type { Completeness, SourceId } from '../../record/index.ts';
import { useActions, useProblems, useSources, type SourceView } from '../../session/index.ts';
import { Button } from '../../ui/index.ts';
import type { ChangeView } from '../address/index.ts';
import { DecisionList } from '../decisions/index.ts';
import { said, signInProblemText, SourceMark } from '../format/index.ts';
import { t } from '../messages/index.ts';
import { Access } from '../session/index.ts';
import { SourceAct, standingOf } from '../strip/index.ts';
import { AuditLine } from './audit-line.tsx';
import { DataQuality } from './data-quality.tsx';
import { Identity } from './identity.tsx';
import { receivedText, whyText } from './ledger-words.ts';
import { useFocus } from './use-focus.ts';
import css from './sources.module.css';
import { SessionLedger } from './session-ledger.tsx';
import { UnmappedCodes } from './unmapped-codes.tsx';

interface SourcesViewProps {
  /** The source that was asked for: it is brought into view and has the focus. */
  readonly review: SourceId | null;
  readonly onReviewed: () => void;
  readonly change: ChangeView;
}

/** Source by source: what has been read, what is missing and why, and whether it is the same person. */
export function SourcesView({ review, onReviewed, change }: SourcesViewProps) {
  return (
    <main id="main" className={css.page} tabIndex={-1}>
      <h2 className={css.title}>{t.sourcesView.title}</h2>
      <p className={css.intro}>{t.sourcesView.intro}</p>
      <AuditLine />
      {useSources().map((view) => (
        <Source
          key={view.organisation.id}
          view={view}
          wanted={view.organisation.id === review}
          onReviewed={onReviewed}
        />
      ))}
      <DataQuality change={change} />
      <DecisionList onOpen={(fact) => change({ view: 'timeline', fact })} />
      <UnmappedCodes />
      <SessionLedger />
    </main>
  );
}

interface SourceProps {
  readonly view: SourceView;
  readonly wanted: boolean;
  readonly onReviewed: () => void;
}

function Source({ view, wanted, onReviewed }: SourceProps) {
  const { organisation, state, lines, connection } = view;
  const { load, signOut } = useActions();
  const standing = standingOf(view);
  const section = useFocus(wanted, onReviewed, state?.link.kind ?? null);
  const heading = `source-${organisation.id}`;
  return (
    <section ref={section} className={css.source} aria-labelledby={heading} tabIndex={-1}>
      <div className={css.head}>
        <SourceMark source={organisation.id} said={false} size={26} />
        <div className={css.words}>
          <h3 id={heading} className={css.name}>
            {organisation.name}
          </h3>
          <p className={css.muted}>
            {t.sources.kind[organisation.kind]} · {standing.text}
          </p>
          {connection.kind === 'failed' && (
            <p className={css.muted}>{signInProblemText(connection.problem, organisation.name)}</p>
          )}
        </div>
        {standing.act !== 'review' && (
          <SourceAct view={view} standing={standing} onReview={() => undefined} />
        )}
        {standing.tone === 'good' && (
          <Button
            onClick={() => load(organisation.id)}
            aria-label={`${t.sources.loadAgain}: ${organisation.name}`}
          >
            {t.sources.loadAgain}
          </Button>
        )}
        {state !== null && (
          <Button
            onClick={() => signOut(organisation.id)}
            aria-label={`${t.sources.signOut}: ${organisation.name}`}
          >
            {t.sources.signOut}
          </Button>
        )}
      </div>
      {state !== null && state.quarantined > 0 && (
        <p className={css.alert}>{t.sources.quarantined(state.quarantined)}</p>
      )}
      {state !== null && state.gone > 0 && <p className={css.notice}>{t.sources.gone(state.gone)}</p>}
      {state !== null && <Identity state={state} name={organisation.name} />}
      {view.signIn && (
        <div className={css.part}>
          <Access signIn={view.signIn} />
        </div>
      )}
      {lines.length > 0 && <LedgerTable view={view} />}
      {state !== null && <Problems source={organisation.id} />}
    </section>
  );
}

function LedgerTable({ view }: { readonly view: SourceView }) {
  const words = t.sourcesView;
  const { lines } = view;
  return (
    <div className={css.part}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{words.type}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.received}</th>
            <th scope="col">{words.remarks}</th>
            <th scope="col">{words.readAgain}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ type, category, state, remarks }) => (
            <tr key={`${type} ${category ?? ''}`}>
              <th scope="row">
                {type}
                {category !== null && <span className={css.why}>{category}</span>}
              </th>
              <td>
                <span className={css.state} data-kind={state.kind}>
                  {words.completeness[state.kind]}
                </span>
                <span className={css.why}>{whyText(state)}</span>
              </td>
              <td data-label={words.received}>{receivedText(state)}</td>
              <td data-label={words.remarks}>{remarks.map(said).join('; ')}</td>
              <td>{category === null && <ReadAgain view={view} type={type} state={state} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** These come with the others: by themselves they cannot be asked for. */
const NOT_BY_ITSELF = ['support', 'Provenance'];

interface ReadAgainProps {
  readonly view: SourceView;
  readonly type: string;
  readonly state: Completeness;
}

/** One type once more, from its beginning, without waiting for the rest; or for the first time, where on demand. */
function ReadAgain({ view: { organisation, connection, lines }, type, state }: ReadAgainProps) {
  const { reload } = useActions();
  const busy = lines.some((line) => line.state.kind === 'loading');
  const first = state.kind === 'not-asked' && state.why === 'on-demand';
  const possible = first || (state.kind !== 'not-asked' && !NOT_BY_ITSELF.includes(type));
  if (connection.kind !== 'connected' || busy || !possible) return null;
  const { readNow, readNowOf, readAgain, readAgainOf } = t.sourcesView;
  return (
    <Button
      look="quiet"
      className={css.reread}
      onClick={() => reload(organisation.id, type)}
      aria-label={(first ? readNowOf : readAgainOf)(type, organisation.name)}
    >
      {first ? readNow : readAgain}
    </Button>
  );
}

/** How many are shown: a source that is broken throughout says so in its first few. */
const SHOWN = 50;

function Problems({ source }: { readonly source: SourceView['organisation']['id'] }) {
  const problems = useProblems(source)?.filter((problem) => problem.source === source) ?? [];
  if (problems.length === 0) return null;
  return (
    <div className={css.part}>
      <h3>
        {t.sourcesView.problems} ({t.count(problems.length)})
      </h3>
      <table className={css.table}>
        <tbody>
          {problems.slice(0, SHOWN).map((problem, i) => (
            <tr key={`${problem.ref ?? ''} ${problem.path ?? ''} ${i}`}>
              <th scope="row">{t.sourcesView.problem[problem.kind]}</th>
              <td>{problem.ref ?? problem.type}</td>
              <td>
                {problem.message}
                {problem.path !== null && <span className={css.why}>{problem.path}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
