import { useEffect, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import type { Overview } from '../../timeline/index.ts';
import { Listbox } from '../../ui/index.ts';
import type { Scale } from '../axis/index.ts';
import { t } from '../messages/index.ts';
import { LaneTip, tipWords } from './lane-tip.tsx';
import css from './lanes.module.css';
import type { PlacedLane, Target } from './layout.ts';
import { moved, standingAt, type Place } from './marks.ts';

interface LaneKeysProps {
  readonly lanes: readonly PlacedLane[];
  readonly view: Overview;
  readonly scale: Scale;
  readonly width: number;
  readonly height: number;
  readonly onChoose: (target: Target) => void;
}

/**
 * The marks for the keyboard and for those who hear the screen: arrows go from one to the next and from lane to lane,
 * Enter opens it. What is gone to is drawn with the ring of focus and said in full.
 */
export function LaneKeys({ lanes, view, scale, width, height, onChoose }: LaneKeysProps) {
  const [place, setPlace] = useState<Place | null>(null);
  // A press of the pointer brings the focus here too, and shows its own tip.
  const [keyed, setKeyed] = useState(false);
  const option = useRef<HTMLDivElement>(null);
  const standing = standingAt(lanes, view, scale, place);
  const id = standing === null ? undefined : `mark-${standing.lane}-${standing.index}`;
  useEffect(() => {
    if (keyed) option.current?.scrollIntoView({ block: 'nearest' });
  }, [keyed, id]);
  if (standing === null) return null;
  const { target, box } = standing.mark;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const opens = event.key === 'Enter' || event.key === ' ';
    const to = opens ? null : moved(event.key, standing, lanes, view, scale);
    if (!opens && to === null) return;
    event.preventDefault();
    setKeyed(true);
    if (to !== null) setPlace(to);
    else onChoose(target);
  };
  const { what, when, more } = tipWords(target);
  return (
    <>
      <Listbox
        className={css.marks}
        aria-label={t.lanes.marks}
        aria-activedescendant={id}
        onKeyDown={onKeyDown}
        onFocus={(event) => setKeyed(event.currentTarget.matches(':focus-visible'))}
        onBlur={() => setKeyed(false)}
        onPointerDown={() => setKeyed(false)}
      >
        <MarkOption ref={option} id={id} keyed={keyed} box={box}>
          {[t.kinds[target.lane.kind][1], what, when, more].filter((part) => part !== '').join(', ')}
        </MarkOption>
      </Listbox>
      {keyed && (
        <LaneTip target={target} x={box.x} y={box.y + box.height / 2} width={width} height={height} />
      )}
    </>
  );
}

/** Keys are the listbox's, which holds the focus and names this as the active one. */
const OPTION = { role: 'option' } as const;

interface MarkOptionProps {
  readonly id: string | undefined;
  readonly keyed: boolean;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly children: string;
  readonly ref: Ref<HTMLDivElement>;
}

const MarkOption = ({ id, keyed, box, children, ref }: MarkOptionProps) => (
  <div
    ref={ref}
    id={id}
    {...OPTION}
    aria-selected={keyed}
    className={keyed ? css.ring : css.place}
    style={{ left: box.x - 3, top: box.y - 3, width: box.width + 6, height: box.height + 6 }}
  >
    <span className="said">{children}</span>
  </div>
);
