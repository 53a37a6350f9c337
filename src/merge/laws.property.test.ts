/** The laws of merging, each as a property over messy facts that collide. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CONFIDENTIALITY,
  mainPoint,
  wallTime,
  type DatePoint,
  type Fact,
  type Merged,
} from '../record/index.ts';
import { createMerger, explain, mergeFacts, reconcileMedications, wordOf } from './index.ts';
import { judge } from './rules/index.ts';
import { A, keyOf } from './testing/facts.ts';
import { decisionsOn, messyFacts, shuffled } from './testing/messy.ts';

/** All that a result says, what a merged fact makes only when it is read among it. */
const text = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && 'joined' in part ? { ...part, joined: part.joined } : part,
  );
const pairs = <T>(list: readonly T[]): [T, T][] =>
  list.flatMap((a, i) => list.slice(i + 1).map((b): [T, T] => [a, b]));
const groupOf = (facts: readonly Merged[], fact: Fact) => facts.find((m) => m.members.includes(fact));

describe('law 1: conservation', () => {
  it('every fact is a member of exactly one merged fact', () => {
    fc.assert(
      fc.property(messyFacts(), (facts) => {
        const members = mergeFacts(facts).facts.flatMap((m) => m.members);
        expect(members.map(keyOf).sort()).toEqual(facts.map(keyOf).sort());
        for (const fact of facts) expect(members).toContain(fact);
      }),
    );
  });
});

