import type { Catalogue } from '../catalogue.ts';
import { count, some } from './numbers.ts';

export const banner: Catalogue['banner'] = {
  patient: 'Paciente',
  nobody: 'Todavía sin paciente',
  born: (date, age) => (age === null ? date : `${date} (${age})`),
  birthUnknown: 'fecha de nacimiento no consta',
  birthUnreadable: 'fecha de nacimiento ilegible',
  years: (n) => some(n, 'año', 'años'),
  months: (n) => some(n, 'mes', 'meses'),
  died: 'Fallecimiento',
  birthDiffers: (others) => `La fecha de nacimiento difiere: ${others}`,
  gender: { female: 'Mujer', male: 'Hombre', other: 'Otro sexo', unknown: 'Sexo no consta' },
  identifiers: 'Identificadores por fuente',
  allergies: 'Alergias',
  disputed: 'las fuentes discrepan',
  more: (n) => `+${count(n)}`,
  perhapsMore: 'quizá más',
  noneKnownSays: 'Alergias: ninguna conocida, según',
  conflicts: (n) => some(n, 'discrepancia', 'discrepancias'),
  allergiesUnknown: 'Alergias: aún no se conocen',
  allergiesNone: 'Alergias: ninguna registrada',
};
