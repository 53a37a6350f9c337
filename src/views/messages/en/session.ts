import { some } from './numbers.ts';

export const session = {
  lockTitle: 'Still there?',
  lockIn: (seconds: number) =>
    `This screen locks in ${some(seconds, 'second', 'seconds')}. Its records are then cleared and every source is signed out.`,
  stay: 'Stay',
  lockNow: 'Sign out now',
  remembered: 'Signed in before in this tab',
  thisVisit: 'This visit',
  access: 'What this sign-in may read',
  asked: 'Asked for',
  granted: 'Granted',
  nothing: 'nothing',
  user: 'Signed in as',
  visit: 'Visit of the launch',
  about: 'Opened for',
  intent: 'Purpose',
  tenant: 'Tenant',
  withheld: (types: readonly string[]) =>
    `Not granted, so nothing of it is read: ${types.join(', ')}. Sign in again to allow it.`,
  narrowed: (types: readonly string[]) => `Granted in part, so only this is read of it: ${types.join('; ')}.`,
};
