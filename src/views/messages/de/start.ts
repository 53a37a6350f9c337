import type { Catalogue } from '../catalogue.ts';

export const start: Catalogue['start'] = {
  title: 'Eine Zeitachse aus allen Akten',
  intro:
    'Wählen Sie, wo Sie sich zuerst anmelden. Weitere Quellen können danach hinzukommen; nichts wird dieser Person zugeschrieben, solange nicht feststeht, dass die Akten von derselben Person sind.',
  none: 'Hier ist keine Einrichtung eingetragen. Bitte an die Stelle wenden, die dies betreibt.',
  fromEhr:
    'Aus dem Krankenhaus- oder Praxissystem geöffnet, ist die Person schon gewählt und diese Seite entfällt.',
  privacy: 'Die Akten liegen nur im Speicher dieses Tabs und sind fort, wenn er geschlossen wird.',
};
