import type { ClinicalDate, Fact, RelationKind } from '../record/index.ts';
import type { Reason } from './reasons.ts';
import type { Loose } from './strangers.ts';

/** What a rule says in words: made only when somebody will read them. */
export interface Words {
  readonly rule: string;
  readonly keys: readonly string[];
  readonly tolerance: string;
  /** A sentence that a clinician understands. */
  readonly why: string;
}

/**
 * How strong a 'same' is. Stronger ones are joined first, and a weaker one that fits two facts which are not one
 * another joins neither.
 */
export const IDENTITY = 3;
export const EXACT_MATCH = 2;
export const WITHIN_TOLERANCE = 1;
export const BY_DAY = 0;
export type Strength = 0 | 1 | 2 | 3;

/** The words of a verdict on two facts, asked for with these two in the same order. */
export interface Say {
  (a: Fact, b: Fact): Words;
  /** Theirs, where it is the same for any two: relations are told by this alone. */
  readonly why?: string;
}

export interface Same {
  readonly verdict: 'same';
  readonly strength: Strength;
  readonly words: Say;
}

export interface Possibly {
  readonly verdict: 'possibly';
  /** False where the likeness is not worth a line on the screen (two courses of one drug, years apart). */
  readonly mention: boolean;
  readonly words: Say;
}

export interface Different {
  readonly verdict: 'different';
  /** Null where what they are to one another says it. */
  readonly reason: Reason | null;
  /** What they are to one another nevertheless. `ab` is read as 'a is … of b'. */
  readonly relation: { readonly ab: RelationKind; readonly ba: RelationKind; readonly why: string } | null;
}

export type Verdict = Same | Possibly | Different;

export const same = (strength: Strength, words: Say): Same => ({ verdict: 'same', strength, words });
export const possibly = (words: Say, mention = true): Possibly => ({
  verdict: 'possibly',
  mention,
  words,
});
export const different = (reason: Reason): Different => ({ verdict: 'different', reason, relation: null });
/** What several rules say; in words it depends on the kind of the two. */
export const LISTED_TWICE = different('listed-twice');
export const NEGATION_BESIDE = different('negation-beside');
export const NOT_DONE = different('not-done');
export const OTHER_CODE = different('other-code');
export const OTHER_KIND = different('other-kind');
export const OTHER_SITE = different('other-site');
export const OTHER_TIME = different('other-time');
export const TWO_NUMBERS = different('two-numbers');

export const related = (ab: RelationKind, ba: RelationKind, why: string): Different => ({
  verdict: 'different',
  reason: null,
  relation: { ab, ba, why },
});

/** Takes the blocking keys of a fact. Two facts are compared where one probes what the other posted. */
export interface KeySink {
  post(key: number): void;
  probe(key: number): void;
  /** Post and probe. */
  both(key: number): void;
  /** Meets what has the same key and a date that may be near; of its own source, where told so, at one minute only. */
  timed(key: number, date: ClinicalDate, ofOthers?: boolean): void;
  /** The same of a part: it meets what stands alone at the same time in another source. */
  part(key: number, date: ClinicalDate): void;
  /** Meets what may be the same test by its code or name, within a day. */
  loose(test: Loose, date: ClinicalDate): void;
}

/** The rule of one kind of fact. Pure and symmetric: `judge(a, b)` says what `judge(b, a)` says. */
export interface Rule<F extends Fact> {
  readonly name: string;
  keys(fact: F, sink: KeySink): void;
  judge(a: F, b: F): Verdict;
}
