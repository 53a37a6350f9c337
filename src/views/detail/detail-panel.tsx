import { useEffect, useRef, useState } from 'react';
import { noticesOf, type FactId, type Merged } from '../../record/index.ts';
import { useDetail, type Decided, type Detail } from '../../session/index.ts';
import { isMeasured, valueText } from '../../timeline/index.ts';
import { Button, Icon, useCatchFocus, useMedia } from '../../ui/index.ts';
import { dateText, rangeText, rowValueText, SourceMarks } from '../format/index.ts';
import { t } from '../messages/index.ts';
import { ReviewedHere } from '../review/index.ts';
import { Attachments } from './attachments.tsx';
import { Compare } from './compare.tsx';
import { Conflicts } from './conflicts.tsx';
import { DecisionsHere, JoinAnother, Split, type Just } from './decide/index.ts';
import css from './detail.module.css';
import { convertedOf } from './fields.ts';
import { LinkedFacts } from './linked-facts.tsx';
import { Members } from './members.tsx';
import { RevealedBar } from './revealed.tsx';
import { SealedPlace } from './sealed.tsx';
import { Notes, Parts, Related, Why } from './sections.tsx';

interface DetailPanelProps {
  readonly id: FactId;
  readonly onClose: () => void;
  readonly onOpen: (id: FactId) => void;
  readonly onTrend: (id: FactId) => void;
}

export function DetailPanel({ id, onClose, onOpen, onTrend }: DetailPanelProps) {
  const detail = useDetail(id);
  // Kept here, since another fact takes the place of what was split or joined.
  const [just, setJust] = useState<Just>(null);
  if (detail === undefined) return <p className={css.empty}>{t.opened.loading}</p>;
  if (detail === null) return <SealedPlace id={id} onClose={onClose} />;
  return (
    <Opened
      detail={detail}
      onClose={onClose}
      onOpen={onOpen}
      onTrend={onTrend}
      just={just}
      onJust={setJust}
    />
  );
}

function Opened({
  detail,
  onClose,
  onOpen,
  onTrend,
  just,
  onJust,
}: Omit<DetailPanelProps, 'id'> & {
  readonly detail: Detail;
  readonly just: Just;
  readonly onJust: (just: Just) => void;
}) {
  const { merged } = detail;
  const close = useRef<HTMLButtonElement>(null);
  const covering = useMedia('(max-width: 59.99rem)');
  // Where the detail covers the page, the focus comes along; beside the list it stays there, for j and k.
  useEffect(() => {
    if (covering) close.current?.focus();
  }, [covering, merged.id]);
  // The fact of before is another one now: what took its place is opened, with the decision and the way back.
  const decided = ({ number, facts }: Extract<Decided, { kind: 'done' }>) => {
    onJust({ kind: 'decided', number });
    if (facts[0] !== undefined && facts[0] !== merged.id) onOpen(facts[0]);
  };
  return (
    <article className={css.detail}>
      <div className={css.top}>
        <Heading key={merged.id} merged={merged} />
        <Button ref={close} look="icon" aria-label={t.detail.back} onClick={onClose}>
          <Icon name="close" />
        </Button>
      </div>
      {detail.shownUntil !== undefined && <RevealedBar id={merged.id} until={detail.shownUntil} />}
      {noticesOf(merged.sensitivity).map((notice) => (
        <p key={notice} className={css.notice}>
          {t.notices[notice]}
        </p>
      ))}
      <Agreement merged={merged} />
      <DecisionsHere merged={merged} just={just} onJust={onJust} onOpen={onOpen} />
      <div className={css.acts}>
        {isMeasured(merged) && (
          <Button onClick={() => onTrend(merged.id)}>
            <Icon name="chart" />
            {t.detail.trend}
          </Button>
        )}
        <ReviewedHere id={merged.id} reviewed={detail.reviewed} />
      </div>
      {merged.retracted && <p className={css.notice}>{t.detail.retracted}</p>}
      {merged.members.some((fact) => fact.unsafe) && <p className={css.notice}>{t.detail.unsafe}</p>}
      <Conflicts conflicts={merged.conflicts} />
      <Related detail={detail} urgent onOpen={onOpen} onJoined={decided} />
      <Parts fact={merged.shown} />
      <Attachments members={merged.members} />
      <Compare members={merged.members} names={detail.names} />
      <Notes members={merged.members} />
      <Why merged={merged} />
      <Split key={`split ${merged.id}`} merged={merged} onDone={decided} />
      <JoinAnother key={`join ${merged.id}`} merged={merged} onDone={decided} />
      <Related detail={detail} urgent={false} onOpen={onOpen} onJoined={decided} />
      <LinkedFacts linked={detail.linked} onOpen={onOpen} />
      <Members members={merged.members} names={detail.names} />
    </article>
  );
}

function Heading({ merged }: { readonly merged: Merged }) {
  const title = useRef<HTMLHeadingElement>(null);
  useCatchFocus(title, merged.id);
  const { shown } = merged;
  const value = rowValueText({ kind: merged.kind, value: valueText(shown) });
  const measured = 'components' in shown ? shown : null;
  const converted = measured === null ? null : convertedOf(measured);
  const range = measured?.ranges[0];
  return (
    <div>
      <p className={css.kind}>{t.kinds[merged.kind][0]}</p>
      <h2 ref={title} className={css.title} tabIndex={-1}>
        {shown.title}
      </h2>
      {value !== null && (
        <p className={css.value}>
          {value}
          {converted !== null && <span className={css.beside}> {t.detail.converted(converted.amount)}</span>}
        </p>
      )}
      {converted !== null && <p className={css.sub}>{t.detail.conversion(converted.how)}</p>}
      {range !== undefined && <p className={css.sub}>{t.detail.range(rangeText(range))}</p>}
      <p className={css.sub}>{dateText(shown.when)}</p>
    </div>
  );
}

/** Who says it and whether they agree, in one line. */
function Agreement({ merged }: { readonly merged: Merged }) {
  const sources = [...new Set(merged.members.map((fact) => fact.source))];
  const grave = merged.conflicts.filter(({ weight }) => weight !== 'minor').length;
  const slight = merged.conflicts.length - grave;
  const agree =
    grave > 0
      ? t.detail.differ(grave)
      : slight > 0
        ? t.detail.slight(slight)
        : sources.length > 1
          ? t.detail.allAgree
          : null;
  return (
    <p className={css.agree}>
      <SourceMarks sources={sources} />
      <span>{[t.detail.agree(sources.length), agree].filter((part) => part !== null).join(' · ')}</span>
    </p>
  );
}
