import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keepMarks, marksOf, tidied, whoIs } from './kept-marks.ts';

const DAY = 864e5;
const NOW = Date.UTC(2026, 10, 20);

beforeEach(() => {
  const items = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
  });
});

describe('what is kept of reviews', () => {
  it('is of one reader and one patient, and comes back', async () => {
    const who = await whoIs('general Patient/1 Practitioner/7');
    keepMarks(who, { added: ['a', 'b'], removed: [] }, NOW);
    keepMarks(who, { added: ['c'], removed: ['a'] }, NOW);
    expect(marksOf(who)).toEqual(['b', 'c']);
    expect(await whoIs('general Patient/1 Practitioner/7')).toBe(who);
    expect(marksOf(await whoIs('general Patient/1 Practitioner/8'))).toEqual([]);
    expect(localStorage.getItem('throughline.reviewed')).not.toMatch(/Patient|Practitioner|general/);
  });

  it('is forgotten after a year and a month, and beyond thirty thousand marks: the oldest first', () => {
    const old = { at: NOW - 400 * DAY, marks: ['x'] };
    const many = { at: NOW - DAY, marks: Array.from({ length: 30_000 }, (_, i) => String(i)) };
    const kept = tidied({ old, many, latest: { at: NOW, marks: ['y', 'z'] } }, NOW);
    expect(Object.keys(kept)).toEqual(['latest', 'many']);
    expect(kept['many']?.marks).toHaveLength(29_998);
    expect(kept['many']?.marks.at(-1)).toBe('29999');
  });

  it('is nothing where what stands there is not ours', () => {
    for (const text of ['{', '[]', '{"salt":1,"readers":{}}', '{"salt":"s","readers":{"w":{"at":"x"}}}']) {
      localStorage.setItem('throughline.reviewed', text);
      expect(marksOf('w')).toEqual([]);
    }
  });

  it('holds for the page where storage is denied', async () => {
    vi.stubGlobal('localStorage', {
      getItem: () => {
        throw new Error('denied');
      },
      setItem: () => {
        throw new Error('denied');
      },
    });
    const who = await whoIs('x');
    keepMarks(who, { added: ['a'], removed: [] }, NOW);
    expect(marksOf(who)).toEqual([]);
    expect(await whoIs('x')).toBe(who);
  });
});
