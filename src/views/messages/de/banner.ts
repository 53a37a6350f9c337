import type { Catalogue } from '../catalogue.ts';
import { count, some } from './numbers.ts';

export const banner: Catalogue['banner'] = {
  patient: 'Patient/in',
  nobody: 'Noch keine Person gewählt',
  born: (date, age) => (age === null ? date : `${date} (${age})`),
  birthUnknown: 'Geburtsdatum nicht angegeben',
  birthUnreadable: 'Geburtsdatum nicht lesbar',
  years: (n) => some(n, 'Jahr', 'Jahre'),
  months: (n) => some(n, 'Monat', 'Monate'),
  died: 'Verstorben',
  birthDiffers: (others) => `Geburtsdatum weicht ab: ${others}`,
  gender: {
    female: 'Weiblich',
    male: 'Männlich',
    other: 'Anderes Geschlecht',
    unknown: 'Geschlecht nicht angegeben',
  },
  identifiers: 'Kennungen nach Quelle',
  allergies: 'Allergien',
  disputed: 'Quellen widersprechen sich',
  more: (n) => `+${count(n)}`,
  perhapsMore: 'vielleicht weitere',
  noneKnownSays: 'Allergien: keine bekannt laut',
  conflicts: (n) => some(n, 'Widerspruch', 'Widersprüche'),
  allergiesUnknown: 'Allergien: noch nicht bekannt',
  allergiesNone: 'Allergien: keine eingetragen',
};
