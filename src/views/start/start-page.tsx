import { useActions, useSources, type SourceView } from '../../session/index.ts';
import { Button } from '../../ui/index.ts';
import { LanguageChoice } from '../display/index.ts';
import { SourceMark } from '../format/index.ts';
import { t } from '../messages/index.ts';
import { Brand } from './brand.tsx';
import css from './start.module.css';

/** Where somebody begins who was not sent here by an EHR: choose an organisation and sign in there. */
export function StartPage() {
  const views = useSources();
  return (
    <main className={css.page}>
      <Brand />
      <h1 className={css.title}>{t.start.title}</h1>
      <p className={css.intro}>{views.length === 0 ? t.start.none : t.start.intro}</p>
      <Organisations views={views} />
      <div className={css.foot}>
        <p>{t.start.fromEhr}</p>
        <p>{t.start.privacy}</p>
      </div>
      <div className={css.language}>
        <LanguageChoice />
      </div>
    </main>
  );
}

/** Those that were signed in to in this tab come first: a reload is one click away from where it was. */
export function Organisations({ views }: { readonly views: readonly SourceView[] }) {
  const before = views.filter((view) => view.connection.kind === 'signed-out');
  return (
    <ul className={css.list} aria-label={t.states.startPage}>
      {[...before, ...views.filter((view) => !before.includes(view))].map((view) => (
        <Organisation key={view.organisation.id} view={view} />
      ))}
    </ul>
  );
}

function Organisation({ view }: { readonly view: SourceView }) {
  const { signIn } = useActions();
  const { id, name, kind } = view.organisation;
  const { connection } = view;
  const busy = connection.kind === 'signing-in';
  const failed = connection.kind === 'failed';
  const text = failed ? t.sources.again : t.sources.connect;
  return (
    <li className={css.item}>
      <SourceMark source={id} said={false} size={28} />
      <span className={css.words}>
        <span className={css.name}>{name}</span>
        <span className={css.kind}>{t.sources.kind[kind]}</span>
        {connection.kind === 'signed-out' && <span className={css.kind}>{t.session.remembered}</span>}
        {failed && (
          <span className={css.bad} role="alert">
            {t.sources.failed}: {connection.detail}
          </span>
        )}
      </span>
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
