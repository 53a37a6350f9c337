import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryText } from './entry-text.ts';

describe('entryText', () => {
  it('cuts the bytes as they are: digits, order, spacing, escapes', () => {
    const resource = '{ "id":"a\\"]}", "value" : 70.10,\n "deep":[[{}],"[{"] }';
    const page = `\ufeff {"resourceType":"Bundle","link":[{"entry":1}], "entry" : [ {"fullUrl":"x"} , {"search":{"resource":{}},"resource":${resource}} ]}`;
    expect(entryText(page, 1)).toBe(resource);
    expect(entryText(page, 0)).toBeNull();
    expect(entryText(page, 2)).toBeNull();
    expect(entryText(page, -1)).toBeNull();
  });

  it('a single resource is its own entry', () => {
    expect(entryText(' {"resourceType":"Patient","id":"1"}\n', 0)).toBe(
      '{"resourceType":"Patient","id":"1"}',
    );
    expect(entryText('{"resourceType":"Bundle"}', 0)).toBeNull();
  });

  it('text that is no JSON gives null, whatever it is, quickly', () => {
    for (const text of [
      '',
      '{',
      '{"entry":[{"resource":{"a":"',
      '[]',
      'null',
      '{"entry":[',
      '{"entry":[{}',
      '{"a"}',
    ])
      expect(entryText(text, 0)).toBeNull();
    const deep = `{"resourceType":"Bundle","entry":[{"resource":${'['.repeat(10_000)}${']'.repeat(10_000)}}]}`;
    expect(entryText(deep, 0)?.length).toBe(20_000);
    expect(entryText('{"entry":[{"resource":' + '['.repeat(1_000_000), 0)).toBeNull();
  });

  it('agrees with JSON.parse for every bundle', () => {
    const bundles = fc.record({
      resourceType: fc.constant('Bundle'),
      noise: fc.jsonValue(),
      entry: fc.array(fc.record({ fullUrl: fc.string(), resource: fc.jsonValue({ maxDepth: 4 }) }), {
        minLength: 1,
      }),
    });
    fc.assert(
      fc.property(bundles, fc.nat(), fc.constantFrom(0, 2), (bundle, pick, indent) => {
        const text = JSON.stringify(bundle, null, indent);
        const n = pick % bundle.entry.length;
        expect(JSON.parse(entryText(text, n) ?? 'undefined')).toEqual(
          JSON.parse(JSON.stringify(bundle.entry[n]?.resource)),
        );
      }),
    );
  });
});
