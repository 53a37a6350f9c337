import type { First } from '../catalogue.ts';
import { general } from './general.ts';
import { attention } from './attention.ts';
import { banner } from './banner.ts';
import { codes } from './codes.ts';
import { filters } from './filters.ts';
import { lanes } from './lanes.ts';
import { list } from './list.ts';
import { overview } from './overview.ts';
import { session } from './session.ts';
import { signInProblem } from './sign-in.ts';
import { since } from './since.ts';
import { sourceProblem } from './problems.ts';
import { start } from './start.ts';
import { states } from './states.ts';
import { sources } from './strip.ts';
import { closePatient, display, nav } from './workspace.ts';

export const es: First = {
  ...general,
  codes,
  nav,
  closePatient,
  display,
  banner,
  sources,
  overview,
  lanes,
  list,
  filters,
  attention,
  sourceProblem,
  start,
  states,
  session,
  since,
  signInProblem,
};
