import { describe, expect, it } from 'vitest';
import type { ResourceRef } from '../record/index.ts';
import { Records } from './records.ts';

const ref = (text: string): ResourceRef => text as ResourceRef;
const [a, b, nameless] = [ref('Observation/1'), ref('Condition/1'), ref('#7')];

describe('the records of a source', () => {
  it('are found by their references until they are dropped', () => {
    const records = new Records();
    expect(records.take(a, 'Observation', 11)).toBeUndefined();
    records.take(b, 'Condition', 12);
    expect([records.size, records.has(a), records.placeOf(b), records.placeOf(nameless)]).toEqual([
      2,
      true,
      12,
      undefined,
    ]);
    expect(records.drop(a)).toBe(11);
    expect(records.drop(a)).toBeUndefined();
    expect([[...records.refs()], [...records.places()]]).toEqual([[b], [12]]);
    records.clear();
    expect([records.size, records.has(b)]).toEqual([0, false]);
  });

  it('tell the place they had before: a page that nothing refers to any more can go', () => {
    const records = new Records();
    records.take(a, 'Observation', 11);
    expect(records.take(a, 'Observation', 99)).toBe(11);
    expect([records.size, records.placeOf(a)]).toEqual([1, 99]);
  });

  it('tell their type, also where they have no id or the server made one up', () => {
    const records = new Records();
    records.take(a, 'Observation', 1);
    records.take(nameless, 'Procedure', 2);
    records.take(ref('Odd/type/1'), 'Odd/type', 3);
    expect([a, nameless, ref('Odd/type/1')].map((each) => records.typeOf(each))).toEqual([
      'Observation',
      'Procedure',
      'Odd/type',
    ]);
    records.drop(nameless);
    records.take(nameless, 'Goal', 4);
    expect(records.typeOf(nameless)).toBe('Goal');
  });
});
