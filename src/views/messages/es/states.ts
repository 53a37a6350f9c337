import type { Catalogue } from '../catalogue.ts';
import { some } from './numbers.ts';

export const states: Catalogue['states'] = {
  starting: 'Iniciando…',
  launching: 'Iniciando sesión…',
  launchError: 'No se pudo iniciar sesión',
  configError: 'No se puede leer la configuración de esta página',
  configHelp: 'Esto es para quien gestiona esta instalación.',
  lockedUnrecorded:
    'No se pudo dejar constancia de lo que se abrió donde este centro lo exige, así que los registros se han borrado de esta pantalla. Avise a soporte y vuelva a iniciar sesión más tarde.',
  locked: 'Bloqueado',
  lockedAfter: (minutes) =>
    `Nadie usó esta pantalla durante ${some(minutes, 'minuto', 'minutos')}. Los registros se han borrado de ella y se cerró la sesión en las fuentes.`,
  lockedSays: 'Los registros se han borrado de esta pantalla. Inicie sesión de nuevo para continuar.',
  bug: 'Algo ha fallado en esta página',
  bugSays: 'Los registros de las fuentes están intactos. Al recargar se empieza de nuevo.',
  reload: 'Recargar',
  startPage: 'Elegir una fuente',
  technical: 'Detalle técnico',
};
