import type { Catalogue } from '../catalogue.ts';
import { count, some } from './numbers.ts';

export const decide: Catalogue['decide'] = {
  title: 'Decisiones sobre registros',
  intro:
    'Lo que una persona ha unido o separado aquí. Una decisión cuyos registros han cambiado nunca se aplica en silencio: pide confirmación.',
  here: 'Decidido por una persona',
  join: 'Unir…',
  joinTitle: (title) => `Unir con ${title}`,
  joinGo: 'Unir: son uno',
  another: 'Unir con otro dato…',
  search: '¿Qué dato es el mismo?',
  found: (n, more) =>
    n === 0
      ? 'No se encuentra nada de este tipo.'
      : `${more ? 'Los primeros ' : ''}${some(n, 'dato', 'datos')} de este tipo`,
  split: 'Separar…',
  splitTitle: 'Separar lo unido',
  splitGo: 'Separar: no son uno',
  which: '¿Qué registros son otra cosa?',
  all: (n) => `Separar los ${count(n)}`,
  mark: 'Marque los registros que son otra cosa; al menos uno debe quedar.',
  willPartAll: (n) => `Cada uno de los ${count(n)} registros pasa a ser un dato propio.`,
  willTakeOff: (names, off, stay) =>
    `${names} ${off === 1 ? 'pasa a ser un dato propio' : 'pasan a ser juntos un dato propio'}; ${stay === 1 ? 'el otro registro queda como está' : `los otros ${count(stay)} registros quedan juntos`}.`,
  willJoin: (n, sources) =>
    `Sus ${count(n)} registros (${sources}) se muestran como un solo dato. Donde discrepan, se muestra la discrepancia.`,
  recorded:
    'En las fuentes no cambia nada. Queda registrado que usted lo decidió y por qué. Se puede deshacer aquí y en Fuentes.',
  reason: '¿Por qué?',
  cancel: 'Dejar como está',
  pair: (a, b) => `${a} y ${b}:`,
  pairsLeftOut: (n) => `${some(n, 'par más', 'pares más')} sin mostrar`,
  refused: {
    reason: 'Indique por qué, en pocas palabras.',
    gone: 'Estos registros ya no están todos aquí, o no pueden verse. No se ha cambiado nada.',
    kinds: 'Registros de distinto tipo no pueden ser un solo dato. No se ha cambiado nada.',
    nothing: 'En esta selección no hay nada que decidir. No se ha cambiado nada.',
  },
  joined: 'Unidos: son uno',
  splitApart: 'Separados: no son uno',
  ownRecords: (n) => `${some(n, 'registro', 'registros')} de este dato`,
  takenOff: 'apartado de los demás',
  because: (reason) => `Motivo: ${reason}`,
  by: (who, time) => `Decidido por ${who}, ${time}.`,
  me: 'usted',
  someone: 'un profesional',
  keep: {
    title: (name) => `Guardado en ${name}`,
    kept: 'Se guardan durante esta sesión, salvo que las guarde en una fuente o las escriba en un archivo.',
    asking: 'Preguntando qué hay guardado allí…',
    none: 'Allí no hay nada guardado.',
    some: (n) => `${some(n, 'decisión está guardada', 'decisiones están guardadas')} allí.`,
    unkept: (n) => `${some(n, 'decisión', 'decisiones')} de esta sesión no lo ${n === 1 ? 'está' : 'están'}.`,
    says: 'Qué registros, qué se decidió, quién y cuándo: sin motivos ni contenido clínico, y los registros de otras organizaciones solo como marcas que allí no pueden leerse. A quien abra a este paciente desde allí con Throughline se le ofrecen; nada se aplica hasta que se confirma.',
    keep: (n, name) => `Guardar ${some(n, 'decisión', 'decisiones')} en ${name}`,
    confirmAll: (n) => `Confirmar las ${count(n)} cuyos registros no han cambiado`,
    confirmed: (n) => `${some(n, 'decisión confirmada', 'decisiones confirmadas')}.`,
    drop: (name) => `Dejar de guardarla en ${name}`,
    dropAll: (name) => `Quitar todo lo guardado en ${name}`,
    again: 'Reintentar',
    done: (n, others) =>
      [
        `${some(n, 'decisión de esta sesión está guardada', 'decisiones de esta sesión están guardadas')} allí.`,
        others > 0
          ? `Mientras tanto otra persona guardó ${some(others, 'decisión', 'decisiones')}: no se ha perdido nada, y se ofrece abajo.`
          : '',
      ]
        .filter((part) => part !== '')
        .join(' '),
    dropped: 'Ya no está guardado allí.',
    problem: {
      unreadable: 'Lo guardado allí no se entiende. Se deja como está y no se guarda nada a su lado.',
      'too-large': 'No hay sitio para tantas. Allí no se ha cambiado nada.',
      busy: 'Otros lo cambiaban en el mismo momento, una y otra vez. No se ha cambiado nada; inténtelo de nuevo.',
      refused: 'El servidor lo rechazó. Allí no se ha cambiado nada.',
      unanswered: 'El servidor no respondió. No es seguro qué hay guardado allí.',
    },
    reason: (names) => `Guardada en ${names} y confirmada aquí`,
    keptAt: (name) => `Guardada en ${name}.`,
    offer:
      'Se ofrece porque estaba guardada. No se aplica hasta que usted la confirme; el motivo no se guarda.',
    elsewhere: (n) =>
      `${some(n, 'registro', 'registros')} de otra organización, que no está conectada o ya no ${n === 1 ? 'lo' : 'los'} tiene`,
  },
  fromFile: 'Traída de un archivo.',
  standing: {
    'in-force': 'Vigente',
    offered: 'Ofrecida, no aplicada',
    'to-confirm': 'Por confirmar de nuevo',
    waiting: 'A la espera de sus registros',
  },
  change: {
    'not-here': 'Un registro que nombra no está aquí.',
    kinds: 'Sus registros son ahora de distinto tipo.',
    another: 'Otro registro se ha unido a los que nombra.',
    updated: 'Un registro que nombra dice otra cosa que cuando se decidió.',
  },
  stillHolds: 'Siguen separados hasta que usted decida.',
  notApplied: 'No se aplica hasta que usted decida.',
  confirmJoin: 'Confirmar: son uno',
  confirmSplit: 'Confirmar: no son uno',
  undo: 'Deshacer',
  undone: 'Deshecho. Los registros quedan como dicen las reglas.',
  notHere: 'Registro no disponible aquí',
  kept: 'Se guardan solo durante esta sesión. Escríbalas en un archivo para llevárselas.',
  files: {
    write: 'Escribir en un archivo',
    read: 'Traer de un archivo…',
    says: 'Un Bundle FHIR: qué registros, y quién decidió qué, cuándo y por qué. Nombra registros del paciente y contiene sus motivos: guárdelo como se guarda una historia clínica.',
    refused: (why) => `No se tomó nada de este archivo: ${why}.`,
    taken: (n, known) =>
      [
        `${some(n, 'decisión tomada', 'decisiones tomadas')}.`,
        known > 0 ? `${count(known)} ya se ${known === 1 ? 'conocía' : 'conocían'}.` : '',
      ]
        .filter((part) => part !== '')
        .join(' '),
  },
};
