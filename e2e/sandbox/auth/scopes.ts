import { parseScope } from '../fhir/access.ts';
import { BREAK_GLASS, type Habits } from '../habits.ts';

export const IDENTITY_SCOPES = ['openid', 'fhirUser', 'profile', 'online_access', 'offline_access'];
const LAUNCH_SCOPES = ['launch', 'launch/patient', 'launch/encounter'];

const isRefresh = (scope: string): boolean => scope === 'online_access' || scope === 'offline_access';

/** The right to an app's own state. */
const STATE = /^(?:patient|user)\/Basic\./;

/** What this server will grant of what is asked; the rest is dropped without a word, as servers do. */
export function grantable(asked: readonly string[], habits: Habits): string[] {
  return asked.filter((scope) => {
    if (isRefresh(scope)) return habits.refresh !== 'none';
    if (scope === BREAK_GLASS.scope) return habits.breakGlass;
    if (STATE.test(scope) && !habits.appState) return false;
    if (IDENTITY_SCOPES.includes(scope) || LAUNCH_SCOPES.includes(scope)) return true;
    return parseScope(scope, habits.scopes) !== null;
  });
}

export const wantsRefresh = (scopes: ReadonlySet<string>): boolean => [...scopes].some(isRefresh);

export function supportedScopes(types: readonly string[], habits: Habits): string[] {
  const refresh = habits.refresh === 'none' ? [] : ['online_access', 'offline_access'];
  const read = habits.scopes === 'v1' ? 'read' : 'rs';
  const clinical = ['*', ...types].flatMap((type) => [`patient/${type}.${read}`, `user/${type}.${read}`]);
  const emergency = habits.breakGlass ? [BREAK_GLASS.scope] : [];
  return ['openid', 'fhirUser', 'profile', ...LAUNCH_SCOPES, ...refresh, ...emergency, ...clinical];
}

export function capabilities(habits: Habits, launches: boolean): string[] {
  return [
    'client-public',
    'sso-openid-connect',
    'context-standalone-patient',
    'launch-standalone',
    ...(habits.authorizePost ? ['authorize-post'] : []),
    ...(launches
      ? ['launch-ehr', 'context-ehr-patient', 'context-ehr-encounter', 'context-banner', 'context-style']
      : []),
    'permission-patient',
    'permission-user',
    habits.scopes === 'v1' ? 'permission-v1' : 'permission-v2',
    ...(habits.refresh === 'none' ? [] : ['permission-online', 'permission-offline']),
    ...(habits.appState === true ? ['smart-app-state'] : []),
  ];
}

const READS = /^(patient|user|system)\/([A-Za-z*]+)\.([a-z*]+)(\?.*)?$/;

/** A scope in words a person can agree to. */
export function scopeInWords(scope: string): string {
  const known: Readonly<Record<string, string>> = {
    openid: 'Know who you are',
    fhirUser: 'Know your name and role',
    profile: 'Know your name and role',
    online_access: 'Stay signed in while you work',
    offline_access: 'Stay signed in when you have gone',
    launch: 'Know what the EHR has open',
    'launch/patient': 'Know which patient you choose',
    'launch/encounter': 'Know which visit you choose',
    [BREAK_GLASS.scope]: 'Open records against a consent: this is an emergency',
  };
  const words = STATE.test(scope) ? 'Keep what this app wants to find again for this patient' : known[scope];
  if (words !== undefined) return words;
  const [, context, type, verbs = '', where = ''] = READS.exec(scope) ?? [];
  const writes = /write|[cud*]/.test(verbs.replace('read', ''));
  const what = type === '*' ? 'all records' : `${type ?? scope} records`;
  const whose = context === 'patient' ? 'of this patient' : 'that you may see';
  return `${writes ? 'Write' : 'Read'} ${what} ${whose}${where}`;
}
