import { beforeAll, describe, expect, it } from 'vitest';
import { sourceId, type Completeness, type LedgerLine } from '../../record/index.ts';
import type { SourceView } from '../../session/index.ts';
import { speak } from '../messages/index.ts';
import { newsOf } from './news.ts';
import { isIncomplete, standingOf } from './standing.ts';

beforeAll(() => speak('en'));

const source = sourceId('county');
const line = (state: Completeness, type = 'Observation'): LedgerLine => ({
  source,
  type,
  category: null,
  state,
  remarks: [],
});
const complete = line({ kind: 'complete', received: 3, at: 0 });

function view(lines: readonly LedgerLine[], rest: Partial<SourceView> = {}): SourceView {
  return {
    organisation: {
      id: source,
      name: 'County HIE',
      kind: 'hie',
      iss: 'https://county.example/fhir',
      clientId: 'x',
      scopes: null,
      letter: 'C',
      colour: 2,
      open: false,
    },
    connection: { kind: 'connected', since: 0, expiresAt: null, granted: '' },
    state: {
      source,
      connection: 'connected',
      link: { kind: 'anchor' },
      person: null,
      facts: 3,
      quarantined: 0,
      gone: 0,
    },
    lines,
    progress: { received: 3, about: null, floor: false },
    ...rest,
  };
}

describe('how a source stands', () => {
  it('is complete only where every part that was asked for is', () => {
    expect(standingOf(view([complete])).tone).toBe('good');
    const others: readonly Completeness[] = [
      { kind: 'not-granted', detail: 'scope' },
      { kind: 'failed', why: { kind: 'signed-out' }, at: 0 },
      { kind: 'partial', received: 1, about: null, why: { kind: 'cancelled' }, missingBefore: null, at: 0 },
    ];
    for (const state of others)
      expect(standingOf(view([complete, line(state, 'Condition')]))).toMatchObject({
        tone: 'warn',
        text: '3 records · 1 part missing',
      });
  });

  it('is loading while anything is on its way or waits its turn', () => {
    const loading = line({ kind: 'loading', received: 1, about: 4 });
    const waiting = line({ kind: 'not-asked', why: 'waiting' });
    for (const other of [loading, waiting])
      expect(standingOf(view([complete, other]))).toMatchObject({ tone: 'busy', act: 'cancel' });
  });

  it('never counts what came when nothing was loaded', () => {
    expect(standingOf(view([])).text).toBe('connected, nothing loaded yet');
  });

  it('says each other state apart', () => {
    const unlinked = view([], {
      state: {
        source,
        connection: 'connected',
        link: { kind: 'unlinked' },
        person: null,
        facts: 0,
        quarantined: 0,
        gone: 0,
      },
    });
    const texts = [
      unlinked,
      view([], { connection: { kind: 'idle' } }),
      view([], { connection: { kind: 'signing-in' } }),
      view([], { connection: { kind: 'signed-out' } }),
      view([], { connection: { kind: 'expired' } }),
      view([], { connection: { kind: 'failed', problem: { kind: 'declined' } } }),
      view([], { state: null }),
      view([line({ kind: 'failed', why: { kind: 'signed-out' }, at: 0 })], {
        state: {
          source,
          connection: 'connected',
          link: { kind: 'anchor' },
          person: null,
          facts: 0,
          quarantined: 0,
          gone: 0,
        },
      }),
    ].map((each) => standingOf(each).text);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('puts records of somebody else above being complete', () => {
    const mixed = view([complete]);
    const state = mixed.state && { ...mixed.state, quarantined: 2 };
    expect(standingOf({ ...mixed, state })).toMatchObject({
      tone: 'bad',
      text: '3 records · 2 records of somebody else held back',
      act: 'review',
    });
  });

  it('lets nothing be called absent while any source is missing, whatever the reason', () => {
    expect(isIncomplete([view([complete])])).toBe(false);
    expect(isIncomplete([])).toBe(true);
    for (const kind of ['idle', 'signing-in', 'signed-out', 'expired'] as const)
      expect(isIncomplete([view([complete]), view([complete], { connection: { kind } })])).toBe(true);
  });
});

describe('what is read out', () => {
  const tell = (...steps: SourceView[][]): string[] => {
    let tones: Parameters<typeof newsOf>[0] = new Map();
    return steps.map((views) => {
      const news = newsOf(tones, views);
      ({ tones } = news);
      return news.text;
    });
  };
  const loading = (received: number) => view([line({ kind: 'loading', received, about: 9 })]);

  it('is that a source was read, once, and none of the counts on the way', () => {
    const done = view([complete]);
    expect(tell([loading(1)], [loading(2)], [loading(3)], [done], [done])).toEqual([
      '',
      '',
      '',
      'County HIE: 3 records · complete',
      '',
    ]);
  });

  it('is that something is missing, or that a session ended', () => {
    const broken = view([complete, line({ kind: 'failed', why: { kind: 'signed-out' }, at: 0 }, 'Goal')]);
    const expired = view([complete], { connection: { kind: 'expired' } });
    expect(tell([loading(1)], [broken], [loading(1)], [view([complete])], [expired])).toEqual([
      '',
      'County HIE: 3 records · 1 part missing',
      '',
      'County HIE: 3 records · complete',
      'County HIE: session ended · 3 records kept',
    ]);
  });
});
