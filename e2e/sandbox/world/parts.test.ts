import { describe, expect, it } from 'vitest';
import { decimal, worldJson } from './json.ts';
import { Directory } from './orgs.ts';
import { addDays, inUtc, withOffset } from './time.ts';

describe('time in the town', () => {
  it('keeps daylight saving', () => {
    expect(withOffset('2026-03-08T01:59')).toBe('2026-03-08T01:59:00-05:00');
    expect(withOffset('2026-03-08T03:00')).toBe('2026-03-08T03:00:00-04:00');
    expect(withOffset('2026-11-01T00:30')).toBe('2026-11-01T00:30:00-04:00');
    expect(withOffset('2026-11-01T02:00')).toBe('2026-11-01T02:00:00-05:00');
  });

  it('says the same instant in UTC', () => {
    for (const local of ['2026-01-15T23:30', '2026-07-15T08:10'])
      expect(Date.parse(inUtc(local))).toBe(Date.parse(withOffset(local)));
  });

  it('steps over the end of a month', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-12-31T10:15', 1)).toBe('2027-01-01T10:15');
  });
});

describe('numbers on the wire', () => {
  it('keeps the digits that matter', () => {
    expect(worldJson({ value: decimal('70.10') })).toBe('{"value":70.10}');
    expect(worldJson({ value: decimal('70.1') })).toBe('{"value":70.1}');
    expect(worldJson([decimal('-0.50'), decimal('0')])).toBe('[-0.50,0]');
  });

  it('leaves text alone that only looks marked', () => {
    const text = { a: '\\u000170.10', b: 'say "\u000170.10"', c: '\u0001 not a number' };
    expect(JSON.parse(worldJson(text))).toEqual(text);
  });
});

describe('the directory of an organisation', () => {
  it('gives practitioners identifiers whose check digit is right', () => {
    const luhn = (digits: string): number =>
      [...digits].reverse().reduce((sum, c, i) => {
        const d = Number(c) * (i % 2 === 1 ? 2 : 1);
        return sum + (d > 9 ? d - 9 : d);
      }, 0) % 10;
    const people = new Directory('general', '2024-01-01T00:00:00Z').resources.filter(
      (r) => r.resourceType === 'Practitioner',
    );
    expect(people.length).toBeGreaterThan(10);
    for (const p of people) {
      const [id] = p['identifier'] as { value: string }[];
      expect(luhn(`80840${id?.value ?? ''}`)).toBe(0);
    }
  });

  it('refuses a name it does not have', () => {
    const directory = new Directory('general', '2024-01-01T00:00:00Z');
    expect(directory.staff('okonkwo').display).toBe('Ngozi Okonkwo');
    // @ts-expect-error: the compiler refuses it too
    expect(() => directory.staff('house')).toThrow(/house/);
  });
});
