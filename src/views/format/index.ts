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
  timeOfDay,
  withDates,
  writtenDayText,
  zoneText,
} from './time.ts';
export { amountText, changeText, flagText, measuredAtText } from './measured.ts';
export { configProblemText } from './config-problem.ts';
export { rangeText } from './range.ts';
export { said } from './said.ts';
export { signInProblemText } from './sign-in-problem.ts';
export { sizeText } from './size.ts';
export { fieldWord, rowValueText, statusWord, valueWord } from './words.ts';
export { SourceMark, SourceMarks, useSourceNames } from './source-mark.tsx';
