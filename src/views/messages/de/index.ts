import type { First } from '../catalogue.ts';
import { general } from './general.ts';
import { attention } from './attention.ts';
import { banner } from './banner.ts';
import { codes } from './codes.ts';
import { detail } from './detail.ts';
import { filters } from './filters.ts';
import { lanes } from './lanes.ts';
import { list } from './list.ts';
import { overview } from './overview.ts';
import { picker } from './picker.ts';
import { session } from './session.ts';
import { since } from './since.ts';
import { sourceProblem } from './sources.ts';
import { start } from './start.ts';
import { states } from './states.ts';
import { sources } from './strip.ts';
import { nav, closePatient, display, help } from './workspace.ts';

export const de: First = {
  ...general,
  codes,
  nav,
  closePatient,
  display,
  help,
  banner,
  sources,
  overview,
  lanes,
  list,
  filters,
  attention,
  detail,
  sourceProblem,
  start,
  states,
  session,
  picker,
  since,
};
