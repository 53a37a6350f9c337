import type { Catalogue } from '../catalogue.ts';
import { some } from './numbers.ts';

export const attachment: Catalogue['attachment'] = {
  open: 'Abrir',
  openNamed: (name) => `Abrir ${name}`,
  unnamed: 'Adjunto sin título',
  noSize: 'tamaño no indicado',
  noType: 'tipo no indicado',
  elsewhere: (host) => `Se guarda en ${host}, que no es el servidor de esta fuente: no se lee desde aquí.`,
  openElsewhere: (host) => `Abrir en ${host}`,
  reading: 'Leyendo…',
  progress: (received, about) => (about === null ? `${received} leídos` : `${received} de ${about}`),
  stop: 'Detener',
  again: 'Intentar de nuevo',
  failed: (why) => `No se pudo leer: ${why}.`,
  gone: 'Este adjunto ya no está aquí.',
  save: (size) => `Guardar el archivo (${size})`,
  saves: 'Lo que se guarda queda en este ordenador, fuera de esta aplicación.',
  lies: (stated) =>
    `Su contenido no es lo que la fuente dice (${stated}). No se abre aquí, y conviene guardarlo solo si le merece confianza.`,
  mayRun: 'Un dibujo de este tipo puede contener programas. No se abre aquí.',
  notShown: (stated) => `Este tipo de archivo (${stated}) no se puede mostrar aquí.`,
  differs:
    'El contenido no corresponde a la suma de comprobación de la fuente: el archivo puede estar dañado o ser otro.',
  matches: 'La suma de comprobación de la fuente coincide.',
  shortened: 'Es demasiado largo para mostrarlo entero aquí. El archivo guardado lo contiene todo.',
  leftOut: (n) =>
    `No se ${n === 1 ? 'muestra' : 'muestran'} ${some(n, 'imagen o parte activa', 'imágenes o partes activas')}.`,
  leftOutPart: 'imagen:',
  holds: 'El documento contiene otro archivo:',
  picture: (name) => `Imagen: ${name}`,
  emptySection: 'Esta sección no contiene nada escrito.',
  head: {
    title: 'Documento',
    patient: 'Paciente',
    'birth-date': 'Fecha de nacimiento',
    sex: 'Sexo',
    identifiers: 'Números',
    written: 'Escrito',
    author: 'Autor',
    custodian: 'Custodiado por',
  },
};

export const narrative: Catalogue['narrative'] = {
  label: 'En palabras de la fuente',
  show: 'Mostrar las palabras de la fuente',
  hide: 'Ocultar las palabras de la fuente',
  none: 'La fuente no escribió palabras que se puedan mostrar.',
};
