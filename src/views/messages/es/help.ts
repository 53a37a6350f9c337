import type { Catalogue } from '../catalogue.ts';

export const help: Catalogue['help'] = {
  title: 'Teclado',
  keys: [
    ['/', 'Buscar'],
    ['j  k', 'Dato siguiente y anterior'],
    ['Inicio  Fin', 'Primer y último dato'],
    ['←  →', 'En los carriles: marca anterior o siguiente'],
    ['↑  ↓', 'En los carriles: carril de arriba o de abajo'],
    ['Intro', 'Abrir la marca o verla más de cerca'],
    ['r', 'Marcar el dato abierto como revisado, o quitar la marca'],
    ['[  ]', 'Periodo anterior y posterior'],
    ['+  −', 'Ampliar y reducir'],
    ['0', 'Toda la vida'],
    ['1  2  3  4', 'Cronología, Resumen, Tendencias, Fuentes'],
    ['Esc', 'Cerrar el detalle o borrar la búsqueda'],
    ['Ctrl+P', 'Elegir qué imprimir'],
    ['?', 'Esta ayuda'],
  ],
};
