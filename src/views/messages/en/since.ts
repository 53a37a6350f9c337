import { count, some } from './numbers.ts';

export const since = {
  title: 'New since',
  newSince: {
    looked: (time: string) => `New since the last look at this patient, ${time}`,
    visit: (time: string) => `New since the last visit here, ${time}`,
  },
  looked: 'Last look at this patient',
  visit: 'Last visit here',
  date: 'Since a day',
  none: 'Nothing was added or changed at any source.',
  noneFloor: 'Nothing added or changed among what has been read. Not every source has answered in full.',
  others: (n: number) => some(n, 'other', 'others'),
  from: (n: number, name: string) => `${count(n)} from ${name}`,
};
