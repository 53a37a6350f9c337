import type { Catalogue } from '../catalogue.ts';
import { some } from './numbers.ts';

export const session: Catalogue['session'] = {
  lockTitle: 'Noch da?',
  lockIn: (seconds) =>
    `Dieser Bildschirm wird in ${some(seconds, 'Sekunde', 'Sekunden')} gesperrt. Dann werden seine Akten gelöscht und alle Quellen abgemeldet.`,
  stay: 'Weiterarbeiten',
  lockNow: 'Jetzt abmelden',
  remembered: 'In diesem Tab schon angemeldet gewesen',
  thisVisit: 'Dieser Kontakt',
  access: 'Was diese Anmeldung lesen darf',
  asked: 'Angefragt',
  granted: 'Gewährt',
  nothing: 'nichts',
  user: 'Angemeldet als',
  visit: 'Kontakt, aus dem geöffnet wurde',
  about: 'Geöffnet für',
  intent: 'Zweck',
  tenant: 'Mandant',
  withheld: (types) =>
    `Nicht gewährt, daher wird nichts davon gelesen: ${types.join(', ')}. Neu anmelden, um es zu erlauben.`,
  narrowed: (types) => `Nur zum Teil gewährt, daher wird davon nur dies gelesen: ${types.join('; ')}.`,
};
