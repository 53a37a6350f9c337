import type { Catalogue } from '../catalogue.ts';
import { some } from './numbers.ts';

export const states: Catalogue['states'] = {
  starting: 'Wird gestartet…',
  launching: 'Anmeldung läuft…',
  launchError: 'Die Anmeldung ist nicht gelungen',
  configError: 'Die Einstellungen dieser Seite sind nicht lesbar',
  configHelp: 'Dies ist für die Stelle, die diese Installation betreibt.',
  lockedUnrecorded:
    'Was hier geöffnet wurde, konnte nicht dort protokolliert werden, wo diese Einrichtung es verlangt. Die Datensätze wurden deshalb von diesem Bildschirm entfernt. Bitte den Support verständigen und sich später neu anmelden.',
  locked: 'Gesperrt',
  lockedAfter: (minutes) =>
    `Dieser Bildschirm wurde ${some(minutes, 'Minute', 'Minuten')} lang nicht benutzt. Die Akten wurden von ihm entfernt und die Quellen abgemeldet.`,
  lockedSays: 'Die Akten wurden von diesem Bildschirm entfernt. Zum Fortfahren bitte neu anmelden.',
  bug: 'In dieser Seite ist ein Fehler aufgetreten',
  bugSays: 'Die Akten an den Quellen sind unberührt. Neu laden beginnt von vorn.',
  reload: 'Neu laden',
  startPage: 'Quelle wählen',
  technical: 'Technische Einzelheiten',
};
