/** One person as two places have registered them, with the noise of real desks. */
import { SSN, hospital, somebody, ssn, type Draft, type Drawn } from './people.ts';

export interface SameMaker {
  readonly name: string;
  /** With a strong number in common 'certain' is expected; without, or where something contradicts, a question. */
  readonly least: 'certain' | 'likely';
  readonly make: (r: Drawn, n: number) => readonly [Draft, Draft];
}

const SYSTEMS: readonly (readonly [string, string])[] = [
  ['urn:oid:2.16.840.1.113883.19.88.1', 'urn: oid: 2.16.840.1.113883.19.88.1'],
  ['urn:oid:2.16.840.1.113883.19.88.1', '2.16.840.1.113883.19.88.1'],
  ['urn:oid:2.16.840.1.113883.19.88.1', 'URN:OID:2.16.840.1.113883.19.88.1'],
  ['http://general.example.org/mrn', 'https://general.example.org/mrn/'],
  ['http://General.example.org/MRN', 'http://general.example.org/mrn'],
  [SSN, 'urn:oid:2.16.840.1.113883.4.1'],
  [SSN, 'https://hl7.org/fhir/sid/us-ssn/'],
];

const GIVEN: readonly (readonly [string, string])[] =
  `Mohammed/Muhammad|William/Bill|Katherine/Kate|Elizabeth/Beth|Robert/Bob|José/Jose
Zoë/Zoe|Jürgen/Juergen|Søren/Soren|Sergei/Sergey|Yusuf/Youssef|Mary Ann/Maryann|Mei Ling/Meiling|Jean-Pierre/Jean Pierre|Wei-Ming/Weiming
Steven/Stephen|Ahmed/Ahmad|Дмитрий/Dmitry|Margaret/Peggy|James/Jim|Aisha/Ayesha|Michael J/Michael|Anna Sofia/Anna S|John Michael/Michael|THOMAS/Thomas`
    .split(/[|\n]/)
    .map((pair) => {
      const [a = '', b = ''] = pair.split('/');
      return [a, b] as const;
    });
const FAMILY: readonly (readonly [string, string])[] =
  `O'Brien/O Brien|O'Brien/OBRIEN|O’Brien/O'Brien|van der Berg/Vanderberg|van der Berg/Berg|García López/Garcia|García-López/Lopez Garcia
De la Cruz/Delacruz|De la Cruz/Cruz|Müller/Mueller|Müller/Muller|Al-Hassan/Hassan|Al Hassan/Alhassan|MacDonald/McDonald|St. John/Saint John|Smith-Jones/Jones
Núñez/NUNEZ|Krishnamurthy/Krishnamurti|Иванов/Ivanov|Ivanova/Ivanov|Kowalska/Kowalski|Øberg/Oberg|Nguyễn/Nguyen|D'Angelo/D Angelo|Straße/Strasse`
    .split(/[|\n]/)
    .map((pair) => {
      const [a = '', b = ''] = pair.split('/');
      return [a, b] as const;
    });

const number = (r: Drawn): Draft['ids'][number] => ({ system: SSN, value: ssn(r), type: 'SS' });
const moved = (r: Drawn): Partial<Draft> => ({
  street: `${r.int(2, 990)} Far Hill Road`,
  city: 'Elsewhere',
  zip: String(r.int(10_001, 11_999)),
  phone: `212-${r.int(200, 499)}-${r.int(1000, 9999)}`,
  mail: '',
});

function numbered(r: Drawn, n: number): Draft {
  const id = n % 2 ? number(r) : { system: hospital(3), value: r.digits(8), type: 'MR' };
  return { ...somebody(r), ids: [id] };
}

function misspelt(text: string, r: Drawn): string {
  const at = r.int(1, Math.max(1, text.length - 2));
  const swap = text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);
  return r.chance(0.5) ? swap : `${text.slice(0, at)}${r.pick(['x', 'q', 'o'])}${text.slice(at + 1)}`;
}

const swapDay = (born: string | null): string => {
  const [y = '', m = '', d = ''] = (born ?? '').split('-');
  return Number(d) <= 12 ? `${y}-${d}-${m}` : `${y}-${m}-${d.slice(0, 1)}${(Number(d.slice(1)) + 1) % 10}`;
};

const shorter = (street: string): string =>
  street
    .replace('Street', 'St.')
    .replace('Avenue', 'Ave')
    .replace('Road', 'Rd')
    .replace('Lane', 'LN')
    .replace('Drive', 'Dr')
    .replace('Court', 'Ct');

const of = <T>(all: readonly T[], n: number): T => all[n % all.length] as T;

