import type { Catalogue } from '../catalogue.ts';

export const start: Catalogue['start'] = {
  title: 'Una sola cronología de todos los registros',
  intro:
    'Elija dónde iniciar sesión primero. Después puede añadir otras fuentes; nada se muestra como de este paciente hasta saber que los registros son de la misma persona.',
  none: 'Aquí no hay ninguna organización configurada. Consulte a quien lo instaló.',
  fromEhr: 'Si se abre desde la historia clínica electrónica, el paciente viene dado y esta página se omite.',
  privacy: 'Los registros se guardan solo en la memoria de esta pestaña y desaparecen al cerrarla.',
};
