import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isObject, type Json, type JsonObject } from '../base/index.ts';
import type { Fact, SitePolicy } from '../record/index.ts';
import { decide, type ConsentAt } from './decide.ts';
import { DEFAULT_POLICY } from './policy.ts';
import { CLINIC, consent, day, fact, HIE, LOOKING, merged } from './testing/facts.ts';

const LABELS = ['PSY', 'HIV', 'R', 'N'] as const;
const facts = fc
  .record({
    source: fc.constantFrom(HIE, CLINIC),
    ref: fc.constantFrom('Condition/1', 'Observation/2', 'Consent/3'),
    label: fc.record({
      confidentiality: fc.constantFrom('unknown' as const, 'N' as const, 'R' as const),
      classes: fc.subarray(['PSY', 'HIV']),
    }),
    when: fc.constantFrom(day('2023-06-01'), day('2025-06-01')),
  })
  .map(fact);
const whole = fc.array(facts, { minLength: 1, maxLength: 3 });

/** Conditions, one of which can be neither met nor missed for certain. */
const condition = fc.constantFrom<JsonObject>(
  {},
  { class: [{ code: 'Condition' }] },
  { securityLabel: [{ code: 'HIV' }] },
  { securityLabel: [{ code: 'R' }] },
  { purpose: [{ code: 'TREAT' }] },
  { purpose: [{ code: 'HRESCH' }] },
  { dataPeriod: { end: '2024' } },
  { actor: [{ reference: { reference: 'Group/1' } }] },
  { actor: [{ reference: { reference: 'Practitioner/us' } }] },
);
const { provision } = fc.letrec<{ provision: JsonObject }>((tie) => ({
  provision: fc
    .tuple(
      fc.constantFrom<JsonObject>({ type: 'permit' }, { type: 'deny' }, {}),
      condition,
      fc.oneof(
        { maxDepth: 3 },
        fc.constant<JsonObject[]>([]),
        fc.array(tie('provision') as fc.Arbitrary<JsonObject>, { maxLength: 2 }),
      ),
    )
    .map(([type, when, inner]) => ({ ...type, ...when, provision: inner })),
}));
const consents = fc.array(
  fc
    .tuple(provision, fc.constantFrom('2023-01-01', '2024', 'unknown'))
    .map(([tree, dateTime]) => consent(tree, { dateTime })),
  { maxLength: 3 },
);

const decided = (
  members: readonly Fact[],
  rules: readonly ConsentAt[],
  policy: SitePolicy = DEFAULT_POLICY,
) => decide(merged(...members), rules, policy, LOOKING);
const hidden = (...args: Parameters<typeof decided>) => decided(...args).kind === 'mask';

describe('what may be seen', () => {
  it('does not depend on the order in which consents and members arrive', () => {
    fc.assert(
      fc.property(whole, consents, (members, rules) => {
        expect(decided([...members].reverse(), [...rules].reverse())).toEqual(decided(members, rules));
      }),
    );
  });

  it('never grows with a further consent, whatever it says', () => {
    fc.assert(
      fc.property(whole, consents, provision, (members, rules, tree) => {
        if (hidden(members, rules)) expect(hidden(members, [...rules, consent(tree)])).toBe(true);
      }),
    );
  });

  it('never grows with a refusal anywhere inside a consent', () => {
    const withDeny = (tree: JsonObject, path: readonly number[], when: JsonObject): JsonObject => {
      const inner = tree['provision'] as readonly JsonObject[];
      const [first, ...rest] = path;
      const at = first === undefined || inner.length === 0 ? -1 : first % inner.length;
      if (at < 0) return { ...tree, provision: [...inner, { type: 'deny', ...when }] };
      return { ...tree, provision: inner.map((each, i) => (i === at ? withDeny(each, rest, when) : each)) };
    };
    fc.assert(
      fc.property(
        whole,
        provision,
        fc.array(fc.nat(3), { maxLength: 3 }),
        condition,
        (members, tree, path, when) => {
          if (hidden(members, [consent(tree)]))
            expect(hidden(members, [consent(withDeny(tree, path, when))])).toBe(true);
        },
      ),
    );
  });

  it('never grows with damage to a consent: what cannot be read lets nothing through', () => {
    const damage = fc.constantFrom<Json>(null, 7, true, 'Zz', [null], ['Zz'], [7]);
    /** The value at the nth place is another, of no type that could stand there. */
    const damaged = (tree: JsonObject, at: number, by: Json): JsonObject => {
      let n = 0;
      const walk = (value: Json, key: string): Json => {
        if (key !== '' && n++ === at) return by;
        if (Array.isArray(value)) return (value as readonly Json[]).map((each) => walk(each, `${key}[]`));
        if (!isObject(value)) return value;
        return Object.fromEntries(
          Object.entries(value).map(([name, each]) => [name, walk(each ?? null, name)]),
        );
      };
      return walk(tree, '') as JsonObject;
    };
    // Another code in the place of a code is another consent, and no damage.
    const isCode = (tree: JsonObject, at: number, by: Json): boolean =>
      by === 'Zz' || JSON.stringify(damaged(tree, at, 'Zz')).includes('"code":"Zz"');
    fc.assert(
      fc.property(whole, provision, fc.nat(30), damage, (members, tree, at, by) => {
        if (isCode(tree, at, by) && typeof by === 'string') return;
        if (hidden(members, [consent(tree)]))
          expect(hidden(members, [consent(damaged(tree, at, by))])).toBe(true);
      }),
    );
  });

  it('never grows with a further member, or a stricter label', () => {
    fc.assert(
      fc.property(whole, facts, consents, fc.constantFrom(...LABELS), (members, more, rules, label) => {
        if (hidden(members, rules)) expect(hidden([...members, more], rules)).toBe(true);
        const labelled = members.map((each) => ({
          ...each,
          sensitivity: { ...each.sensitivity, classes: [...each.sensitivity.classes, label].sort() },
        }));
        if (hidden(members, [])) expect(hidden(labelled, [])).toBe(true);
      }),
    );
  });

  it('says no label and no title where it hides', () => {
    fc.assert(
      fc.property(whole, consents, (members, rules) => {
        const said = decided(members, rules);
        if (said.kind === 'mask')
          expect(JSON.stringify(said.why)).not.toMatch(/PSY|HIV|problem|Condition|Observation/);
      }),
    );
  });

  it('opens an exception only for its label, its role and its purpose together', () => {
    const exception = { labels: ['PSY'], purposes: ['TREAT'], roles: ['Practitioner'] };
    const policy = { ...DEFAULT_POLICY, exceptions: [exception] };
    fc.assert(
      fc.property(
        fc.subarray(['PSY', 'HIV'], { minLength: 1 }),
        fc.constantFrom('TREAT', 'ETREAT', 'HRESCH'),
        fc.constantFrom('Practitioner', 'Patient', null),
        (classes, purpose, role) => {
          const what = merged(fact({ label: { classes } }));
          const said = decide(what, [], policy, { ...LOOKING, purpose, role });
          const open = !classes.includes('HIV') && purpose !== 'HRESCH' && role === 'Practitioner';
          expect(said.kind).toBe(open ? 'show' : 'mask');
        },
      ),
    );
  });
});
