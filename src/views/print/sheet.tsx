import { useEffect, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { Notice, Person } from '../../record/index.ts';
import {
  useCopyPlan,
  usePaperLatest,
  usePaperRows,
  usePatient,
  useSources,
  type SourceView,
} from '../../session/index.ts';
import { EVERYTHING, type RowQuery } from '../../timeline/index.ts';
import { birthText, identifierOf, nameOf, noBirthText } from '../banner/index.ts';
import { ageText, axisText, momentText } from '../format/index.ts';
import { t } from '../messages/index.ts';
import { isIncomplete } from '../strip/index.ts';
import { Ledger } from './ledger.tsx';
import { NOTICE_MARK } from './paper-rows.tsx';
import css from './print.module.css';
import { PaperSummary } from './paper-summary.tsx';
import { PaperTimeline } from './paper-timeline.tsx';

/** More than these is a book that nobody reads; what is left out is said, and a narrower window prints it. */
const MOST_ROWS = 2000;

interface SheetProps {
  readonly summary: boolean;
  readonly timeline: RowQuery | null;
  /** Everything that it shows is here. */
  readonly onReady: (ready: boolean) => void;
}

const NONE: RowQuery = { ...EVERYTHING, sources: [], kinds: [] };

/** The printed record: never seen on the screen, and all that is seen on paper. */
export function Sheet({ summary, timeline, onReady }: SheetProps) {
  const [now] = useState(Date.now);
  const views = useSources();
  const floor = isIncomplete(views);
  const rows = usePaperRows(timeline ?? NONE, timeline === null ? 0 : MOST_ROWS);
  const everything = usePaperRows(summary ? EVERYTHING : NONE, summary ? MOST_ROWS * 5 : 0);
  const latest = usePaperLatest();
  const plan = useCopyPlan(timeline ?? EVERYTHING);
  const ready = rows !== undefined && everything !== undefined && latest !== undefined && plan !== undefined;
  useEffect(() => {
    onReady(ready);
    return () => onReady(false);
  }, [ready, onReady]);
  if (!ready) return null;
  const notices = noticesIn([...rows.rows, ...everything.rows]);
  return createPortal(
    <div className={css.sheet} data-sheet>
      <Paged head={<PageHead now={now} notices={notices} />}>
        <h1>{t.print.title}</h1>
        <p>{printedText(now, views)}</p>
        {floor && <p className={css.loud}>{t.print.floor}</p>}
        {plan.masked > 0 && <p className={css.loud}>{t.print.masked(plan.masked)}</p>}
        {plan.hiddenRetracted > 0 && <p>{t.copies.retracted(plan.hiddenRetracted)}</p>}
        {summary && <PaperSummary rows={everything.rows} latest={latest} now={now} floor={floor} />}
        {timeline !== null && (
          <PaperTimeline
            found={rows}
            window={windowText(timeline)}
            filtered={isFiltered(timeline)}
            floor={floor}
          />
        )}
        <Ledger views={views} />
      </Paged>
    </div>,
    document.body,
  );
}

/** A table's head is what browsers repeat on every page. */
const Paged = ({ head, children }: { readonly head: ReactNode; readonly children: ReactNode }) => (
  <table className={css.pages} role="presentation">
    <thead>
      <tr>
        <td>{head}</td>
      </tr>
    </thead>
    <tbody>
      <tr>
        <td>{children}</td>
      </tr>
    </tbody>
  </table>
);

/** A page by itself must be somebody's, and must tell what its marks forbid. */
const PageHead = ({ now, notices }: { readonly now: number; readonly notices: readonly Notice[] }) => (
  <div className={css.head}>
    <PatientLine now={now} />
    {notices.map((notice) => (
      <p key={notice} className={css.loud}>
        {NOTICE_MARK[notice]} {t.notices[notice]}
      </p>
    ))}
  </div>
);

/** On each page: of whom it is. A page by itself must not be anybody's. */
function PatientLine({ now }: { readonly now: number }) {
  const { person, bySource } = usePatient();
  const views = useSources();
  if (person === null) return <p>{t.banner.nobody}</p>;
  const letterOf = (source: string): string =>
    views.find(({ organisation }) => organisation.id === source)?.organisation.letter ?? '?';
  return (
    <p>
      <strong>{nameOf(person)}</strong> · {bornText(person, now)} ·{' '}
      {t.banner.gender[person.gender] ?? person.gender} ·{' '}
      {bySource.map(({ source, person: there }) => `${letterOf(source)}: ${identifierOf(there)}`).join(', ')}
    </p>
  );
}

const bornText = (person: Person, now: number): string =>
  person.birthDate.kind === 'undated'
    ? noBirthText(person)
    : t.banner.born(birthText(person), ageText(person.birthDate, now));

/** When, and who signed in where: as far as the servers said so. */
function printedText(now: number, views: readonly SourceView[]): string {
  const users = views.flatMap(({ organisation, signIn }) =>
    signIn?.user ? [`${signIn.user} (${organisation.name})`] : [],
  );
  return users.length === 0
    ? t.print.printed(momentText(now))
    : t.print.printedBy(momentText(now), t.listed(users));
}

function windowText({ window }: RowQuery): string | null {
  if (window === null) return null;
  const span = window.to - window.from;
  return `${axisText(window.from, span)} – ${axisText(window.to, span)}`;
}

const isFiltered = ({ text, kinds, sources, only, since }: RowQuery): boolean =>
  text.trim() !== '' || kinds !== null || sources !== null || only.length > 0 || (since ?? null) !== null;

const noticesIn = (rows: readonly { readonly notices?: readonly Notice[] }[]): readonly Notice[] => [
  ...new Set(rows.flatMap(({ notices }) => notices ?? [])),
];
