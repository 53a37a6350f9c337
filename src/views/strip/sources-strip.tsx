import type { SourceId } from '../../record/index.ts';
import { useActions, useAudit, useSources, type SourceView } from '../../session/index.ts';
import { Button, classNames, useOnline } from '../../ui/index.ts';
import { SourceMark, timeOfDay } from '../format/index.ts';
import { t } from '../messages/index.ts';
import { useFreshness } from './freshness.ts';
import { standingOf, type Standing } from './standing.ts';
import css from './strip.module.css';

interface StripProps {
  /** Opens the sources view at this source: its match, and what was read of it. */
  readonly onReview: (source: SourceId) => void;
}

/** Who has answered, how far, and what is missing: always on screen. */
export function SourcesStrip({ onReview }: StripProps) {
  const views = useSources();
  const online = useOnline();
  return (
    <section className={css.frame} aria-label={t.sources.label}>
      <output className={css.offline} hidden={online}>
        {online ? '' : t.sources.offline}
      </output>
      <ul className={css.strip}>
        {views.map((view) => (
          <SourceItem key={view.organisation.id} view={view} onReview={onReview} />
        ))}
      </ul>
      <Undelivered />
    </section>
  );
}

/** Nobody looks for it in the Sources view while it happens. */
function Undelivered() {
  const audit = useAudit();
  const missing = audit === null ? 0 : audit.refused + audit.lost + (audit.failing ? audit.waiting : 0);
  return missing === 0 ? null : <output className={css.bad}>{t.sources.undelivered(missing)}</output>;
}

function SourceItem({ view, onReview }: StripProps & { readonly view: SourceView }) {
  const standing = standingOf(view);
  const fresh = useFreshness(view.lines);
  const { id, name } = view.organisation;
  const { load } = useActions();
  return (
    <li className={css.source} data-tone={standing.tone} data-stale={fresh?.stale}>
      <SourceMark source={view.organisation.id} said={false} size={22} />
      <span className={css.words}>
        <button
          type="button"
          className={css.name}
          onClick={() => onReview(view.organisation.id)}
          aria-label={`${view.organisation.name}: ${t.sources.details}`}
        >
          {view.organisation.name}
        </button>
        <span className={classNames(css.state, css[standing.tone])}>
          {standing.text}
          {fresh !== null && (
            <span className={fresh.stale ? css.warn : undefined}>
              {' · '}
              {fresh.stale ? t.sources.stale(timeOfDay(fresh.at)) : t.sources.readAt(timeOfDay(fresh.at))}
            </span>
          )}
        </span>
        {view.state?.emergency === true && (
          <strong className={classNames(css.state, css.bad)}>{t.sources.emergency}</strong>
        )}
      </span>
      <SourceAct view={view} standing={standing} onReview={onReview} />
      {fresh?.stale === true && standing.act === null && (
        <Button
          className={classNames(css.act, css.reread)}
          onClick={() => load(id)}
          aria-label={`${t.sources.loadAgain}: ${name}`}
        >
          {t.sources.loadAgain}
        </Button>
      )}
      {standing.tone === 'busy' && (
        <progress
          className={css.bar}
          aria-label={view.organisation.name}
          max={1}
          {...(standing.progress === null ? {} : { value: standing.progress })}
        />
      )}
    </li>
  );
}

export function SourceAct({
  view,
  standing,
  onReview,
}: StripProps & { readonly view: SourceView; readonly standing: Standing }) {
  const actions = useActions();
  const { id, name } = view.organisation;
  const act = {
    'sign-in': {
      text: view.connection.kind === 'failed' ? t.sources.again : t.sources.connect,
      run: () => actions.signIn(id),
    },
    cancel: { text: t.sources.cancel, run: () => actions.cancel(id) },
    load: { text: t.sources.load, run: () => actions.load(id) },
    review: { text: t.sources.review, run: () => onReview(id) },
  };
  if (standing.act === null) return null;
  const { text, run } = act[standing.act];
  return (
    <Button className={css.act} onClick={run} aria-label={`${text}: ${name}`}>
      {text}
    </Button>
  );
}
