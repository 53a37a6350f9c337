import { axisText } from '../format/index.ts';
import { t } from '../messages/index.ts';
import css from './lanes.module.css';
import { countIn, type Target } from './layout.ts';

interface LaneTipProps {
  readonly target: Target;
  readonly x: number;
  readonly y: number;
  /** Of the drawing, beside whose edges the tip turns round. */
  readonly width: number;
  readonly height: number;
}

/** How far from the pointer, so that what it says is not covered by it. */
const ASIDE = 16;

/** What stands under the pointer: how many and of what, never only 'several'. */
export function LaneTip({ target, x, y, width, height }: LaneTipProps) {
  const { what, when, more } = tipWords(target);
  const turned = `translate(${x > width / 2 ? '-100%' : '0'}, ${y > height / 2 ? '-100%' : '0'})`;
  const top = y > height / 2 ? y - ASIDE : y + ASIDE;
  const place = { left: Math.max(0, Math.min(width, x)), top, transform: turned };
  return (
    <div className={css.tip} style={place}>
      {what}
      <small>{when}</small>
      {more !== '' && <small>{more}</small>}
    </div>
  );
}

/** The same for the eye and the ear. */
export function tipWords(target: Target): { what: string; when: string; more: string } {
  if (target.kind === 'bar') {
    const { bar } = target.bar;
    const end =
      bar.to === null ? (bar.current ? t.lanes.ongoing : t.notStated) : axisText(bar.to, 30 * 864e5);
    return {
      what: bar.title ?? t.masked,
      when: t.overview.window(axisText(bar.from, 30 * 864e5), end),
      more: [
        bar.safety ? t.list.safety : bar.conflict ? t.list.conflict : '',
        bar.doubted ? t.lanes.doubted : '',
      ]
        .filter((each) => each !== '')
        .join(' · '),
    };
  }
  const { lane, bins, from, to } = target;
  const n = countIn(lane.lane.counts, bins);
  const [one, many] = t.kinds[lane.kind];
  return {
    what: `${t.count(n)} ${n === 1 ? one : many}`,
    when: t.overview.window(axisText(from, to - from), axisText(to, to - from)),
    more: t.overview.ofWhich(
      countIn(lane.lane.conflicts, bins),
      countIn(lane.lane.abnormal, bins),
      countIn(lane.lane.outside, bins),
      countIn(lane.lane.critical, bins),
    ),
  };
}
