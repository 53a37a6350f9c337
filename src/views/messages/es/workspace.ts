import type { Catalogue } from '../catalogue.ts';

export const nav: Catalogue['nav'] = {
  label: 'Vistas',
  timeline: 'Cronología',
  summary: 'Resumen',
  trends: 'Tendencias',
  sources: 'Fuentes',
  help: 'Ayuda del teclado',
  print: 'Imprimir',
  export: 'Exportar',
};

export const closePatient: Catalogue['closePatient'] = {
  button: 'Cerrar paciente',
  says: 'Se cierra la sesión en todas las fuentes y se borran todos los datos de esta pestaña. En las fuentes no cambia nada.',
  go: 'Cerrar y salir',
  stay: 'Quedarse',
};

export const display: Catalogue['display'] = {
  title: 'Presentación e idioma',
  density: 'Densidad',
  comfortable: 'Holgada',
  compact: 'Compacta',
  says: 'Se recuerda en este navegador. Nada de la historia clínica se guarda con ello.',
};
