export { latest, type Latest } from './latest.ts';
export { isMeasured, type SeriesPoint } from './measures.ts';
export { overview } from './overview.ts';
export {
  EVERYTHING,
  ONLY,
  type Dispute,
  type LaneBar,
  type LaneBins,
  type Only,
  type Overview,
  type Row,
  type RowQuery,
  type RowTime,
  type RowVisit,
  type RowWindow,
} from './row.ts';
export { isReviewed, markAt, withReviewed } from './reviewed.ts';
export { listedMarks, matching, rows } from './rows.ts';
export { placeOf } from './place.ts';
export { indexMore } from './search.ts';
export { trend, type Series, type Trend, type TrendQuery } from './series.ts';
export { buildTimeline, NOTHING_REVIEWED, type Reviewed, type Timeline } from './timeline.ts';
export { canonicalText, measuredValue, unitText, valueText } from './value-text.ts';
