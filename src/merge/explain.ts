import { memberKey, type Fact, type Join } from '../record/index.ts';
import { reasonWords } from './reasons.ts';
import { judge } from './rules/index.ts';

export interface Explanation {
  readonly verdict: 'same' | 'possibly' | 'different';
  /** For a clinician. */
  readonly sentence: string;
  /** The rule, its keys and its tolerance; absent where nothing joins them. */
  readonly join?: Join;
}

/** Why two facts are one, may be one, or are not. The same for (a, b) and (b, a). */
export function explain(a: Fact, b: Fact): Explanation {
  const [x, y] = memberKey(a.source, a.ref) <= memberKey(b.source, b.ref) ? [a, b] : [b, a];
  if (x.source === y.source && x.ref === y.ref)
    return { verdict: 'same', sentence: 'They are versions of one record of one source.' };
  const verdict = judge(x, y);
  if (verdict.verdict === 'different') {
    const { reason, relation } = verdict;
    const why = [reason === null ? '' : reasonWords(x, reason), relation?.why ?? ''].filter(
      (words) => words !== '',
    );
    return { verdict: 'different', sentence: `Two facts. ${why.join(' ')}` };
  }
  const { rule, keys, tolerance, why } = verdict.words(x, y);
  const compared = keys.length === 0 ? '' : ` Compared: ${keys.join('; ')} (allowed: ${tolerance}).`;
  return {
    verdict: verdict.verdict,
    sentence: `${verdict.verdict === 'same' ? 'One fact.' : 'Possibly one fact.'} ${why}${compared}`,
    join: {
      rule,
      keys,
      tolerance,
      a: { source: x.source, ref: x.ref },
      b: { source: y.source, ref: y.ref },
    },
  };
}
