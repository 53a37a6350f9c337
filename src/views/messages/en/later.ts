import { attachment, narrative } from './attachments.ts';
import { decide } from './decide.ts';
import { notices, sealed } from './detail.ts';
import { audit, sourcesView, unmapped } from './sources.ts';
import { summary } from './summary.ts';
import { trends } from './trends.ts';

/** What is said in views that come when they are opened. */
export const later = {
  notices,
  sealed,
  attachment,
  narrative,
  decide,
  audit,
  sourcesView,
  unmapped,
  summary,
  trends,
};
