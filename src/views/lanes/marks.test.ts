import { describe, expect, it } from 'vitest';
import type { FactId, FactKind } from '../../record/index.ts';
import type { LaneBar, LaneBins, Overview } from '../../timeline/index.ts';
import { scaleOf } from '../axis/index.ts';
import { placeLanes } from './layout.ts';
import { moved, standingAt, type Place } from './marks.ts';

const BINS = 40;
const SPAN = { from: 0, to: 400 };
const scale = scaleOf(SPAN, 400);
const none = () => new Uint32Array(BINS);

function lane(kind: FactKind, bins: readonly number[], bars: readonly LaneBar[] = []): LaneBins {
  const counts = none();
  for (const bin of bins) counts[bin] = 2;
  return {
    kind,
    counts,
    conflicts: none(),
    safety: none(),
    critical: none(),
    abnormal: none(),
    outside: none(),
    total: bins.length * 2,
    undated: 0,
    bars,
    barsLeftOut: 0,
  };
}

const bar = (id: string, from: number, to: number): LaneBar => ({
  id: id as FactId,
  title: id,
  from,
  to,
  current: false,
  doubted: false,
  conflict: false,
  safety: false,
  outside: false,
});

const view: Overview = {
  revision: 1,
  span: SPAN,
  bins: BINS,
  lanes: [
    lane('encounter', [1, 2, 30]),
    lane('condition', []),
    lane('medication', [], [bar('late', 300, 390), bar('early', 10, 60)]),
    lane('observation', [0, 1, 2, 3, 4, 5, 31]),
  ],
};
const lanes = placeLanes(view, scale, 400, (text) => text.length * 6);

function press(keys: readonly string[]): string {
  let place: Place | null = null;
  for (const key of keys) {
    const standing = standingAt(lanes, view, scale, place);
    if (standing === null) throw new Error('nothing is drawn');
    place = moved(key, standing, lanes, view, scale) ?? place;
  }
  const target = standingAt(lanes, view, scale, place)?.mark.target;
  if (target === undefined) return '';
  return target.kind === 'bar' ? target.bar.bar.id : `${target.lane.kind} ${target.bins.join(',')}`;
}

it('draws a bar on beyond its end where a source says that it goes on', () => {
  const doubted = { ...bar('doubted', 100, 200), doubted: true };
  const one: Overview = { ...view, lanes: [lane('medication', [], [doubted])] };
  const [placed] = placeLanes(one, scale, 400, (text) => text.length * 6)[0]?.bars ?? [];
  expect(placed).toMatchObject({ x: 100, sure: 100, width: 302 });
});

describe('the keys on the lanes', () => {
  it('start at the first mark and go from mark to mark, and no further than the last', () => {
    expect(press([])).toBe('encounter 1,2');
    expect(press(['ArrowRight'])).toBe('encounter 30');
    expect(press(['ArrowRight', 'ArrowRight'])).toBe('encounter 30');
    expect(press(['End', 'Home'])).toBe('encounter 1,2');
    expect(press(['ArrowLeft', 'ArrowUp'])).toBe('encounter 1,2');
  });

  it('go to the nearest mark of the next lane that has any', () => {
    expect(press(['ArrowDown'])).toBe('early');
    expect(press(['ArrowRight', 'ArrowDown'])).toBe('late');
    expect(press(['ArrowRight', 'ArrowDown', 'ArrowDown'])).toBe('observation 31');
    expect(press(['ArrowRight', 'ArrowDown', 'ArrowUp'])).toBe('encounter 30');
  });

  it('meet bars from the left, and a crowd a few pixels at a time', () => {
    expect(press(['ArrowDown', 'ArrowRight'])).toBe('late');
    expect(press(['ArrowDown', 'ArrowDown', 'Home'])).toBe('observation 0,1,2,3');
    expect(press(['ArrowDown', 'ArrowDown', 'Home', 'ArrowRight'])).toBe('observation 4,5');
  });

  it('stay where they are for any other key, and where nothing is drawn there is no mark', () => {
    const standing = standingAt(lanes, view, scale, null);
    expect(standing && moved('x', standing, lanes, view, scale)).toBeNull();
    expect(standingAt([], view, scale, null)).toBeNull();
  });
});
