import { some } from './numbers.ts';

export const picker = {
  title: 'Whose record?',
  says: 'You are signed in, and no patient came along. Compare name, birth date and number before you choose.',
  fields: { name: 'Name', birthDate: 'Birth date', identifier: 'Number' },
  search: 'Search',
  looking: 'Searching…',
  none: 'Nobody was found. Search with less, or check the spelling.',
  found: (n: number, more: boolean) =>
    `${some(n, 'person', 'people')} found${more ? ', and there are more' : ''}`,
  failed: (why: string) => `The search did not work: ${why}.`,
  more: 'Show more',
  choose: 'Choose',
  inactive: 'This record is marked as no longer in use.',
};
