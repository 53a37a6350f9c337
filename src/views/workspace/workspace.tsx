import { lazy, memo, Suspense, useCallback, useRef, useState } from 'react';
import type { SourceId } from '../../record/index.ts';
import { Button, Icon, useFocusNet, useKeys, usePrintKey, type IconName } from '../../ui/index.ts';
import { queryOf, useViewState, VIEWS, type ChangeView, type ViewName } from '../address/index.ts';
import { PatientBanner } from '../banner/index.ts';
import { Filters } from '../filters/index.ts';
import type { ListHandle } from '../list/index.ts';
import { t, withWords } from '../messages/index.ts';
import { Announcer, SourcesStrip } from '../strip/index.ts';
import type { DialogName } from './dialogs.tsx';
import { TimelineView } from './timeline-view.tsx';
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
const Dialogs = lazy(async () => ({ default: (await withWords(import('./dialogs.tsx'))).Dialogs }));

/** What is typed into the search changes nothing of these. */
const Banner = memo(PatientBanner);
const Strip = memo(SourcesStrip);

const mainPart = (): HTMLElement | null => document.getElementById('main');

/** The one screen: who, from where, when, what; and whatever is chosen, in full. */
export function Workspace() {
  const [state, change] = useViewState();
  const [text, setText] = useState('');
  const [review, setReview] = useState<SourceId | null>(null);
  const reviewed = useCallback(() => setReview(null), []);
  const onReview = useCallback(
    (source: SourceId) => {
      setReview(source);
      change({ view: 'sources' });
    },
    [change],
  );
  const onClearText = useCallback(() => setText(''), []);
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<ListHandle>(null);
  useFocusNet(mainPart);
  usePrintKey(() => setDialog('print'));
  useKeys({
    '/': () => search.current?.focus(),
    '?': () => setDialog('help'),
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
      <Announcer />
      <Banner change={change} />
      <Strip onReview={onReview} />
      <div className={css.tools}>
        <Navigation view={state.view} change={change} onDialog={setDialog} />
        {state.view === 'timeline' && (
          <Filters state={state} change={change} text={text} onText={setText} searchRef={search} />
        )}
      </div>
      {state.view === 'timeline' && (
        <TimelineView state={state} change={change} text={text} onClearText={onClearText} listRef={list} />
      )}
      <Suspense fallback={<main id="main" aria-busy="true" />}>
        {state.view === 'trends' && <TrendsView fact={state.fact} also={state.also} change={change} />}
        {state.view === 'sources' && <SourcesView review={review} onReviewed={reviewed} change={change} />}
        {state.view === 'summary' && <SummaryView change={change} />}
      </Suspense>
      {dialog !== null && (
        <Suspense fallback={null}>
          <Dialogs
            name={dialog}
            query={queryOf(state, text)}
            onClose={() => setDialog(null)}
            onDialog={setDialog}
          />
        </Suspense>
      )}
    </div>
  );
}

interface NavigationProps {
  readonly view: ViewName;
  readonly change: ChangeView;
  readonly onDialog: (name: DialogName) => void;
}

/** A narrow screen has room for these alone; an export is reached from the print. */
const NARROW = new Set<DialogName>(['print', 'display', 'close-patient']);

/** Whatever opens a dialog: its sign and its words. */
const acts = (): readonly (readonly [name: DialogName, icon: IconName, label: string])[] => [
  ['help', 'help', t.nav.help],
  ['print', 'print', t.nav.print],
  ['export', 'save', t.nav.export],
  ['display', 'display', t.display.title],
  ['close-patient', 'leave', t.closePatient.button],
];

const Navigation = ({ view, change, onDialog }: NavigationProps) => (
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
    {acts().map(([name, icon, label]) => (
      <Button
        key={name}
        look="icon"
        className={NARROW.has(name) ? undefined : css.wide}
        aria-label={label}
        title={label}
        onClick={() => onDialog(name)}
      >
        <Icon name={icon} />
      </Button>
    ))}
  </nav>
);
