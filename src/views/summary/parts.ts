/** What a summary is made of, on the screen and on paper: the same parts in the same order. */
import type { FactKind } from '../../record/index.ts';
import { EVERYTHING, type Latest, type Row, type RowQuery } from '../../timeline/index.ts';
import { t } from '../messages/index.ts';

const of = (...kinds: FactKind[]): RowQuery => ({ ...EVERYTHING, kinds });
const MEDICATIONS = of('medication');
const ALLERGIES = of('allergy');
const PROBLEMS = of('condition');
const IMMUNIZATIONS = of('immunization');
const UPCOMING = of('appointment', 'referral');
const CARE_TEAM = of('care-team');
/** Far more than a patient has that count now; what is beyond is said, not dropped. */
export const READ = 400;

export type SummaryPart =
  | {
      readonly kind: 'facts';
      readonly title: string;
      readonly query: RowQuery;
      readonly keep: (row: Row) => boolean;
    }
  | { readonly kind: 'latest'; readonly title: string; readonly groups: readonly Latest['group'][] };

export const partsOf = (now: number): readonly SummaryPart[] => [
  facts(t.summary.allergies, ALLERGIES, always),
  facts(t.summary.medications, MEDICATIONS, counts),
  facts(t.summary.problems, PROBLEMS, counts),
  { kind: 'latest', title: t.summary.vitals, groups: ['vital'] },
  { kind: 'latest', title: t.summary.labs, groups: ['laboratory'] },
  facts(t.summary.upcoming, UPCOMING, (row) => isUpcoming(row, now)),
  facts(t.summary.careTeam, CARE_TEAM, counts),
  facts(t.summary.immunizations, IMMUNIZATIONS, always),
];

const facts = (title: string, query: RowQuery, keep: (row: Row) => boolean): SummaryPart => ({
  kind: 'facts',
  title,
  query,
  keep,
});

const always = (): boolean => true;
/** What has no stated status is kept: it may well count. So is what sources disagree about. */
const counts = (row: Row): boolean =>
  row.standing === 'current' || row.standing === 'unknown' || row.flags.safety;
/** An appointment to come, and a referral that nobody has closed. */
const isUpcoming = ({ kind, standing, time }: Row, now: number): boolean =>
  standing !== 'ended' &&
  standing !== 'not-done' &&
  (kind === 'referral' || (time !== null && time.to > now));
/** The gravest first. */
export const rank = ({ flags, standing }: Row): number =>
  (flags.safety ? 4 : 0) + (flags.conflict ? 2 : 0) + (standing === 'current' ? 1 : 0);
