/** Stands where src/session stands, with the real timeline under it, so that every state can be looked at. */
import { useMemo } from 'react';
import type { FactId, MemberId, SourceId } from '../../../../src/record/index.ts';
import { sourceId } from '../../../../src/record/index.ts';
import type {
  Actions,
  Candidate,
  Detail,
  PatientView,
  SourceView,
  Status,
} from '../../../../src/session/index.ts';
import {
  buildTimeline,
  latest,
  overview,
  rows,
  trend,
  type RowQuery,
} from '../../../../src/timeline/index.ts';
import { facts, lines, many, person } from './story.ts';

const params = new URLSearchParams(location.search);
const state = params.get('state') ?? 'ready';

const organisations = (
  [
    ['general', 'General Hospital', 'ehr', 'G', 0],
    ['riverside', 'Riverside Clinic', 'clinic', 'R', 4],
    ['county', 'County HIE', 'hie', 'C', 2],
    ['valley', 'Valley Lab', 'lab', 'V', 3],
  ] as const
).map(([id, name, kind, letter, colour]) => ({
  id: sourceId(id),
  name,
  kind,
  letter,
  colour,
  iss: `https://${id}.example/fhir`,
  clientId: 'x',
  scopes: null,
  open: false,
}));
const order = organisations.map((each) => each.id);

const told = state === 'many' ? many(100_000) : ['empty', 'none'].includes(state) ? [] : facts();
const timeline = buildTimeline(told, {
  home: order[0] ?? null,
  masked: (merged) =>
    merged.sensitivity.confidentiality === 'R' || merged.shown.sensitivity.confidentiality === 'R',
  order,
  revision: 1,
});
const countOf = (source: SourceId): number =>
  timeline.facts.filter((fact) => fact.members.some((member) => member.source === source)).length;

const connected = { kind: 'connected' as const, since: 0, expiresAt: null, granted: '' };
type How =
  'complete' | 'loading' | 'partial' | 'mixed' | 'idle' | 'failed' | 'expired' | 'unlinked' | 'signing-in';
const how: Readonly<Record<string, readonly How[]>> = {
  ready: ['complete', 'loading', 'mixed', 'idle'],
  done: ['complete', 'complete', 'complete', 'complete'],
  many: ['complete', 'complete', 'complete', 'complete'],
  none: ['complete', 'complete', 'complete', 'complete'],
  empty: ['loading', 'signing-in', 'idle', 'idle'],
  trouble: ['expired', 'unlinked', 'mixed', 'failed'],
};

function view(index: number, state: How): SourceView {
  const organisation = organisations[index];
  if (organisation === undefined) throw new Error('an organisation');
  const plain = {
    organisation,
    state: null,
    lines: [],
    progress: { received: 0, about: null, floor: false },
  };
  if (state === 'idle') return { ...plain, connection: { kind: 'idle' } };
  if (state === 'signing-in') return { ...plain, connection: { kind: 'signing-in' } };
  if (state === 'failed')
    return {
      ...plain,
      connection: { kind: 'failed', problem: { kind: 'popup-closed' } },
    };
  const source = organisation.id;
  const there = person(source, `00${index}48-${index}`);
  const ledger = state === 'unlinked' ? [] : lines(source, state === 'expired' ? 'mixed' : state);
  return {
    organisation,
    connection: state === 'expired' ? { kind: 'expired' } : connected,
    state: {
      source,
      connection: state === 'expired' ? 'expired' : 'connected',
      link:
        state === 'unlinked'
          ? { kind: 'unlinked' }
          : index === 0
            ? { kind: 'anchor' }
            : { kind: 'linked', match: candidate(source).match, by: 'rule', who: null, at: 0, reason: null },
      person: there,
      facts: countOf(source),
      quarantined: state === 'mixed' ? 1 : 0,
      gone: 0,
    },
    lines: ledger,
    progress: { received: 87, about: state === 'loading' ? 140 : 87, floor: state !== 'complete' },
  };
}

