import { some } from './numbers.ts';

export const states = {
  starting: 'Starting…',
  launching: 'Signing in…',
  launchError: 'Signing in did not work',
  configError: 'The setup of this page cannot be read',
  configHelp: 'This is for whoever runs this installation.',
  lockedUnrecorded:
    'What was opened here could not be recorded where this site wants it recorded, so the records were cleared from this screen. Tell your system’s support, and sign in again later.',
  locked: 'Locked',
  lockedAfter: (minutes: number) =>
    `Nobody used this screen for ${some(minutes, 'minute', 'minutes')}. The records were cleared from it and the sources signed out.`,
  lockedSays: 'Records were cleared from this screen. Sign in again to go on.',
  bug: 'Something went wrong in this page',
  bugSays: 'The records at the sources are untouched. Reloading starts afresh.',
  reload: 'Reload',
  startPage: 'Choose a source',
  technical: 'Technical detail',
};
