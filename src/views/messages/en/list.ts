import { some } from './numbers.ts';

export const list = {
  label: 'Facts, newest first',
  loading: 'Reading the records…',
  nothingYet: 'No facts yet. They appear here as the sources answer.',
  none: 'No facts recorded: every source has answered in full.',
  noneSoFar:
    'Nothing found so far. Not every source has answered in full, so this does not mean there is none.',
  noMatch: 'No facts match.',
  noMatchFloor: 'No facts match among what has been read. Some sources are incomplete.',
  allReviewed: 'Nothing here is left unreviewed.',
  allReviewedFloor: 'Nothing is left unreviewed among what has been read. Some sources are incomplete.',
  clear: 'Clear search and filters',
  total: (n: string, floor: boolean) => (floor ? `At least ${n}` : n),
  by: { label: 'Group the list', day: 'By day', visit: 'By visit' },
  during: (visit: string) => `during ${visit}`,
  hidden: (n: number) => `${some(n, 'retracted fact', 'retracted facts')} hidden`,
  showHidden: 'Show',
  conflict: 'Sources disagree',
  safety: 'Safety: sources disagree',
  short: { conflict: 'Disagree', safety: 'Safety' },
  abnormal: 'Abnormal',
  critical: 'Critical',
  retracted: 'Entered in error',
  unsafe: 'Has a modifier this product does not understand',
  possiblySame: 'May repeat another fact',
  zone: (text: string) => `UTC${text}`,
};