const candidate = (source: SourceId): Candidate => ({
  person: person(source, '77120'),
  match: {
    outcome: 'likely',
    score: 14.2,
    vetoes: ['Address differs, and the birth dates have day and month swapped'],
    evidence: [
      {
        field: 'Name',
        agreement: 'similar',
        a: 'Santos, Maria Elena',
        b: 'Santos, Maria',
        weight: 6.2,
        note: 'middle name missing',
      },
      {
        field: 'Birth date',
        agreement: 'agrees',
        a: '1957-04-23',
        b: '1957-04-23',
        weight: 10.1,
        note: null,
      },
      {
        field: 'Address',
        agreement: 'differs',
        a: '12 Elm Street',
        b: '4 Mill Lane',
        weight: -2.1,
        note: null,
      },
      { field: 'Phone', agreement: 'missing', a: '555-0142', b: null, weight: 0, note: null },
    ],
  },
});

const views = (how[state] ?? how['ready'] ?? []).map((each, i) => view(i, each));
const start = organisations.map((_, i) => view(i, state === 'start-page' && i === 2 ? 'failed' : 'idle'));

export const useSources = (): readonly SourceView[] => (state === 'start-page' ? start : views);
export const useStatus = (): Status => {
  switch (state) {
    case 'starting':
    case 'start-page':
    case 'launching':
      return { phase: state };
    case 'locked':
      return {
        phase: 'locked',
        minutes: 15,
      };
    case 'config-error':
      return {
        phase: 'config-error',
        detail: 'line 7: organisations[1].iss must be a full web address that starts with https://',
      };
    case 'launch-error':
      return {
        phase: 'launch-error',
        failed: {
          problem: { kind: 'refused', error: 'invalid_grant', detail: null },
          name: 'General Hospital',
        },
      };
    default:
      return { phase: 'ready' };
  }
};
export const useSiteLanguage = () => null;
export const usePatient = (): PatientView => {
  const bySource = views.flatMap((each) =>
    each.state?.person && each.state.link.kind !== 'unlinked'
      ? [{ source: each.organisation.id, person: each.state.person }]
      : [],
  );
  return { person: bySource[0]?.person ?? null, bySource };
};
export const useRows = (query: RowQuery, offset: number, limit: number) =>
  useMemo(() => rows(timeline, query, offset, limit), [query, offset, limit]);
export const useOverview = (query: RowQuery, bins: number) =>
  useMemo(() => overview(timeline, query, bins), [query, bins]);
export const useTrend = (fact: FactId | null, drawn: number, listed: number) =>
  useMemo(() => (fact === null ? null : trend(timeline, { fact, drawn, listed })), [fact, drawn, listed]);
export const useLatest = () => useMemo(() => latest(timeline), []);
export const useDetail = (id: FactId | null): Detail | null => {
  const merged = timeline.facts.find((fact) => fact.id === id);
  if (merged === undefined) return null;
  const titles = Object.fromEntries(
    merged.related.map((relation) => [
      relation.id,
      timeline.facts.find((fact) => fact.id === relation.id)?.shown.title ?? '',
    ]),
  );
  return { revision: 1, merged, relatedTitles: titles, linked: [], names: {}, reviewed: false };
};
export const useRaw = (member: MemberId | null): string | null =>
  member === null
    ? null
    : JSON.stringify({
        resourceType: 'Observation',
        id: member.ref,
        valueQuantity: { value: 8.2, unit: '%' },
      });
export const useCandidates = (source: SourceId): readonly Candidate[] => [candidate(source)];
export const useProblems = () => [
  {
    source: order[2] ?? sourceId('county'),
    ref: null,
    type: 'Observation',
    kind: 'bad-element' as const,
    path: 'Observation.effectiveDateTime',
    message: 'not a date',
  },
];
const nothing = () => undefined;
export const useActions = (): Actions => ({
  signIn: nothing,
  signOut: nothing,
  load: nothing,
  reload: nothing,
  breakGlass: async () => 'failed',
  cancel: nothing,
  link: nothing,
  unlink: nothing,
  follow: nothing,
  forgetAll: nothing,
  recordExport: nothing,
  stay: nothing,
  findPatients: async () => ({ people: [], more: false, problem: null }),
  choosePatient: nothing,
});
export const useStaleAfter = (): number => Infinity;
export const useLockIn = (): number | null => (state === 'lock-in' ? 42 : null);
export const useReveal = () => ({
  reveal: () => Promise.reject(new Error('nothing is masked here')),
  conceal: nothing,
});
export const useSealed = () => null;
export const useAudit = () => null;
export const useSessionLedger = () => undefined;
