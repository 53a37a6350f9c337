import type { Catalogue } from '../catalogue.ts';
import { some } from './numbers.ts';

export const attachment: Catalogue['attachment'] = {
  open: 'Öffnen',
  openNamed: (name) => `${name} öffnen`,
  unnamed: 'Anhang ohne Titel',
  noSize: 'Größe nicht angegeben',
  noType: 'Dateityp nicht angegeben',
  elsewhere: (host) =>
    `Liegt bei ${host}. Das ist nicht der Server dieser Quelle: von hier aus wird es nicht gelesen.`,
  openElsewhere: (host) => `Bei ${host} öffnen`,
  reading: 'Wird gelesen…',
  progress: (received, about) => (about === null ? `${received} gelesen` : `${received} von ${about}`),
  stop: 'Anhalten',
  again: 'Erneut versuchen',
  failed: (why) => `Konnte nicht gelesen werden: ${why}.`,
  gone: 'Dieser Anhang ist nicht mehr da.',
  save: (size) => `Datei speichern (${size})`,
  saves: 'Was gespeichert wird, bleibt auf diesem Computer, außerhalb dieser Anwendung.',
  lies: (stated) =>
    `Der Inhalt ist nicht, was die Quelle angibt (${stated}). Er wird hier nicht geöffnet und sollte nur gespeichert werden, wenn Sie ihm trauen.`,
  mayRun: 'Eine Zeichnung dieser Art kann Programme enthalten. Sie wird hier nicht geöffnet.',
  notShown: (stated) => `Diese Art von Datei (${stated}) kann hier nicht gezeigt werden.`,
  differs:
    'Der Inhalt passt nicht zur Prüfsumme der Quelle: Die Datei ist vielleicht beschädigt oder eine andere.',
  matches: 'Die Prüfsumme der Quelle stimmt.',
  shortened: 'Zu lang, um hier ganz gezeigt zu werden. Die gespeicherte Datei enthält alles.',
  leftOut: (n) =>
    `${some(n, 'Bild oder aktiver Teil wird', 'Bilder oder aktive Teile werden')} nicht gezeigt.`,
  leftOutPart: 'Bild:',
  holds: 'Das Dokument enthält eine weitere Datei:',
  picture: (name) => `Bild: ${name}`,
  emptySection: 'In diesem Abschnitt steht nichts.',
  head: {
    title: 'Dokument',
    patient: 'Patient/in',
    'birth-date': 'Geburtsdatum',
    sex: 'Geschlecht',
    identifiers: 'Nummern',
    written: 'Geschrieben',
    author: 'Verfasst von',
    custodian: 'Verwahrt von',
  },
};

export const narrative: Catalogue['narrative'] = {
  label: 'In den Worten der Quelle',
  show: 'Worte der Quelle zeigen',
  hide: 'Worte der Quelle ausblenden',
  none: 'Die Quelle hat keine Worte geschrieben, die sich zeigen lassen.',
};
