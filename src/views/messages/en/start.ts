import { count, some } from './numbers.ts';

export const start = {
  title: 'One timeline from every record',
  intro:
    'Choose where to sign in first. Other sources can be added afterwards; nothing is shown as this patient’s until their records are known to be the same person.',
  none: 'No organization is configured here. Ask whoever set this up.',
  fromEhr: 'Opened from an EHR, the patient comes along and this page is skipped.',
  privacy: 'Records are kept in this tab’s memory only and are gone when it closes.',
  search: 'Find an organization or a place',
  /** Beside the organizations that are listed, of those that the search finds. */
  places: (n: number) =>
    n === 0 ? '' : `${some(n, 'more place', 'more places')} can be found by name or town.`,
  found: (n: number, shown: number) =>
    n === 0
      ? 'Nothing here is called that.'
      : `${some(n, 'match', 'matches')}${n > shown ? `, the first ${count(shown)} shown: type more of the name` : ''}`,
  at: (organisation: string, town: string | null) =>
    town === null ? `at ${organisation}` : `at ${organisation} · ${town}`,
  doctor: 'Does a connection not work? Look at it step by step.',
};
