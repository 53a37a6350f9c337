/**
 * What may be seen here: the site's policy, the consents of the sources, and what somebody with a purpose and a reason
 * was shown for a few minutes.
 */
import { isObject, type Clock } from '../base/index.ts';
import {
  decide,
  isMasked,
  mayReveal,
  readConsent,
  sitePolicy,
  type ConsentAt,
  type Looking,
  type Verdict,
} from '../consent/index.ts';
import type { FactId, Fetched, Merged, Sensitivity, SitePolicy, SourceId } from '../record/index.ts';
import type { Held } from './held.ts';
import type { Revealed, Sealed } from './messages.ts';

/** What the app is for when nobody has said anything else. */
const PURPOSE = 'TREAT';

export interface Trust {
  /** Parts of the site's own policy, and what people call each source. */
  configure(policy: Partial<SitePolicy> | null, names: Readonly<Record<string, string>>): void;
  /** A consent among what is read binds its source's facts from then on. */
  learn(fetched: Fetched): void;
  /** A consent that its source does not give any more binds nobody. */
  drop(source: SourceId, ref: string): void;
  forget(source: SourceId): void;
  masked(merged: Merged): boolean;
  /** True where a label like this is masked for everybody. */
  hides(label: Sensitivity): boolean;
  /** What the place of a masked fact still tells. */
  sealedShows(): SitePolicy['sealedShows'];
  /** What stands in the place of a masked fact; null for one that may be seen. */
  sealed(merged: Merged): Sealed | null;
  reveal(merged: Merged, purpose: string, reason: string): Revealed;
  conceal(id: FactId): boolean;
  /** Until when a revealed fact is shown; null where it was not revealed. */
  until(id: FactId): number | null;
}

interface TrustPorts {
  readonly sources: ReadonlyMap<SourceId, Held>;
  readonly clock: Clock;
  /** What may be seen has changed. */
  readonly changed: () => void;
}

export function createTrust({ sources, clock, changed }: TrustPorts): Trust {
  const revealed = new Map<FactId, number>();
  const consents = new Map<SourceId, Map<string, ConsentAt>>();
  let all: readonly ConsentAt[] = [];
  let policy = sitePolicy(null);
  let names: Readonly<Record<string, string>> = {};

  const consentsChanged = () => {
    all = [...consents.values()].flatMap((each) => [...each.values()]);
  };
  const looking = (purpose: string): Looking => {
    const users: Record<string, string> = {};
    let role: string | null = null;
    for (const { source, signedIn } of sources.values()) {
      if (!signedIn.user) continue;
      users[source] = signedIn.user;
      role ??= /([A-Za-z]+)\/[^/]+$/.exec(signedIn.user)?.[1] ?? null;
    }
    return { purpose, role, users, now: clock.now() };
  };
  const verdict = (merged: Merged, purpose: string): Verdict => decide(merged, all, policy, looking(purpose));
  const until = (id: FactId): number | null => {
    const end = revealed.get(id);
    return end !== undefined && end > clock.now() ? end : null;
  };
  /** A consent that refuses a purpose cannot be talked round here: breaking the glass is its server's to offer. */
  const purposesFor = (merged: Merged): readonly string[] =>
    policy.revealPurposes.filter((purpose) => {
      const said = verdict(merged, purpose);
      return said.kind === 'show' || said.by === 'policy';
    });

  return {
    configure(written, called) {
      policy = sitePolicy(written);
      names = called;
    },
    learn({ source, ref, resource }) {
      if (!ref.startsWith('Consent/') || !isObject(resource)) return;
      const rule = readConsent(resource);
      const own = consents.get(source) ?? new Map<string, ConsentAt>();
      if (rule) own.set(ref, { source, sourceName: names[source] ?? source, rule });
      else own.delete(ref);
      consents.set(source, own);
      consentsChanged();
    },
    drop(source, ref) {
      if (consents.get(source)?.delete(ref)) consentsChanged();
    },
    forget(source) {
      if (consents.delete(source)) consentsChanged();
      revealed.clear();
    },
    masked: (merged) =>
      // Most facts have neither label nor consent, and there may be a hundred thousand of them.
      (all.length > 0 ||
        merged.sensitivity.classes.length > 0 ||
        merged.sensitivity.confidentiality !== 'unknown') &&
      verdict(merged, PURPOSE).kind === 'mask' &&
      until(merged.id) === null,
    hides: (label) => isMasked(label, policy),
    sealedShows: () => policy.sealedShows,
    sealed(merged) {
      const said = verdict(merged, PURPOSE);
      if (said.kind === 'show' || until(merged.id) !== null) return null;
      return { why: said.why, purposes: purposesFor(merged), minutes: policy.revealMinutes };
    },
    reveal(merged, purpose, reason) {
      if (reason.trim().length < 3) return { kind: 'refused', why: 'a reason is needed' };
      if (!mayReveal(policy, purpose) || !purposesFor(merged).includes(purpose))
        return { kind: 'refused', why: 'not for this purpose' };
      const ms = policy.revealMinutes * 60_000;
      const end = clock.now() + ms;
      revealed.set(merged.id, end);
      setTimeout(() => {
        if (revealed.get(merged.id) !== end) return;
        revealed.delete(merged.id);
        changed();
      }, ms);
      changed();
      return { kind: 'shown', until: end };
    },
    conceal(id) {
      const was = revealed.delete(id);
      if (was) changed();
      return was;
    },
    until,
  };
}
