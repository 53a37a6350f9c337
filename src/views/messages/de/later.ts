import type { Later } from '../catalogue.ts';
import { attachment, narrative } from './attachments.ts';
import { decide } from './decide.ts';
import { notices, sealed } from './detail.ts';
import { audit, sourcesView, unmapped } from './sources.ts';
import { summary } from './summary.ts';
import { trends } from './trends.ts';

export const later: Later = {
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
