import type { LaneBins, Overview } from '../../timeline/index.ts';
import { Tip } from '../axis/index.ts';
import { axisText } from '../format/index.ts';
import { t } from '../messages/index.ts';

interface OverviewTipProps {
  readonly view: Overview;
  readonly bins: readonly number[];
  readonly x: number;
  readonly width: number;
  readonly height: number;
}

/** More kinds than these are counted together. */
const NAMED = 4;

const countIn = (bins: readonly number[], counts: Uint32Array): number =>
  bins.reduce((sum, bin) => sum + (counts[bin] ?? 0), 0);

/** How many facts stand there, of what, and what of it is wrong. */
export function OverviewTip({ view, bins, x, width, height }: OverviewTipProps) {
  const { span } = view;
  const [first] = bins;
  const last = bins.at(-1);
  if (span === null || first === undefined || last === undefined) return null;
  const step = (span.to - span.from) / view.bins;
  const [from, to] = [span.from + first * step, span.from + (last + 1) * step];
  const kinds = view.lanes
    .map((lane) => ({ kind: lane.kind, n: countIn(bins, lane.counts) }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n);
  const others = kinds.slice(NAMED).reduce((sum, { n }) => sum + n, 0);
  const all = (of: (lane: LaneBins) => Uint32Array): number =>
    view.lanes.reduce((sum, lane) => sum + countIn(bins, of(lane)), 0);
  return (
    <Tip
      x={x}
      y={0}
      width={width}
      height={height}
      what={t.facts(all((lane) => lane.counts))}
      lines={[
        t.overview.window(axisText(from, to - from), axisText(to, to - from)),
        [
          ...kinds.slice(0, NAMED).map(({ kind, n }) => t.ofKind(n, kind)),
          ...(others > 0 ? [t.since.others(others)] : []),
        ].join(', '),
        t.overview.ofWhich(
          all((lane) => lane.conflicts),
          all((lane) => lane.abnormal),
          all((lane) => lane.outside),
          all((lane) => lane.critical),
        ),
      ]}
    />
  );
}
