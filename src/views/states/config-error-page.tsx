import { use } from 'react';
import { configProblemText } from '../format/index.ts';
import { configWords, t, useLanguage } from '../messages/index.ts';
import { StatePage } from './state-page.tsx';

/** What is wrong with the site's configuration, line by line, for whoever has to put it right. */
export function ConfigErrorPage({ detail }: { readonly detail: string | undefined }) {
  const words = use(configWords(useLanguage()));
  return (
    <StatePage
      title={t.states.configError}
      text={t.states.configHelp}
      detail={detail && configProblemText(detail, words)}
      open
    />
  );
}
