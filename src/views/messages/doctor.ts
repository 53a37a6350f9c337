/** The words of the connection doctor: many, and only for whoever sets a connection up. Loaded with its page. */
import type { Language } from '../../base/index.ts';
import type { doctor } from './en/doctor.ts';

export type DoctorCatalogue = typeof doctor;

const LOAD: Readonly<Record<Language, () => Promise<DoctorCatalogue>>> = {
  en: async () => (await import('./en/doctor.ts')).doctor,
  es: async () => (await import('./es/doctor.ts')).doctor,
  de: async () => (await import('./de/doctor.ts')).doctor,
};

const loaded = new Map<Language, Promise<DoctorCatalogue>>();

/** One promise for each language, as a component that waits for it needs it. */
export function doctorWords(language: Language): Promise<DoctorCatalogue> {
  const words = loaded.get(language) ?? LOAD[language]();
  loaded.set(language, words);
  return words;
}
