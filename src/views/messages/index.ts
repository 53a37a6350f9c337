export { chooseLanguage, chosenLanguage, speak, speakFirst, t, useLanguage } from './language.ts';
export { readerLocale } from './locale.ts';
