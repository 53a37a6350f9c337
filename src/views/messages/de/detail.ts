import type { Catalogue } from '../catalogue.ts';
import { some } from './numbers.ts';

/** The notice of 42 CFR § 2.32 stands in the words of the law, with what they mean beside them. */
export const notices: Catalogue['notices'] = {
  'part-2':
    '42 CFR part 2 prohibits unauthorized use or disclosure of these records. (Unbefugte Nutzung oder Weitergabe dieser Datensätze ist verboten.)',
  'no-redisclosure':
    'Die Quelle verbietet, dies ohne Einwilligung der Patientin oder des Patienten weiterzugeben.',
};

export const sealed: Catalogue['sealed'] = {
  label: 'Verdeckter Datensatz',
  why: {
    consent: (day, at) =>
      day === null
        ? `Verdeckt durch eine Einwilligung ohne Datum bei ${at}.`
        : `Verdeckt durch die Einwilligung vom ${day} bei ${at}.`,
    policy: 'Von der Quelle als sensibel gekennzeichnet.',
    waiting: (at) => `${at} hat noch nicht mitgeteilt, worin eingewilligt wurde.`,
    unread: (at) => `Worin bei ${at} eingewilligt wurde, konnte nicht gelesen werden.`,
    without: (at) => `Keine Einwilligung bei ${at} erlaubt es.`,
  },
  glass: (at) =>
    `Im Notfall kann ${at} Datensätze gegen die Einwilligung öffnen: Sie geben den Grund an und melden sich dort erneut an.`,
  breakGlass: 'Im Notfall öffnen…',
  glassReason: 'Worin besteht der Notfall?',
  glassRecorded: 'Dass Sie darum gebeten haben und warum, wird protokolliert.',
  glassConfirm: (at) => `Für einen Notfall bei ${at} anmelden`,
  glassOutcome: {
    'not-opened': 'Sie sind angemeldet, aber die Datensätze wurden nicht geöffnet.',
    failed: 'Die Anmeldung ist nicht gelungen. Es wurde nichts geöffnet.',
  },
  alike: (n) =>
    `Auch ${some(n, 'weiteren Datensatz', 'weitere Datensätze')}, die aus denselben Gründen verdeckt sind`,
  never:
    'Er kann hier nicht gezeigt werden. Wird er im Notfall gebraucht, bitte im System der Quelle selbst öffnen.',
  show: 'Zeigen…',
  purpose: 'Wofür wird er gebraucht?',
  purposes: {
    TREAT: 'Behandlung',
    ETREAT: 'Notfallbehandlung',
    CAREMGT: 'Versorgungsmanagement',
    HPAYMT: 'Abrechnung',
    HOPERAT: 'Betrieb der Einrichtung',
    PATRQT: 'Auf Wunsch der Patientin oder des Patienten',
  },
  reason: 'Warum?',
  recorded: (minutes) =>
    `Er wird ${some(minutes, 'Minute', 'Minuten')} lang gezeigt. Dass Sie ihn geöffnet haben, wofür und warum, wird protokolliert.`,
  confirm: (minutes) => `${some(minutes, 'Minute', 'Minuten')} lang zeigen`,
  cancel: 'Verdeckt lassen',
  refused: {
    'no-reason': 'Er bleibt verdeckt: Es fehlt ein Grund.',
    purpose: 'Er bleibt verdeckt: nicht für diesen Zweck.',
    nothing: 'Es gibt nichts mehr zu zeigen.',
  },
  left: (seconds) =>
    `Verdeckter Datensatz, noch ${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} sichtbar`,
  hide: 'Wieder verdecken',
};

export const detail: Catalogue['detail'] = {
  label: 'Detail',
  loading: 'Wird geöffnet…',
  gone: 'Dieser Eintrag lässt sich nicht öffnen. Er ist nicht mehr da.',
  agree: (n) => (n === 1 ? 'Eine Quelle sagt das' : `${some(n, 'Quelle', 'Quellen')} sagen das`),
  allAgree: 'sie stimmen überein',
  differ: (n) => some(n, 'Widerspruch', 'Widersprüche'),
  slight: (n) => some(n, 'kleine Abweichung', 'kleine Abweichungen'),
  conflicts: 'Wo Quellen sich widersprechen',
  safety: 'Sicherheit',
  compare: 'Feld für Feld',
  field: 'Feld',
  why: 'Warum dies ein Eintrag ist',
  join: (a, b, keys, tolerance) =>
    `${a} und ${b} sind eins: ${keys}${tolerance === '' ? '' : ` (Toleranz: ${tolerance})`}`,
  rule: (rule) => `Regel: ${rule}`,
  related: 'Verwandtes',
  notes: 'Notizen',
  results: 'Inhalt',
  attachments: 'Anhänge',
  provenance: 'Woher es stammt',
  raw: 'Datensatz der Quelle (FHIR)',
  showRaw: 'Datensatz der Quelle zeigen',
  hideRaw: 'Datensatz der Quelle ausblenden',
  rawGone: 'Der Datensatz der Quelle wird nicht mehr vorgehalten. Die Quelle neu laden, um ihn zu lesen.',
  back: 'Zurück zur Liste',
  trend: 'Verlauf',
  range: (text) => `Referenzbereich ${text}`,
  converted: (text) => `= ${text}`,
  conversion: (how) => `Zum Vergleich umgerechnet: ${how}`,
  retracted: 'Irrtümlich erfasst, nach Angabe jeder Quelle, die es sagte.',
  unsafe:
    'Dieser Datensatz trägt einen Zusatz, den dieses Produkt nicht versteht. Bitte an der Quelle lesen.',
  relation: {
    'possibly-same': 'Vielleicht dasselbe',
    broader: 'Allgemeiner',
    narrower: 'Genauer',
    contradicts: 'Widerspricht',
    'duplicate-therapy': 'Doppelverordnung',
    part: 'Teil davon',
    whole: 'Gehört zu',
    supersedes: 'Ersetzt',
    'superseded-by': 'Ersetzt durch',
  },
  fields: {
    title: 'Bezeichnung',
    code: 'Codes',
    when: 'Wann',
    until: 'Bis',
    status: 'Status',
    verification: 'Sicherung',
    reason: 'Grund',
    value: 'Wert',
    interpretation: 'Bewertung',
    range: 'Referenzbereich',
    converted: 'Umrechnung',
    dose: 'Dosis',
    route: 'Applikationsweg',
    quantity: 'Menge',
    evidence: 'Art des Eintrags',
    severity: 'Schweregrad',
    site: 'Körperstelle',
    side: 'Seite',
    criticality: 'Gefährdung',
    reactions: 'Reaktionen',
    substance: 'Substanz',
    class: 'Klasse',
    types: 'Art',
    people: 'Personen',
    specimen: 'Probe',
    method: 'Methode',
    outcome: 'Ergebnis',
    lot: 'Chargennummer',
    manufacturer: 'Hersteller',
    modality: 'Modalität',
    strength: 'Wirkstärke',
    form: 'Darreichungsform',
    categories: 'Kategorie',
  },
  prov: {
    source: 'Quelle',
    record: 'Datensatz',
    author: 'Verfasst von',
    organisation: 'Einrichtung',
    transmitter: 'Übermittelt von',
    recorded: 'Erfasst',
    updated: 'Zuletzt geändert an der Quelle',
    version: 'Version',
    metaSource: 'Angegebene Herkunft',
    fetched: 'Gelesen von dieser Anwendung',
    identifiers: 'Kennungen',
    security: 'Schutzkennzeichen',
  },
};
