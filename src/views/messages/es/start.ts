import type { Catalogue } from '../catalogue.ts';
import { count, some } from './numbers.ts';

export const start: Catalogue['start'] = {
  title: 'Una sola cronología de todos los registros',
  intro:
    'Elija dónde iniciar sesión primero. Después puede añadir otras fuentes; nada se muestra como de este paciente hasta saber que los registros son de la misma persona.',
  none: 'Aquí no hay ninguna organización configurada. Consulte a quien lo instaló.',
  fromEhr: 'Si se abre desde la historia clínica electrónica, el paciente viene dado y esta página se omite.',
  privacy: 'Los registros se guardan solo en la memoria de esta pestaña y desaparecen al cerrarla.',
  search: 'Buscar una organización o un centro',
  places: (n) =>
    n === 0 ? '' : `${some(n, 'centro más', 'centros más')}: se encuentran por nombre o localidad.`,
  found: (n, shown) =>
    n === 0
      ? 'Nada se llama así aquí.'
      : `${some(n, 'resultado', 'resultados')}${n > shown ? `; se muestran los primeros ${count(shown)}: escriba más del nombre` : ''}`,
  at: (organisation, town) => (town === null ? `en ${organisation}` : `en ${organisation} · ${town}`),
  doctor: '¿Una conexión no funciona? Revísela paso a paso.',
};
