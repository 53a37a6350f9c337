import type { Catalogue } from '../catalogue.ts';
import { some } from './numbers.ts';

export const copies: Catalogue['copies'] = {
  print: 'Imprimir',
  exportTitle: 'Exportar a un archivo',
  scope: 'Cuánto',
  shown: 'Lo que muestra ahora la línea de tiempo: su intervalo, búsqueda y filtros',
  all: 'Todo lo que se ha leído',
  format: 'En qué formato',
  bundle: 'Bundle FHIR: los registros de las propias fuentes, con su procedencia y por qué algunos son uno',
  csv: 'Tabla (CSV): una fila por dato',
  mark: 'Empezar con una marca de orden de bytes, para hojas de cálculo que la necesitan para leer los acentos',
  contains: 'Contendrá',
  facts: (n) => some(n, 'dato', 'datos'),
  records: (name, n) => `${name} ${some(n, 'registro', 'registros')}`,
  masked: (n) => `Se ${n === 1 ? 'omite' : 'omiten'} ${some(n, 'dato oculto', 'datos ocultos')}.`,
  retracted: (n) =>
    `Se ${n === 1 ? 'omite' : 'omiten'} ${some(n, 'dato introducido por error', 'datos introducidos por error')}.`,
  floor: 'No todas las fuentes han respondido por completo: la copia no está completa, y así lo dice.',
  noticed: (n) => `${some(n, 'dato lleva', 'datos llevan')} un aviso:`,
  recorded: 'Queda constancia de que se hizo esta copia.',
  bundleSays:
    'La primera entrada dice qué se leyó de cada fuente y qué falta. Los adjuntos que las fuentes guardan aparte no están incluidos.',
  csvSays: 'El texto que una hoja de cálculo podría tomar por una fórmula lleva delante un apóstrofo.',
  save: 'Guardar el archivo',
  making: 'Haciendo la copia…',
  made: (size) => `Guardado: ${size}. Ya está fuera de la protección de esta aplicación.`,
  lost: (n) =>
    `${some(n, 'registro ya no se conserva y no está incluido', 'registros ya no se conservan y no están incluidos')}.`,
  failed: 'No se pudo hacer la copia.',
};
