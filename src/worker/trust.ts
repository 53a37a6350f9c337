/**
 * What may be seen here: the site's policy, the consents of the sources, what somebody with a purpose and a reason was
 * shown for a few minutes, and what a source opened itself in an emergency.
 */
import type { Clock } from '../base/index.ts';
import {
  decide,
  isMasked,
  mayReveal,
  roleOf,
  sitePolicy,
  type Looking,
  type Verdict,
} from '../consent/index.ts';
import type { Fetched, LedgerLine, Merged, Sensitivity, SitePolicy, SourceId } from '../record/index.ts';
import { createConsents } from './consents.ts';
import { createGrants } from './grants.ts';
import type { Held } from './held.ts';
import type { Revealed, Sealed, Site } from './messages.ts';

/** What the app is for when nobody has said anything else. */
const PURPOSE = 'TREAT';
const SHORTEST_REASON = 3;

export interface Trust {
  configure(site: Pick<Site, 'policy' | 'glass'>): void;
  /** The consents of this source are about to be asked for. */
  expectConsents(source: SourceId): void;
  /** Settles when nothing of the source has to wait for them any more. */
  consentsKnown(source: SourceId): Promise<void>;
  heard(line: LedgerLine): void;
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
  /** What stands in the place of a masked fact; null for one that may be seen. `all` is what it may have in common with. */
  sealed(merged: Merged, all: readonly Merged[]): Sealed | null;
  /** With `alike`, everything that is masked on the same grounds. */
  reveal(merged: Merged, ask: { purpose: string; reason: string; alike: boolean }): Revealed;
  conceal(merged: Merged): boolean;
  /** Until when a revealed fact is shown; null where it was not revealed. */
  until(merged: Merged): number | null;
  /** Somebody asks this source to open its records in an emergency; false where it offers no way. */
  breakGlass(source: SourceId, reason: string): boolean;
  /** What the source granted with a sign-in tells whether it opened them. True where it did. */
  signedIn(source: SourceId, granted: string): boolean;
  /** A refresh left this of the grant: an emergency that is not in it any more is over. False where one ends with it. */
  keeps(source: SourceId, granted: string): boolean;
}

interface TrustPorts {
  readonly sources: ReadonlyMap<SourceId, Held>;
  readonly clock: Clock;
  /** What may be seen has changed. */
  readonly changed: () => void;
}

export function createTrust({ sources, clock, changed }: TrustPorts): Trust {
  const consents = createConsents(changed);
  let policy = sitePolicy(null);
  let glass: Site['glass'] = {};
  const asked = new Set<SourceId>();
  const broken = new Set<SourceId>();
  const noneUnread: Looking['unread'] = new Map();

  const looking = (purpose: string): Looking => {
    const users: Record<string, string> = {};
    let role: string | null = null;
    for (const { source, signedIn } of sources.values()) {
      if (!signedIn.user) continue;
      users[source] = signedIn.user;
      role ??= roleOf(signedIn.user);
    }
    return { purpose, role, users, now: clock.now(), unread: unread(), broken };
  };
  const unread = (): Looking['unread'] => {
    const all = consents.unread();
    if (policy.unreadConsents === 'mask' || all.size === 0) return all;
    const waiting = [...all].filter(([, state]) => state === 'waiting');
    return waiting.length === 0 ? noneUnread : new Map(waiting);
  };
  const verdict = (merged: Merged, purpose: string): Verdict =>
    decide(merged, consents.all(), policy, looking(purpose));
  const grants = createGrants({ clock, verdict, changed });
  /** A consent that refuses a purpose cannot be talked round here: breaking the glass is its server's to offer. */
  const purposesFor = (merged: Merged): readonly string[] =>
    policy.revealPurposes.filter((purpose) => {
      const said = verdict(merged, purpose);
      return said.kind === 'show' || said.grounds !== null;
    });
  const masked = (merged: Merged): boolean =>
    mayBeMasked(merged) && verdict(merged, PURPOSE).kind === 'mask' && grants.until(merged) === null;
  // Most facts have neither label nor consent, and there may be a hundred thousand of them.
  const mayBeMasked = ({ members, sensitivity }: Merged): boolean =>
    policy.withoutConsent === 'mask' ||
    sensitivity.classes.length > 0 ||
    sensitivity.confidentiality !== 'unknown' ||
    members.some(({ source }) => consents.binds(source));
  /** How many more are masked on these grounds or fewer: what revealing all alike would show beside it. */
  const alike = (merged: Merged, grounds: readonly string[], all: readonly Merged[]): number =>
    all.filter((other) => {
      if (other.id === merged.id || !masked(other)) return false;
      const said = verdict(other, PURPOSE);
      return said.kind === 'mask' && said.grounds?.every((ground) => grounds.includes(ground)) === true;
    }).length;

  return {
    configure(site) {
      policy = sitePolicy(site.policy);
      glass = site.glass;
    },
    expectConsents: consents.expect,
    consentsKnown: consents.known,
    heard: consents.heard,
    learn: consents.learn,
    drop: consents.drop,
    forget(source) {
      consents.forget(source);
      asked.delete(source);
      broken.delete(source);
      grants.clear();
    },
    masked,
    hides: (label) => isMasked(label, policy),
    sealedShows: () => policy.sealedShows,
    sealed(merged, all) {
      const said = verdict(merged, PURPOSE);
      if (said.kind === 'show' || grants.until(merged) !== null) return null;
      const { why, grounds } = said;
      return {
        why,
        purposes: purposesFor(merged),
        minutes: policy.revealMinutes,
        alike: grounds === null ? 0 : alike(merged, grounds, all),
        glass: why.kind === 'consent' && glass?.[why.at] !== undefined ? why.at : null,
      };
    },
    reveal(merged, { purpose, reason, alike: all }) {
      if (reason.trim().length < SHORTEST_REASON) return { kind: 'refused', why: 'no-reason' };
      if (!mayReveal(policy, purpose) || !purposesFor(merged).includes(purpose))
        return { kind: 'refused', why: 'purpose' };
      const said = verdict(merged, purpose);
      const grounds = said.kind === 'mask' ? (said.grounds ?? []) : [];
      const only = all && grounds.length > 0 ? null : merged.id;
      return { kind: 'shown', until: grants.add({ purpose, grounds, only, minutes: policy.revealMinutes }) };
    },
    conceal: (merged) => grants.end(merged),
    until: (merged) => grants.until(merged),
    breakGlass(source, reason) {
      if (glass?.[source] === undefined || reason.trim().length < SHORTEST_REASON) return false;
      asked.add(source);
      return true;
    },
    signedIn(source, granted) {
      const scope = glass?.[source];
      const opened = asked.delete(source) && scope !== undefined && granted.split(' ').includes(scope);
      if (opened === broken.has(source)) return opened;
      if (opened) broken.add(source);
      else broken.delete(source);
      changed();
      return opened;
    },
    keeps(source, granted) {
      const scope = glass?.[source];
      if (!broken.has(source) || (scope !== undefined && granted.split(' ').includes(scope))) return true;
      broken.delete(source);
      changed();
      return false;
    },
  };
}
