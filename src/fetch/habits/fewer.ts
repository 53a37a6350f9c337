/**
 * What makes an answer nicer and may be left away: order, page size, what comes along. Many servers refuse a whole
 * search for one of them, so on 400 and 422 the same is asked again with fewer, and the ledger says so.
 */
import type { Params, TypePlan, Way } from '../searches.ts';

export interface Extra {
  readonly name: string;
  readonly value: string;
  /** For the ledger: 'asked again without …'. */
  readonly words: string;
}

export const isProvenance = (extra: Extra): boolean => extra.name === '_revinclude';

const FIRST_COUNT = 100;

export function extrasOf(plan: TypePlan): readonly Extra[] {
  return [
    { name: '_revinclude', value: 'Provenance:target', words: 'provenance' },
    ...(plan.include ? [{ name: '_include', value: plan.include, words: 'medications' }] : []),
    ...(plan.date ? [{ name: '_sort', value: `-${plan.date}`, words: 'an order' }] : []),
    { name: '_count', value: String(FIRST_COUNT), words: 'a page size' },
  ];
}

/**
 * What to leave away after a refusal: what the server names in it, else the first that is left. Null where nothing
 * is left to leave away. An order is kept as long as can be: it tells what an unfinished load misses.
 */
export function fewer(extras: readonly Extra[], refusal: string): readonly Extra[] | null {
  if (extras.length === 0) return null;
  const named = extras.filter((extra) => refusal.includes(extra.name));
  const away = named.length > 0 ? named : extras.slice(0, 1);
  return extras.filter((extra) => !away.includes(extra));
}

/** The server names a parameter that it wants and that was not given: fewer of the others will not help. */
export const wants = (refusal: string, parameter: string): boolean =>
  new RegExp(`\\b${parameter}\\b`, 'i').test(refusal);

export const leftAway = (all: readonly Extra[], kept: readonly Extra[]): string | null => {
  const words = all.filter((extra) => !kept.includes(extra)).map((extra) => extra.words);
  return words.length === 0 ? null : `asked again without ${words.join(', ')}`;
};

export function searchForm(params: Params, extras: readonly Extra[]): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of params) form.append(name, value);
  for (const { name, value } of extras) form.append(name, value);
  return form;
}

export const inCategory = (way: Way, category: string): Way => ({
  ...way,
  params: [...way.params, ['category', category]],
});
