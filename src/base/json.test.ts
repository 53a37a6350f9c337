import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactDigits, parseJson, type JsonObject } from './json.ts';

const value = (text: string) => (parseJson(text) as JsonObject)['value'];

describe('parseJson', () => {
  it('keeps trailing zeros, exponents and long digits', () => {
    for (const digits of ['70.10', '1.0', '-0.50', '1e3', '12345678901234567890', '0.1234567890123456789'])
      expect(exactDigits(value(`{"value": ${digits}, "unit": "mg"}`))).toBe(digits);
  });

  it('leaves ordinary numbers as numbers', () => {
    expect(value('{"value":7.25}')).toBe(7.25);
    expect(value('{"value":0}')).toBe(0);
  });

  it('does not touch what only looks like a number inside a string', () => {
    expect(value('{"value":"a \\":70.10, b"}')).toBe('a ":70.10, b');
    expect(value('{"value":":70.10,"}')).toBe(':70.10,');
  });

  it('accepts a byte order mark', () => {
    expect(value('\ufeff{"value":1}')).toBe(1);
  });

  it('is JSON.parse for every text but for the digits it keeps', () => {
    const plain = (v: unknown): unknown =>
      typeof v === 'string' && v.startsWith('\u0001')
        ? Number(v.slice(1))
        : Array.isArray(v)
          ? v.map(plain)
          : v !== null && typeof v === 'object'
            ? Object.fromEntries(Object.entries(v).map(([k, w]) => [k, plain(w)]))
            : v;
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(JSON.stringify(plain(parseJson(text)))).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });
});
