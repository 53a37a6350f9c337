import css from './sealed.module.css';

interface ReasonProps {
  readonly label: string;
  /** The id of what says what will happen. */
  readonly hint: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** In the clinician's own words; it goes to the audit record. */
export const ReasonField = ({ label, hint, value, onChange }: ReasonProps) => (
  <label className={css.field}>
    <span>{label}</span>
    <textarea
      rows={2}
      required
      minLength={3}
      maxLength={500}
      value={value}
      aria-describedby={hint}
      onChange={(event) => onChange(event.target.value)}
    />
  </label>
);
