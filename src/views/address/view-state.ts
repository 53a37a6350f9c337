import type { FactId, FactKind, SourceId } from '../../record/index.ts';
import { FACT_KINDS } from '../../record/index.ts';
import { EVERYTHING, ONLY, type RowQuery } from '../../timeline/index.ts';

export const VIEWS = ['timeline', 'summary', 'trends', 'sources'] as const;
export type ViewName = (typeof VIEWS)[number];

/**
 * What of the screen is kept in the address: nothing clinical. A fact is named by its hash, and what was typed into
 * the search is kept out, since it may name a diagnosis.
 */
export interface ViewState {
  readonly view: ViewName;
  readonly window: RowQuery['window'];
  readonly kinds: readonly FactKind[] | null;
  readonly sources: readonly SourceId[] | null;
  readonly only: RowQuery['only'];
  readonly includeRetracted: boolean;
  /** Only what is new since then. */
  readonly since: number | null;
  readonly fact: FactId | null;
  /** In the trends, what stands on one axis of time with it. */
  readonly also: readonly FactId[];
  /** Each visit with what happened in it, or by day. */
  readonly by: 'day' | 'visit';
}

/** Nothing narrowed and nothing chosen. How the list is grouped stays as the reader has it. */
export const CLEARED: Omit<ViewState, 'by'> = {
  view: 'timeline',
  window: null,
  kinds: null,
  sources: null,
  only: [],
  includeRetracted: false,
  since: null,
  fact: null,
  also: [],
};

export const START: ViewState = { ...CLEARED, by: 'day' };

const KEYS = [
  'view',
  'from',
  'to',
  'kind',
  'source',
  'only',
  'retracted',
  'since',
  'by',
  'fact',
  'with',
] as const;

/** More than these stand too small to be compared. */
export const MOST_TOGETHER = 11;

/** Only the shape that factId() makes: an address is typed by anybody. */
const isFactId = (text: string): text is FactId => /^f[0-9a-f]{16}$/.test(text);

export function readState(search: string, known: readonly SourceId[]): ViewState {
  const params = new URLSearchParams(search);
  const list = (key: string): readonly string[] => params.get(key)?.split(',') ?? [];
  const kinds = FACT_KINDS.filter((kind) => list('kind').includes(kind));
  const sources = known.filter((source) => list('source').includes(source));
  const [from, to] = [readTime(params.get('from')), readTime(params.get('to'))];
  const fact = params.get('fact');
  return {
    view: VIEWS.find((view) => view === params.get('view')) ?? 'timeline',
    window: from !== null && to !== null && from < to ? { from, to } : null,
    kinds: kinds.length > 0 ? kinds : null,
    sources: sources.length > 0 ? sources : null,
    only: ONLY.filter((flag) => list('only').includes(flag)),
    includeRetracted: params.get('retracted') === '1',
    since: readTime(params.get('since')),
    by: params.get('by') === 'visit' ? 'visit' : 'day',
    fact: fact !== null && isFactId(fact) ? fact : null,
    also: list('with').filter(isFactId).slice(0, MOST_TOGETHER),
  };
}

/** The address's query with this state, and whatever else stood there. */
export function writeState(state: ViewState, search: string): string {
  const params = new URLSearchParams(search);
  for (const key of KEYS) params.delete(key);
  if (state.view !== 'timeline') params.set('view', state.view);
  if (state.window !== null) {
    params.set('from', writeTime(state.window.from));
    params.set('to', writeTime(state.window.to));
  }
  if (state.kinds !== null) params.set('kind', state.kinds.join(','));
  if (state.sources !== null) params.set('source', state.sources.join(','));
  if (state.only.length > 0) params.set('only', state.only.join(','));
  if (state.includeRetracted) params.set('retracted', '1');
  if (state.since !== null) params.set('since', writeTime(state.since));
  if (state.by !== 'day') params.set('by', state.by);
  if (state.fact !== null) params.set('fact', state.fact);
  // Whoever leaves the trends leaves the comparison.
  if (state.view === 'trends' && state.fact !== null && state.also.length > 0)
    params.set('with', state.also.join(','));
  const text = params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return text === '' ? '' : `?${text}`;
}

/** To the minute: fine enough for a window, short enough to read. */
const writeTime = (time: number): string => new Date(time).toISOString().slice(0, 16);

function readTime(text: string | null): number | null {
  if (text === null || !/^[+-]?\d{4,6}-\d\d-\d\dT\d\d:\d\d$/.test(text)) return null;
  const time = Date.parse(`${text}Z`);
  return Number.isNaN(time) ? null : time;
}

export const queryOf = (state: ViewState, text: string): RowQuery => ({
  ...EVERYTHING,
  text,
  kinds: state.kinds,
  sources: state.sources,
  window: state.window,
  only: state.only,
  includeRetracted: state.includeRetracted,
  since: state.since,
});

/** How many filters stand besides the search. */
export const filterCount = (state: ViewState): number =>
  (state.kinds === null ? 0 : 1) +
  (state.sources === null ? 0 : 1) +
  state.only.length +
  (state.includeRetracted ? 1 : 0) +
  (state.since === null ? 0 : 1);
