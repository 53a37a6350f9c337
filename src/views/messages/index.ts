export { chooseLanguage, chosenLanguage, speak, speakFirst, t, useLanguage, withWords } from './language.ts';
export { configWords } from './config.ts';
export { doctorWords, type DoctorCatalogue } from './doctor.ts';
export { readerLocale } from './locale.ts';
