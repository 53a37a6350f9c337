import type { OtherFact } from '../../record/index.ts';
import { compareConcepts, conceptKeys } from '../concepts.ts';
import { numberedApart } from '../evidence.ts';
import { foldText, hashFolded } from '../hash.ts';
import { identityKeys, identityOf, identityWords } from '../identity.ts';
import { compareDates, Near, type Nearness } from '../times.ts';
import {
  BY_DAY,
  different,
  EXACT_MATCH,
  IDENTITY,
  possibly,
  same,
  type Rule,
  type Verdict,
  LISTED_TWICE,
  OTHER_CODE,
  OTHER_KIND,
  OTHER_TIME,
} from '../verdict.ts';
import { sayOf } from './words.ts';

const FAMILY = 0x07e4;
const TITLE = 0x07e5;
const SERIAL = 0x07e6;

const OTHER_SERIAL = different('other-serial');
const SUPPORT = different('support');

/** Plans, goals, devices, coverage and the like: identifier, or the same thing on the same date. */
export const other: Rule<OtherFact> = {
  name: 'other',

  keys(fact, sink) {
    if (fact.kind !== 'support') {
      const under = (key: number) => sink.timed(key, fact.when);
      if (fact.code !== null) conceptKeys(fact.code, FAMILY, under);
      under(hashFolded(fact.title, TITLE));
    }
    identityKeys(fact, FAMILY, sink);
    const serial = serialOf(fact);
    if (serial !== null) sink.both(hashFolded(serial, SERIAL));
  },

  judge(a, b) {
    if (a.kind !== b.kind || a.type !== b.type) return OTHER_KIND;
    const near = compareDates(a.when, b.when);
    if (near === Near.apart) return OTHER_TIME;
    const identity = identityOf(a, b);
    if (identity !== null) return same(IDENTITY, identityWords(a.kind, identity.key, [a.title]));
    if (a.kind === 'support') return SUPPORT;
    const [here, there] = [serialOf(a), serialOf(b)];
    if (here !== null && there !== null) return bySerial(a, b, here, there);
    if (a.source === b.source || numberedApart(a, b)) return LISTED_TWICE;
    const titles = foldText(a.title) === foldText(b.title);
    const code = compareConcepts(a.code, b.code);
    if (code === 'different' && !titles) return OTHER_CODE;
    return byDate(a, b, near, code === 'same', titles);
  },
};

/** The number on the thing itself: of two hips of one model each has its own. In the UDI it stands after (21). */
function serialOf(fact: OtherFact): string | null {
  if (fact.kind !== 'device') return null;
  const said = (label: string) => fact.particulars.find((each) => each.label === label)?.text;
  return said('Serial number') ?? /\(21\)([^()\s]+)/.exec(said('UDI') ?? '')?.[1] ?? null;
}

function bySerial(a: OtherFact, b: OtherFact, here: string, there: string): Verdict {
  const [model, other] = [a, b].map((f) => f.particulars.find((p) => p.label === 'Device identifier')?.text);
  const apart = model !== undefined && other !== undefined && model !== other;
  if (apart || foldText(here) !== foldText(there)) return OTHER_SERIAL;
  if (a.source === b.source) return LISTED_TWICE;
  return same(IDENTITY, identityWords(a.kind, `serial number ${here}`, [a.title]));
}

function byDate(a: OtherFact, b: OtherFact, near: Nearness, coded: boolean, titles: boolean): Verdict {
  const agree = particularsAgree(a, b);
  if (coded && near <= Near.wall && agree)
    return same(EXACT_MATCH, say(a, b, near, 'The same thing at the same time.'));
  if (coded && near === Near.day && agree)
    return same(BY_DAY, say(a, b, near, 'The same thing on the same day.'));
  if (near <= Near.midnight || (near === Near.bothUndated && titles))
    return possibly(say(a, b, near, 'They are alike; no identifier says that they are one.'));
  return OTHER_TIME;
}

/** What both state under one label is the same. */
const particularsAgree = (a: OtherFact, b: OtherFact): boolean =>
  a.particulars.every((x) => {
    const there = b.particulars.filter((y) => y.label === x.label);
    return there.length === 0 || there.some((y) => foldText(y.text) === foldText(x.text));
  });

const say = (a: OtherFact, b: OtherFact, near: Nearness, why: string) =>
  sayOf(a.kind)(a, b, near, 'date', why);
