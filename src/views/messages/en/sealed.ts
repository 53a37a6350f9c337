import type { Notice } from '../../../record/index.ts';
import { some } from './numbers.ts';

/** What travels with a fact to paper and files too. Of Part 2 it is the short notice of 42 CFR § 2.32. */
export const notices = {
  'part-2': '42 CFR part 2 prohibits unauthorized use or disclosure of these records.',
  'no-redisclosure': 'Its source forbids passing this on without the patient’s consent.',
} satisfies Readonly<Record<Notice, string>>;

export const sealed = {
  label: 'Masked record',
  why: {
    consent: (day: string | null, at: string) =>
      day === null
        ? `Hidden by a consent without a date at ${at}.`
        : `Hidden by the consent of ${day} at ${at}.`,
    policy: 'Marked as sensitive by its source.',
    waiting: (at: string) => `${at} has not said yet what its patient consented to.`,
    unread: (at: string) => `What the patient consented to at ${at} could not be read.`,
    without: (at: string) => `No consent at ${at} permits it.`,
  },
  glass: (at: string) =>
    `In an emergency ${at} can open its records against the consent: you say why and sign in there again.`,
  breakGlass: 'Open in an emergency…',
  glassReason: 'What is the emergency?',
  glassRecorded: 'That you asked for it and why is recorded.',
  glassConfirm: (at: string) => `Sign in to ${at} for an emergency`,
  glassOutcome: {
    'not-opened': 'You are signed in, but its records were not opened.',
    failed: 'The sign-in did not succeed. Nothing was opened.',
  },
  alike: (n: number) => `Also ${some(n, 'other record', 'other records')} masked on the same grounds`,
  never: 'It cannot be shown here. If it is needed in an emergency, open it in the source’s own system.',
  show: 'Show…',
  purpose: 'What is it needed for?',
  purposes: {
    TREAT: 'Treatment',
    ETREAT: 'Emergency treatment',
    CAREMGT: 'Care management',
    HPAYMT: 'Payment',
    HOPERAT: 'Operations of the organisation',
    PATRQT: 'The patient asked for it',
  } as Readonly<Record<string, string>>,
  reason: 'Why?',
  recorded: (minutes: number) =>
    `It is shown for ${some(minutes, 'minute', 'minutes')}. That you opened it, what for and why is recorded.`,
  confirm: (minutes: number) => `Show for ${some(minutes, 'minute', 'minutes')}`,
  cancel: 'Leave it masked',
  refused: {
    'no-reason': 'It stays masked: a reason is needed.',
    purpose: 'It stays masked: not for this purpose.',
    nothing: 'There is nothing to show any more.',
  },
  left: (seconds: number) =>
    `Masked record, shown for another ${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`,
  hide: 'Hide again',
};
