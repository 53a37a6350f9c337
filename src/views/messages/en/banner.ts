import { count, some } from './numbers.ts';

export const banner = {
  patient: 'Patient',
  nobody: 'No patient yet',
  born: (date: string, age: string | null) => (age === null ? date : `${date} (${age})`),
  birthUnknown: 'birth date not stated',
  birthUnreadable: 'birth date cannot be read',
  years: (n: number) => some(n, 'year', 'years'),
  months: (n: number) => some(n, 'month', 'months'),
  died: 'Deceased',
  birthDiffers: (others: string) => `Birth date differs: ${others}`,
  gender: { female: 'Female', male: 'Male', other: 'Other sex', unknown: 'Sex not stated' } as Readonly<
    Record<string, string>
  >,
  identifiers: 'Identifiers by source',
  allergies: 'Allergies',
  disputed: 'sources disagree',
  more: (n: number) => `+${count(n)}`,
  perhapsMore: 'perhaps more',
  noneKnownSays: 'Allergies: none known, according to',
  conflicts: (n: number) => some(n, 'disagreement', 'disagreements'),
  allergiesUnknown: 'Allergies: not known yet',
  allergiesNone: 'Allergies: none recorded',
};
