import { attachment, narrative } from './attachments.ts';
import { coded } from './coded.ts';
import { copies } from './copies.ts';
import { decide } from './decide.ts';
import { detail } from './detail.ts';
import { help } from './help.ts';
import { picker } from './picker.ts';
import { print } from './print.ts';
import { review } from './review.ts';
import { said } from './said.ts';
import { notices, sealed } from './sealed.ts';
import { audit, sourcesView, unmapped } from './sources.ts';
import { quality } from './quality.ts';
import { summary } from './summary.ts';
import { trends } from './trends.ts';

/** What is said in views that come when they are opened. */
export const later = {
  detail,
  /** The labels of particulars are made in English where a record is read. */
  particulars: (label: string): string => label,
  coded,
  notices,
  sealed,
  said,
  attachment,
  narrative,
  decide,
  copies,
  print,
  help,
  picker,
  audit,
  sourcesView,
  unmapped,
  quality,
  review,
  summary,
  trends,
};
