import { isObject, type Json } from '../base/index.ts';
import { mainPoint, type ClinicalDate } from '../record/index.ts';
import { truth, type Truth } from './truth.ts';

/** Epoch ms; an end that is not stated is open. 'unreadable' is not open: nobody knows what it limits. */
export type Span = { readonly from: number; readonly to: number } | 'unreadable';

const DAY = 86_400_000;

/** The first and (exclusive) last moment that a FHIR date or dateTime can mean. */
function momentsOf(text: string): { from: number; to: number } | null {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(T.+)?)?)?$/.exec(text);
  if (!parts) return null;
  const [, year = '', month, day, time] = parts;
  if (time !== undefined) {
    const at = Date.parse(text);
    return Number.isNaN(at) ? null : { from: at, to: at + 1 };
  }
  const from = Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  const to =
    day !== undefined
      ? from + DAY
      : month !== undefined
        ? Date.UTC(Number(year), Number(month), 1)
        : Date.UTC(Number(year) + 1, 0, 1);
  return { from, to };
}

export function readSpan(value: Json | undefined): Span | null {
  if (value === undefined) return null;
  if (!isObject(value)) return 'unreadable';
  const end = (key: 'start' | 'end') => {
    const text = value[key];
    return text === undefined ? null : typeof text === 'string' ? momentsOf(text) : undefined;
  };
  const [start, stop] = [end('start'), end('end')];
  const unreadable = (key: 'start' | 'end', read: object | null | undefined) =>
    read === undefined || (read === null && value[key] !== undefined);
  if (unreadable('start', start) || unreadable('end', stop)) return 'unreadable';
  return { from: start?.from ?? -Infinity, to: stop?.to ?? Infinity };
}

export function covers(span: Span | null, moment: number): Truth {
  if (span === null) return 'yes';
  if (span === 'unreadable') return 'maybe';
  return truth(span.from <= moment && moment < span.to);
}

/** Does what happened at that time lie in the span? Partly or undated is 'maybe'. */
export function holds(span: Span | null, date: ClinicalDate): Truth {
  if (span === null) return 'yes';
  const point = mainPoint(date);
  if (span === 'unreadable' || point === null) return 'maybe';
  const last = date.kind === 'period' ? (date.end?.to ?? point.to) : point.to;
  if (last <= span.from || point.from >= span.to) return 'no';
  return span.from <= point.from && last <= span.to ? 'yes' : 'maybe';
}
