import type { Catalogue } from '../catalogue.ts';
import { count, some } from './numbers.ts';

export const decide: Catalogue['decide'] = {
  title: 'Entscheidungen über Einträge',
  intro:
    'Was hier durch das Wort eines Menschen verbunden oder getrennt wurde. Haben sich die Quelleneinträge seither geändert, wird eine Entscheidung nie stillschweigend angewendet: Sie bittet um Bestätigung.',
  here: 'Von einem Menschen entschieden',
  join: 'Verbinden…',
  joinTitle: (title) => `Verbinden mit ${title}`,
  joinGo: 'Verbinden: Sie sind eins',
  another: 'Mit einem anderen Eintrag verbinden…',
  search: 'Welcher Eintrag ist derselbe?',
  found: (n, more) =>
    n === 0
      ? 'Nichts dieser Art gefunden.'
      : `${more ? 'Die ersten ' : ''}${some(n, 'Eintrag', 'Einträge')} dieser Art`,
  split: 'Trennen…',
  splitTitle: 'Verbundenes trennen',
  splitGo: 'Trennen: Sie sind nicht eins',
  which: 'Welche Quelleneinträge sind etwas anderes?',
  all: (n) => `Alle ${count(n)} voneinander trennen`,
  mark: 'Markieren Sie, was etwas anderes ist; mindestens einer muss bleiben.',
  willPartAll: (n) => `Jeder der ${count(n)} Quelleneinträge wird ein eigener Eintrag.`,
  willTakeOff: (names, off, stay) =>
    `${names} ${off === 1 ? 'wird ein eigener Eintrag' : 'werden zusammen ein eigener Eintrag'}; ${stay === 1 ? 'der andere bleibt, wie er ist' : `die anderen ${count(stay)} bleiben zusammen`}.`,
  willJoin: (n, sources) =>
    `Ihre ${count(n)} Quelleneinträge (${sources}) werden als ein Eintrag gezeigt. Wo sie sich widersprechen, wird der Widerspruch gezeigt.`,
  recorded:
    'An den Quellen ändert sich nichts. Dass Sie es entschieden haben, und warum, wird protokolliert. Rückgängig machen lässt es sich hier und unter Quellen.',
  reason: 'Warum?',
  cancel: 'Lassen, wie es ist',
  pair: (a, b) => `${a} und ${b}:`,
  pairsLeftOut: (n) => `${some(n, 'weiteres Paar', 'weitere Paare')} nicht aufgeführt`,
  refused: {
    reason: 'Bitte geben Sie in wenigen Worten an, warum.',
    gone: 'Diese Quelleneinträge sind nicht mehr alle hier oder nicht einsehbar. Es wurde nichts geändert.',
    kinds: 'Quelleneinträge verschiedener Art können nicht ein Eintrag sein. Es wurde nichts geändert.',
    nothing: 'In dieser Auswahl gibt es nichts zu entscheiden. Es wurde nichts geändert.',
  },
  joined: 'Verbunden: Diese sind eins',
  splitApart: 'Getrennt: Diese sind nicht eins',
  ownRecords: (n) => `${some(n, 'Quelleneintrag', 'Quelleneinträge')} hiervon`,
  takenOff: 'von den anderen gelöst',
  because: (reason) => `Grund: ${reason}`,
  by: (who, time) => `Entschieden von ${who}, ${time}.`,
  me: 'Ihnen',
  someone: 'ärztlichem oder pflegerischem Personal',
  keep: {
    title: (name) => `Aufbewahrt bei ${name}`,
    kept: 'Für diese Sitzung aufbewahrt, es sei denn, Sie bewahren sie bei einer Quelle auf oder schreiben sie in eine Datei.',
    asking: 'Es wird gefragt, was dort aufbewahrt ist…',
    none: 'Dort ist nichts aufbewahrt.',
    some: (n) => `${some(n, 'Entscheidung ist', 'Entscheidungen sind')} dort aufbewahrt.`,
    unkept: (n) =>
      `${some(n, 'Entscheidung', 'Entscheidungen')} dieser Sitzung ${n === 1 ? 'ist' : 'sind'} es nicht.`,
    says: 'Welche Einträge, was entschieden wurde, von wem und wann: keine Gründe, keine klinischen Inhalte, und Einträge anderer Einrichtungen nur als Kennzeichen, die dort nicht zu lesen sind. Wer diese Person von dort aus mit Throughline öffnet, bekommt sie angeboten; angewendet wird nichts, bevor es bestätigt ist.',
    keep: (n, name) => `${some(n, 'Entscheidung', 'Entscheidungen')} bei ${name} aufbewahren`,
    confirmAll: (n) => `Alle ${count(n)} bestätigen, deren Einträge unverändert sind`,
    confirmed: (n) => `${some(n, 'Entscheidung', 'Entscheidungen')} bestätigt.`,
    drop: (name) => `Nicht mehr bei ${name} aufbewahren`,
    dropAll: (name) => `Alles entfernen, was bei ${name} aufbewahrt ist`,
    again: 'Erneut versuchen',
    done: (n, others) =>
      [
        `${some(n, 'Entscheidung dieser Sitzung ist', 'Entscheidungen dieser Sitzung sind')} dort aufbewahrt.`,
        others > 0
          ? `Inzwischen hat jemand anderes ${some(others, 'Entscheidung', 'Entscheidungen')} aufbewahrt: Davon ist nichts verloren, es wird unten angeboten.`
          : '',
      ]
        .filter((part) => part !== '')
        .join(' '),
    dropped: 'Dort nicht mehr aufbewahrt.',
    problem: {
      unreadable:
        'Was dort aufbewahrt ist, lässt sich nicht verstehen. Es bleibt, wie es ist, und daneben wird nichts aufbewahrt.',
      'too-large': 'Für so viele ist dort kein Platz. Dort wurde nichts geändert.',
      busy: 'Andere haben es immer wieder im selben Augenblick geändert. Es wurde nichts geändert; versuchen Sie es erneut.',
      refused: 'Der Server hat es abgelehnt. Dort wurde nichts geändert.',
      unanswered: 'Der Server hat nicht geantwortet. Es ist nicht sicher, was dort aufbewahrt ist.',
    },
    reason: (names) => `Aufbewahrt bei ${names} und hier bestätigt`,
    keptAt: (name) => `Aufbewahrt bei ${name}.`,
    offer:
      'Angeboten, weil sie aufbewahrt wurde. Sie wird nicht angewendet, bis Sie sie bestätigen; der Grund ist nicht aufbewahrt.',
    elsewhere: (n) =>
      `${some(n, 'Eintrag', 'Einträge')} einer anderen Einrichtung, die nicht verbunden ist oder ${n === 1 ? 'ihn' : 'sie'} nicht mehr hat`,
  },
  fromFile: 'Aus einer Datei übernommen.',
  standing: {
    'in-force': 'In Kraft',
    offered: 'Angeboten, nicht angewendet',
    'to-confirm': 'Erneut zu bestätigen',
    waiting: 'Wartet auf Quelleneinträge',
  },
  change: {
    'not-here': 'Ein genannter Quelleneintrag ist nicht hier.',
    kinds: 'Die Quelleneinträge sind jetzt von verschiedener Art.',
    another: 'Zu den genannten ist ein weiterer Quelleneintrag gekommen.',
    updated: 'Ein genannter Quelleneintrag sagt anderes als bei der Entscheidung.',
  },
  stillHolds: 'Sie bleiben getrennt, bis Sie entscheiden.',
  notApplied: 'Sie wird nicht angewendet, bis Sie entscheiden.',
  confirmJoin: 'Bestätigen: Sie sind eins',
  confirmSplit: 'Bestätigen: Sie sind nicht eins',
  undo: 'Rückgängig',
  undone: 'Rückgängig gemacht. Es gilt wieder, was die Regeln sagen.',
  notHere: 'Quelleneintrag nicht hier',
  kept: 'Nur für diese Sitzung aufbewahrt. Schreiben Sie sie in eine Datei, um sie mitzunehmen.',
  files: {
    write: 'In eine Datei schreiben',
    read: 'Aus einer Datei übernehmen…',
    says: 'Ein FHIR-Bundle: welche Quelleneinträge, und wer was wann warum entschieden hat. Es nennt Einträge dieser Akte und Ihre Gründe: Bewahren Sie es wie eine Akte auf.',
    refused: (why) => `Aus dieser Datei wurde nichts übernommen: ${why}.`,
    taken: (n, known) =>
      [
        `${some(n, 'Entscheidung', 'Entscheidungen')} übernommen.`,
        known > 0 ? `${count(known)} schon bekannt.` : '',
      ]
        .filter((part) => part !== '')
        .join(' '),
  },
};
