import { some } from './numbers.ts';

export const attention = {
  label: 'Needs attention',
  relation: { 'duplicate-therapy': 'Two of one kind of drug', contradicts: 'Sources contradict each other' },
  offers: (n: number) => `${some(n, 'kept decision waits', 'kept decisions wait')} for your word`,
  toDecisions: 'Look at them',
  missing: 'Not everything is here',
  nothing: 'No disagreements and no critical results among what has been read.',
};
