import { some } from './numbers.ts';

export const attention = {
  label: 'Needs attention',
  disagreements: 'Where sources disagree',
  critical: 'Critical results',
  missing: 'Not everything is here',
  nothing: 'No disagreements and no critical results among what has been read.',
  hint: 'Choose any fact to see who says it.',
  more: (n: number) => `${some(n, 'more', 'more')}`,
};
