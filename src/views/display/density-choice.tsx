import { chooseDensity, useDensity } from '../../ui/index.ts';
import { t } from '../messages/index.ts';
import css from './display.module.css';

export function DensityChoice() {
  const density = useDensity();
  return (
    <fieldset className={css.group}>
      <legend>{t.display.density}</legend>
      {(['comfortable', 'compact'] as const).map((each) => (
        <label key={each} className={css.radio}>
          <input
            type="radio"
            name="density"
            value={each}
            checked={density === each}
            onChange={() => chooseDensity(each)}
          />
          {t.display[each]}
        </label>
      ))}
    </fieldset>
  );
}
