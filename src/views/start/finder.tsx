import { useId, useMemo, useState } from 'react';
import { useBrands, useLogo, type SourceView } from '../../session/index.ts';
import { Icon } from '../../ui/index.ts';
import { t } from '../messages/index.ts';
import { choicesOf, find, SHOWN } from './find.ts';
import { OrganisationList, walk } from './organisation-list.tsx';
import css from './start.module.css';

/** An organisation by its name, by the name or the town of a place of its own, and by its logo. */
export function Finder({ views }: { readonly views: readonly SourceView[] }) {
  const brands = useBrands();
  const [typed, setTyped] = useState('');
  const [list, count] = [useId(), useId()];
  const choices = useMemo(() => choicesOf(views, brands), [views, brands]);
  const found = useMemo(() => find(choices, typed), [choices, typed]);
  const shown = found.slice(0, SHOWN);
  return (
    <>
      <search className={css.search}>
        <Icon name="search" />
        <input
          type="search"
          value={typed}
          placeholder={t.start.search}
          aria-label={t.start.search}
          aria-describedby={count}
          aria-controls={list}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => walk(event, document.getElementById(list))}
        />
      </search>
      <output id={count} className={css.count}>
        {typed.trim() === ''
          ? t.start.places(choices.length - views.length)
          : t.start.found(found.length, shown.length)}
      </output>
      <OrganisationList
        id={list}
        choices={shown}
        logo={({ organisation }) => (
          <Logo url={organisation.logo ?? brands.get(organisation.id)?.logo ?? null} />
        )}
      />
    </>
  );
}

/** The name stands beside it: to a screen reader it is nothing. */
function Logo({ url }: { readonly url: string | null }) {
  const source = useLogo(url);
  return source === null ? null : <img className={css.logo} src={source} alt="" />;
}
