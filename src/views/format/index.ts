export {
  ageText,
  axisText,
  clockText,
  dateText,
  dayText,
  endText,
  groupText,
  momentText,
  tickText,
  zoneText,
} from './time.ts';
export { rangeText } from './range.ts';
export { SourceMark, SourceMarks, useSourceNames } from './source-mark.tsx';
