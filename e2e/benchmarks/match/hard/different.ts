/** Pairs of different people who are easily taken for one. None may ever come out certain. */
import {
  FAMILIES,
  FEMALE,
  MALE,
  SSN,
  hospital,
  somebody,
  ssn,
  two,
  type Draft,
  type Drawn,
} from './people.ts';

export interface Maker {
  readonly name: string;
  readonly make: (r: Drawn, n: number) => readonly [Draft, Draft];
}

const LIKE =
  `Maria Marta|Anjali Anita|Aiden Jayden|Hassan Hussein|Julia Julie|Emma Emily|Ella Emma|Jean Joan|Karen Karin
Luis Luisa|Ana Ava|Erik Erin|Hannah Anna|Rohit Mohit|Sita Gita|Daniela Gabriela|Michael Micah|Taylor Tyler|Wei Wen
Maria Marie|Mary Marie|Christina Christine|Jose Joseph|Kayla Kaylee|Mila Lila|Ming Ning|Sara Lara|Ivan Evan|Nina Tina|Amit Ajit`
    .split(/[|\n]/)
    .map((pair) => pair.split(' '));

const MR = (n: number, value: string): { system: string; value: string; type: string } => ({
  system: hospital(n),
  value,
  type: 'MR',
});
const number = (value: string): { system: string; value: string; type: string } => ({
  system: SSN,
  value,
  type: 'SS',
});
/** The next number, as two registered one after the other get it. */
const next = (value: string, by = 1): string =>
  value.slice(0, -4) + String(Number(value.slice(-4)) + by).padStart(4, '0');

function twins(r: Drawn, n: number): [Draft, Draft] {
  const a = somebody(r);
  const [x = 'Anjali', y = 'Anita'] = r.chance(0.6)
    ? (LIKE[n % LIKE.length] ?? [])
    : [r.pick(FEMALE), `${r.pick(FEMALE)}e`];
  const b = { ...a, given: [y] };
  return [{ ...a, given: [x] }, b];
}

const years = (born: string | null, by: number): string => {
  const [y = '1970', ...rest] = (born ?? '').split('-');
  return [Number(y) + by, ...rest].join('-');
};

const both = ([a, b]: readonly [Draft, Draft], change: Partial<Draft>): [Draft, Draft] => [
  { ...a, ...change },
  { ...b, ...change },
];
const withIds = ([a, b]: readonly [Draft, Draft], x: Draft['ids'], y: Draft['ids']): [Draft, Draft] => [
  { ...a, ids: x },
  { ...b, ids: y },
];
/** Two of one household, born the same or another day, and the same strong number by somebody's mistake. */
const samePair = (r: Drawn, change: Partial<Draft>): [Draft, Draft] => {
  const a = somebody(r);
  return [a, { ...a, ...change }];
};

const SUFFIXED: readonly ((d: Draft, suffix: string) => Draft)[] = [
  (d, suffix) => ({ ...d, suffix: [suffix] }),
  (d, suffix) => ({ ...d, family: `${d.family} ${suffix}` }),
  (d, suffix) => ({ ...d, family: `${d.family}, ${suffix}.` }),
  (d, suffix) => ({ ...d, given: [...d.given, suffix] }),
];
const GENERATIONS = ['Jr Sr', 'II III', 'Junior Senior', 'III IV', 'JR. SR.', '2nd 3rd'].map((each) =>
  each.split(' '),
);
const NEWBORNS =
  `Baby Boy|BB|BabyBoy|Baby Girl|BG|Twin A|Twin B|Infant of Maria|Newborn|Boy|Girl|Marias Boy|Baby Boy A|Baby Boy B|BabyGirl 2|Infant|Boy 1|Babygirl|NB|Baby`.split(
    '|',
  );
const NO_NUMBERS =
  '999-99-9999 123-45-6789 000-00-0000 111-11-1111 078-05-1120 987-65-4321 666-12-3456 219-09-9999 123121234 999999999 000001234 XXX-XX-1234 ***-**-1234 1234 UNKNOWN xxxxx1234 12345-0000 ###-##-1234'.split(
    ' ',
  );
const NO_DATES =
  '1900-01-01 1901-01-01 1970-01-01 0001-01-01 9999-12-31 1899-12-30 1111-11-11 1800-01-01 1900'.split(' ');
