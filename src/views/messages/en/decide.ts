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
  someone: 'a clinician',
  keep: {
    title: (name: string) => `Kept at ${name}`,
    kept: 'Kept for this session, unless you keep them at a source or write them to a file.',
    asking: 'Asking what is kept there…',
    none: 'Nothing is kept there.',
    some: (n: number) => `${some(n, 'decision is', 'decisions are')} kept there.`,
    unkept: (n: number) =>
      `${some(n, 'decision', 'decisions')} of this session ${n === 1 ? 'is' : 'are'} not.`,
    says: 'Which records, what was decided, by whom and when: no reasons, no clinical content, and records of other organizations only as marks that cannot be read there. Whoever opens this patient from there with Throughline is offered them; nothing is applied until it is confirmed.',
    keep: (n: number, name: string) => `Keep ${some(n, 'decision', 'decisions')} at ${name}`,
    confirmAll: (n: number) => `Confirm all ${count(n)} whose records are unchanged`,
    confirmed: (n: number) => `${some(n, 'decision', 'decisions')} confirmed.`,
    drop: (name: string) => `Keep no longer at ${name}`,
    dropAll: (name: string) => `Remove all that is kept at ${name}`,
    again: 'Try again',
    done: (n: number, others: number) =>
      [
        `${some(n, 'decision of this session is', 'decisions of this session are')} kept there.`,
        others > 0
          ? `Meanwhile somebody else kept ${some(others, 'decision', 'decisions')}: nothing of it is lost, and it is offered below.`
          : '',
      ]
        .filter((part) => part !== '')
        .join(' '),
    dropped: 'It is not kept there any more.',
    problem: {
      unreadable:
        'What is kept there cannot be understood. It is left as it is, and nothing is kept beside it.',
      'too-large': 'There is no room for so many. Nothing was changed there.',
      busy: 'Others changed it at the same moment, again and again. Nothing was changed; try again.',
      refused: 'The server refused it. Nothing was changed there.',
      unanswered: 'The server did not answer. It is not certain what is kept there.',
    },
    reason: (names: string) => `Kept at ${names}, and confirmed here`,
    keptAt: (name: string) => `Kept at ${name}.`,
    offer: 'Offered, because it was kept. It is not applied until you confirm it; the reason is not kept.',
    elsewhere: (n: number) =>
      `${some(n, 'record', 'records')} of another organization, which is not connected or does not have ${n === 1 ? 'it' : 'them'} any more`,
  },
  fromFile: 'Brought from a file.',
  standing: {
    'in-force': 'In force',
    offered: 'Offered, not applied',
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
