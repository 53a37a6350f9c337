import type { Catalogue } from '../catalogue.ts';
import { some } from './numbers.ts';

export const session: Catalogue['session'] = {
  lockTitle: '¿Sigue ahí?',
  lockIn: (seconds) =>
    `Esta pantalla se bloquea en ${some(seconds, 'segundo', 'segundos')}. Entonces se borran sus registros y se cierra la sesión en todas las fuentes.`,
  stay: 'Seguir',
  lockNow: 'Cerrar sesión ahora',
  remembered: 'Sesión iniciada antes en esta pestaña',
  thisVisit: 'Esta visita',
  access: 'Lo que esta sesión puede leer',
  asked: 'Solicitado',
  granted: 'Concedido',
  nothing: 'nada',
  user: 'Sesión iniciada como',
  visit: 'Visita desde la que se abrió',
  about: 'Abierto para',
  intent: 'Finalidad',
  tenant: 'Centro',
  withheld: (types) =>
    `No concedido, por lo que no se lee nada de ello: ${types.join(', ')}. Inicie sesión de nuevo para permitirlo.`,
  narrowed: (types) => `Concedido solo en parte, por lo que solo se lee esto: ${types.join('; ')}.`,
};
