import { t } from '../messages/index.ts';
import css from './start.module.css';

/** Several records, one line through them. */
export function Brand() {
  return (
    <p className={css.brand}>
      <svg
        className={css.line}
        viewBox="0 0 32 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        aria-hidden="true"
      >
        <path d="M1 8h30" stroke="var(--accent)" strokeLinecap="round" />
        <circle cx="8" cy="8" r="3" fill="var(--ground)" stroke="var(--source-0)" />
        <rect x="14" y="5" width="6" height="6" fill="var(--ground)" stroke="var(--source-1)" />
        <path d="M25.5 4.5L29 8l-3.5 3.5L22 8z" fill="var(--ground)" stroke="var(--source-3)" />
      </svg>
      {t.appName}
    </p>
  );
}
