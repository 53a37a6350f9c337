import type { FactId } from '../../record/index.ts';
import type { Detail } from '../../session/index.ts';
import { SourceMarks } from '../format/index.ts';
import { t } from '../messages/index.ts';
import css from './detail.module.css';

interface LinkedFactsProps {
  readonly linked: Detail['linked'];
  readonly onOpen: (id: FactId) => void;
}

/** What the sources' records name, each to be opened: the visit, the order, the reason. */
export function LinkedFacts({ linked, onOpen }: LinkedFactsProps) {
  if (linked.length === 0) return null;
  return (
    <section className={css.section} aria-label={t.detail.linked}>
      <h3>{t.detail.linked}</h3>
      <ul className={css.related}>
        {linked.map(({ id, role, title, sources }) => (
          <li key={id}>
            <button type="button" className={css.link} onClick={() => onOpen(id)}>
              <strong>{t.detail.link[role]}:</strong> <bdi>{title}</bdi> <SourceMarks sources={sources} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
