import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CSV_COLUMNS, csvCell, csvHead } from './csv.ts';

/** A cell as a spreadsheet reads it: without its quotes. */
const read = (cell: string): string => cell.slice(1, -1).replaceAll('""', '"');

describe('a cell', () => {
  it.each([
    '=1+1',
    '=HYPERLINK("http://attacker.example","x")',
    '+1',
    '-cmd',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '\u200e=1',
    '＝1',
    '|calc',
    '%0A',
    '-2+3+cmd|"/C calc"!A0',
  ])('that begins like a formula is text: %j', (text) => {
    expect(read(csvCell(text))).toBe(`'${text}`);
  });

  it.each(['-5', '-0.50', '70.10', 'A1C', '5 mg', 'Maria "Mia" Santos', 'a,b\nc', '', "it's"])(
    'that does not stays as it is: %j',
    (text) => {
      expect(read(csvCell(text))).toBe(text);
    },
  );

  it('never lets a quote, comma or line end its cell', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const cell = csvCell(text);
        expect(cell.startsWith('"') && cell.endsWith('"')).toBe(true);
        expect(cell.slice(1, -1).replaceAll('""', '')).not.toContain('"');
        expect(/^[=+@\t\r|%\uff1d\uff0b\uff0d\uff20]/.test(read(cell))).toBe(false);
      }),
    );
  });
});

it('has a column once, and a heading for each', () => {
  expect(new Set(CSV_COLUMNS).size).toBe(CSV_COLUMNS.length);
  expect(csvHead().split(',')).toHaveLength(CSV_COLUMNS.length);
});
