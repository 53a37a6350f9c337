import { describe, expect, it, vi } from 'vitest';
import { createRawPages } from './raw-pages.ts';

const NOWHERE = -1;

describe('raw pages', () => {
  it('come back as they were, to the last character, with the entry that was asked for', async () => {
    const raw = createRawPages();
    const text = `{"entry":["70.10","é😀\u2028\u202Eabc", ${'"x",'.repeat(10_000)}"end"]}`;
    const [a = NOWHERE, b = NOWHERE] = raw.keep(text, [3, 7]);
    const [c = NOWHERE] = raw.keep('{"other":1}', [0]);
    expect(await raw.find(a)).toEqual({ text, entry: 3 });
    expect(await raw.find(b)).toEqual({ text, entry: 7 });
    expect(await raw.find(c)).toEqual({ text: '{"other":1}', entry: 0 });
    expect(await raw.find(NOWHERE)).toBeNull();
  });

  it('are compressed when no more come, and not before', async () => {
    let begun = 0;
    class Counted extends CompressionStream {
      constructor(format: CompressionFormat) {
        super(format);
        begun++;
      }
    }
    vi.stubGlobal('CompressionStream', Counted);
    const raw = createRawPages(40);
    const [a = NOWHERE] = raw.keep('first', [0]);
    const [b = NOWHERE] = raw.keep('second', [0]);
    expect(await raw.find(a)).toEqual({ text: 'first', entry: 0 });
    expect(begun).toBe(0);
    await vi.waitFor(() => expect(begun).toBe(2));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await raw.find(a)).toEqual({ text: 'first', entry: 0 });
    expect(await raw.find(b)).toEqual({ text: 'second', entry: 0 });
    vi.unstubAllGlobals();
  });

  it('stay for as long as one of their resources does', async () => {
    const raw = createRawPages();
    const [a = NOWHERE, b = NOWHERE] = raw.keep('page', [0, 1]);
    raw.drop([a]);
    expect(await raw.find(b)).toEqual({ text: 'page', entry: 1 });
    raw.drop([b]);
    expect(await raw.find(b)).toBeNull();
  });

  it('are gone all at once, and what comes after them does not take their places', async () => {
    const raw = createRawPages();
    const [a = NOWHERE] = raw.keep('page', [0]);
    raw.clear();
    expect(await raw.find(a)).toBeNull();
    const [b] = raw.keep('another', [0]);
    expect(b).not.toBe(a);
  });

  it('are told each once, with what is wanted of them', async () => {
    const raw = createRawPages();
    const [a = NOWHERE, b = NOWHERE, c = NOWHERE] = raw.keep('first', [0, 4, 5]);
    raw.keep('not wanted', [0]);
    const [d = NOWHERE] = raw.keep('second', [2]);
    raw.drop([b]);
    const found = [];
    for await (const page of raw.each(
      new Map([
        [c, 'c'],
        [d, 'd'],
        [a, 'a'],
        [NOWHERE, 'none'],
      ]),
    ))
      found.push([page.text, [...page.at]]);
    expect(found).toEqual([
      [
        'first',
        [
          [5, 'c'],
          [0, 'a'],
        ],
      ],
      ['second', [[2, 'd']]],
    ]);
  });
});
