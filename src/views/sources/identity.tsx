import { useActions, type SourceState } from '../../session/index.ts';
import { Button } from '../../ui/index.ts';
import { nameOf } from '../banner/index.ts';
import { momentText } from '../format/index.ts';
import { t } from '../messages/index.ts';
import { Candidates, Decide } from './candidates.tsx';
import { Evidence } from './evidence.tsx';
import css from './sources.module.css';

interface IdentityProps {
  readonly state: SourceState;
  /** What people call the source. */
  readonly name: string;
}

/** Whose record this is: by what evidence it is linked, who confirmed that and when, and what has changed since. */
export function Identity({ state, name }: IdentityProps) {
  const { link } = state;
  return (
    <>
      {state.replaced && <Replaced source={state.source} replaced={state.replaced} name={name} />}
      {link.kind === 'anchor' && <p className={css.part}>{t.sourcesView.anchor}</p>}
      {link.kind === 'unlinked' && <Candidates source={state.source} />}
      {link.kind === 'linked' && <Linked state={state} link={link} name={name} />}
    </>
  );
}

interface LinkedProps extends IdentityProps {
  readonly link: Extract<SourceState['link'], { kind: 'linked' }>;
}

function Linked({ state, link, name }: LinkedProps) {
  const { unlink } = useActions();
  const { source, person } = state;
  const words = t.sourcesView;
  const when = momentText(link.at);
  const by =
    link.by === 'rule' ? words.linkedBy.rule(when) : words.linkedBy.clinician(link.who ?? words.you, when);
  const score = words.score(link.match.score.toFixed(1));
  const about = person === null ? name : nameOf(person);
  return (
    <div className={css.part}>
      {link.now && (
        <div className={css.again}>
          <p
            className={link.now.doubtful ? css.veto : css.muted}
            role={link.now.doubtful ? 'alert' : undefined}
          >
            {link.now.doubtful ? words.doubtful : words.changed}
          </p>
          <p className={css.outcome}>
            <strong>{about}</strong>
            <span>{words.outcome[link.now.match.outcome]}</span>
          </p>
          <Evidence match={link.now.match} about={about} />
          {person && <Decide source={source} candidate={{ person, match: link.now.match }} again />}
        </div>
      )}
      <div className={css.decide}>
        <p className={css.words}>{[by, words.outcome[link.match.outcome], score].join(' · ')}</p>
        <Button
          onClick={() => unlink(source)}
          title={words.unlinkSays}
          aria-label={`${words.unlink}: ${name}`}
        >
          {words.unlink}
        </Button>
      </div>
      {link.reason !== null && <p className={css.muted}>{words.because(link.reason)}</p>}
      <Evidence match={link.match} about={about} />
    </div>
  );
}

interface ReplacedProps {
  readonly source: SourceState['source'];
  readonly replaced: NonNullable<SourceState['replaced']>;
  readonly name: string;
}

function Replaced({ source, replaced, name }: ReplacedProps) {
  const { follow } = useActions();
  const words = t.sourcesView;
  return (
    <div className={css.part}>
      <p className={css.veto}>{replacedText(replaced)}</p>
      {replaced.kind === 'by' && (
        <Button onClick={() => follow(source)} aria-label={`${words.useThatOne}: ${name}, ${replaced.ref}`}>
          {words.useThatOne}
        </Button>
      )}
    </div>
  );
}

function replacedText(replaced: ReplacedProps['replaced']): string {
  const words = t.sourcesView;
  switch (replaced.kind) {
    case 'by':
      return words.replacedBy(replaced.ref);
    case 'missing':
      return words.replacedMissing(replaced.ref);
    case 'loop':
      return words.replacedLoop(replaced.ref);
    case 'unclear':
      return words.replacedUnclear(t.listed(replaced.refs));
  }
}
