import type { Catalogue } from '../catalogue.ts';

export const sourceProblem: Catalogue['sourceProblem'] = {
  'signed-out': 'la sesión terminó; inicie sesión de nuevo',
  forbidden: 'la fuente no lo permite',
  unreachable: 'la fuente no respondió',
  'timed-out': 'la fuente tardó demasiado',
  'rate-limited': 'la fuente pidió ir más despacio',
  'not-found': 'la fuente dice que no está allí',
  expired: 'la búsqueda caducó en la fuente',
  'server-error': 'la fuente tuvo un error propio',
  rejected: 'la fuente rechazó la consulta',
  malformed: 'la respuesta no se pudo leer',
  truncated: 'la respuesta se cortó',
  'too-large': 'la respuesta era demasiado grande',
  loop: 'la fuente se repetía sin fin',
  'foreign-url': 'la fuente remitió a otro servidor, al que no se acudió',
  cancelled: 'detenido',
  unsupported: 'no admitido',
};
