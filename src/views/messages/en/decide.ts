import { count, some } from './numbers.ts';

export const decide = {
  title: 'Decisions about records',
  intro:
    'What was joined or split here by a person’s word. A decision whose records have changed since is never applied in silence: it asks to be confirmed.',
  here: 'Decided by a person',
  join: 'Join…',
  joinTitle: (title: string) => `Join with ${title}`,
  joinGo: 'Join: they are one',
  another: 'Join with another fact…',
  search: 'Which fact is the same?',
  found: (n: number, more: boolean) =>
    n === 0
      ? 'Nothing of this kind is found.'
      : `${more ? 'The first ' : ''}${some(n, 'fact', 'facts')} of this kind`,
  split: 'Split…',
  splitTitle: 'Split what was joined',
  splitGo: 'Split: they are not one',
  which: 'Which records are something else?',
  all: (n: number) => `Part all ${count(n)} of them`,
  mark: 'Mark the records that are something else; at least one must stay.',
  willPartAll: (n: number) => `Each of the ${count(n)} records becomes a fact of its own.`,
  willTakeOff: (names: string, off: number, stay: number) =>
    `${names} ${off === 1 ? 'becomes a fact of its own' : 'become one fact of their own'}; the other ${some(stay, 'record stays as it is', 'records stay together')}.`,
  willJoin: (n: number, sources: string) =>
    `Their ${count(n)} records (${sources}) are shown as one fact. Where they disagree, the disagreement is shown.`,
  recorded:
    'Nothing changes at the sources. That you decided it, and why, is recorded. It can be undone here and under Sources.',
  reason: 'Why?',
  cancel: 'Leave as it is',
  pair: (a: string, b: string) => `${a} and ${b}:`,
  pairsLeftOut: (n: number) => `${some(n, 'more pair', 'more pairs')} not listed`,
  refused: {
    reason: 'Please say why, in a few words.',
    gone: 'These records are not all here any more, or not to be seen. Nothing was changed.',
    kinds: 'Records of different kinds cannot be one fact. Nothing was changed.',
    nothing: 'There is nothing to decide in this choice. Nothing was changed.',
  },
  joined: 'Joined: these are one',
  splitApart: 'Split: these are not one',
  ownRecords: (n: number) => `${some(n, 'record', 'records')} of this fact`,
  takenOff: 'taken off the others',
  because: (reason: string) => `Reason: ${reason}`,
  by: (who: string, time: string) => `Decided by ${who}, ${time}.`,
  me: 'you',
  fromFile: 'Brought from a file.',
  standing: {
    'in-force': 'In force',
    'to-confirm': 'To be confirmed again',
    waiting: 'Waiting for its records',
  },
  change: {
    'not-here': 'A record that it names is not here.',
    kinds: 'Its records are of different kinds now.',
    another: 'Another record has joined those that it names.',
    updated: 'A record that it names says something else than when it was decided.',
  },
  stillHolds: 'They are kept apart until you decide.',
  notApplied: 'It is not applied until you decide.',
  confirmJoin: 'Confirm: they are one',
  confirmSplit: 'Confirm: they are not one',
  undo: 'Undo',
  undone: 'Undone. The records stand as the rules have them.',
  notHere: 'Record not here',
  kept: 'Kept for this session alone. Write them to a file to take them along.',
  files: {
    write: 'Write to a file',
    read: 'Bring from a file…',
    says: 'A FHIR Bundle: which records, and who decided what, when and why. It names the patient’s records and holds your reasons: keep it as you keep a record.',
    refused: (why: string) => `Nothing was taken from this file: ${why}.`,
    taken: (n: number, known: number) =>
      [`${some(n, 'decision', 'decisions')} taken.`, known > 0 ? `${count(known)} known already.` : '']
        .filter((part) => part !== '')
        .join(' '),
  },
};
