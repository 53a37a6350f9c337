import { describe, expect, it, vi } from 'vitest';
import type { MemberKey } from '../record/index.ts';
import { createRawPages } from './raw-pages.ts';

const key = (text: string): MemberKey => text as MemberKey;
const [a, b, c] = [key('s|A/1'), key('s|A/2'), key('s|A/3')];

describe('raw pages', () => {
  it('come back as they were, to the last character, with the entry that was asked for', async () => {
    const raw = createRawPages();
    const text = `{"entry":["70.10","é😀\u2028\u202Eabc", ${'"x",'.repeat(10_000)}"end"]}`;
    raw.keep(text, [a, b], [3, 7]);
    raw.keep('{"other":1}', [c], [0]);
    expect(await raw.find(b)).toEqual({ text, entry: 7 });
    expect(await raw.find(c)).toEqual({ text: '{"other":1}', entry: 0 });
    expect(await raw.find(key('s|A/4'))).toBeNull();
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
    raw.keep('first', [a], [0]);
    raw.keep('second', [b], [0]);
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
    raw.keep('page', [a, b], [0, 1]);
    raw.drop([a]);
    expect(await raw.find(a)).toBeNull();
    expect(await raw.find(b)).toEqual({ text: 'page', entry: 1 });
    raw.drop([b, b, c]);
    expect(await raw.find(b)).toBeNull();
  });

  it('follow a resource that was read again, and let go what it left', async () => {
    const raw = createRawPages();
    raw.keep('old', [a, b], [0, 1]);
    raw.keep('new', [a, b], [4, 5]);
    expect(await raw.find(a)).toEqual({ text: 'new', entry: 4 });
    raw.drop([a]);
    expect(await raw.find(b)).toEqual({ text: 'new', entry: 5 });
    raw.clear();
    expect(await raw.find(b)).toBeNull();
  });

  it('know a resource that stands twice in one page by its last place', async () => {
    const raw = createRawPages();
    raw.keep('page', [a, a], [0, 1]);
    expect(await raw.find(a)).toEqual({ text: 'page', entry: 1 });
  });
});
