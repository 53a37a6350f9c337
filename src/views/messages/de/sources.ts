import type { Catalogue } from '../catalogue.ts';
import { count, some } from './numbers.ts';

export const audit: Catalogue['audit'] = {
  title: 'Was in dieser Sitzung protokolliert wurde',
  intro: 'Jede Zeile trägt die Prüfsumme der vorigen: Wird eine geändert oder fehlt sie, fällt es auf.',
  hold: 'Die Kette ist unversehrt.',
  save: 'Als Datei sichern',
  number: 'Nr.',
  when: 'Wann',
  what: 'Was',
  why: 'Warum',
  hash: 'Prüfsumme',
  broken: (line) => `Die Kette ist in Zeile ${line} unterbrochen.`,
  delivered: (n) => `${some(n, 'Protokolleintrag', 'Protokolleinträge')} über hier Geöffnetes übermittelt.`,
  waiting: (n) =>
    `${some(n, 'Protokolleintrag', 'Protokolleinträge')} über hier Geöffnetes noch nicht übermittelt; es wird erneut versucht.`,
  missing: (n) =>
    `${some(n, 'Protokolleintrag konnte', 'Protokolleinträge konnten')} nicht übermittelt werden.`,
};

export const sourcesView: Catalogue['sourcesView'] = {
  title: 'Quellen und Vollständigkeit',
  intro:
    'Was aus jeder Quelle gelesen wurde und was fehlt. Nur wo ein Teil vollständig ist, lässt sich sagen, dass es nichts gibt.',
  type: 'Art',
  state: 'Stand',
  received: 'Gelesen',
  readNow: 'Jetzt lesen',
  readNowOf: (type, source) => `Jetzt lesen: ${type}, ${source}`,
  readAgain: 'Neu lesen',
  readAgainOf: (type, source) => `Neu lesen: ${type}, ${source}`,
  remarks: 'Bemerkungen',
  problems: 'Datenprobleme',
  matches: 'Ist das dieselbe Person?',
  anchor: 'Die Akte, mit der jede andere Quelle verglichen wird.',
  linkedBy: {
    rule: (time) => `Nach Regel zugeordnet, ${time}`,
    clinician: (who, time) => `Bestätigt von ${who}, ${time}`,
  },
  you: 'Ihnen',
  score: (score) => `Punktwert ${score}`,
  because: (reason) => `Grund: ${reason}`,
  link: 'Zuordnen: Es ist dieselbe Person',
  force: 'Trotzdem zuordnen: Ich weiß, dass es dieselbe Person ist',
  forceOpens: 'Gegen die Regeln zuordnen…',
  keep: 'Zuordnung behalten: Es ist dieselbe Person',
  evidenceFor: (name) => `Anhaltspunkte, Feld für Feld: ${name}`,
  doubtful:
    'Was hier über diese Person eingetragen ist, hat sich seit der Zuordnung geändert und sieht nicht mehr nach derselben Person aus. Die Einträge werden weiter gezeigt. Bitte entscheiden.',
  changed: 'Was hier über diese Person eingetragen ist, hat sich seit der Zuordnung geändert.',
  replacedBy: (ref) => `Diese Registrierung wurde durch ${ref} ersetzt.`,
  useThatOne: 'Jene verwenden',
  replacedMissing: (ref) =>
    `Diese Registrierung wurde durch ${ref} ersetzt, die diese Quelle nicht herausgibt. Was dort eingetragen ist, wird nicht gezeigt.`,
  replacedLoop: (ref) =>
    `Diese Registrierung wurde durch ${ref} ersetzt, die wieder hierher führt. Dem wurde nicht weiter gefolgt.`,
  replacedUnclear: (refs) =>
    `Diese Registrierung wurde ersetzt, und welche an ihre Stelle trat, ist nicht eindeutig: ${refs}.`,
  unlink: 'Zuordnung lösen',
  unlinkSays: 'Entfernt sofort alle Einträge dieser Quelle von der Zeitachse.',
  reason: 'Grund der Zuordnung',
  reasonNeeded: 'Die Regeln allein ordnen diese Akten nicht einander zu; bitte angeben, warum Sie es tun.',
  evidence: 'Anhaltspunkte',
  here: 'Diese Person',
  there: 'An der Quelle',
  agreement: { agrees: 'stimmt überein', similar: 'ähnlich', differs: 'weicht ab', missing: 'fehlt' },
  outcome: {
    certain: 'Sicher dieselbe Person',
    likely: 'Wahrscheinlich dieselbe Person',
    unlikely: 'Wahrscheinlich eine andere Person',
  },
  vetoes: 'Hier muss ein Mensch entscheiden',
  noCandidates: 'Diese Quelle hat niemanden gefunden, der diese Person sein könnte.',
  looking: 'Diese Person wird dort gesucht…',
  completeness: {
    'not-asked': 'Nicht gefragt',
    'not-granted': 'Nicht erlaubt',
    loading: 'Wird geladen',
    partial: 'Teilweise',
    complete: 'Vollständig',
    failed: 'Fehlgeschlagen',
  },
  notAsked: {
    'not-linked': 'nicht dieser Person zugeordnet',
    'not-configured': 'hier nicht eingerichtet',
    'on-demand': 'auf Anforderung',
    'unsupported-by-server': 'der Server kennt diese Art nicht',
    waiting: 'wartet, bis es an der Reihe ist',
  },
  missingBefore: (date) => `fehlt vor ${date}`,
  at: (time) => `um ${time}`,
  of: (received, about) => `${received} von etwa ${about}`,
  problem: {
    'bad-element': 'Unlesbares Element',
    unreadable: 'Unlesbarer Datensatz',
    'unknown-modifier': 'Unbekannter Zusatz',
    quarantined: 'Datensatz einer anderen Person, zurückgehalten',
    gone: 'Nicht mehr in der Quelle',
    'older-version': 'Ältere Version',
    'evidence-changed': 'Eine Entscheidung, deren Grundlage sich geändert hat',
    'server-said': 'Meldung des Servers',
  },
};

export const unmapped: Catalogue['unmapped'] = {
  title: 'Codes, die nicht verstanden werden',
  intro:
    'Nichts hier sagt, womit diese Codes gleichbedeutend sind. Ihre Datensätze werden gezeigt, wie sie kamen; das Wort einer anderen Quelle für dasselbe steht vielleicht daneben.',
  asked: (asked, answered, failed) =>
    `Der Terminologieserver wurde nach ${some(asked, 'Code', 'Codes')} gefragt und kannte ${count(answered)}${failed > 0 ? `; ${some(failed, 'Frage blieb', 'Fragen blieben')} ohne Antwort` : ''}.`,
  resting: 'Er hat nicht geantwortet und wird bis zur nächsten Sitzung nicht mehr gefragt.',
  source: 'Quelle',
  code: 'Code',
  about: 'Sagt',
  records: 'Datensätze',
  noSystem: 'ohne Codesystem',
  more: (n) => `${some(n, 'weiterer Code', 'weitere Codes')}.`,
  domain: {
    condition: 'eine Diagnose',
    observation: 'ein Befund',
    procedure: 'eine Prozedur',
    vaccine: 'ein Impfstoff',
    allergy: 'eine Allergie',
    document: 'ein Dokument',
    encounter: 'ein Kontakt',
    medication: 'ein Medikament',
  },
};
