/**
 * What the connection doctor can find, in English, for whoever sets a connection up and has never done so before. The
 * keys are what `Check` and `Shown` name; another language is another object of this shape.
 */
const text = (said: string) => said;

export const DOCTOR_WORDS = {
  checks: {
    'bad-address': () => 'The address is not one that a token could be sent to.',
    'not-allowed-here': (origin: string) =>
      `The headers of this site do not let the browser ask ${origin}: it was not asked.`,
    open: () => 'It is marked as open in config.json: nobody signs in to it.',
    discovery: () => 'It says how to sign in to it (.well-known/smart-configuration).',
    'no-answer': (detail: string) => `It did not answer when asked how to sign in to it: ${detail}`,
    'no-discovery': (detail: string) => `It does not say how to sign in to it: ${detail}`,
    'no-endpoints': (detail: string) => `It does not say where to sign in to it: ${detail}`,
    'no-pkce': () => 'It cannot protect a sign-in: it does not offer PKCE with S256.',
    'issuer-differs': (expected: string, got: string) =>
      `It is not the server it should be: the name that it gives itself is ${got}, and ${expected} is expected.`,
    endpoints: () => 'One can sign in to it, and the sign-in is protected (PKCE with S256).',
    revokes: () => 'Signing out ends the access at the server too.',
    'no-revocation': () => 'It cannot end an access: after signing out it lives until it expires.',
    launches: () => 'It can open Throughline from a chart.',
    'launches-unknown': () => 'It does not say that it can open apps from a chart.',
    picks: () => 'It lets the person choose the patient when signing in.',
    'no-picker': () => 'It does not say that it lets the person choose a patient.',
    identity: () => 'Who signed in can be proved (OpenID Connect).',
    'no-issuer': () => 'It names no issuer: who signed in cannot be proved and is not asked for.',
    'no-identity': (detail: string) => `Who signed in cannot be proved: ${detail}`,
    'issuer-contradicts': () => 'Who signed in cannot be proved: its OpenID document names another issuer.',
    scopes: (version: string) =>
      `It is asked for reading what is shown and nothing else, in version ${version} of the scope language.`,
    wildcard: () => 'It offers only access to everything at once (patient/*).',
    'own-scopes': () => 'config.json says what is asked for.',
    refreshes: () => 'A session can be prolonged without signing in again.',
    'no-refresh': () => 'A session cannot be prolonged: one signs in again when it ends.',
    brands: () => 'It lists its name, places and logo for the start page.',
    'cors-discovery': (origin: string) => `A browser may read how to sign in, from ${origin}.`,
    'cors-records': (origin: string) => `A browser may read records with a token, from ${origin}.`,
    'cors-token': (origin: string) => `A browser may fetch a token, from ${origin}.`,
    'cors-refused': (url: string, origin: string, got: string) =>
      `A browser may not read ${url} from ${origin} (Access-Control-Allow-Origin: ${got}).`,
    'cors-no-token': (url: string) =>
      `A browser may not send a token to ${url}: the Authorization header is not among the allowed ones.`,
    'cors-silent': (url: string, detail: string) =>
      `Whether a browser may read ${url} could not be asked: ${detail}`,
    'cors-here': () => 'This browser may read records with a token.',
    'cors-not-here': () =>
      'This browser got no answer when it sent a token along. Either it may not (CORS), or the server answers a wrong token without saying so to browsers.',
    fhir: (version: string) => `It speaks FHIR ${version}.`,
    'no-metadata': (why: string) => `It does not say what it holds (/metadata: ${why}).`,
    'no-version': () => 'It does not say which version of FHIR it speaks.',
    'other-version': (version: string) => `It speaks FHIR ${version}; Throughline reads R4.`,
  },
  remedies: {
    'full-address': text(
      'Give the FHIR base address in full, starting with https:// (http:// only for localhost), without ? or #.',
    ),
    headers: text(
      'Add the server to config.json and make the headers again (npm run --silent cli -- headers). Until then the command line can ask it: npm run --silent cli -- doctor <address>',
    ),
    network: text(
      'Check the address and the network. In a browser, a server that does not allow browsers (CORS) looks the same: the command line tells the two apart.',
    ),
    server: text('Has to be changed by those who run the server.'),
    'server-or-open': text(
      'Has to be changed by those who run the server. If it is an open test server, set "open": true in config.json.',
    ),
    issuer: text('Compare "iss" and "issuer" in config.json with what those who run the server say.'),
    'launch-setting': text('To use that, set "launches": true and register the launch address.'),
    'user-scopes': text(
      'If none comes with the sign-in, configure user/ scopes: Throughline then searches for the patient itself.',
    ),
    'name-types': text('To ask for less, name the types in "scopes" in config.json.'),
    'brands-setting': text('To use that, set "brands": true in config.json.'),
    cors: text(
      'Those who run the server have to allow the origin of this app (CORS), with the Authorization header.',
    ),
    'command-line': text('The command line tells it for sure: npm run --silent cli -- doctor <address>'),
    'will-ask': text('Throughline will ask for everything and show what comes.'),
    r4: text('Ask for the address of its R4 interface; most servers have one beside the others.'),
  },
  shows: {
    patient: text('Patient'),
    visits: text('Visits'),
    problems: text('Problems'),
    allergies: text('Allergies'),
    medications: text('Medications'),
    observations: text('Results, vital signs, social history'),
    reports: text('Reports'),
    procedures: text('Procedures'),
    immunizations: text('Immunizations'),
    documents: text('Documents'),
    imaging: text('Imaging'),
    plans: text('Plans and goals'),
    'care-team': text('Care team'),
    referrals: text('Referrals'),
    appointments: text('Appointments'),
    devices: text('Devices'),
    family: text('Family history'),
    coverage: text('Coverage'),
    provenance: text('Who recorded what'),
  },
  why: {
    'no-scope': () => 'it is not asked for, or the server offers no scope for it',
    'not-said': () => 'the server does not say; it will be asked',
    'not-listed': () => 'the server does not list it',
    read: () => 'it can be read',
    'read-unlisted': () => 'reading it is not listed; it will be tried',
    'search-unlisted': () => 'searching for it is not listed; it will be tried',
    'patient-unlisted': () => 'a search by patient is not listed; it will be tried',
    found: (parameter: string) => `found by ${parameter}`,
  },
};

/** The shape that each language has. */
export type DoctorWords = typeof DOCTOR_WORDS;
export type CheckCode = keyof DoctorWords['checks'];
export type RemedyCode = keyof DoctorWords['remedies'];
export type ShownCode = keyof DoctorWords['shows'];
export type WhyCode = keyof DoctorWords['why'];

/** The sentence of a finding. */
export const sentence = (say: (...about: string[]) => string, about: readonly string[]): string =>
  say(...about);
