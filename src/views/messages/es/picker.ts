import type { Catalogue } from '../catalogue.ts';
import { some } from './numbers.ts';

export const picker: Catalogue['picker'] = {
  title: '¿De quién es el registro?',
  says: 'Ha iniciado sesión sin paciente. Compare nombre, fecha de nacimiento y número antes de elegir.',
  fields: { name: 'Nombre', birthDate: 'Fecha de nacimiento', identifier: 'Número' },
  search: 'Buscar',
  looking: 'Buscando…',
  none: 'No se encontró a nadie. Busque con menos datos o revise la ortografía.',
  found: (n, more) => `${some(n, 'persona encontrada', 'personas encontradas')}${more ? ', y hay más' : ''}`,
  failed: (why) => `La búsqueda no funcionó: ${why}.`,
  more: 'Mostrar más',
  choose: 'Elegir',
  inactive: 'Este registro está marcado como fuera de uso.',
};