export const SAME: readonly SameMaker[] = [
  {
    name: 'systems written in several ways',
    least: 'certain',
    make: (r, n) => {
      const a = somebody(r);
      const [x, y] = of(SYSTEMS, n);
      const value = x === SSN ? ssn(r) : r.digits(8);
      const type = x === SSN ? 'SS' : 'MR';
      return [
        { ...a, ids: [{ system: x, value, type }] },
        { ...a, ids: [{ system: y, value: n % 2 ? value : value.replaceAll('-', ' '), type }] },
      ];
    },
  },
  {
    name: 'given names written in several ways',
    least: 'certain',
    make: (r, n) => {
      const a = numbered(r, n);
      const [x, y] = of(GIVEN, n);
      return [
        { ...a, given: x.split(' ') },
        { ...a, ...moved(r), given: y.split(' ') },
      ];
    },
  },
  {
    name: 'surnames written in several ways',
    least: 'certain',
    make: (r, n) => {
      const a = numbered(r, n);
      const [x, y] = of(FAMILY, n);
      return [
        { ...a, family: x },
        { ...a, family: y },
      ];
    },
  },
  {
    name: 'first and last name exchanged',
    least: 'certain',
    make: (r, n) => {
      const a = { ...numbered(r, n), family: 'Zhang', given: ['Wei'] };
      return [a, { ...a, family: 'Wei', given: ['Zhang'] }];
    },
  },
  {
    name: 'moved, and the sex not stated',
    least: 'certain',
    make: (r, n) => {
      const a = numbered(r, n);
      return [a, { ...a, ...moved(r), sex: null }];
    },
  },
  {
    name: 'a number, and no birth date on one side',
    least: 'likely',
    make: (r, n) => {
      const a = numbered(r, n);
      return [a, { ...a, born: null }];
    },
  },
  {
    name: 'a number, and another surname',
    least: 'likely',
    make: (r, n) => {
      const a = { ...numbered(r, n), sex: 'female' as const };
      return [a, { ...a, family: 'Vandermeer' }];
    },
  },
  {
    name: 'a number, and a birth date misread',
    least: 'likely',
    make: (r, n) => {
      const a = numbered(r, n);
      return [a, { ...a, born: swapDay(a.born) }];
    },
  },
  {
    name: 'no number; abbreviated address, other phone format',
    least: 'likely',
    make: (r) => {
      const a = somebody(r);
      const [area, exchange, line] = a.phone.split('-');
      return [
        a,
        {
          ...a,
          street: shorter(a.street),
          phone: `+1 (${area}) ${exchange}.${line} x12`,
          zip: `${a.zip}-1234`,
        },
      ];
    },
  },
  {
    name: 'no number; a name misspelt',
    least: 'likely',
    make: (r, n) => {
      const a = somebody(r);
      return [
        a,
        n % 2 ? { ...a, family: misspelt(a.family, r) } : { ...a, given: [misspelt(a.given[0] ?? '', r)] },
      ];
    },
  },
  {
    name: 'no number; names written in several ways',
    least: 'likely',
    make: (r, n) => {
      const a = somebody(r);
      const [x, y] = of(n % 2 ? GIVEN : FAMILY, n >> 1);
      return n % 2
        ? [
            { ...a, given: x.split(' ') },
            { ...a, given: y.split(' ') },
          ]
        : [
            { ...a, family: x },
            { ...a, family: y },
          ];
    },
  },
  {
    name: 'no number; a birth date misread',
    least: 'likely',
    make: (r) => {
      const a = somebody(r);
      return [a, { ...a, born: swapDay(a.born) }];
    },
  },
  {
    name: 'no number; moved',
    least: 'likely',
    make: (r) => {
      const a = somebody(r);
      return [a, { ...a, ...moved(r) }];
    },
  },
  {
    name: 'no number; married, one phone or address',
    least: 'likely',
    make: (r, n) => {
      const a = { ...somebody(r), sex: 'female' as const };
      const b = { ...a, family: 'Vandermeer' };
      return [a, n % 2 ? { ...b, street: '5 New Road', city: 'Elsewhere' } : { ...b, phone: '' }];
    },
  },
  {
    name: 'no number; a suffix on one side',
    least: 'likely',
    make: (r) => {
      const a = somebody(r);
      return [{ ...a, suffix: ['Jr'] }, a];
    },
  },
  {
    name: 'a number mistyped',
    least: 'likely',
    make: (r) => {
      const a = { ...somebody(r), ids: [number(r)] };
      const value = a.ids[0]?.value ?? '';
      return [
        a,
        {
          ...a,
          ids: [
            {
              ...(a.ids[0] ?? { system: SSN }),
              value: `${value.slice(0, 1)}${(Number(value[1]) + 4) % 10}${value.slice(2)}`,
            },
          ],
        },
      ];
    },
  },
];