const TESTS = [
  'Test Patient',
  'Zztest Adam',
  'TEST Test',
  'Patient Demo',
  'Doe John',
  'Doe Jane',
  'Unknown Unknown',
  'Zzz Test',
  'Dummy Patient',
  'Anonymous X',
];
const NO_PLACES = [
  'Homeless',
  'Unknown',
  '123 Main St',
  'No fixed abode',
  'General Delivery',
  'UNKNOWN ADDRESS',
  'Fairhaven Clinic, 1 Park Road',
  'c/o Shelter',
];

export const DIFFERENT: readonly Maker[] = [
  { name: 'twins', make: twins },
  {
    name: 'twins, consecutive numbers',
    make: (r, n) => {
      const [s, m] = [ssn(r), r.digits(8)];
      return withIds(twins(r, n), [number(s), MR(1, m)], [number(next(s, 1 + (n % 9))), MR(1, next(m))]);
    },
  },
  {
    name: 'twins, one member number',
    make: (r, n) => {
      const id = [
        {
          system: 'https://payer.example/member-id',
          value: `F${r.digits(9)}`,
          ...(n % 2 ? { type: 'MB' } : {}),
        },
      ];
      return withIds(both(twins(r, n), { multiple: n % 3 ? null : true }), id, id);
    },
  },
  {
    name: 'twins, one number by mistake',
    make: (r, n) => {
      const id = [n % 2 ? number(ssn(r)) : MR(1, r.digits(8))];
      return withIds(twins(r, n), id, id);
    },
  },
  {
    name: 'twins, flagged',
    make: (r, n) => {
      const id = [MR(1, r.digits(7))];
      const [a, b] = withIds(twins(r, n), id, id);
      return [
        { ...a, multiple: n % 2 ? 1 : true },
        { ...b, multiple: n % 2 ? 2 : n % 4 === 0 ? true : null },
      ];
    },
  },
  {
    name: 'twins, one first name and two middle names',
    make: (r, n) => {
      const [a, b] = twins(r, n);
      const id = [number(ssn(r))];
      return withIds(
        [
          { ...a, given: ['Maria', 'del', 'Carmen'] },
          { ...b, given: ['Maria', 'del', n % 2 ? 'Pilar' : 'Rosario'] },
        ],
        id,
        id,
      );
    },
  },
  {
    name: 'twins, an initial only',
    make: (r, n) => {
      const [a, b] = twins(r, n);
      const id = [number(ssn(r))];
      return withIds([a, { ...b, given: [(a.given[0] ?? 'A').slice(0, 1)] }], id, id);
    },
  },
  {
    name: 'Jr and Sr',
    make: (r, n) => {
      const a = somebody(r);
      const [x = 'Jr', y = 'Sr'] = GENERATIONS[n % GENERATIONS.length] ?? [];
      const write = SUFFIXED[n % SUFFIXED.length] ?? ((d: Draft) => d);
      const id = n % 3 ? [] : [number(ssn(r))];
      // Now and then even the birth date was taken from the other's chart.
      const b = n % 5 ? { ...a, born: years(a.born, -r.int(19, 45)) } : a;
      return withIds([write(a, x), n % 2 ? write(b, y) : (SUFFIXED[(n + 1) % 4] ?? write)(b, y)], id, id);
    },
  },
  {
    name: 'Jr and no suffix',
    make: (r, n) => {
      const a = somebody(r);
      const write = SUFFIXED[n % SUFFIXED.length] ?? ((d: Draft) => d);
      const id = n % 2 ? [] : [MR(2, r.digits(7))];
      return withIds([write(a, 'Jr'), { ...a, born: years(a.born, -r.int(19, 45)) }], id, id);
    },
  },
  {
    name: 'parent and child of one name',
    make: (r, n) => {
      const a = somebody(r);
      const id = n % 2 ? [] : [number(ssn(r))];
      const by = -r.int(18, 45);
      const born =
        n % 4 < 2
          ? years(a.born, by)
          : `${Number((a.born ?? '1970').slice(0, 4)) + by}-07-${two(r.int(2, 28))}`;
      return withIds([a, { ...a, born }], id, id);
    },
  },
  { name: 'a changed surname alone', make: (r) => samePair(r, { family: `${r.pick(FAMILIES)}son` }) },
  {
    name: 'siblings',
    make: (r, n) => {
      const a = somebody(r);
      const given = [r.pick(a.sex === 'male' ? FEMALE : MALE)];
      return [a, { ...a, given, born: years(a.born, 1 + (n % 9)) }];
    },
  },
  {
    name: 'a couple at one address',
    make: (r, n) => {
      const a = somebody(r);
      const id = [{ system: 'https://payer.example/subscriber', value: r.digits(9), type: 'SN' }];
      const b: Draft = {
        ...a,
        given: n % 2 ? ['Joan'] : [r.pick(FEMALE)],
        sex: 'female',
        born: years(a.born, n % 4),
      };
      return withIds([{ ...a, given: n % 2 ? ['John'] : [r.pick(MALE)], sex: 'male' }, b], id, id);
    },
  },
  {
    name: 'newborns',
    make: (r, n) => {
      const a = somebody(r);
      const id = [n % 2 ? MR(1, r.digits(8)) : number(ssn(r))];
      const name = (i: number): string[] => (NEWBORNS[i % NEWBORNS.length] ?? 'BB').split(' ');
      return withIds(
        [
          { ...a, given: name(n) },
          { ...a, given: n % 3 ? name(n) : name(n + 7) },
        ],
        id,
        id,
      );
    },
  },
  {
    name: 'placeholder or masked numbers',
    make: (r, n) => {
      const value = NO_NUMBERS[n % NO_NUMBERS.length] ?? '';
      const id = [n % 3 ? number(value) : { system: SSN, value }];
      return withIds(samePair(r, { street: '4 Elm Court', zip: '97001', phone: '' }), id, id);
    },
  },
  {
    name: 'placeholder birth dates',
    make: (r, n) => {
      const id = [number(ssn(r))];
      return withIds(samePair(r, {}), id, id).map((d) => ({
        ...d,
        born: NO_DATES[n % NO_DATES.length] ?? null,
      })) as [Draft, Draft];
    },
  },
  {
    name: 'placeholder addresses and phones',
    make: (r, n) =>
      both(samePair(r, { given: [r.pick(MALE)] }), {
        street: NO_PLACES[n % NO_PLACES.length] ?? '',
        phone: n % 2 ? '555-555-5555' : '000-000-0000',
        mail: 'none@none.com',
      }),
  },
  {
    name: 'test patients',
    make: (r, n) => {
      const [family = '', given = ''] = (TESTS[n % TESTS.length] ?? '').split(' ');
      const id = [MR(1, r.digits(6))];
      return withIds(both(samePair(r, {}), { family, given: [given] }), id, id);
    },
  },
  {
    name: 'common names, one birth date',
    make: (r, n) =>
      both(
        samePair(r, { street: '9 Far Street', phone: '', mail: '', zip: '10001', city: 'Elsewhere' }),
        n % 2 ? { family: 'Garcia', given: ['Maria'] } : { family: 'Smith', given: ['James'] },
      ),
  },
  {
    name: 'one value at two systems',
    make: (r) => {
      const value = r.digits(7);
      return withIds(samePair(r, {}), [MR(1, value)], [MR(2, value)]);
    },
  },
  {
    name: 'one value without a system',
    make: (r, n) => {
      const id = [
        { value: r.digits(7), ...(n % 2 ? { type: 'MR' } : {}), ...(n % 3 ? {} : { system: 'MRN' }) },
      ];
      return withIds(samePair(r, {}), id, id);
    },
  },
  {
    name: 'old and temporary numbers',
    make: (r, n) => {
      const value = r.digits(8);
      return withIds(
        samePair(r, {}),
        [{ ...MR(1, value), use: n % 2 ? 'old' : 'temp' }],
        [n % 3 ? MR(1, value) : { ...MR(1, value), type: 'MRT' }],
      );
    },
  },
  {
    name: 'the dead and the living',
    make: (r, n) => {
      const id = [number(ssn(r))];
      const [a, b] = withIds(samePair(r, {}), id, id);
      return [
        { ...a, deceased: n % 2 ? '2011-05-04' : true },
        { ...b, deceased: n % 3 ? null : false },
      ];
    },
  },
  {
    name: 'a recycled number',
    make: (r) => {
      const id = [MR(1, r.digits(6))];
      return withIds([somebody(r), somebody(r)], id, id);
    },
  },
  {
    name: 'another sex, or another number for life',
    make: (r, n) => {
      const id = [MR(1, r.digits(8))];
      const [a, b] = withIds(samePair(r, {}), id, id);
      return n % 2
        ? [
            { ...a, sex: 'male' },
            { ...b, sex: 'female' },
          ]
        : [
            { ...a, ids: [...a.ids, number(ssn(r))] },
            { ...b, ids: [...b.ids, number(ssn(r))] },
          ];
    },
  },
];
