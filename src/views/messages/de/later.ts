import { particulars } from './particulars.ts';
import type { Later } from '../catalogue.ts';
import { attachment, narrative } from './attachments.ts';
import { coded } from './coded.ts';
import { copies } from './copies.ts';
import { decide } from './decide.ts';
import { detail } from './detail.ts';
import { drugClasses } from './drug-classes.ts';
import { help } from './help.ts';
import { picker } from './picker.ts';
import { print } from './print.ts';
import { reasons } from './reasons.ts';
import { remarks } from './remarks.ts';
import { notices, sealed } from './sealed.ts';
import { audit, sourcesView, unmapped } from './sources.ts';
import { quality } from './quality.ts';
import { review } from './review.ts';
import { summary } from './summary.ts';
import { trends } from './trends.ts';

export const later: Later = {
  detail,
  particulars,
  coded,
  notices,
  sealed,
  said: { ...reasons, ...remarks, ...drugClasses },
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
