/** Messy facts of one patient over small pools of codes, times and values, so that they collide. */
import fc from 'fast-check';
import type { Decision, Fact } from '../../record/index.ts';
import { echo } from './echo.ts';
import * as make from './facts.ts';
import { KINDS, type Kind } from './kinds.ts';
import { labels, sources, statuses, when } from './pools.ts';

const ALL = Object.keys(KINDS) as readonly Kind[];

const names = ['General Hospital', 'Riverside Clinic'];

const common = fc.record({
  source: fc.constantFrom(...sources),
  when,
  status: fc.constantFrom(...statuses),
  sensitivity: fc.constantFrom(...labels),
  id: fc.constantFrom(null, null, null, 'N1', 'N2'),
  people: fc.constantFrom(
    [],
    [make.at_place(names[0] ?? '')],
    [make.at_place(names[1] ?? '')],
    [make.seen_by('Ada Byron')],
  ),
  recorded: fc.constantFrom(null, '2024-03-16', '2024-04-01T10:00:00Z'),
  origin: fc.constantFrom(
    null,
    null,
    null,
    null,
    'https://general.example/fhir/Thing/1',
    'https://x.example/Thing/2',
  ),
  unsafe: fc.constantFrom(false, false, false, false, false, false, false, false, false, true),
});

/** One fact; `index` makes its reference its own within its source. */
const messyFact = (kinds: readonly Kind[]) =>
  fc
    .tuple(fc.oneof(...kinds.map((kind) => KINDS[kind])), common, fc.nat({ max: 3 }))
    .map(([made, c, link]) => (index: number): Fact => {
      const fact = made();
      // Visits are compared by their own period half of the time.
      const keepsTime = fact.kind === 'encounter' && index % 2 === 0;
      return {
        ...fact,
        source: c.source,
        ref: make.ref(`Thing/${index}`),
        when: keepsTime ? fact.when : c.when,
        status: c.status,
        sensitivity: c.sensitivity,
        people: c.people,
        unsafe: c.unsafe,
        links: link === 0 ? [{ role: 'encounter', ref: `Thing/${(index * 7) % 12}` }] : [],
        provenance: {
          ...(c.id === null ? make.NO_PROVENANCE : make.identified(c.id)),
          recorded: c.recorded === null ? null : make.at(c.recorded),
          metaSource: c.origin,
        },
      };
    });

/**
 * Half of the facts echo an earlier one, as feeds do: elsewhere, and with one thing changed. What joins and what keeps
 * apart lies mostly in one difference between two records, which two made independently hardly ever have.
 */
export const messyFacts = (maxLength = 18, kinds = ALL): fc.Arbitrary<Fact[]> =>
  fc
    .array(fc.record({ fresh: messyFact(kinds), echo: fc.option(echo), of: fc.nat({ max: 2 }) }), {
      maxLength,
      size: 'max',
    })
    .map((made) => {
      const facts: Fact[] = [];
      for (const { fresh, echo: change, of } of made) {
        const index = facts.length;
        const earlier = change === null ? undefined : facts[index - 1 - Math.min(of, index - 1)];
        facts.push(
          change === null || earlier === undefined
            ? fresh(index)
            : { ...change(earlier), ref: make.ref(`Thing/${index}`) },
        );
      }
      return facts;
    });

/** Some facts, and the same in another order. */
export const shuffled = (facts: fc.Arbitrary<Fact[]>): fc.Arbitrary<[Fact[], Fact[]]> =>
  facts.chain((list) =>
    fc
      .shuffledSubarray(list, { minLength: list.length, maxLength: list.length })
      .map((other): [Fact[], Fact[]] => [list, other]),
  );

export const decisionsOn = (facts: readonly Fact[]): fc.Arbitrary<Decision[]> =>
  facts.length < 2 ? fc.constant([]) : fc.array(decisionOn(facts), { maxLength: 3 });

const decisionOn = (facts: readonly Fact[]): fc.Arbitrary<Decision> =>
  fc
    .record({
      kind: fc.constantFrom('split' as const, 'join' as const),
      members: fc.shuffledSubarray(facts.map(make.keyOf), {
        minLength: 2,
        maxLength: Math.min(4, facts.length),
      }),
      taken: fc.nat({ max: 2 }),
      reason: fc.constantFrom('seen the paper', 'asked the patient'),
      by: fc.constant('Dr Byron'),
      at: fc.nat({ max: 5 }),
    })
    .map(({ taken, ...decision }) =>
      decision.kind === 'split' && taken > 0
        ? { ...decision, off: decision.members.slice(0, Math.min(taken, decision.members.length - 1)) }
        : decision,
    );
