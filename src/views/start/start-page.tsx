import { useSources } from '../../session/index.ts';
import { LanguageChoice } from '../display/index.ts';
import { t } from '../messages/index.ts';
import { Brand } from './brand.tsx';
import { Organisations } from './organisations.tsx';
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
        <p>
          <a href="/doctor">{t.start.doctor}</a>
        </p>
      </div>
      <div className={css.language}>
        <LanguageChoice />
      </div>
    </main>
  );
}
