import { Tip } from '../axis/index.ts';
import { axisText } from '../format/index.ts';
import { t } from '../messages/index.ts';
import { countIn, type Target } from './layout.ts';

interface LaneTipProps {
  readonly target: Target;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What stands under the pointer: how many and of what, never only 'several'. */
export function LaneTip({ target, ...place }: LaneTipProps) {
  const { what, when, more } = tipWords(target);
  return <Tip {...place} what={what} lines={[when, more]} />;
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
