import type { Catalogue } from '../catalogue.ts';
import { count, some } from './numbers.ts';

export const audit: Catalogue['audit'] = {
  title: 'Lo que se registró en esta sesión',
  intro: 'Cada línea lleva el resumen criptográfico de la anterior: si una se cambia o falta, se nota.',
  hold: 'La cadena está íntegra.',
  save: 'Guardar como archivo',
  number: 'N.º',
  when: 'Cuándo',
  what: 'Qué',
  why: 'Por qué',
  hash: 'Resumen',
  broken: (line) => `La cadena se rompe en la línea ${line}.`,
  delivered: (n) =>
    some(
      n,
      'registro de lo que se abrió aquí se ha entregado.',
      'registros de lo que se abrió aquí se han entregado.',
    ),
  waiting: (n) =>
    `${some(n, 'registro de lo que se abrió aquí aún sin entregar', 'registros de lo que se abrió aquí aún sin entregar')}; se volverá a intentar.`,
  missing: (n) => some(n, 'registro no se pudo entregar.', 'registros no se pudieron entregar.'),
};

export const sourcesView: Catalogue['sourcesView'] = {
  title: 'Fuentes y compleción',
  intro:
    'Lo que se ha leído de cada fuente y lo que falta. Solo de una parte completa se puede decir que no hay nada.',
  type: 'Tipo',
  state: 'Estado',
  received: 'Leídos',
  readNow: 'Leer ahora',
  readNowOf: (type, source) => `Leer ahora: ${type}, ${source}`,
  readAgain: 'Leer de nuevo',
  readAgainOf: (type, source) => `Leer de nuevo: ${type}, ${source}`,
  remarks: 'Observaciones',
  problems: 'Problemas de los datos',
  matches: '¿Es la misma persona?',
  anchor: 'El registro con el que se comparan todas las demás fuentes.',
  linkedBy: {
    rule: (time) => `Vinculado por regla, ${time}`,
    clinician: (who, time) => `Confirmado por ${who}, ${time}`,
  },
  you: 'usted',
  score: (score) => `puntuación ${score}`,
  because: (reason) => `Motivo: ${reason}`,
  link: 'Vincular: es la misma persona',
  force: 'Vincular de todos modos: sé que es la misma persona',
  forceOpens: 'Vincular en contra de las reglas…',
  keep: 'Mantener el vínculo: es la misma persona',
  evidenceFor: (name) => `Indicios, campo por campo: ${name}`,
  doubtful:
    'Lo que consta aquí de esta persona ha cambiado desde que se vinculó y ya no parece la misma persona de antes. Sus datos siguen a la vista. Decida, por favor.',
  changed: 'Lo que consta aquí de esta persona ha cambiado desde que se vinculó.',
  replacedBy: (ref) => `Esta inscripción fue sustituida por ${ref}.`,
  useThatOne: 'Usar esa',
  replacedMissing: (ref) =>
    `Esta inscripción fue sustituida por ${ref}, que esta fuente no entrega. Lo que consta allí no se muestra.`,
  replacedLoop: (ref) =>
    `Esta inscripción fue sustituida por ${ref}, que lleva de vuelta aquí. No se ha seguido más.`,
  replacedUnclear: (refs) => `Esta inscripción fue sustituida, y no está claro cuál ocupó su lugar: ${refs}.`,
  unlink: 'Desvincular',
  unlinkSays: 'Quita de inmediato todos los datos de esta fuente de la cronología.',
  reason: 'Motivo de la vinculación',
  reasonNeeded: 'Las reglas por sí solas no vinculan estos registros: diga por qué lo hace usted.',
  evidence: 'Indicios',
  here: 'Este paciente',
  there: 'En la fuente',
  agreement: { agrees: 'coincide', similar: 'parecido', differs: 'difiere', missing: 'falta' },
  outcome: {
    certain: 'Con certeza la misma persona',
    likely: 'Probablemente la misma persona',
    unlikely: 'Probablemente otra persona',
  },
  vetoes: 'Tiene que decidir una persona',
  noCandidates: 'Esta fuente no encontró a nadie que pueda ser este paciente.',
  looking: 'Buscando allí a este paciente…',
  completeness: {
    'not-asked': 'No solicitado',
    'not-granted': 'No permitido',
    loading: 'Cargando',
    partial: 'Parcial',
    complete: 'Completo',
    failed: 'Fallido',
  },
  notAsked: {
    'not-linked': 'sin vincular a este paciente',
    'not-configured': 'no forma parte de esta instalación',
    'on-demand': 'a petición',
    'unsupported-by-server': 'el servidor no tiene ese tipo',
    waiting: 'en espera de turno',
  },
  missingBefore: (date) => `falta lo anterior a ${date}`,
  at: (time) => `a las ${time}`,
  of: (received, about) => `${received} de unos ${about}`,
  problem: {
    'bad-element': 'Elemento ilegible',
    unreadable: 'Registro ilegible',
    'unknown-modifier': 'Modificador desconocido',
    quarantined: 'Registro de otra persona, retenido',
    gone: 'Ya no está en la fuente',
    'older-version': 'Versión anterior',
    'evidence-changed': 'Una decisión cuyos indicios han cambiado',
    'server-said': 'Mensaje del servidor',
  },
};

export const unmapped: Catalogue['unmapped'] = {
  title: 'Códigos que no se entienden',
  intro:
    'Nada aquí dice qué otros códigos significan lo mismo que estos. Sus registros se muestran tal como llegaron; al lado puede estar la palabra de otra fuente para lo mismo.',
  asked: (asked, answered, failed) =>
    `Se preguntó al servidor de terminología por ${some(asked, 'código', 'códigos')} y conocía ${count(answered)}${failed > 0 ? `; ${some(failed, 'pregunta quedó', 'preguntas quedaron')} sin respuesta` : ''}.`,
  resting: 'No respondió, y no se le pregunta más hasta la próxima sesión.',
  source: 'Fuente',
  code: 'Código',
  about: 'Dice',
  records: 'Registros',
  noSystem: 'sin sistema de códigos',
  more: (n) => `${some(n, 'código más', 'códigos más')}.`,
  domain: {
    condition: 'un problema',
    observation: 'un resultado',
    procedure: 'un procedimiento',
    vaccine: 'una vacuna',
    allergy: 'una alergia',
    document: 'un documento',
    encounter: 'una visita',
    medication: 'un medicamento',
  },
};
