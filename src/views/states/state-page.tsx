import type { ReactNode } from 'react';
import { Button } from '../../ui/index.ts';
import { t } from '../messages/index.ts';
import { Brand } from '../start/index.ts';
import css from './states.module.css';

interface StatePageProps {
  readonly title: string;
  readonly text?: string | undefined;
  /** Technical, free of clinical content, one click away. */
  readonly detail?: string | undefined;
  /** The detail is what whoever stands here came for. */
  readonly open?: boolean;
  readonly busy?: boolean;
  readonly children?: ReactNode;
}

/** The whole page says one thing: what is going on, and what can be done. */
export function StatePage({ title, text, detail, open = false, busy = false, children }: StatePageProps) {
  return (
    <main className={css.page} aria-busy={busy}>
      <Brand />
      <h1 className={css.title}>{title}</h1>
      {busy && <div className={css.pulse} aria-hidden="true" />}
      {text !== undefined && <p className={css.text}>{text}</p>}
      {children}
      {detail !== undefined && (
        <details className={css.detail} open={open}>
          <summary>{t.states.technical}</summary>
          <pre>{detail}</pre>
        </details>
      )}
    </main>
  );
}

export const BugPage = ({ detail }: { readonly detail: string }) => (
  <StatePage title={t.states.bug} text={t.states.bugSays} detail={detail}>
    <Button look="primary" onClick={() => location.reload()}>
      {t.states.reload}
    </Button>
  </StatePage>
);
