import { memo } from 'react';
import type { Row } from '../../timeline/index.ts';
import { classNames, Icon, type IconName } from '../../ui/index.ts';
import {
  clockText,
  endText,
  groupText,
  rowValueText,
  SourceMarks,
  statusWord,
  zoneText,
} from '../format/index.ts';
import { t } from '../messages/index.ts';
import css from './list.module.css';

interface FactRowProps {
  readonly row: Row;
  readonly index: number;
  readonly total: number;
  readonly top: number;
  readonly height: number;
  /** The first of its day or visit. */
  readonly first: boolean;
  /** Its day is another than that of the row before. */
  readonly dated: boolean;
  /** The first that can be seen: it says its day though an earlier row, scrolled away, said it too. */
  readonly leading: boolean;
  readonly selected: boolean;
  readonly narrow: boolean;
}

/** Keys and clicks are the listbox's, which holds the focus and names one of these as the active one. */
const OPTION = { role: 'option' } as const;

export const rowDomId = (index: number): string => `fact-${index}`;

export const FactRow = memo(function FactRow(props: FactRowProps) {
  const { row, index, total, top, height, first, dated, leading, selected, narrow } = props;
  const { flags } = row;
  return (
    <div
      id={rowDomId(index)}
      {...OPTION}
      data-index={index}
      aria-selected={selected}
      aria-posinset={index + 1}
      aria-setsize={total}
      className={classNames(
        css.row,
        first && css.first,
        row.visit?.id === row.id && css.head,
        row.visit !== undefined && row.visit.id !== row.id && css.within,
        selected && css.selected,
        (row.standing === 'ended' || row.standing === 'not-done') && css.ended,
        flags.retracted && css.retracted,
        flags.masked && css.masked,
        (row.kind === 'encounter' || row.kind === 'condition') && css.minor,
      )}
      style={{ height, transform: `translateY(${top}px)` }}
    >
      {narrow ? <NarrowWhen row={row} /> : <When row={row} shown={dated || leading} continued={!dated} />}
      <span className={css.sources}>
        <SourceMarks sources={row.sources} />
      </span>
      <span className={css.what}>
        <span className={css.title}>{titleOf(row)}</span>
        {row.visit !== undefined && row.visit.id !== row.id && (
          <span className="said">{t.list.during(row.visit.title ?? t.unknownFact)}</span>
        )}
        {row.value !== null && <span className={css.value}>{rowValueText(row)}</span>}
        <Flags row={row} brief={narrow} />
        {!narrow && <Standing row={row} />}
      </span>
    </div>
  );
});

export const titleOf = (row: Row): string => row.title ?? (row.flags.masked ? t.masked : t.unknownFact);

function When({
  row,
  shown,
  continued,
}: {
  readonly row: Row;
  readonly shown: boolean;
  readonly continued: boolean;
}) {
  const clock = row.time === null ? null : clockText(row.time);
  const zone = row.time === null ? null : zoneText(row.time);
  return (
    <>
      <span className={classNames(css.day, continued && css.continued)}>
        {shown ? groupText(row.time) : <span className="said">{groupText(row.time)}</span>}
      </span>
      <span className={css.time}>
        {clock}
        {zone !== null && (
          <span className={css.zone} title={t.list.zone(zone)}>
            {' '}
            {zone}
          </span>
        )}
      </span>
      <span className={css.kind}>{t.kinds[row.kind][0]}</span>
    </>
  );
}

function NarrowWhen({ row }: { readonly row: Row }) {
  const clock = row.time === null ? null : clockText(row.time);
  const parts = [groupText(row.time), clock, t.kinds[row.kind][0]].filter((part) => part !== null);
  return <span className={classNames(css.meta, css.kind)}>{parts.join(' · ')}</span>;
}

/** Only what a reader would not presume: 'final' of a result, 'finished' of a visit go without saying. */
const UNREMARKABLE = new Set(['final', 'finished', 'completed', 'unknown', 'current', 'entered-in-error']);

function Standing({ row }: { readonly row: Row }) {
  const end = row.time?.isPeriod === true ? endText(row.time) : null;
  if (end !== null && end !== groupText(row.time)) return <span className={css.status}>→ {end}</span>;
  if (row.flags.masked || UNREMARKABLE.has(row.status)) return null;
  return <span className={css.status}>{statusWord(row.status)}</span>;
}

interface FlagWords {
  readonly key: string;
  readonly tone: string | undefined;
  readonly icon: IconName;
  readonly text: string;
  /** What is shown beside the icon; null where the icon must do. */
  readonly short: string | null;
}

function flagsOf({ flags }: Row): readonly FlagWords[] {
  const found: FlagWords[] = [];
  const add = (
    key: string,
    tone: string | undefined,
    icon: IconName,
    text: string,
    short: string | null = null,
  ) => found.push({ key, tone, icon, text, short });
  if (flags.launchVisit === true) add('visit', css.quiet, 'pin', t.session.thisVisit, t.session.thisVisit);
  if (flags.safety) add('safety', css.danger, 'split', t.list.safety, t.list.short.safety);
  else if (flags.conflict) add('conflict', css.warn, 'split', t.list.conflict, t.list.short.conflict);
  if (flags.abnormal === 'critical') add('critical', css.danger, 'warning', t.list.critical, t.list.critical);
  else if (flags.abnormal === 'abnormal') add('abnormal', css.warn, 'flag', t.list.abnormal, t.list.abnormal);
  if (flags.unsafe) add('unsafe', css.warn, 'warning', t.list.unsafe);
  if (flags.retracted) add('retracted', css.quiet, 'close', t.list.retracted, t.list.retracted);
  if (flags.possiblySame) add('possibly', css.quiet, 'copy', t.list.possiblySame);
  if (flags.masked) add('masked', css.quiet, 'masked', t.masked);
  return found;
}

/** Icon and word; where there is no room the word is said and not shown. */
function Flags({ row, brief }: { readonly row: Row; readonly brief: boolean }) {
  const found = flagsOf(row);
  if (found.length === 0) return null;
  return (
    <span className={css.flags}>
      {found.map(({ key, tone, icon, text, short }) => (
        <span key={key} className={classNames(css.flag, tone)} title={text}>
          <Icon name={icon} size={12} />
          {brief || short === null ? null : <span aria-hidden="true">{short}</span>}
          <span className="said">{text}</span>
        </span>
      ))}
    </span>
  );
}
