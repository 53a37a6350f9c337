import { LANGUAGES, type Language } from '../../base/index.ts';
import { chooseLanguage, t, useLanguage } from '../messages/index.ts';
import css from './display.module.css';

/** Each in its own words, so that whoever cannot read the screen finds the way out. */
const NAMES: Readonly<Record<Language, string>> = { en: 'English', es: 'Español', de: 'Deutsch' };

export function LanguageChoice() {
  const language = useLanguage();
  return (
    <label className={css.choice}>
      {t.language}
      <select
        className={css.select}
        value={language}
        onChange={(event) => {
          const chosen = LANGUAGES.find((each) => each === event.target.value);
          if (chosen !== undefined) void chooseLanguage(chosen);
        }}
      >
        {LANGUAGES.map((each) => (
          <option key={each} value={each} lang={each}>
            {NAMES[each]}
          </option>
        ))}
      </select>
    </label>
  );
}
