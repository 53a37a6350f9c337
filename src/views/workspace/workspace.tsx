import { useDeferredValue, useMemo, useRef, useState, type Ref } from 'react';
import type { FactId } from '../../record/index.ts';
import { Button, Icon } from '../../ui/index.ts';
import {
  queryOf,
  START,
  useViewState,
  type ChangeView,
  type ViewName,
  type ViewState,
} from '../address/index.ts';
import { PatientBanner } from '../banner/index.ts';
import { DetailPanel } from '../detail/index.ts';
import { Filters } from '../filters/index.ts';
import { FactList, type ListHandle } from '../list/index.ts';
import { t } from '../messages/index.ts';
import { SourcesStrip } from '../strip/index.ts';
import { KeyboardHelp } from './keyboard-help.tsx';
import { useKeys } from './use-keys.ts';
import css from './workspace.module.css';

/** The one screen: who, from where, when, what; and whatever is chosen, in full. */
export function Workspace() {
  const [state, change] = useViewState();
  const [text, setText] = useState('');
  const [help, setHelp] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<ListHandle>(null);
  useKeys({
    '/': () => search.current?.focus(),
    '?': () => setHelp(true),
    j: () => list.current?.move(1),
    k: () => list.current?.move(-1),
    Home: () => list.current?.move('first'),
    End: () => list.current?.move('last'),
    1: () => change({ view: 'timeline' }),
    2: () => change({ view: 'summary' }),
    3: () => change({ view: 'sources' }),
    Escape: () => (state.fact !== null ? change({ fact: null }) : setText('')),
  });
  return (
    <div className={css.page}>
      <a className={css.skip} href="#main">
        {t.skip}
      </a>
      <PatientBanner change={change} />
      <SourcesStrip onReview={() => change({ view: 'sources' })} />
      <div className={css.tools}>
        <Navigation view={state.view} change={change} onHelp={() => setHelp(true)} />
        {state.view === 'timeline' && (
          <Filters state={state} change={change} text={text} onText={setText} searchRef={search} />
        )}
      </div>
      <Body state={state} change={change} text={text} onClearText={() => setText('')} listRef={list} />
      {help && <KeyboardHelp onClose={() => setHelp(false)} />}
    </div>
  );
}

const VIEWS: readonly ViewName[] = ['timeline', 'summary', 'sources'];

interface NavigationProps {
  readonly view: ViewName;
  readonly change: ChangeView;
  readonly onHelp: () => void;
}

const Navigation = ({ view, change, onHelp }: NavigationProps) => (
  <nav className={css.nav} aria-label={t.nav.label}>
    {VIEWS.map((name) => (
      <Button
        key={name}
        aria-current={view === name ? 'page' : undefined}
        onClick={() => change({ view: name })}
      >
        {t.nav[name]}
      </Button>
    ))}
    <Button look="icon" aria-label={t.nav.help} title={t.nav.help} onClick={onHelp}>
      <Icon name="help" />
    </Button>
  </nav>
);

interface BodyProps {
  readonly state: ViewState;
  readonly change: ChangeView;
  readonly text: string;
  readonly onClearText: () => void;
  readonly listRef: Ref<ListHandle>;
}

function Body({ state, change, text, onClearText, listRef }: BodyProps) {
  // What is typed shows at once; the rows follow when there is time.
  const searched = useDeferredValue(text);
  const query = useMemo(() => queryOf(state, searched), [state, searched]);
  // The first choice is a step to go back from; the next ones replace it.
  const open = (fact: FactId) => change({ fact }, state.fact === null ? 'push' : 'replace');
  const clear = () => {
    onClearText();
    change({ ...START, fact: state.fact });
  };
  return (
    <div className={css.body}>
      <main id="main" className={css.main} tabIndex={-1}>
        <FactList
          ref={listRef}
          query={query}
          selected={state.fact}
          onSelect={open}
          onClear={clear}
          onShowRetracted={() => change({ includeRetracted: true })}
        />
      </main>
      <aside className={css.side} data-open={state.fact !== null} aria-label={t.detail.label}>
        <DetailPanel id={state.fact} onClose={() => change({ fact: null })} onOpen={open} />
      </aside>
    </div>
  );
}
