import { DOCTOR_WORDS } from '../../../session/index.ts';
import { some } from './numbers.ts';

export const doctor = {
  ...DOCTOR_WORDS,
  title: 'Connection doctor',
  says: 'Asks a server what can be asked without signing in, and tells what Throughline will be able to show of it, what will not work, and who can put that right. It reads, and changes nothing anywhere.',
  configured: 'Servers of this site',
  examine: 'Examine',
  other: 'Another FHIR address',
  otherHint:
    'The headers of this site may keep the browser from asking a server that is not configured. The command line is not held by them.',
  busy: (address: string) => `Asking ${address}…`,
  works: 'It can be connected.',
  worksNot: (n: number) =>
    `It cannot be connected yet: ${some(n, 'thing has', 'things have')} to be put right.`,
  found: 'What was found',
  state: { good: 'Good', warning: 'Could be better', bad: 'Does not work', unknown: 'Not known' },
  toDo: 'What to do',
  willShow: 'What Throughline will show',
  yes: { yes: 'yes', no: 'no', unclear: 'perhaps' },
  what: 'Part of the record',
  shown: 'Shown',
  reason: 'Why',
  asked: 'What is asked for when signing in',
  redirect: 'Address to register there for the way back',
  origins: 'Origins to list in config.json',
  back: 'Back to the start page',
};
