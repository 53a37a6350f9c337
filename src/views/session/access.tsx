import type { SignInSummary } from '../../session/index.ts';
import { t } from '../messages/index.ts';
import css from './session.module.css';

/** What a source lets this app see, what it was asked for, and what the launch said. */
export function Access({ signIn }: { readonly signIn: SignInSummary }) {
  const { asked, granted, withheld, narrowed, user, context } = signIn;
  const words = t.session;
  const rows: readonly (readonly [string, string | null])[] = [
    [words.asked, asked],
    [words.granted, granted === '' ? words.nothing : granted],
    [words.user, user],
    [words.visit, context.encounter === null ? null : `Encounter/${context.encounter}`],
    [words.about, aboutOf(context.fhirContext)],
    [words.intent, context.intent],
    [words.tenant, context.tenant],
  ];
  return (
    <>
      {withheld.length > 0 && <p className={css.missing}>{words.withheld(withheld)}</p>}
      {narrowed.length > 0 && <p className={css.missing}>{words.narrowed(narrowed.map(partsOf))}</p>}
      <details className={css.access}>
        <summary>{words.access}</summary>
        <dl className={css.terms}>
          {rows.map(([name, value]) =>
            value === null || value === '' ? null : (
              <div key={name} className={css.row}>
                <dt>{name}</dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ),
          )}
        </dl>
      </details>
    </>
  );
}

/** `Observation (laboratory)`: the code is what says something, not the system before it. */
function partsOf({ type, parts }: SignInSummary['narrowed'][number]): string {
  const values = parts.map((part) => part.split(/[|=]/).at(-1) ?? part);
  return `${type} (${values.join(', ')})`;
}

function aboutOf(items: SignInSummary['context']['fhirContext']): string | null {
  const texts = items.map(({ reference, canonical, identifier, type, role }) => {
    const what = reference ?? canonical ?? identifier ?? type ?? '?';
    return role === 'launch' ? what : `${what} (${role})`;
  });
  return texts.length === 0 ? null : texts.join(', ');
}
