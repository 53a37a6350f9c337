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
