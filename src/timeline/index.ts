export { latest, type Latest } from './latest.ts';
export { isMeasured, type SeriesPoint } from './measures.ts';
export { overview } from './overview.ts';
export {
  EVERYTHING,
  type Dispute,
  type LaneBar,
  type LaneBins,
  type Overview,
  type Row,
  type RowQuery,
  type RowTime,
  type RowVisit,
  type RowWindow,
} from './row.ts';
export { matching, rows } from './rows.ts';
export { trend, type Series, type Trend, type TrendQuery } from './series.ts';
export { buildTimeline, type Timeline } from './timeline.ts';
export { canonicalText, measuredValue, unitText, valueText } from './value-text.ts';
