import type { Catalogue } from '../catalogue.ts';

export const sourceProblem: Catalogue['sourceProblem'] = {
  'signed-out': 'die Sitzung ist zu Ende; bitte neu anmelden',
  forbidden: 'die Quelle erlaubt es nicht',
  unreachable: 'die Quelle hat nicht geantwortet',
  'timed-out': 'die Quelle hat zu lange gebraucht',
  'rate-limited': 'die Quelle bat, langsamer zu fragen',
  'not-found': 'die Quelle sagt, es sei nicht vorhanden',
  expired: 'die Suche ist an der Quelle abgelaufen',
  'server-error': 'an der Quelle ist ein Fehler aufgetreten',
  rejected: 'die Quelle hat die Anfrage abgelehnt',
  malformed: 'die Antwort war nicht lesbar',
  truncated: 'die Antwort brach ab',
  'too-large': 'die Antwort war zu groß',
  loop: 'die Quelle wiederholte sich ohne Ende',
  'foreign-url': 'die Quelle verwies auf einen anderen Server, dem nicht gefolgt wurde',
  cancelled: 'angehalten',
  unsupported: 'nicht unterstützt',
};
