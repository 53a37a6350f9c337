import type { KeyboardEvent, ReactNode } from 'react';
import { useActions, type SourceView } from '../../session/index.ts';
import { Button } from '../../ui/index.ts';
import { signInProblemText, SourceMark } from '../format/index.ts';
import { t } from '../messages/index.ts';
import css from './start.module.css';

/** What can be chosen: an organisation, or a place of one. */
export interface Choice {
  readonly view: SourceView;
  readonly name: string;
  /** Where its records are; null for the organisation itself. */
  readonly place: { readonly town: string | null } | null;
}

interface ListProps {
  readonly choices: readonly Choice[];
  readonly id?: string;
  readonly logo?: (view: SourceView) => ReactNode;
}

/** Those that were signed in to in this tab come first: a reload is one click away from where it was. */
export function OrganisationList({ choices, id, logo = LogoOfSite }: ListProps) {
  const before = choices.filter(({ view, place }) => place === null && view.connection.kind === 'signed-out');
  return (
    <ul id={id} className={css.list} aria-label={t.states.startPage}>
      {[...before, ...choices.filter((each) => !before.includes(each))].map((choice, i) => (
        // Two places of one organisation may have one name.
        <Item key={`${choice.view.organisation.id} ${choice.name} ${i}`} choice={choice} logo={logo} />
      ))}
    </ul>
  );
}

const LogoOfSite = ({ organisation }: SourceView) =>
  organisation.logo ? <img className={css.logo} src={organisation.logo} alt="" /> : null;

function Item({
  choice: { view, name, place },
  logo,
}: { readonly choice: Choice } & Required<Pick<ListProps, 'logo'>>) {
  const { signIn } = useActions();
  const { id, kind, name: organisation } = view.organisation;
  const { connection } = view;
  const busy = connection.kind === 'signing-in';
  const failed = connection.kind === 'failed' && place === null ? connection.problem : null;
  const text = failed ? t.sources.again : t.sources.connect;
  return (
    <li className={css.item}>
      <SourceMark source={id} said={false} size={28} />
      <span className={css.words}>
        <span className={css.name}>{name}</span>
        <span className={css.kind}>
          {place === null ? t.sources.kind[kind] : t.start.at(organisation, place.town)}
        </span>
        {connection.kind === 'signed-out' && <span className={css.kind}>{t.session.remembered}</span>}
        {failed && (
          <span className={css.bad} role="alert">
            {t.sources.failed}: {signInProblemText(failed, organisation)}
          </span>
        )}
      </span>
      {place === null && logo(view)}
      <Button
        look={failed ? 'plain' : 'primary'}
        disabled={busy}
        onClick={() => signIn(id)}
        onKeyDown={(event) => walk(event, event.currentTarget.closest('ul'))}
        aria-label={`${text}: ${name}`}
      >
        {busy ? t.sources.signingIn : text}
      </Button>
    </li>
  );
}

/** The arrows go into the list and through it, as Tab does. */
export function walk(event: KeyboardEvent<HTMLElement>, list: Element | null): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const buttons = [...(list?.querySelectorAll('button') ?? [])];
  const at = buttons.findIndex((each) => each === document.activeElement);
  const next = buttons[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
