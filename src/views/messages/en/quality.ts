import { count, some } from './numbers.ts';

export const quality = {
  title: 'Data quality by source',
  intro:
    'What to know of the records before trusting them. A number opens what it counts; while a source is incomplete it is a floor. Masked records are not counted in it.',
  source: 'Source',
  complete: 'Complete',
  facts: 'Facts',
  undated: 'Without a date',
  uncoded: 'Without a code',
  unmapped: 'Codes not understood',
  conflict: 'In disagreement',
  held: 'Held back',
  newest: 'Newest record',
  delay: 'Written down',
  parts: (n: number, of: number) => `${count(n)} of ${some(of, 'part', 'parts')}`,
  open: (text: string, label: string, name: string) => `${label}, ${name}: ${text}. Show them`,
  ago: (days: number) => (days === 0 ? 'today' : `${some(days, 'day', 'days')} ago`),
  after: (days: number, n: number) =>
    `${days === 0 ? 'on the same day' : `${some(days, 'day', 'days')} later`} (median of ${count(n)})`,
};
