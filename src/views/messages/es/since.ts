import type { Catalogue } from '../catalogue.ts';
import { count, some } from './numbers.ts';

export const since: Catalogue['since'] = {
  title: 'Nuevo desde',
  newSince: {
    looked: (time) => `Nuevo desde la última consulta de este paciente, ${time}`,
    visit: (time) => `Nuevo desde la última visita aquí, ${time}`,
  },
  looked: 'Última consulta de este paciente',
  visit: 'Última visita aquí',
  date: 'Desde un día',
  none: 'Nada se ha añadido ni cambiado en ninguna fuente.',
  noneFloor:
    'Nada añadido ni cambiado entre lo que se ha leído. No todas las fuentes han respondido por completo.',
  others: (n) => some(n, 'otro', 'otros'),
  from: (n, name) => `${count(n)} de ${name}`,
};
