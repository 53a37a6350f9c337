import { isLeftAlone } from '../../record/index.ts';
import type { SourceView } from '../../session/index.ts';
import { t } from '../messages/index.ts';

/** How a source stands, in words; every state has its own, so that none is taken for 'none recorded'. */
export interface Standing {
  readonly tone: 'good' | 'busy' | 'warn' | 'bad' | 'idle';
  readonly text: string;
  readonly act: 'sign-in' | 'cancel' | 'load' | 'review' | null;
  /** 0 to 1 where a total is known. */
  readonly progress: number | null;
}

const standing = (
  tone: Standing['tone'],
  text: string,
  act: Standing['act'] = null,
  progress: number | null = null,
): Standing => ({ tone, text, act, progress });

export function standingOf(view: SourceView): Standing {
  const { connection, state } = view;
  const kept = state === null || state.facts === 0 ? null : t.records(state.facts);
  switch (connection.kind) {
    case 'idle':
      return standing('idle', t.sources.idle, 'sign-in');
    case 'signing-in':
      return standing('busy', t.sources.signingIn);
    case 'failed':
      return standing('bad', t.sources.failed, 'sign-in');
    case 'signed-out':
      return standing('idle', t.sources.signedOut, 'sign-in');
    case 'expired':
      return standing('warn', t.sources.expired(kept ?? t.records(0)), 'sign-in');
    case 'connected':
      return connected(view);
  }
}

function connected({ state, lines, progress }: SourceView): Standing {
  if (state === null) return standing('busy', t.sources.connecting);
  if (state.link.kind === 'unlinked') return standing('warn', t.sources.unlinked, 'review');
  const asked = lines.filter((line) => line.state.kind !== 'not-asked' || line.state.why === 'waiting');
  if (asked.length === 0) return standing('idle', t.sources.ready, 'load');
  const loading = asked.some((line) => line.state.kind === 'loading' || line.state.kind === 'not-asked');
  const { received, about } = progress;
  if (loading) {
    const share = about !== null && about > received ? received / about : null;
    const text = t.sources.loading(
      t.count(received),
      share === null || about === null ? null : t.count(about),
    );
    return standing('busy', text, 'cancel', share);
  }
  // Loudest of all: records of another patient were among this one's.
  if (state.quarantined > 0)
    return standing('bad', t.sources.mixed(t.records(state.facts), state.quarantined), 'review');
  const { link, replaced } = state;
  if (link.kind === 'linked' && link.now?.doubtful)
    return standing('warn', t.sources.doubtful(t.records(state.facts)), 'review');
  if (replaced) return standing('warn', t.sources.replaced(t.records(state.facts)), 'review');
  const missing = asked.filter((line) => line.state.kind !== 'complete').length;
  const left = lines.filter(isLeftAlone).length;
  if (missing === 0 && left > 0)
    return standing('warn', t.sources.leftAlone(t.records(state.facts), left), 'review');
  if (missing === 0) {
    const text = t.sources.complete(t.records(state.facts));
    return standing('good', state.gone > 0 ? t.sources.withdrawn(text, state.gone) : text);
  }
  if (missing === asked.length && state.facts === 0) return standing('bad', t.sources.nothingCame, 'load');
  return standing('warn', t.sources.partial(t.records(state.facts), missing), 'load');
}

type Views = readonly SourceView[];

/** Told once for the same views: while records stream in, a dozen parts of the screen ask it at every change. */
function toldOnce(tell: (views: Views) => boolean): (views: Views) => boolean {
  const told = new WeakMap<Views, boolean>();
  return (views) => {
    const known = told.get(views) ?? tell(views);
    told.set(views, known);
    return known;
  };
}

/**
 * True until every configured source has been read in full: till then a count is a floor, and nothing may be said to
 * be absent. A source nobody signed in to, or that is not linked yet, is as missing as one that failed.
 */
export const isIncomplete = toldOnce(
  (views) => views.length === 0 || views.some((view) => standingOf(view).tone !== 'good'),
);

/** Records of a source are coming right now, or are about to. */
export const isReading = toldOnce((views) => views.some((view) => standingOf(view).tone === 'busy'));
