export {
  EVERYTHING,
  type LaneBins,
  type Overview,
  type Row,
  type RowFlags,
  type RowQuery,
  type RowTime,
  type RowWindow,
} from './row.ts';
