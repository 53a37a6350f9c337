import type { Fact, SourceId } from '../../record/index.ts';
import { classNames } from '../../ui/index.ts';
import { SourceMarks } from '../format/index.ts';
import { t } from '../messages/index.ts';
import css from './detail.module.css';
import { fieldsOf, type Names } from './fields.ts';

interface Said {
  readonly text: string | null;
  readonly sources: SourceId[];
}

interface CompareProps {
  readonly members: readonly Fact[];
  readonly names: Names;
}

/** One row a field: each different value once, with whoever says it. A row in which they differ is told apart. */
export function Compare({ members, names }: CompareProps) {
  return (
    <section className={css.section} aria-label={t.detail.compare}>
      <h3>{t.detail.compare}</h3>
      <table className={css.table}>
        <tbody>
          {compared(members, names).map(({ label, said }) => (
            <tr
              key={label}
              className={classNames(said.filter(({ text }) => text !== null).length > 1 && css.differs)}
            >
              <th scope="row">{label}</th>
              <td>
                {said.map(({ text, sources }) => (
                  <div key={text ?? ''} className={css.valueLine}>
                    {text === null ? <span className={css.missing}>{t.notStated}</span> : <span>{text}</span>}
                    {members.length > 1 && <SourceMarks sources={sources} />}
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function compared(
  members: readonly Fact[],
  names: Names,
): readonly { readonly label: string; readonly said: readonly Said[] }[] {
  const columns = members.map((fact) => ({ source: fact.source, fields: fieldsOf(fact, names) }));
  const labels = [...new Set(columns.flatMap(({ fields }) => fields.map((field) => field.label)))];
  return labels.map((label) => {
    const said: Said[] = [];
    for (const { source, fields } of columns) {
      const own = fields.filter((field) => field.label === label).map((field) => field.text);
      const text = own.length === 0 ? null : own.join('; ');
      const same = said.find((each) => each.text === text);
      if (same === undefined) said.push({ text, sources: [source] });
      else if (!same.sources.includes(source)) same.sources.push(source);
    }
    return { label, said };
  });
}
