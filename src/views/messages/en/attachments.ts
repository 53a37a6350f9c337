import { some } from './numbers.ts';

/** A file that a source keeps with a record. */
export const attachment = {
  open: 'Open',
  openNamed: (name: string) => `Open ${name}`,
  unnamed: 'Attachment without a title',
  noSize: 'size not stated',
  noType: 'type not stated',
  elsewhere: (host: string) =>
    `Kept at ${host}, which is not this source’s server: it is not read from here.`,
  openElsewhere: (host: string) => `Open at ${host}`,
  reading: 'Reading…',
  progress: (received: string, about: string | null) =>
    about === null ? `${received} read` : `${received} of ${about}`,
  stop: 'Stop',
  again: 'Try again',
  failed: (why: string) => `It could not be read: ${why}.`,
  gone: 'This attachment is not here any more.',
  save: (size: string) => `Save the file (${size})`,
  saves: 'What is saved is kept on this computer, outside this app.',
  lies: (stated: string) =>
    `Its bytes are not what the source says they are (${stated}). It is not opened here, and should be saved only if you trust it.`,
  mayRun: 'A drawing of this kind can carry programs. It is not opened here.',
  notShown: (stated: string) => `This kind of file (${stated}) cannot be shown here.`,
  differs:
    'These bytes are not those that the source’s checksum stands for: the file may be damaged or another one.',
  matches: 'The source’s checksum fits.',
  shortened: 'It is too long to be shown whole here. The saved file has all of it.',
  leftOut: (n: number) =>
    `${some(n, 'picture or active part is', 'pictures or active parts are')} not shown.`,
  leftOutPart: 'picture:',
  holds: 'The document holds another file:',
  picture: (name: string) => `Picture: ${name}`,
  emptySection: 'Nothing is written in this section.',
  head: {
    title: 'Document',
    patient: 'Patient',
    'birth-date': 'Birth date',
    sex: 'Sex',
    identifiers: 'Numbers',
    written: 'Written',
    author: 'Author',
    custodian: 'Kept by',
  },
};

/** The text that a source wrote for people, beside the fields that it filled in. */
export const narrative = {
  label: 'In the source’s own words',
  show: 'Show the source’s own words',
  hide: 'Hide the source’s own words',
  none: 'The source wrote no words that can be shown.',
};