describe('law 2: order does not matter', () => {
  it('any order gives the identical result, byte for byte', () => {
    fc.assert(
      fc.property(shuffled(messyFacts()), ([facts, other]) => {
        expect(text(mergeFacts(other))).toBe(text(mergeFacts(facts)));
      }),
    );
  });

  it('a verdict is the same both ways', () => {
    fc.assert(
      fc.property(messyFacts(6), (facts) => {
        for (const [a, b] of pairs(facts)) {
          const [there, back] = [judge(a, b), judge(b, a)];
          expect(back.verdict).toBe(there.verdict);
          expect(explain(b, a)).toEqual(explain(a, b));
          if (there.verdict === 'different' && back.verdict === 'different')
            expect([back.relation?.ab, back.relation?.ba]).toEqual([there.relation?.ba, there.relation?.ab]);
        }
      }),
    );
  });

  it('adding the same facts again changes nothing', () => {
    fc.assert(
      fc.property(messyFacts(), (facts) => {
        expect(text(mergeFacts([...facts, ...structuredClone(facts)]))).toBe(text(mergeFacts(facts)));
      }),
    );
  });

  it('what arrives in pages, leaves and comes back equals what is left at once', () => {
    const steps = messyFacts(24).chain((facts) =>
      fc.record({
        facts: fc.constant(facts),
        pages: fc.array(fc.nat({ max: 5 }), { minLength: facts.length, maxLength: facts.length }),
        gone: fc.subarray(facts),
        back: fc.boolean(),
        unlink: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(steps, ({ facts, pages, gone, back, unlink }) => {
        const merger = createMerger();
        for (let page = 0; page <= 5; page++) {
          merger.add(facts.filter((_, i) => pages[i] === page));
          merger.result();
        }
        merger.remove(gone.map(keyOf));
        merger.result();
        if (back) merger.add(gone);
        if (unlink) merger.removeSource(A);
        const left = facts.filter((f) => (back || !gone.includes(f)) && !(unlink && f.source === A));
        expect(text(merger.result())).toBe(text(mergeFacts(left)));
      }),
    );
  });

  it('blocking loses nothing: whatever a rule joins or offers was compared', () => {
    fc.assert(
      fc.property(messyFacts(10), (facts) => {
        const merged = mergeFacts(facts).facts;
        for (const [a, b] of pairs(facts)) {
          // Courses are a sweep: two doses of one drug years apart need not meet.
          if (a.kind === 'medication') continue;
          const verdict = judge(a, b);
          if (verdict.verdict === 'different' || (verdict.verdict === 'possibly' && !verdict.mention))
            continue;
          const [x, y] = [groupOf(merged, a), groupOf(merged, b)];
          if (x !== y) expect(x?.related.map((r) => r.id)).toContain(y?.id);
        }
      }),
    );
  });
});

describe('law 3: explained', () => {
  it('the stated joins connect all members, each with rule, keys and tolerance', () => {
    fc.assert(
      fc.property(messyFacts(), (facts) => {
        for (const merged of mergeFacts(facts).facts) {
          const keys = (m: { source: string; ref: string }) => `${m.source}|${m.ref}`;
          const reached = new Set(merged.members.slice(0, 1).map(keys));
          for (let i = 0; i < merged.members.length; i++)
            for (const { a, b, rule, keys: why, tolerance } of merged.joined) {
              expect(rule && tolerance && why.length > 0).toBeTruthy();
              if (reached.has(keys(a)) || reached.has(keys(b))) reached.add(keys(a)).add(keys(b));
            }
          expect(reached.size).toBe(merged.members.length);
        }
      }),
    );
  });

  it('no group holds two facts that its own rule calls different', () => {
    fc.assert(
      fc.property(messyFacts(24), (facts) => {
        for (const merged of mergeFacts(facts).facts)
          for (const [a, b] of pairs(merged.members)) expect(explain(a, b).verdict).not.toBe('different');
      }),
    );
  });
});

describe('law 3: what is told apart', () => {
  const apart = <T>(x: T | null, y: T | null): boolean => x !== null && y !== null && x !== y;
  /** What no tolerance and no number bridges, whatever else agrees. */
  const differ = (a: Fact, b: Fact): string | null => {
    if (a.kind === 'condition' && b.kind === 'condition')
      return !a.negation && apart(a.laterality, b.laterality) ? 'sides' : null;
    if (a.kind === 'medication' && b.kind === 'medication')
      return apart(a.drug.strength, b.drug.strength) || apart(a.drug.form, b.drug.form) ? 'products' : null;
    if (a.kind === 'allergy' && b.kind === 'allergy')
      return a.negates === null && apart(a.substanceClasses[0] ?? null, b.substanceClasses[0] ?? null)
        ? 'substances'
        : null;
    if (a.kind === 'encounter' && b.kind === 'encounter')
      return a.source === b.source && a.provenance.identifiers.length === 0 ? 'visits of one system' : null;
    return null;
  };

  it('nothing joins two sides, two products, two substances or two visits of one system', () => {
    fc.assert(
      fc.property(messyFacts(12, ['condition', 'medication', 'allergy', 'encounter']), (facts) => {
        for (const [a, b] of pairs(facts)) {
          const difference = differ(a, b);
          const { verdict, join } = explain(a, b);
          // What was stripped takes back whatever carries its number.
          if (difference !== null && join?.rule !== 'any/retraction')
            expect(verdict, difference).not.toBe('same');
        }
      }),
    );
  });
});

describe('law 4: reversible', () => {
  const decided = messyFacts(10).chain((facts) => fc.tuple(fc.constant(facts), decisionsOn(facts)));

  it('a decision holds in any order, survives a refresh, and is undone without a trace', () => {
    fc.assert(
      fc.property(decided, ([facts, decisions]) => {
        const merger = createMerger();
        merger.setDecisions(wordOf(decisions));
        merger.add([...facts].reverse());
        const first = text(merger.result());
        expect(first).toBe(text(mergeFacts(facts, [...decisions].reverse())));
        merger.remove(facts.map(keyOf));
        merger.result();
        merger.add(facts);
        expect(text(merger.result())).toBe(first);
        merger.setDecisions(null);
        expect(text(merger.result())).toBe(text(mergeFacts(facts)));
      }),
    );
  });

  it('loses nobody, and a split that is the last word keeps its members apart', () => {
    fc.assert(
      fc.property(decided, ([facts, decisions]) => {
        const last = {
          kind: 'split' as const,
          members: facts.slice(0, 2).map(keyOf),
          reason: 'r',
          by: 'b',
          at: 9,
        };
        const { facts: merged } = mergeFacts(facts, [...decisions, last]);
        expect(merged.flatMap((m) => m.members.map(keyOf)).sort()).toEqual(facts.map(keyOf).sort());
        const [a, b] = facts;
        if (a !== undefined && b !== undefined) expect(groupOf(merged, a)).not.toBe(groupOf(merged, b));
      }),
    );
  });
});

describe('law 5: conflicts are objects', () => {
  it('every status and verification that a member states is in the conflict, or all agree', () => {
    fc.assert(
      fc.property(messyFacts(), (facts) => {
        for (const merged of mergeFacts(facts).facts) {
          expect(merged.members).toContain(merged.shown);
          const said = new Set(merged.members.map((m) => m.status.verification).filter((v) => v !== null));
          const shown = merged.conflicts.find((c) => c.field === 'verification')?.values.map((v) => v.value);
          if (said.size > 1) expect(new Set(shown)).toEqual(said);
          if (merged.kind === 'medication') continue;
          const codes = new Set(merged.members.map((m) => m.status.code).filter((c) => c !== 'unknown'));
          const stated = merged.conflicts.find((c) => c.field === 'status')?.values.map((v) => v.value) ?? [];
          if (codes.size > 1) expect(new Set(stated.filter((c) => c !== 'unknown'))).toEqual(codes);
          for (const conflict of merged.conflicts) {
            expect(conflict.values.length).toBeGreaterThan(1);
            for (const { sources } of conflict.values) expect(sources.length).toBeGreaterThan(0);
          }
        }
      }),
    );
  });
});

describe('law 6: retractions reach the copies', () => {
  it('a retraction beside a copy is a safety conflict; a fact is retracted only when all its members are', () => {
    fc.assert(
      fc.property(messyFacts(), (facts) => {
        for (const merged of mergeFacts(facts).facts) {
          const retracted = merged.members.filter((m) => m.status.retracted).length;
          expect(merged.retracted).toBe(retracted === merged.members.length);
          if (retracted === 0 || merged.retracted) continue;
          expect(merged.shown.status.retracted).toBe(false);
          expect(merged.conflicts.find((c) => c.field === 'status')?.weight).toBe('safety');
        }
      }),
    );
  });

  it('nothing retracted or negated is on the list of what is taken now', () => {
    fc.assert(
      fc.property(messyFacts(), (facts) => {
        const merged = mergeFacts(facts).facts;
        for (const line of reconcileMedications(merged)) {
          const fact = merged.find((m) => m.id === line.id);
          const isTaken = (m: Fact) =>
            m.kind === 'medication' && m.status.standing === 'current' && !m.status.retracted && !m.negation;
          expect(fact?.members.some(isTaken)).toBe(true);
        }
      }),
    );
  });
});

describe('law 7: negatives are facts', () => {
  const DENIABLE = ['allergy', 'condition', 'medication', 'immunization', 'procedure'] as const;
  /** What a retraction left without content says neither. */
  const isEmpty = (f: Fact): boolean => f.status.retracted && f.code === null;

  it('a negative never shares a fact with what it denies', () => {
    const isNegative = (f: Fact): boolean =>
      (f.kind === 'allergy' && f.negates !== null) ||
      ((f.kind === 'condition' || f.kind === 'medication') && f.negation) ||
      ((f.kind === 'immunization' || f.kind === 'procedure') && f.status.code === 'not-done');
    fc.assert(
      fc.property(messyFacts(12, DENIABLE), (facts) => {
        for (const { members } of mergeFacts(facts).facts)
          expect(new Set(members.filter((m) => !isEmpty(m)).map(isNegative)).size).toBeLessThan(2);
      }),
    );
  });

  it('no known allergies, where that stands itself, contradicts every allergy that stands', () => {
    fc.assert(
      fc.property(messyFacts(12, DENIABLE), (facts) => {
        const merged = mergeFacts(facts).facts;
        const stands = (f: Fact) => !f.unsafe && !f.status.retracted && f.status.verification !== 'refuted';
        const safe = facts.filter((f) => f.kind === 'allergy' && stands(f));
        for (const none of safe.filter((f) => f.kind === 'allergy' && f.negates === 'all'))
          for (const real of safe) {
            if (real.kind !== 'allergy' || real.negates !== null) continue;
            const kinds = groupOf(merged, none)?.related.filter((r) => r.id === groupOf(merged, real)?.id);
            expect(kinds?.map((r) => r.kind)).toContain('contradicts');
          }
      }),
    );
  });
});

describe('law 8: the strictest label wins', () => {
  it('a merged fact is as confidential as its most confidential member, and carries every mark', () => {
    fc.assert(
      fc.property(messyFacts(), (facts) => {
        const rank = (f: Fact) => CONFIDENTIALITY.findIndex((c) => c === f.sensitivity.confidentiality);
        for (const { members, sensitivity } of mergeFacts(facts).facts) {
          const strictest = Math.max(...members.map(rank));
          expect(CONFIDENTIALITY.findIndex((c) => c === sensitivity.confidentiality)).toBe(strictest);
          expect(sensitivity.classes).toEqual(
            [...new Set(members.flatMap((m) => m.sensitivity.classes))].sort(),
          );
          expect(sensitivity.caveats).toEqual(
            [...new Set(members.flatMap((m) => m.sensitivity.caveats))].sort(),
          );
        }
      }),
    );
  });
});

describe('law 9: time is honest', () => {
  const DAY = 86_400_000;
  const MINUTES = 6 * 60_000;
  /** By the clock on the wall where a zone is not known: half past ten in the evening is of its own day, not of the next by UTC. */
  const clocksAgree = (a: DatePoint, b: DatePoint): boolean => {
    const [instants, walls] = [Math.abs(a.from - b.from), Math.abs(wallTime(a) - wallTime(b))];
    if ([a, b].some(({ precision }) => precision !== 'minute' && precision !== 'second')) return walls < DAY;
    if ((a.offset === null) !== (b.offset === null)) return walls < MINUTES;
    // A day without its hour, as two converters write it.
    return instants < MINUTES || (walls === 0 && wallTime(a) % DAY === 0);
  };

  it('nothing measured is joined to another hour, another day or no date without an identifier', () => {
    fc.assert(
      fc.property(messyFacts(12, ['observation']), (facts) => {
        for (const [a, b] of pairs(facts)) {
          if (explain(a, b).join?.rule !== 'observation/time-and-value') continue;
          const [x, y] = [mainPoint(a.when), mainPoint(b.when)];
          expect(x !== null && y !== null && clocksAgree(x, y), `${x?.text} and ${y?.text}`).toBe(true);
        }
      }),
    );
  });
});

describe('law 10: units are safe', () => {
  it('two numbers are one result only where unit or conversion agree, or an identifier says so', () => {
    fc.assert(
      fc.property(messyFacts(12, ['observation']), (facts) => {
        for (const [a, b] of pairs(facts)) {
          if (a.kind !== 'observation' || b.kind !== 'observation') continue;
          if (a.value?.kind !== 'quantity' || b.value?.kind !== 'quantity') continue;
          if (explain(a, b).join?.rule !== 'observation/time-and-value') continue;
          const [x, y] = [a.value.quantity, b.value.quantity];
          expect(x.comparator).toBe(y.comparator);
          if (x.canonical !== null && y.canonical !== null) {
            expect(x.canonical.unit).toBe(y.canonical.unit);
            expect(Math.abs(x.canonical.value - y.canonical.value)).toBeLessThanOrEqual(
              x.canonical.tolerance + y.canonical.tolerance,
            );
          } else {
            expect(x.value).toBe(y.value);
            const units = [x.code ?? x.unit, y.code ?? y.unit].filter((unit) => unit !== null);
            expect(new Set(units).size).toBeLessThan(2);
          }
        }
      }),
    );
  });
});

describe('law 11: identity first', () => {
  it('unlinking a source removes all of it at once, as if it had never been', () => {
    fc.assert(
      fc.property(messyFacts(), (facts) => {
        const merger = createMerger();
        merger.add(facts);
        merger.result();
        merger.removeSource(A);
        expect(text(merger.result())).toBe(text(mergeFacts(facts.filter((f) => f.source !== A))));
      }),
    );
  });

  it('what may have a changed meaning is shown and joins nothing', () => {
    fc.assert(
      fc.property(messyFacts(), (facts) => {
        for (const merged of mergeFacts(facts).facts)
          if (merged.members.some((m) => m.unsafe)) expect(merged.members).toHaveLength(1);
        for (const [a, b] of pairs(facts))
          if (a.unsafe || b.unsafe) expect(explain(a, b).verdict).toBe('different');
      }),
    );
  });
});
