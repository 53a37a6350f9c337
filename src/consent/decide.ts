import type { Fact, MaskReason, Merged, SitePolicy, SourceId } from '../record/index.ts';
import { applies, type Looking } from './applies.ts';
import { maskedFor } from './policy.ts';
import type { ConsentRule, Provision } from './read-consent.ts';

/** A consent and the source that holds it: it speaks for what that source says, and for nothing else. */
export interface ConsentAt {
  readonly source: SourceId;
  readonly rule: ConsentRule;
}

export type Verdict =
  | { readonly kind: 'show' }
  | {
      readonly kind: 'mask';
      readonly why: MaskReason;
      /** What somebody with a purpose would have to be let through; null where a consent lets nobody through. */
      readonly grounds: readonly string[] | null;
    };

const SHOW: Verdict = { kind: 'show' };

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
  if (refusal !== null)
    return {
      kind: 'mask',
      why: { kind: 'consent', date: refusal.rule.date, at: refusal.source },
      grounds: null,
    };
  const labels = maskedFor(what.sensitivity, policy, looking);
  const unknown = unknownAt(what.members, consents, policy, looking);
  const why: MaskReason | undefined = labels.length > 0 ? { kind: 'policy' } : unknown[0];
  if (why === undefined) return SHOW;
  return { kind: 'mask', why, grounds: [...labels, ...unknown.map(({ kind, at }) => `${kind} ${at}`)] };
}

type Unknown = Extract<MaskReason, { kind: 'unread' | 'without-consent' }>;

/** The sources of which it is not known that the patient consented, where that is asked for. */
function unknownAt(
  members: readonly Fact[],
  consents: readonly ConsentAt[],
  policy: SitePolicy,
  looking: Looking,
): readonly Unknown[] {
  if (looking.unread.size === 0 && policy.withoutConsent === 'show') return NOTHING;
  const found = new Map<SourceId, Unknown>();
  for (const fact of members) {
    const { source: at, type } = fact;
    const unread = looking.unread.get(at);
    if (type === 'Consent' || looking.broken.has(at)) continue;
    if (unread !== undefined) found.set(at, { kind: 'unread', failed: unread === 'failed', at });
    else if (policy.withoutConsent === 'mask' && !isPermitted(fact, consents, looking))
      found.set(at, { kind: 'without-consent', at });
  }
  return [...found.values()].sort((a, b) => (a.at < b.at ? -1 : 1));
}

const NOTHING: readonly Unknown[] = [];

const isPermitted = (fact: Fact, consents: readonly ConsentAt[], looking: Looking): boolean =>
  consents.some(
    ({ source, rule }) => source === fact.source && effect(rule.root, fact, looking) === 'permit',
  );

/** The refusing consent: the newest where several refuse, whatever order they came in. */
function refusalOf(
  members: readonly Fact[],
  consents: readonly ConsentAt[],
  looking: Looking,
): ConsentAt | null {
  let newest: ConsentAt | null = null;
  for (const consent of consents) {
    if (looking.broken.has(consent.source)) continue;
    if (newest !== null && orderOf(consent) <= orderOf(newest)) continue;
    if (members.some((fact) => refuses(consent, fact, looking))) newest = consent;
  }
  return newest;
}

const orderOf = ({ rule, source }: ConsentAt): string => `${rule.date ?? ''}|${source}|${rule.ref ?? ''}`;

/** Who may see the record is decided by the consents; that there are consents is seen by whoever they bind. */
const refuses = ({ source, rule }: ConsentAt, fact: Fact, looking: Looking): boolean =>
  fact.source === source && fact.type !== 'Consent' && effect(rule.root, fact, looking) === 'deny';

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
