import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import type { SourceId } from '../../record/index.ts';
import { Button, Icon } from '../../ui/index.ts';
import { useViewState, VIEWS, type ChangeView, type ViewName } from '../address/index.ts';
import { PatientBanner } from '../banner/index.ts';
import { DisplayDialog } from '../display/index.ts';
import { Filters } from '../filters/index.ts';
import type { ListHandle } from '../list/index.ts';
import { t, withWords } from '../messages/index.ts';
import { SourcesStrip } from '../strip/index.ts';
import { TimelineView } from './timeline-view.tsx';
import { ClosePatient } from './close-patient.tsx';
import { KeyboardHelp } from './keyboard-help.tsx';
import { useKeys } from './use-keys.ts';
import css from './workspace.module.css';

/** Views beside the first screen come when they are first opened. */
const SourcesView = lazy(async () => ({
  default: (await withWords(import('../sources/index.ts'))).SourcesView,
}));
const SummaryView = lazy(async () => ({
  default: (await withWords(import('../summary/index.ts'))).SummaryView,
}));
const TrendsView = lazy(async () => ({
  default: (await withWords(import('../trends/index.ts'))).TrendsView,
}));

/** The one screen: who, from where, when, what; and whatever is chosen, in full. */
export function Workspace() {
  const [state, change] = useViewState();
  const [text, setText] = useState('');
  const [help, setHelp] = useState(false);
  const [display, setDisplay] = useState(false);
  const [review, setReview] = useState<SourceId | null>(null);
  const reviewed = useCallback(() => setReview(null), []);
  const [closing, setClosing] = useState(false);
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
    3: () => change({ view: 'trends', fact: null }),
    4: () => change({ view: 'sources' }),
    Escape: () => (state.fact !== null ? change({ fact: null }) : setText('')),
  });
  return (
    <div className={css.page}>
      <a className={css.skip} href="#main">
        {t.skip}
      </a>
      <PatientBanner change={change} />
      <SourcesStrip
        onReview={(source) => {
          setReview(source);
          change({ view: 'sources' });
        }}
      />
      <div className={css.tools}>
        <Navigation
          view={state.view}
          change={change}
          onHelp={() => setHelp(true)}
          onDisplay={() => setDisplay(true)}
          onClosePatient={() => setClosing(true)}
        />
        {state.view === 'timeline' && (
          <Filters state={state} change={change} text={text} onText={setText} searchRef={search} />
        )}
      </div>
      {state.view === 'timeline' && (
        <TimelineView
          state={state}
          change={change}
          text={text}
          onClearText={() => setText('')}
          listRef={list}
        />
      )}
      <Suspense fallback={<main id="main" aria-busy="true" />}>
        {state.view === 'trends' && <TrendsView fact={state.fact} change={change} />}
        {state.view === 'sources' && <SourcesView review={review} onReviewed={reviewed} change={change} />}
        {state.view === 'summary' && <SummaryView change={change} />}
      </Suspense>
      {help && <KeyboardHelp onClose={() => setHelp(false)} />}
      {display && (
        <DisplayDialog
          onClose={() => setDisplay(false)}
          onHelp={() => {
            setDisplay(false);
            setHelp(true);
          }}
        />
      )}
      {closing && <ClosePatient onClose={() => setClosing(false)} />}
    </div>
  );
}

interface NavigationProps {
  readonly view: ViewName;
  readonly change: ChangeView;
  readonly onHelp: () => void;
  readonly onDisplay: () => void;
  readonly onClosePatient: () => void;
}

const Navigation = ({ view, change, onHelp, onDisplay, onClosePatient }: NavigationProps) => (
  <nav className={css.nav} aria-label={t.nav.label}>
    {VIEWS.map((name) => (
      <Button
        key={name}
        aria-current={view === name ? 'page' : undefined}
        onClick={() => change(name === 'trends' ? { view: name, fact: null } : { view: name })}
      >
        {t.nav[name]}
      </Button>
    ))}
    <Button look="icon" className={css.wide} aria-label={t.nav.help} title={t.nav.help} onClick={onHelp}>
      <Icon name="help" />
    </Button>
    <Button look="icon" aria-label={t.display.title} title={t.display.title} onClick={onDisplay}>
      <Icon name="display" />
    </Button>
    <Button
      look="icon"
      aria-label={t.closePatient.button}
      title={t.closePatient.button}
      onClick={onClosePatient}
    >
      <Icon name="leave" />
    </Button>
  </nav>
);
