/** Maria as the hospital's registration desk has her; the others differ a little. */
import type { Demographics } from '../../build/patient.ts';

export const MARIA: Demographics = {
  given: ['Maria', 'Isabel'],
  family: 'Santos',
  birthDate: '1958-07-22',
  gender: 'female',
  phone: '(555) 013-4471',
  email: 'maria.santos@mail.example',
  street: '214 Orchard Street',
  race: ['2028-9', 'Asian'],
  hispanic: false,
  language: ['en', 'English'],
  communityId: 'C-7714093',
};
