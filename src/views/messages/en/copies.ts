import { some } from './numbers.ts';

/** What leaves this screen: on paper or as a file. */
export const copies = {
  print: 'Print',
  exportTitle: 'Export to a file',
  scope: 'How much',
  shown: 'What the timeline shows now: its window, search and filters',
  all: 'Everything that has been read',
  format: 'As what',
  bundle: 'FHIR Bundle: the sources’ own records, with where each came from and why some are one',
  csv: 'Table (CSV): one row a fact',
  mark: 'Begin with a byte order mark, for spreadsheets that need it to read accents',
  contains: 'It will contain',
  facts: (n: number) => some(n, 'fact', 'facts'),
  records: (name: string, n: number) => `${name} ${some(n, 'record', 'records')}`,
  masked: (n: number) => `${some(n, 'masked fact is', 'masked facts are')} left out.`,
  retracted: (n: number) => `${some(n, 'fact', 'facts')} entered in error left out.`,
  floor: 'Not every source has answered in full: the copy is not complete, and says so.',
  noticed: (n: number) => `${some(n, 'fact carries', 'facts carry')} a notice:`,
  recorded: 'That this copy was made is recorded.',
  bundleSays:
    'The first entry says what was read from each source and what is missing. Attachments that the sources keep apart are not in it.',
  csvSays: 'Text that a spreadsheet could take for a formula has an apostrophe before it.',
  save: 'Save the file',
  making: 'Making the copy…',
  made: (size: string) => `Saved: ${size}. It is now outside this app’s protection.`,
  lost: (n: number) => `${some(n, 'record is', 'records are')} not kept any more and not in it.`,
  failed: 'The copy could not be made.',
};
