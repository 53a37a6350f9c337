import { mainPoint, type ClinicalDate } from '../record/index.ts';

export type DateAgreement =
  | { readonly kind: 'missing' }
  | { readonly kind: 'same' }
  /** As far as the coarser of the two says. */
  | { readonly kind: 'compatible' }
  /** Day and month swapped, or one digit off. */
  | { readonly kind: 'typo'; readonly note: string }
  | { readonly kind: 'differs'; readonly yearsApart: number };

/** 1900-01-01 and its like are what a clerk types where nothing is known. */
const PLACEHOLDERS = new Set([
  '1900-01-01',
  '1901-01-01',
  '1800-01-01',
  '1111-11-11',
  '1970-01-01',
  '2000-01-01',
  '9999-12-31',
]);

export function birthText(date: ClinicalDate): string | null {
  const text = mainPoint(date)?.text.slice(0, 10) ?? null;
  return text;
}

export const isPlaceholderDate = (text: string): boolean => PLACEHOLDERS.has(text) || text.startsWith('0001');

export function compareDates(a: string | null, b: string | null): DateAgreement {
  if (a === null || b === null || isPlaceholderDate(a) || isPlaceholderDate(b)) return { kind: 'missing' };
  if (a === b) return a.length >= 10 ? { kind: 'same' } : { kind: 'compatible' };
  const length = Math.min(a.length, b.length);
  if (a.slice(0, length) === b.slice(0, length)) return { kind: 'compatible' };
  const [ya = '', ma = '', da = ''] = a.split('-');
  const [yb = '', mb = '', db = ''] = b.split('-');
  if (da && db) {
    if (ya === yb && ma === db && da === mb) return { kind: 'typo', note: 'day and month swapped' };
    const digits = (text: string) => text.replaceAll('-', '');
    const off = differences(digits(a), digits(b));
    if (off === 1) return { kind: 'typo', note: 'one digit differs' };
    if (off === 2 && isSwap(digits(a), digits(b))) return { kind: 'typo', note: 'two digits swapped' };
  }
  return { kind: 'differs', yearsApart: Math.abs(Number(ya) - Number(yb)) };
}

function differences(a: string, b: string): number {
  let n = Math.abs(a.length - b.length);
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) n++;
  return n;
}

function isSwap(a: string, b: string): boolean {
  for (let i = 0; i + 1 < a.length; i++) if (a[i] !== b[i]) return a[i] === b[i + 1] && a[i + 1] === b[i];
  return false;
}
