/** From low (inclusive) to high (exclusive), epoch ms. An open end is infinite. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

const SHAPE =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;

/** The interval a FHIR date or dateTime stands for: 2015 is the whole year. null where it is none. */
export function spanOfDate(text: string): Span | null {
  const match = SHAPE.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second, fraction, zone] = match;
  const y = Number(year);
  if (month === undefined) return { low: Date.UTC(y, 0), high: Date.UTC(y + 1, 0) };
  const m = Number(month) - 1;
  if (day === undefined) return { low: Date.UTC(y, m), high: Date.UTC(y, m + 1) };
  const d = Number(day);
  if (hour === undefined) return { low: Date.UTC(y, m, d), high: Date.UTC(y, m, d + 1) };
  const ms = fraction === undefined ? 0 : Math.trunc(Number(fraction) * 1000);
  const low = Date.UTC(y, m, d, Number(hour), Number(minute), Number(second ?? 0), ms) - offsetOf(zone);
  const width = fraction !== undefined ? 1 : second !== undefined ? 1000 : 60_000;
  return { low, high: low + width };
}

function offsetOf(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

/** The span of any of the shapes a date takes: a date, a Period, a Timing with its own dates. */
export function spanOf(value: unknown): Span | null {
  if (typeof value === 'string') return spanOfDate(value);
  if (typeof value !== 'object' || value === null) return null;
  const { start, end, event } = value as { start?: unknown; end?: unknown; event?: unknown };
  if (Array.isArray(event)) return spanOf(event[0]);
  const from = typeof start === 'string' ? spanOfDate(start) : null;
  const to = typeof end === 'string' ? spanOfDate(end) : null;
  if (from === null && to === null) return null;
  return { low: from?.low ?? -Infinity, high: to?.high ?? Infinity };
}

const PREFIXED = /^(eq|ne|gt|lt|ge|le|sa|eb|ap)?(.+)$/;

/** A test for one value of a date parameter (`ge2024-01-01`); null where the value is no date. */
export function dateTest(value: string): ((span: Span) => boolean) | null {
  const [, prefix = 'eq', text = ''] = PREFIXED.exec(value) ?? [];
  const asked = spanOfDate(text);
  if (asked === null) return null;
  const within = (s: Span) => s.low >= asked.low && s.high <= asked.high;
  switch (prefix) {
    case 'ne':
      return (s) => !within(s);
    case 'gt':
      return (s) => s.high > asked.high;
    case 'lt':
      return (s) => s.low < asked.low;
    case 'ge':
      return (s) => s.high > asked.low;
    case 'le':
      return (s) => s.low < asked.high;
    case 'sa':
      return (s) => s.low >= asked.high;
    case 'eb':
      return (s) => s.high <= asked.low;
    case 'ap':
      return (s) => s.high > asked.low - 86_400_000 && s.low < asked.high + 86_400_000;
    default:
      return within;
  }
}
