/**
 * What a source gave before and gives no more. A type that was read from its first page to its end and does not
 * hold a record any longer says so; since pages can shift while they are read, each is asked for by itself before
 * that is believed. Whatever the answer leaves open stays.
 */
import type { ResourceRef } from '../record/index.ts';
import type { ChainWorld } from './chain.ts';
import { singleAsPage } from './run-support.ts';

/** Of a type, what earlier loads have handed over. */
export type HeldRefs = ReadonlyMap<string, readonly ResourceRef[]>;

/** Beyond this many, a search that came to its end is believed: that is a record withdrawn, not a page that shifted. */
const ASKED_ONE_BY_ONE = 60;

export interface Since {
  readonly gone: readonly ResourceRef[];
  /** Still there, and yet the search left it out: then it may have left out others. */
  readonly leftOut: number;
}

export async function lookForGone(
  world: ChainWorld,
  type: string,
  held: readonly ResourceRef[],
): Promise<Since> {
  const here = world.delivery.refs(type);
  const missing = held.filter((ref) => !here.has(ref));
  if (missing.length > ASKED_ONE_BY_ONE) return { gone: missing, leftOut: 0 };
  const found = await Promise.all(missing.map((ref) => lookFor(world, type, ref)));
  return {
    gone: missing.filter((_, i) => found[i] === 'gone'),
    leftOut: found.filter((each) => each === 'there').length,
  };
}

async function lookFor(
  { access, delivery, signal }: ChainWorld,
  type: string,
  ref: string,
): Promise<'gone' | 'there' | 'unknown'> {
  // Without an id it has no address of its own: what the search does not hold is not there.
  if (!ref.startsWith(`${type}/`)) return 'gone';
  const answer = await access.get(`${type}/${encodeURIComponent(ref.slice(type.length + 1))}`, { signal });
  if (!answer.ok)
    return ['not-found', 'expired', 'forbidden'].includes(answer.error.kind) ? 'gone' : 'unknown';
  const page = singleAsPage(answer.value.text);
  if (page === null) return 'unknown';
  // Handed over like any other, and held back where it is now somebody else's.
  await delivery.page(page, type, answer.value.receivedAt).handed;
  return delivery.refs(type).has(ref) ? 'there' : 'gone';
}
