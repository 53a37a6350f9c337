/**
 * How searches travel. In the body of a POST the URL stays the same, so that a browser asks for leave once a type
 * and not once a page, and no patient's id stands in a URL. Searches of a type therefore wait until the first of them
 * has brought that leave home. Servers that do not take POST are found out by what they do, and asked by GET from
 * then on.
 */
import type { Result } from '../../base/index.ts';
import type { SourceProblem } from '../../record/index.ts';
import type { Access, AskOptions } from '../access.ts';
import type { Answer } from '../answer.ts';
import { unlessCancelled } from '../wait.ts';

export interface SearchDoor {
  ask(type: string, form: URLSearchParams, options: AskOptions): Promise<Result<Answer, SourceProblem>>;
}

export function openSearchDoor(access: Access): SearchDoor {
  let posts: 'unknown' | 'yes' | 'no' = 'unknown';
  const takesPosts = () => posts;
  const first = new Map<string, Promise<object>>();
  const underWay = new Set<Promise<object>>();

  return {
    async ask(type, form, options) {
      const before = first.get(type);
      if (before !== undefined && posts !== 'no') await unlessCancelled(before, options.signal);
      const asking = ask(type, form, options);
      if (before === undefined) first.set(type, asking);
      return asking;
    },
  };

  async function ask(
    type: string,
    form: URLSearchParams,
    options: AskOptions,
  ): Promise<Result<Answer, SourceProblem>> {
    const url = `${type}?${form.toString()}`;
    const byUrl = () => access.get(url, options);
    if (posts === 'no') return byUrl();
    // Thirty searches may wait for their turn while the first of them is refused.
    const instead = () => (takesPosts() === 'no' ? url : null);
    const posting = access.post(`${type}/_search`, { form }, { ...options, instead });
    underWay.add(posting);
    const posted = await posting;
    underWay.delete(posting);
    if (posted.ok && posted.value.url.includes('/_search')) posts = 'yes';
    // The method itself is refused: that is no word about the type.
    else if (!posted.ok && posted.error.kind === 'unsupported' && takesPosts() !== 'yes') posts = 'no';
    if (!posted.ok && mayBeTheMethod(posted.error)) await othersShowIt(options.signal);
    if (takesPosts() === 'yes' || posted.ok || !mayBeTheMethod(posted.error)) return posted;
    const got = await byUrl();
    if (got.ok && takesPosts() === 'unknown') posts = 'no';
    return got;
  }

  /** Searches that are under way may show that the method is not what was refused: several types may be unknown there. */
  async function othersShowIt(signal: AbortSignal | undefined): Promise<void> {
    let others = [...underWay];
    while (takesPosts() === 'unknown' && others.length > 0 && signal?.aborted !== true) {
      await unlessCancelled(Promise.race(others), signal);
      others = others.filter((other) => underWay.has(other));
    }
  }
}

const NOT_THE_METHOD: readonly SourceProblem['kind'][] = [
  'signed-out',
  'cancelled',
  'rate-limited',
  'timed-out',
  'too-large',
  'truncated',
];

const mayBeTheMethod = (problem: SourceProblem): boolean => !NOT_THE_METHOD.includes(problem.kind);
