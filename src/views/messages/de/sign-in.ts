import type { Catalogue } from '../catalogue.ts';

export const signInProblem: Catalogue['signInProblem'] = {
  server: 'Der Server',
  says: {
    unreachable: (name) => `${name} hat nicht geantwortet.`,
    'bad-discovery': (name) => `${name} gibt nicht an, wie man sich dort anmeldet.`,
    'no-endpoints': (name) => `${name} gibt nicht an, wo man sich anmeldet.`,
    'no-pkce': (name) => `${name} kann eine Anmeldung nicht so schützen, wie es hier verlangt wird.`,
    'issuer-differs': (name) =>
      `${name} ist nicht der Server, der es sein sollte; es wurde nichts dorthin gesendet.`,
    'issuer-not-allowed': () => 'Dieses System darf Throughline nicht öffnen.',
    'bad-launch': () => 'Throughline wurde mit einer unvollständigen Adresse geöffnet.',
    'unknown-state': () => 'Diese Anmeldung wurde nicht hier begonnen oder ist schon abgeschlossen.',
    'too-late': (name) => `Die Anmeldung bei ${name} hat zu lange gedauert.`,
    'mixed-up': (name) => `Die Antwort kam nicht von ${name}; sie wurde nicht verwendet.`,
    'bad-callback': (name) => `${name} hat eine Antwort gesendet, die nicht lesbar ist.`,
    declined: (name) => `Der Zugriff auf ${name} wurde abgelehnt.`,
    'login-required': (name) => `${name} verlangt eine Anmeldung.`,
    refused: (name) => `${name} hat die Anmeldung zurückgewiesen.`,
    'bad-token-answer': (name) => `${name} hat die Anmeldung nicht abgeschlossen.`,
    'identity-not-verified': (name) => `${name} konnte nicht nachweisen, wer sich angemeldet hat.`,
    'popup-closed': (name) => `Das Anmeldefenster von ${name} wurde geschlossen.`,
    'no-storage': () =>
      'Dieser Browser lässt nicht zu, dass Throughline sich eine begonnene Anmeldung merkt.',
    'no-such-organisation': () => 'Die Einrichtung dieser Anmeldung steht nicht mehr in den Einstellungen.',
    'another-patient': () => 'Dort wurde eine andere Person ausgewählt. Es wurde nichts geöffnet.',
  },
  remedies: {
    again: 'Bitte erneut anmelden.',
    later: 'Bitte gleich noch einmal versuchen.',
    site: 'Bitte die Stelle verständigen, die Throughline hier betreibt.',
    address:
      'Bitte die Stelle verständigen, die Throughline hier betreibt. Die Adresse muss in config.json eingetragen werden.',
    server:
      'Bitte die Stelle verständigen, die Throughline hier betreibt; der Server muss von seinem Betreiber geändert werden.',
    reopen: 'Bitte aus dem Kliniksystem erneut öffnen.',
    allow: 'Falls das nicht beabsichtigt war: erneut anmelden und den Zugriff erlauben.',
    here: 'Bitte erneut anmelden, notfalls ohne eigenes Fenster.',
    windows: 'Bitte Fenster für diese Seite erlauben oder Throughline in einem eigenen Tab öffnen.',
    choose: 'Bitte erneut anmelden und die Person auswählen, die auf dem Bildschirm steht.',
  },
};
