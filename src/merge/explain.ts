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

/** What says nothing to a reader: the class of a visit and the kind of a record as codes, the hash of a content. */
const CODES =
  /^(?:content .*|AMB|EMER|IMP|ACUTE|NONAC|OBSENC|PRENC|SS|VR|HH|FLD|(?:request|statement|dispense|administration)(?: \+ .*)?)$/;

/** Without the tables' own name of a thing, and a number without the system that it is of. */
const inWords = (key: string): string =>
  key.replace(/ \([a-z-]+:[a-z0-9-]+\)$/, '').replace(/^identifier [^|]*\|/, 'identifier ');

/** Of the two ways in which records are known to be one, the one that is meant. */
function becauseOf(why: string, keys: readonly string[]): string {
  if (why !== BY_IDENTITY) return why;
  return keys.some((key) => key.startsWith('original '))
    ? 'One is stated to be a copy of the other, or both are of one original.'
    : 'They carry the same identifier.';
}
const BY_IDENTITY = 'They carry the same identifier, or one is stated to be a copy of the other.';

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
  const told = keys.filter((key) => !CODES.test(key)).map(inWords);
  const compared = told.length === 0 ? '' : ` Compared: ${told.join('; ')} (allowed: ${tolerance}).`;
  return {
    verdict: verdict.verdict,
    sentence: `${verdict.verdict === 'same' ? 'One fact.' : 'Possibly one fact.'} ${becauseOf(why, keys)}${compared}`,
    join: {
      rule,
      keys,
      tolerance,
      a: { source: x.source, ref: x.ref },
      b: { source: y.source, ref: y.ref },
    },
  };
}
