import { count, some } from './numbers.ts';

export const summary = {
  title: 'Summary',
  problems: 'Current problems',
  medications: 'Current medications',
  allergies: 'Allergies and contradictions',
  immunizations: 'Immunizations',
  vitals: 'Latest vital signs',
  labs: 'Latest laboratory results',
  upcoming: 'Upcoming: appointments and open referrals',
  careTeam: 'Care team',
  noneBefore: 'none before it',
  before: (amount: string, day: string) => `before: ${amount} on ${day}`,
  changed: (by: string, day: string) => `${by} since ${day}`,
  moreTrends: (n: number) => `${some(n, 'more', 'more')} in Trends`,
  statusUnknown: 'Status not stated',
  noneComplete: 'None recorded; every source has answered in full.',
  noneFloor: 'None read so far. Not every source has answered in full.',
  more: (n: number) => `${some(n, 'more', 'more')} in the timeline`,
  ended: (n: number) => `${count(n)} ended or not current`,
  diagnoses: (n: number) => `${some(n, 'diagnosis', 'diagnoses')} made at visits, in the timeline`,
};
