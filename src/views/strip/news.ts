import type { SourceId } from '../../record/index.ts';
import type { SourceView } from '../../session/index.ts';
import { standingOf, type Standing } from './standing.ts';

type Tones = ReadonlyMap<SourceId, Standing['tone']>;

export interface News {
  readonly tones: Tones;
  /** To be read out; empty where nothing came to an end. */
  readonly text: string;
}

/**
 * What a listener is told: that a source came to the end of something, and how. Not every count on the way there, which
 * changes several times a second.
 */
export function newsOf(before: Tones, views: readonly SourceView[]): News {
  const standings = views.map((view) => ({ view, standing: standingOf(view) }));
  const ended = standings.filter(({ view, standing }) => {
    const was = before.get(view.organisation.id);
    return was !== undefined && was !== standing.tone && standing.tone !== 'busy' && standing.tone !== 'idle';
  });
  return {
    tones: new Map(standings.map(({ view, standing }) => [view.organisation.id, standing.tone])),
    text: ended.map(({ view, standing }) => `${view.organisation.name}: ${standing.text}`).join('. '),
  };
}
