import type { Fact, Merged, SitePolicy, SourceId } from '../record/index.ts';
import { applies, type Looking } from './applies.ts';
import { isMasked } from './policy.ts';
import type { ConsentRule, Provision } from './read-consent.ts';
import { dayInWords } from './span.ts';

/** A consent and the source that holds it: it speaks for what that source says, and for nothing else. */
export interface ConsentAt {
  readonly source: SourceId;
  readonly sourceName: string;
  readonly rule: ConsentRule;
}

export type Verdict =
  | { readonly kind: 'show' }
  /** `why` names no label and no content: it may stand in the place of what is hidden. */
  | { readonly kind: 'mask'; readonly by: 'consent' | 'policy'; readonly why: string };

const SHOW: Verdict = { kind: 'show' };
const BY_POLICY: Verdict = { kind: 'mask', by: 'policy', why: 'marked as sensitive by its source' };

/**
 * Strictest wins: any refusal of any consent, for any member, hides the whole; a permit never uncovers what the site's
 * policy masks. So a further label, refusal or member can only hide more.
 */
export function decide(
  what: Pick<Merged, 'members' | 'sensitivity'>,
  consents: readonly ConsentAt[],
  policy: SitePolicy,
  looking: Looking,
): Verdict {
  const refusal = consents.length === 0 ? null : refusalOf(what.members, consents, looking);
  if (refusal !== null) return { kind: 'mask', by: 'consent', why: refusal };
  return isMasked(what.sensitivity, policy, looking) ? BY_POLICY : SHOW;
}

/** The refusing consent in words: the newest where several refuse, whatever order they came in. */
function refusalOf(
  members: readonly Fact[],
  consents: readonly ConsentAt[],
  looking: Looking,
): string | null {
  let newest: ConsentAt | null = null;
  for (const consent of consents) {
    if (newest !== null && orderOf(consent) <= orderOf(newest)) continue;
    if (members.some((fact) => refuses(consent, fact, looking))) newest = consent;
  }
  return newest === null ? null : sentenceOf(newest);
}

const orderOf = ({ rule, sourceName }: ConsentAt): string =>
  `${rule.date ?? ''}|${sourceName}|${rule.ref ?? ''}`;

/** Who may see the record is decided by the consents; that there are consents is seen by whoever they bind. */
const refuses = ({ source, rule }: ConsentAt, fact: Fact, looking: Looking): boolean =>
  fact.source === source && fact.type !== 'Consent' && effect(rule.root, fact, looking) === 'deny';

function sentenceOf({ rule, sourceName }: ConsentAt): string {
  const day = rule.date === null ? null : dayInWords(rule.date);
  return day === null
    ? `hidden by a consent without a date at ${sourceName}`
    : `hidden by the consent of ${day} at ${sourceName}`;
}

/**
 * What a rule and its exceptions come to; null where they say nothing about this fact. A refusal among the exceptions
 * is stronger than a permit beside it. Where it cannot be told whether a rule applies, its refusals count and its
 * permits do not.
 */
function effect(rule: Provision, fact: Fact, looking: Looking): 'permit' | 'deny' | null {
  const fits = applies(rule, fact, looking);
  if (fits === 'no') return null;
  let inner: 'permit' | 'deny' | null = null;
  for (const exception of rule.exceptions) {
    const said = effect(exception, fact, looking);
    if (said === 'deny') {
      inner = 'deny';
      break;
    }
    inner = said ?? inner;
  }
  const said = inner ?? rule.type;
  return fits === 'maybe' && said === 'permit' ? null : said;
}
