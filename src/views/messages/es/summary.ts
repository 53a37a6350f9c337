import type { Catalogue } from '../catalogue.ts';
import { some } from './numbers.ts';

export const summary: Catalogue['summary'] = {
  title: 'Resumen',
  problems: 'Problemas actuales',
  medications: 'Medicación actual',
  allergies: 'Alergias y contradicciones',
  immunizations: 'Vacunaciones',
  vitals: 'Últimas constantes vitales',
  labs: 'Últimos resultados de laboratorio',
  upcoming: 'Próximo: citas y derivaciones abiertas',
  careTeam: 'Equipo asistencial',
  noneBefore: 'ninguno anterior',
  before: (amount, day) => `antes: ${amount} el ${day}`,
  changed: (by, day) => `${by} desde el ${day}`,
  moreTrends: (n) => `${some(n, 'más', 'más')} en Tendencias`,
  statusUnknown: 'Estado no consta',
  noneComplete: 'Ninguno registrado; todas las fuentes han respondido por completo.',
  noneFloor: 'Hasta ahora no se ha leído ninguno. No todas las fuentes han respondido por completo.',
  more: (n) => `${some(n, 'más', 'más')} en la cronología`,
  ended: (n) => some(n, 'finalizado o no vigente', 'finalizados o no vigentes'),
  diagnoses: (n) =>
    `${some(n, 'diagnóstico hecho en una visita', 'diagnósticos hechos en visitas')}, en la cronología`,
};
