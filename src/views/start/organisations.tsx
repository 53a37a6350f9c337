import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useActions, useBrands, useLogo, type Brand, type SourceView } from '../../session/index.ts';
import { Button, Icon } from '../../ui/index.ts';
import { SourceMark } from '../format/index.ts';
import { t } from '../messages/index.ts';
import { choicesOf, find, SHOWN, type Choice } from './find.ts';
import css from './start.module.css';

/** With fewer than this one sees them all at a glance, and a field to search in would only be in the way. */
const WORTH_SEARCHING = 7;

/** Those that were signed in to in this tab come first: a reload is one click away from where it was. */
export function Organisations({ views }: { readonly views: readonly SourceView[] }) {
  const brands = useBrands();
  const [typed, setTyped] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const hint = useId();
  const choices = useMemo(() => choicesOf(views, brands), [views, brands]);
  const found = useMemo(() => find(choices, typed), [choices, typed]);
  const before = found.filter(isBefore);
  const shown = [...before, ...found.filter((each) => !isBefore(each))].slice(0, SHOWN);
  const places = choices.length - views.length;
  const searches = choices.length >= WORTH_SEARCHING || views.some((view) => view.organisation.brands);
  return (
    <>
      {searches && (
        <search className={css.search}>
          <Icon name="search" />
          <input
            type="search"
            value={typed}
            placeholder={t.start.search}
            aria-label={t.start.search}
            aria-describedby={hint}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => walk(event, list.current)}
          />
        </search>
      )}
      {searches && (
        <output id={hint} className={css.count}>
          {typed.trim() === '' ? t.start.places(places) : t.start.found(found.length, shown.length)}
        </output>
      )}
      <ul
        ref={list}
        className={css.list}
        aria-label={t.states.startPage}
        onKeyDown={(event) => walk(event, list.current)}
      >
        {shown.map((choice, i) => (
          // Two places of one organisation may have one name.
          <Item key={`${choice.view.organisation.id} ${choice.name} ${i}`} choice={choice} brands={brands} />
        ))}
      </ul>
    </>
  );
}

const isBefore = ({ view, place }: Choice): boolean =>
  place === null && view.connection.kind === 'signed-out';

/** The arrows go from the field into the list and through it, as Tab does. */
function walk(event: KeyboardEvent<HTMLElement>, list: HTMLElement | null): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const buttons = [...(list?.querySelectorAll('button') ?? [])];
  const at = buttons.findIndex((each) => each === document.activeElement);
  const next = buttons[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

interface ItemProps {
  readonly choice: Choice;
  readonly brands: ReadonlyMap<string, Brand>;
}

function Item({ choice: { view, name, place }, brands }: ItemProps) {
  const { signIn } = useActions();
  const { id, kind, logo } = view.organisation;
  const { connection } = view;
  const busy = connection.kind === 'signing-in';
  const failed = connection.kind === 'failed' && place === null;
  const text = failed ? t.sources.again : t.sources.connect;
  return (
    <li className={css.item}>
      <SourceMark source={id} said={false} size={28} />
      <span className={css.words}>
        <span className={css.name}>{name}</span>
        <span className={css.kind}>
          {place === null ? t.sources.kind[kind] : t.start.at(view.organisation.name, place.town)}
        </span>
        {connection.kind === 'signed-out' && <span className={css.kind}>{t.session.remembered}</span>}
        {failed && (
          <span className={css.bad} role="alert">
            {t.sources.failed}: {connection.detail}
          </span>
        )}
      </span>
      {place === null && <Logo url={logo ?? brands.get(id)?.logo ?? null} />}
      <Button
        look={failed ? 'plain' : 'primary'}
        disabled={busy}
        onClick={() => signIn(id)}
        aria-label={`${text}: ${name}`}
      >
        {busy ? t.sources.signingIn : text}
      </Button>
    </li>
  );
}

/** The name stands beside it: to a screen reader it is nothing. */
function Logo({ url }: { readonly url: string | null }) {
  const source = useLogo(url);
  return source === null ? null : <img className={css.logo} src={source} alt="" />;
}
