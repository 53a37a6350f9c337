/** What two people's numbers say about each other. */
import type { Numbered } from './numbers.ts';
import { withinOneEdit } from './text.ts';

export interface TwoNumbers {
  readonly a: string;
  readonly b: string;
}

export interface IdentifierAgreement {
  /** The strongest number that they share. */
  readonly shared: (TwoNumbers & { readonly strength: 'strong' | 'weak' }) | null;
  /** A typo apart in one system. Not neighbours: twins get consecutive numbers. */
  readonly near: TwoNumbers | null;
  /** Two numbers where one person has one. */
  readonly contradicting: (TwoNumbers & { readonly single: 'for life' | 'here' }) | null;
}

const NOTHING: IdentifierAgreement = { shared: null, near: null, contradicting: null };

export function compareIdentifiers(a: readonly Numbered[], b: readonly Numbered[]): IdentifierAgreement {
  if (a.length === 0 || b.length === 0) return NOTHING;
  let shared: TwoNumbers | null = null;
  let strong = false;
  let near: TwoNumbers | null = null;
  let contradicting: IdentifierAgreement['contradicting'] = null;
  for (const x of a)
    for (const y of b) {
      if (x.system !== y.system) continue;
      if (sameNumber(x, y)) {
        const both = x.strong && y.strong;
        if (shared === null || (both && !strong)) shared = { a: x.shown, b: y.shown };
        strong ||= both;
      } else if (isTypo(x, y)) near ??= { a: x.shown, b: y.shown };
      else if (mayDiffer(x, y) || sharesIn(x.system, a, b)) continue;
      else if (contradicting?.single !== 'for life')
        contradicting = { a: x.shown, b: y.shown, single: x.single ?? y.single ?? 'for life' };
    }
  if (shared === null && near === null && contradicting === null) return NOTHING;
  return {
    shared: shared === null ? null : { ...(shared as TwoNumbers), strength: strong ? 'strong' : 'weak' },
    near,
    contradicting,
  };
}

const sameNumber = (x: Numbered, y: Numbered): boolean =>
  x.partial || y.partial ? x.value.slice(-4) === y.value.slice(-4) : x.value === y.value;

/** A number that people have several of in their lives says nothing by differing. */
const mayDiffer = (x: Numbered, y: Numbered): boolean =>
  x.partial || y.partial
    ? x.single === null && y.single === null && !(x.partial && y.partial)
    : x.single === null || y.single === null;

/** Somebody with two registrations at one place shares one of them. */
const sharesIn = (system: string, a: readonly Numbered[], b: readonly Numbered[]): boolean =>
  a.some((x) => x.system === system && b.some((y) => y.system === system && !y.partial && sameNumber(x, y)));

const NEIGHBOURS = 100;
const LONG_ENOUGH = 6;
const DIGITS = /^\d+$/;

function isTypo(x: Numbered, y: Numbered): boolean {
  if (x.partial || y.partial || Math.min(x.value.length, y.value.length) < LONG_ENOUGH) return false;
  if (!withinOneEdit(x.value, y.value)) return false;
  return (
    !DIGITS.test(x.value) ||
    !DIGITS.test(y.value) ||
    Math.abs(Number(x.value) - Number(y.value)) >= NEIGHBOURS
  );
}
