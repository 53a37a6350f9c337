import { count, some } from './numbers.ts';

export const audit = {
  title: 'What was recorded in this session',
  intro:
    'Each line is hashed together with the one before it, so that a line that is changed or left out is noticed.',
  hold: 'The chain holds.',
  save: 'Save as a file',
  number: 'No.',
  when: 'When',
  what: 'What',
  why: 'Why',
  hash: 'Hash',
  broken: (line: number) => `The chain is broken at line ${line}.`,
  delivered: (n: number) => `${some(n, 'record', 'records')} of what was opened here delivered.`,
  waiting: (n: number) =>
    `${some(n, 'record', 'records')} of what was opened here not delivered yet; it is tried again.`,
  missing: (n: number) => `${some(n, 'record', 'records')} could not be delivered.`,
};

export const sourcesView = {
  title: 'Sources and completeness',
  intro:
    'What has been read from each source, and what is missing. Only a complete part can say that there is none.',
  type: 'Type',
  state: 'State',
  received: 'Read',
  readNow: 'Read now',
  readNowOf: (type: string, source: string) => `Read now: ${type}, ${source}`,
  readAgain: 'Read again',
  readAgainOf: (type: string, source: string) => `Read again: ${type}, ${source}`,
  remarks: 'Remarks',
  problems: 'Data problems',
  matches: 'Is this the same person?',
  anchor: 'The record that every other source is compared with.',
  linkedBy: {
    rule: (time: string) => `Linked by rule, ${time}`,
    clinician: (who: string, time: string) => `Confirmed by ${who}, ${time}`,
  },
  you: 'you',
  score: (score: string) => `score ${score}`,
  because: (reason: string) => `Reason: ${reason}`,
  link: 'Link: this is the same person',
  force: 'Link all the same: I know that this is the same person',
  forceOpens: 'Link against the rules…',
  keep: 'Still linked: this is the same person',
  evidenceFor: (name: string) => `Evidence, field by field: ${name}`,
  doubtful:
    'What is recorded about this person here has changed since the link was made, and no longer looks like the same person as before. Its facts are still shown. Please decide.',
  changed: 'What is recorded about this person here has changed since the link was made.',
  replacedBy: (ref: string) => `This registration was replaced by ${ref}.`,
  useThatOne: 'Use that one',
  replacedMissing: (ref: string) =>
    `This registration was replaced by ${ref}, which this source does not give. What is recorded there is not shown.`,
  replacedLoop: (ref: string) =>
    `This registration was replaced by ${ref}, which leads back here. It was not followed any further.`,
  replacedUnclear: (refs: string) =>
    `This registration was replaced, and which one took its place is not clear: ${refs}.`,
  unlink: 'Unlink',
  unlinkSays: 'Removes all facts of this source from the timeline at once.',
  reason: 'Reason for linking',
  reasonNeeded: 'The rules alone do not link these records, so please say why you do.',
  evidence: 'Evidence',
  here: 'This patient',
  there: 'At the source',
  agreement: { agrees: 'agrees', similar: 'similar', differs: 'differs', missing: 'missing' },
  outcome: {
    certain: 'Certainly the same person',
    likely: 'Likely the same person',
    unlikely: 'Probably another person',
  },
  vetoes: 'Needs a person to decide',
  noCandidates: 'This source found nobody who could be this patient.',
  looking: 'Looking for this patient there…',
  completeness: {
    'not-asked': 'Not asked',
    'not-granted': 'Not permitted',
    loading: 'Loading',
    partial: 'Partial',
    complete: 'Complete',
    failed: 'Failed',
  },
  notAsked: {
    'not-linked': 'not linked to this patient',
    'not-configured': 'not part of this setup',
    'on-demand': 'on demand',
    'unsupported-by-server': 'the server has no such type',
    waiting: 'waiting its turn',
  },
  missingBefore: (date: string) => `missing before ${date}`,
  at: (time: string) => `at ${time}`,
  of: (received: string, about: string) => `${received} of about ${about}`,
  problem: {
    'bad-element': 'Unreadable element',
    unreadable: 'Unreadable record',
    'unknown-modifier': 'Unknown modifier',
    quarantined: 'Somebody else’s record, held back',
    gone: 'No longer at the source',
    'older-version': 'Older version',
    'evidence-changed': 'A decision whose evidence has changed',
    'server-said': 'Server message',
  },
};

export const unmapped = {
  title: 'Codes that are not understood',
  intro:
    'Nothing here says what these codes mean the same as. Their records are shown as they came; another source’s word for the same may stand beside them.',
  asked: (asked: number, answered: number, failed: number) =>
    `The terminology server was asked about ${some(asked, 'code', 'codes')} and knew ${count(answered)}${failed > 0 ? `; ${some(failed, 'question', 'questions')} went without an answer` : ''}.`,
  resting: 'It did not answer, and is left alone until the next session.',
  source: 'Source',
  code: 'Code',
  about: 'Says',
  records: 'Records',
  noSystem: 'no code system',
  more: (n: number) => `${some(n, 'more code', 'more codes')}.`,
  domain: {
    condition: 'a problem',
    observation: 'a result',
    procedure: 'a procedure',
    vaccine: 'a vaccine',
    allergy: 'an allergy',
    document: 'a document',
    encounter: 'a visit',
    medication: 'a medication',
  },
};
