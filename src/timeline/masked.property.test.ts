import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Merged } from '../record/index.ts';
import { latest } from './latest.ts';
import { overview } from './overview.ts';
import type { RowQuery } from './row.ts';
import { rows } from './rows.ts';
import { trend } from './series.ts';
import {
  condition,
  merge,
  medication,
  observation,
  on,
  quantity,
  concept,
  sources,
} from './testing/facts.ts';
import { buildTimeline, type TimelineOptions } from './timeline.ts';

const ORDER = sources('general', 'county');
type Content = 'plain' | 'secret';

/** Two records that have in common where they come from, their kind, their date and nothing else. */
function hidden(kind: 'condition' | 'medication' | 'observation', id: string, content: Content): Merged {
  const secret = content === 'secret';
  const given = {
    id,
    source: 'county',
    title: secret ? 'Opioid use disorder' : 'Sprained ankle',
    code: concept(secret ? 'Opioid' : 'Ankle', 'http://snomed.info/sct', secret ? '1' : '2'),
    when: on('2020-05-05'),
    notes: secret ? [{ text: 'relapse', author: null, time: null }] : [],
  };
  const value = secret ? { value: { kind: 'quantity' as const, quantity: quantity('900', 'ng/mL') } } : {};
  const fact =
    kind === 'condition'
      ? condition(given)
      : kind === 'medication'
        ? medication(given)
        : observation({ ...given, ...value, interpretation: secret ? ['HH'] : [] });
  return merge([fact], {
    conflicts: secret ? [{ field: 'dose', values: [], weight: 'safety' }] : [],
    sensitivity: { confidentiality: 'R', classes: secret ? ['SUD'] : ['SDV'], caveats: [] },
  });
}

/** An open record that stands against each of them. */
function open(hiddenOnes: readonly Merged[]): Merged {
  const fact = observation({
    id: 'open',
    source: 'general',
    title: 'Opioids, urine',
    code: concept('Opioids', 'http://loinc.org', '1'),
    value: { kind: 'quantity', quantity: quantity('1', 'ng/mL') },
    when: on('2021-01-01'),
  });
  return merge([fact], {
    related: hiddenOnes.map(({ id }) => ({ id, kind: 'contradicts', why: 'one is the other’s' })),
  });
}

function answers(facts: readonly Merged[], options: Pick<TimelineOptions, 'sealedShows'>, query: RowQuery) {
  const masked = (fact: Merged): boolean => fact.sensitivity.confidentiality === 'R';
  const timeline = buildTimeline(facts, { home: ORDER[0]!, masked, order: ORDER, revision: 1, ...options });
  return JSON.stringify([
    rows(timeline, query, 0, 100),
    overview(timeline, query, 16),
    latest(timeline),
    facts.map(({ id }) => trend(timeline, { fact: id, drawn: 50, listed: 50 })),
  ]);
}

const kinds = fc.constantFrom('condition' as const, 'medication' as const, 'observation' as const);
const query = fc.record({
  text: fc.constantFrom('', 'opioid', 'ankle', 'relapse', '900', 'sud'),
  kinds: fc.constantFrom(null, ['condition' as const], ['observation' as const, 'other' as const]),
  sources: fc.constantFrom(null, [ORDER[1]!]),
  window: fc.constantFrom(null, { from: Date.parse('2020-01-01'), to: Date.parse('2022-01-01') }),
  only: fc.subarray(['conflict' as const, 'abnormal' as const, 'outside' as const]),
  includeRetracted: fc.boolean(),
  since: fc.constantFrom(null, Date.parse('2020-05-05')),
});

describe('what is answered about masked facts', () => {
  it('does not depend on what they say: no row, order, count, chart, trend or search tells it', () => {
    fc.assert(
      fc.property(fc.array(kinds, { minLength: 1, maxLength: 4 }), query, (chosen, asked) => {
        const made = (content: Content) => chosen.map((kind, i) => hidden(kind, `r${i}`, content));
        const all = (content: Content) => [...made(content), open(made(content))];
        expect(answers(all('secret'), {}, asked)).toBe(answers(all('plain'), {}, asked));
      }),
    );
  });

  it('does not depend on their kind and date either, where the site hides these', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(kinds, kinds), { minLength: 1, maxLength: 4 }),
        query,
        (chosen, asked) => {
          // The same place, whatever stands in it.
          const made = (which: 0 | 1) =>
            chosen.map((pair, i) => {
              const fact = hidden(pair[which], `r${i}`, which === 0 ? 'secret' : 'plain');
              const when = on(which === 0 ? '2020-05-05' : '1999-01-01');
              return { ...fact, id: `f${i}` as Merged['id'], shown: { ...fact.shown, when } };
            });
          const all = (which: 0 | 1) => [...made(which), open(made(which))];
          const hiding = { sealedShows: [] };
          expect(answers(all(0), hiding, asked)).toBe(answers(all(1), hiding, asked));
        },
      ),
    );
  });
});
