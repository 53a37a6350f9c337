/** A stretch of the time axis: wall-clock milliseconds, end exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const MINUTE = 60_000;
/** Zoom ends at an hour: closer than that there is nothing more to see. */
const SHORTEST = 60 * MINUTE;

const length = (span: Span): number => span.to - span.from;

/** Within the whole life and no shorter than can be read; the whole life is null, which is no window at all. */
export function fitted(window: Span, life: Span): Span | null {
  const size = Math.max(SHORTEST, length(window));
  if (size >= length(life)) return null;
  const from = Math.min(Math.max(window.from, life.from), life.to - size);
  return { from: Math.round(from / MINUTE) * MINUTE, to: Math.round((from + size) / MINUTE) * MINUTE };
}

/** `factor` below 1 zooms in; the moment `at` stays where it is on the screen. */
export function zoomed(window: Span | null, life: Span, factor: number, at?: number): Span | null {
  const now = window ?? life;
  const centre = at ?? now.from + length(now) / 2;
  return fitted(
    { from: centre - (centre - now.from) * factor, to: centre + (now.to - centre) * factor },
    life,
  );
}

/** By a share of what is shown: 0.5 is half a window later. */
export function panned(window: Span | null, life: Span, share: number): Span | null {
  if (window === null) return null;
  const by = length(window) * share;
  return fitted({ from: window.from + by, to: window.to + by }, life);
}

/** The span with a little air, so that its first and last facts do not stand on the edge. */
export function padded(span: Span): Span {
  const air = Math.max(SHORTEST, length(span) * 0.01);
  return {
    from: Math.floor((span.from - air) / MINUTE) * MINUTE,
    to: Math.ceil((span.to + air) / MINUTE) * MINUTE,
  };
}

export interface Scale {
  readonly x: (time: number) => number;
  readonly time: (x: number) => number;
}

export function scaleOf(span: Span, width: number): Scale {
  const per = width / Math.max(1, length(span));
  return { x: (time) => (time - span.from) * per, time: (x) => span.from + x / per };
}
