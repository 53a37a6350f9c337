import fc from 'fast-check';
import type { Told } from './person.ts';

const two = (n: number): string => String(n).padStart(2, '0');
const FAMILIES = [
  'Okafor',
  'Garcia',
  'Smith',
  'Lindqvist',
  'van der Berg',
  'O’Brien',
  'Nguyen',
  'García López',
];
const GIVEN = [
  'Maria',
  'Katherine',
  'Kate',
  'James',
  'Muhammad',
  'Wei',
  'Anjali',
  'Jean Pierre',
  'J',
  'Baby Boy',
];

const maybe = <T>(arb: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arb, { nil: undefined, freq: 4 });

/** A birth date that somebody was born on. */
const born = fc
  .record({
    y: fc.integer({ min: 1925, max: 2020 }),
    m: fc.integer({ min: 2, max: 12 }),
    d: fc.integer({ min: 2, max: 28 }),
  })
  .map(({ y, m, d }) => `${y}-${two(m)}-${two(d)}`);

/** A number that somebody may have. */
const ssn = fc
  .record({
    a: fc.integer({ min: 901, max: 989 }),
    g: fc.integer({ min: 10, max: 98 }),
    s: fc.integer({ min: 1001, max: 9889 }),
  })
  .map(({ a, g, s }) => `${a}-${g}-${s}`);

const clean = (told: Record<string, unknown>): Told =>
  Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));

/** Anybody, of a small town: many share a name, a street, a telephone, a number. */
export const anybody: fc.Arbitrary<Told> = fc
  .record({
    family: maybe(fc.constantFrom(...FAMILIES)),
    given: maybe(fc.constantFrom(...GIVEN)),
    suffix: fc.option(fc.constantFrom('Jr', 'Sr', 'III'), { nil: undefined, freq: 1 }),
    born: maybe(
      fc.oneof(born, fc.constantFrom('1980-03-04', '1980-04-03', '1952-03-04', '1980', '1900-01-01')),
    ),
    sex: maybe(fc.constantFrom('male', 'female', 'other')),
    ssn: maybe(fc.constantFrom('912-34-5678', '912-34-5679', '912-84-5678', '999-99-9999', 'XXX-XX-5678')),
    mrn: maybe(fc.constantFrom('7731', '7732', '884412')),
    member: maybe(fc.constantFrom('F-2210', 'F-2211')),
    street: maybe(fc.constantFrom('12 Mill Street', '12 Mill St.', '14 Mill Street', 'Homeless')),
    city: maybe(fc.constantFrom('Salem', 'Reno')),
    zip: maybe(fc.constantFrom('97301', '89501')),
    phone: maybe(fc.constantFrom('503-222-0198', '(503) 222-0198', '555-0100')),
    twin: fc.option(fc.constantFrom<boolean | number>(true, 1, 2, false), { nil: undefined, freq: 1 }),
  })
  .map(clean);

/** A whole person, whose number is theirs. */
export const somebody: fc.Arbitrary<Told & { readonly given: string; readonly family: string }> = fc
  .record({ born, ssn, mrn: fc.integer({ min: 10_001, max: 99_999_999 }).map(String) })
  .map((drawn) => ({
    ...drawn,
    family: 'Lindqvist',
    given: 'Ingrid',
    sex: 'female',
    street: '12 Mill Street',
    city: 'Salem',
    zip: '97301',
    phone: '503-222-0198',
  }));
