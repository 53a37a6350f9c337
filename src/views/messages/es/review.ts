import { count } from './numbers.ts';

export const review = {
  reviewed: 'Revisado',
  isReviewed: 'Marcado como revisado',
  all: (n: number) => (n === 1 ? 'Marcar este como revisado' : `Marcar estos ${count(n)} como revisados`),
  marked: (n: number) => (n === 1 ? '1 marcado como revisado.' : `${count(n)} marcados como revisados.`),
  kept: 'Se conserva para usted en este navegador, sin nada del registro; lo que cambia en una fuente vuelve a estar sin revisar.',
  untilClosed:
    'Se conserva hasta que se cierre esta pestaña, pues ningún servidor dijo quién es usted; lo que cambia en una fuente vuelve a estar sin revisar.',
  undo: 'Deshacer',
};
