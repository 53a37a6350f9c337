import { t } from '../messages/index.ts';
import css from './export.module.css';

export type Scope = 'shown' | 'all';

interface ChoiceProps<T extends string> {
  readonly legend: string;
  readonly options: readonly (readonly [value: T, label: string])[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** One of a few, all of them in view. */
export const Choice = <T extends string>({ legend, options, value, onChange }: ChoiceProps<T>) => (
  <fieldset className={css.choice}>
    <legend>{legend}</legend>
    {options.map(([each, label]) => (
      <label key={each}>
        <input type="radio" name={legend} checked={each === value} onChange={() => onChange(each)} />
        <span>{label}</span>
      </label>
    ))}
  </fieldset>
);

interface ScopeChoiceProps {
  readonly scope: Scope;
  readonly onScope: (scope: Scope) => void;
}

export const ScopeChoice = ({ scope, onScope }: ScopeChoiceProps) => (
  <Choice
    legend={t.copies.scope}
    options={[
      ['shown', t.copies.shown],
      ['all', t.copies.all],
    ]}
    value={scope}
    onChange={onScope}
  />
);
