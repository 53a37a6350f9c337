import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrayItems, memberSpan, valueEnd } from './scan.ts';

const items = (text: string) =>
  [...arrayItems(text, text.indexOf('['))].map((span) => (span ? text.slice(span.start, span.end) : null));

describe('scanning JSON without parsing it', () => {
  it('cuts an array into the texts that JSON.parse would see', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.constantFrom(undefined, 2), (values, indent) => {
        const text = JSON.stringify(values, null, indent);
        expect(items(text).map((item) => JSON.parse(item ?? ''))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('finds a member of an object, and only its own', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'entry'), fc.jsonValue()), (object) => {
        const text = JSON.stringify(object);
        const span = memberSpan(text, 0, 'entry');
        expect(span ? JSON.parse(text.slice(span.start, span.end)) : undefined).toEqual(
          JSON.parse(text)['entry'],
        );
      }),
    );
  });

  it('says where the text ends too early', () => {
    expect(items('[{"a":1},{"a":')).toEqual(['{"a":1}', null]);
    expect(items('[1, 2')).toEqual(['1', '2', null]);
    expect(valueEnd('{"a":"\\"', 0)).toBe(null);
  });

  it('knows a key that is written with escapes, and takes no other value for an object or an array', () => {
    const text = String.raw`{"\u0065ntry":[1],"b\"":2}`;
    const span = memberSpan(text, 0, 'entry');
    expect(span && text.slice(span.start, span.end)).toBe('[1]');
    expect(memberSpan(text, 0, 'b"')).not.toBeNull();
    expect(memberSpan('["entry",1]', 0, 'entry')).toBeNull();
    expect([...arrayItems('{"a":1}', 0)]).toEqual([null]);
  });

  it('walks ten thousand levels without a stack', () => {
    const deep = '['.repeat(10_000) + ']'.repeat(10_000);
    expect(valueEnd(deep, 0)).toBe(deep.length);
  });
});
