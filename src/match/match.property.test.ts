import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { match } from './match.ts';
import { anybody, somebody } from './testing/draw.ts';
import { person, type Told } from './testing/person.ts';

const of = (a: Told, b: Told) => match(person(a), person(b));
const RANK = { unlikely: 0, likely: 1, certain: 2 };

describe('any two people', () => {
  it('are compared alike from both sides, and again', () => {
    fc.assert(
      fc.property(anybody, anybody, (a, b) => {
        const [one, other, again] = [of(a, b), of(b, a), of(a, b)];
        expect(other.outcome).toBe(one.outcome);
        expect(other.score).toBe(one.score);
        expect(
          other.evidence.map(({ a: x, b: y, ...rest }) => ({ ...rest, a: y, b: x, note: null })),
        ).toEqual(one.evidence.map((field) => ({ ...field, note: null })));
        expect(again).toEqual(one);
      }),
    );
  });

  it('are certain only with a strong number, name and birth date, and without a veto', () => {
    fc.assert(
      fc.property(anybody, anybody, (a, b) => {
        const { outcome, vetoes, evidence } = of(a, b);
        if (outcome !== 'certain') return;
        expect(vetoes).toEqual([]);
        const field = (name: string) => evidence.find((each) => each.field === name);
        expect(field('identifier')?.agreement).toBe('agrees');
        expect(field('birth date')?.agreement).toBe('agrees');
        for (const name of ['family name', 'given name'])
          expect(field(name)?.agreement).toMatch(/agrees|similar/);
      }),
    );
  });

  it('score what their fields add up to', () => {
    fc.assert(
      fc.property(anybody, anybody, (a, b) => {
        const { score, evidence } = of(a, b);
        expect(score).toBeCloseTo(
          evidence.reduce((sum, field) => sum + field.weight, 0),
          6,
        );
      }),
    );
  });
});

describe('more that agrees', () => {
  const FIELDS = ['street', 'zip', 'phone', 'sex'] as const;

  it('never lowers the score or the outcome', () => {
    fc.assert(
      fc.property(anybody, anybody, fc.constantFrom(...FIELDS), (a, b, field) => {
        const value = { street: '4 Quarry Road', zip: '97002', phone: '503-333-4455', sex: 'female' }[field];
        const without = (told: Told): Told =>
          Object.fromEntries(Object.entries(told).filter(([name]) => name !== field));
        const before = of(without(a), without(b));
        const after = of({ ...a, [field]: value }, { ...b, [field]: value });
        expect(after.score).toBeGreaterThanOrEqual(before.score);
        expect(RANK[after.outcome]).toBeGreaterThanOrEqual(RANK[before.outcome]);
      }),
    );
  });

  it('a number taken away never makes a pair more certain', () => {
    fc.assert(
      fc.property(anybody, anybody, (a, b) => {
        const { ssn: _ssn, mrn: _mrn, ...bare } = b;
        expect(of(a, bare).outcome).not.toBe('certain');
      }),
    );
  });
});

describe('never certain, whatever number they share', () => {
  const TWINS = [
    'Maria Marta',
    'Anjali Anita',
    'Hassan Hussein',
    'Jayden Aiden',
    'Julia Julie',
    'Marie Maria',
    'Emma Emily',
  ];
  const SUFFIXES = ['Jr', 'Sr', 'II', 'III', 'junior', '3rd'];

  it('twins', () => {
    fc.assert(
      fc.property(somebody, fc.constantFrom(...TWINS), fc.boolean(), (one, names, flagged) => {
        const [x = '', y = ''] = names.split(' ');
        const flag = flagged ? { twin: true } : {};
        const { outcome, vetoes } = of({ ...one, ...flag, given: x }, { ...one, ...flag, given: y });
        expect(outcome).not.toBe('certain');
        if (flagged) {
          expect(outcome).toBe('unlikely');
          expect(vetoes.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('Jr and Sr, wherever the suffix is written, and where only one has it', () => {
    const write = (told: Told, where: number, suffix: string): Told =>
      [
        { ...told, suffix },
        { ...told, family: `${told.family} ${suffix}` },
        { ...told, given: `${told.given} ${suffix}.` },
        told,
      ][where] ?? told;
    const where = fc.integer({ min: 0, max: 3 });
    fc.assert(
      fc.property(
        somebody,
        fc.shuffledSubarray(SUFFIXES, { minLength: 2 }),
        where,
        where,
        (one, drawn, p, q) => {
          const [x = 'Jr', y = 'Sr'] = drawn;
          const same = new Set(
            [x, y].map((s) => s.toLowerCase().replace('junior', 'jr').replace('3rd', 'iii')),
          );
          if (same.size === 1 || (p === 3 && q === 3)) return;
          const found = of(write(one, p, x), write(one, q, y));
          expect(found.outcome).not.toBe('certain');
          expect(found.vetoes.join()).toMatch(/Jr/);
        },
      ),
    );
  });

  it('a parent and a child of one name', () => {
    fc.assert(
      fc.property(somebody, fc.integer({ min: 15, max: 60 }), (one, years) => {
        const [y = '', ...rest] = (one.born ?? '').split('-');
        const found = of(one, { ...one, born: [Number(y) - years, ...rest].join('-') });
        expect(found.outcome).not.toBe('certain');
      }),
    );
  });

  it('the dead and the living', () => {
    fc.assert(
      fc.property(somebody, fc.constantFrom<boolean | string>(true, '2019-05-05'), (one, deceased) => {
        const found = match({ ...person(one), deceased }, person(one));
        expect(found.outcome).toBe('likely');
      }),
    );
  });
});
