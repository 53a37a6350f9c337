import type { Catalogue } from '../catalogue.ts';
import { count, some } from './numbers.ts';

export const quality: Catalogue['quality'] = {
  title: 'Calidad de los datos por fuente',
  intro:
    'Lo que conviene saber de los registros antes de fiarse de ellos. Un número abre lo que cuenta; mientras una fuente está incompleta es un mínimo. Lo oculto no se cuenta.',
  source: 'Fuente',
  complete: 'Completo',
  facts: 'Datos',
  undated: 'Sin fecha',
  uncoded: 'Sin código',
  unmapped: 'Códigos no entendidos',
  conflict: 'En discrepancia',
  held: 'Retenidos',
  newest: 'Registro más reciente',
  delay: 'Anotado',
  parts: (n, of) => `${count(n)} de ${some(of, 'parte', 'partes')}`,
  open: (text, label, name) => `${label}, ${name}: ${text}. Mostrar`,
  ago: (days) => (days === 0 ? 'hoy' : `hace ${some(days, 'día', 'días')}`),
  after: (days, n) =>
    `${days === 0 ? 'el mismo día' : `${some(days, 'día', 'días')} después`} (mediana de ${count(n)})`,
};
