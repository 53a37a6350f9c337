import type { Catalogue } from '../catalogue.ts';
import { some } from './numbers.ts';

export const print: Catalogue['print'] = {
  title: 'Historia impresa',
  summary: 'Resumen: alergias, medicación, problemas, últimos resultados, lo previsto',
  timeline: 'Línea de tiempo',
  noTimeline: 'Ninguna',
  nothing: 'No se ha elegido nada.',
  summarySays: 'Contendrá el resumen, lo que significan las letras de las fuentes y qué se leyó de cada una.',
  says: 'Cada página nombra al paciente. Donde una fuente está incompleta o un dato está oculto, el papel lo dice.',
  preparing: 'Preparando las páginas…',
  printed: (time) => `Impreso ${time}`,
  printedBy: (time, who) => `Impreso ${time}, con la sesión de ${who}`,
  floor:
    'No todas las fuentes han respondido por completo: lo que no está en este papel puede existir. Véase la última sección.',
  masked: (n) => `${some(n, 'dato oculto no aparece', 'datos ocultos no aparecen')} en este papel.`,
  wholeLife: 'Toda la vida',
  filtered: 'solo lo buscado y filtrado',
  leftOut: (n) =>
    `no se ${n === 1 ? 'imprime' : 'imprimen'} ${some(n, 'dato más antiguo', 'datos más antiguos')}; elija un intervalo más corto`,
  kind: 'Tipo',
};
