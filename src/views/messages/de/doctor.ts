import type { DoctorCatalogue } from '../doctor.ts';
import { some } from './numbers.ts';

export const doctor: DoctorCatalogue = {
  title: 'Verbindungsdoktor',
  says: 'Fragt einen Server, was sich ohne Anmeldung fragen lässt, und sagt, was Throughline davon zeigen kann, was nicht gehen wird und wer das beheben kann. Es wird nur gelesen und nirgends etwas geändert.',
  configured: 'Server dieser Einrichtung',
  examine: 'Prüfen',
  other: 'Eine andere FHIR-Adresse',
  otherHint:
    'Die Header dieser Seite können den Browser daran hindern, einen nicht eingetragenen Server zu fragen. Für die Kommandozeile gelten sie nicht.',
  busy: (address) => `${address} wird gefragt …`,
  works: 'Die Verbindung ist möglich.',
  worksNot: (n) =>
    `Die Verbindung ist noch nicht möglich: ${some(n, 'Punkt ist', 'Punkte sind')} in Ordnung zu bringen.`,
  found: 'Was gefunden wurde',
  state: { good: 'In Ordnung', warning: 'Könnte besser sein', bad: 'Geht nicht', unknown: 'Nicht bekannt' },
  toDo: 'Was zu tun ist',
  willShow: 'Was Throughline zeigen wird',
  yes: { yes: 'ja', no: 'nein', unclear: 'vielleicht' },
  what: 'Teil der Akte',
  shown: 'Wird gezeigt',
  reason: 'Warum',
  asked: 'Was bei der Anmeldung angefragt wird',
  redirect: 'Adresse für den Rückweg, dort einzutragen',
  origins: 'Origins für config.json',
  back: 'Zurück zur Startseite',
  checks: {
    'bad-address': () => 'An diese Adresse könnte kein Token gesendet werden.',
    'not-allowed-here': (origin) =>
      `Die Header dieser Seite erlauben dem Browser nicht, ${origin} zu fragen: es wurde nicht gefragt.`,
    open: () => 'In config.json als offen markiert: niemand meldet sich dort an.',
    discovery: () => 'Der Server sagt, wie man sich anmeldet (.well-known/smart-configuration).',
    'no-answer': (detail) => `Auf die Frage, wie man sich anmeldet, kam keine Antwort: ${detail}`,
    'no-discovery': (detail) => `Der Server sagt nicht, wie man sich anmeldet: ${detail}`,
    'no-endpoints': (detail) => `Der Server sagt nicht, wo man sich anmeldet: ${detail}`,
    'no-pkce': () => 'Der Server kann eine Anmeldung nicht schützen: er bietet kein PKCE mit S256.',
    'issuer-differs': (expected, got) =>
      `Es ist nicht der erwartete Server: er nennt sich ${got}, erwartet wird ${expected}.`,
    endpoints: () => 'Man kann sich anmelden, und die Anmeldung ist geschützt (PKCE mit S256).',
    revokes: () => 'Beim Abmelden endet der Zugang auch am Server.',
    'no-revocation': () =>
      'Der Server kann einen Zugang nicht beenden: nach dem Abmelden gilt er, bis er abläuft.',
    launches: () => 'Der Server kann Throughline aus einer Akte heraus öffnen.',
    'launches-unknown': () => 'Der Server sagt nicht, dass er Apps aus einer Akte heraus öffnen kann.',
    picks: () => 'Bei der Anmeldung kann dort der Patient gewählt werden.',
    'no-picker': () => 'Der Server sagt nicht, dass dort ein Patient gewählt werden kann.',
    identity: () => 'Wer sich angemeldet hat, lässt sich nachweisen (OpenID Connect).',
    'no-issuer': () =>
      'Der Server nennt keinen Aussteller: wer sich angemeldet hat, lässt sich nicht nachweisen und wird nicht gefragt.',
    'no-identity': (detail) => `Wer sich angemeldet hat, lässt sich nicht nachweisen: ${detail}`,
    'issuer-contradicts': () =>
      'Wer sich angemeldet hat, lässt sich nicht nachweisen: das OpenID-Dokument nennt einen anderen Aussteller.',
    scopes: (version) =>
      `Gefragt wird nach dem Lesen dessen, was gezeigt wird, und nach nichts anderem (Scopes der Version ${version}).`,
    wildcard: () => 'Der Server bietet nur Zugang zu allem zugleich (patient/*).',
    'own-scopes': () => 'Wonach gefragt wird, steht in config.json.',
    refreshes: () => 'Eine Sitzung lässt sich ohne neue Anmeldung verlängern.',
    'no-refresh': () => 'Eine Sitzung lässt sich nicht verlängern: an ihrem Ende meldet man sich neu an.',
    brands: () => 'Der Server nennt Namen, Standorte und Logo für die Startseite.',
    'cors-discovery': (origin) => `Ein Browser darf von ${origin} aus lesen, wie man sich anmeldet.`,
    'cors-records': (origin) => `Ein Browser darf von ${origin} aus mit einem Token Akten lesen.`,
    'cors-token': (origin) => `Ein Browser darf von ${origin} aus ein Token holen.`,
    'cors-refused': (url, origin, got) =>
      `Ein Browser darf ${url} von ${origin} aus nicht lesen (Access-Control-Allow-Origin: ${got}).`,
    'cors-no-token': (url) =>
      `Ein Browser darf kein Token an ${url} senden: der Header Authorization ist nicht erlaubt.`,
    'cors-silent': (url, detail) => `Ob ein Browser ${url} lesen darf, ließ sich nicht fragen: ${detail}`,
    'cors-here': () => 'Dieser Browser darf mit einem Token Akten lesen.',
    'cors-not-here': () =>
      'Als dieser Browser ein Token mitschickte, kam keine Antwort. Entweder darf er das nicht (CORS), oder der Server sagt Browsern nicht, dass ein Token falsch ist.',
    fhir: (version) => `Der Server spricht FHIR ${version}.`,
    'no-metadata': (why) => `Der Server sagt nicht, was er hat (/metadata: ${why}).`,
    'no-version': () => 'Der Server sagt nicht, welche FHIR-Version er spricht.',
    'other-version': (version) => `Der Server spricht FHIR ${version}; Throughline liest R4.`,
  },
  remedies: {
    'full-address':
      'Die FHIR-Basisadresse vollständig angeben, beginnend mit https:// (http:// nur für localhost), ohne ? und #.',
    headers:
      'Den Server in config.json eintragen und die Header neu erzeugen (npm run --silent cli -- headers). Bis dahin kann die Kommandozeile fragen: npm run --silent cli -- doctor <Adresse>',
    network:
      'Adresse und Netz prüfen. Im Browser sieht ein Server, der Browser nicht zulässt (CORS), genauso aus: die Kommandozeile unterscheidet beides.',
    server: 'Das müssen die Betreiber des Servers ändern.',
    'server-or-open':
      'Das müssen die Betreiber des Servers ändern. Ist es ein offener Testserver, in config.json "open": true setzen.',
    issuer: '"iss" und "issuer" in config.json mit den Angaben der Betreiber vergleichen.',
    'launch-setting': 'Um das zu nutzen, "launches": true setzen und die Startadresse dort eintragen.',
    'user-scopes':
      'Kommt bei der Anmeldung kein Patient mit, user/-Scopes einstellen: dann sucht Throughline den Patienten selbst.',
    'name-types': 'Um nach weniger zu fragen, die Typen in config.json unter "scopes" nennen.',
    'brands-setting': 'Um das zu nutzen, in config.json "brands": true setzen.',
    cors: 'Die Betreiber des Servers müssen den Origin dieser App erlauben (CORS), mit dem Header Authorization.',
    'command-line': 'Die Kommandozeile sagt es sicher: npm run --silent cli -- doctor <Adresse>',
    'will-ask': 'Throughline wird nach allem fragen und zeigen, was kommt.',
    r4: 'Nach der Adresse der R4-Schnittstelle fragen; die meisten Server haben daneben eine.',
  },
  shows: {
    patient: 'Patient oder Patientin',
    visits: 'Kontakte',
    problems: 'Probleme',
    allergies: 'Allergien',
    medications: 'Medikamente',
    observations: 'Befunde, Vitalwerte, Sozialanamnese',
    reports: 'Berichte',
    procedures: 'Prozeduren',
    immunizations: 'Impfungen',
    documents: 'Dokumente',
    imaging: 'Bildgebung',
    plans: 'Pläne und Ziele',
    'care-team': 'Behandlungsteam',
    referrals: 'Überweisungen',
    appointments: 'Termine',
    devices: 'Geräte und Implantate',
    family: 'Familienanamnese',
    coverage: 'Versicherung',
    provenance: 'Wer was eingetragen hat',
  },
  why: {
    'no-scope': () => 'es wird nicht danach gefragt, oder der Server bietet keinen Scope dafür',
    'not-said': () => 'der Server sagt es nicht; es wird gefragt',
    'not-listed': () => 'der Server führt es nicht auf',
    read: () => 'lässt sich lesen',
    'read-unlisted': () => 'Lesen ist nicht aufgeführt; es wird versucht',
    'search-unlisted': () => 'Suchen ist nicht aufgeführt; es wird versucht',
    'patient-unlisted': () => 'eine Suche nach Patient ist nicht aufgeführt; es wird versucht',
    found: (parameter) => `zu finden über ${parameter}`,
  },
};
