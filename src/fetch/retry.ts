import type { SourceProblem } from '../record/index.ts';
import type { Limits } from './limits.ts';

/**
 * How long to wait before asking again, or null where asking again is no use. `attempt` counts from 0. Only reads
 * come here, and all of them may be repeated.
 */
export function retryDelay(
  problem: SourceProblem,
  attempt: number,
  limits: Pick<Limits, 'retries' | 'backoffMs' | 'maxWaitMs'>,
  random: () => number,
): number | null {
  const allowed = Math.min(limits.retries, TRIES[problem.kind] ?? 0);
  if (attempt >= allowed) return null;
  // Half fixed, half chance: many pages that failed together do not come back together.
  const backoff = limits.backoffMs * 2 ** attempt * (0.5 + random() / 2);
  if (problem.kind !== 'rate-limited') return Math.min(backoff, limits.maxWaitMs);
  const asked = problem.retryAfterMs;
  if (asked === null) return Math.min(4 * backoff, limits.maxWaitMs);
  return asked > limits.maxWaitMs ? null : asked + backoff / 4;
}

/** Further tries at most, by what went wrong. A deadline passed is dear to pass again; a web page may be a proxy's. */
const TRIES: Partial<Record<SourceProblem['kind'], number>> = {
  unreachable: 3,
  'server-error': 3,
  'rate-limited': 6,
  truncated: 2,
  'timed-out': 1,
  malformed: 1,
};
