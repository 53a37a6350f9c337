import type { Catalogue } from '../catalogue.ts';
import { count, some } from './numbers.ts';

export const summary: Catalogue['summary'] = {
  title: 'Übersicht',
  problems: 'Aktuelle Diagnosen',
  medications: 'Aktuelle Medikation',
  allergies: 'Allergien und Widersprüche',
  immunizations: 'Impfungen',
  vitals: 'Letzte Vitalwerte',
  labs: 'Letzte Laborwerte',
  upcoming: 'Bevorstehend: Termine und offene Überweisungen',
  careTeam: 'Behandlungsteam',
  noneBefore: 'keiner davor',
  before: (amount, day) => `zuvor: ${amount} am ${day}`,
  changed: (by, day) => `${by} seit ${day}`,
  moreTrends: (n) => `${some(n, 'weiterer', 'weitere')} unter Verläufe`,
  statusUnknown: 'Status nicht angegeben',
  noneComplete: 'Nichts eingetragen; alle Quellen haben vollständig geantwortet.',
  noneFloor: 'Bisher nichts gelesen. Nicht alle Quellen haben vollständig geantwortet.',
  more: (n) => `${some(n, 'weiterer', 'weitere')} auf der Zeitachse`,
  ended: (n) => `${count(n)} beendet oder nicht aktuell`,
  diagnoses: (n) =>
    `${some(n, 'bei einem Kontakt gestellte Diagnose', 'bei Kontakten gestellte Diagnosen')}, auf der Zeitachse`,
};
