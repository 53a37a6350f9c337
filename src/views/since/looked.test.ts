import { describe, expect, it } from 'vitest';
import { tidied } from './looked.ts';

const DAY = 864e5;
const NOW = Date.UTC(2026, 10, 20);

describe('what is remembered of looks', () => {
  it('is forgotten after a year and a month', () => {
    expect(tidied({ old: NOW - 400 * DAY, kept: NOW - 399 * DAY }, NOW)).toEqual({ kept: NOW - 399 * DAY });
  });

  it('is of the latest five hundred patients', () => {
    const many = Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`p${i}`, NOW - i]));
    const kept = tidied(many, NOW);
    expect(Object.keys(kept)).toHaveLength(500);
    expect(kept).not.toHaveProperty('p500');
  });
});
