/** One load of a record into the product, from the moment at which the servers begin to answer. */
import type { Hospital, Organisation, Requested } from '../hospital/index.ts';
import type { Browser, Tab } from './browser.ts';
import { most, percentile } from './figure.ts';
import { openSignedIn } from './sign-in.ts';

export interface Loaded {
  readonly tab: Tab;
  /** To the last change of the screen once every source says that it is complete. */
  readonly whole: number;
  /** To the first row on the screen. */
  readonly first: number;
  /** No task of the page was longer. */
  readonly longestFrame: number;
  readonly frame95: number;
  readonly requests: readonly Requested[];
  /** What the strip says in the end. */
  readonly strip: string;
}

export interface Load {
  readonly browser: Browser;
  readonly hospital: Hospital;
  readonly organisations: readonly Organisation[];
  readonly probe: string;
  /** Called when the servers are about to begin; what it answers, when all is there. */
  readonly watch?: (tab: Tab) => Promise<() => Promise<void>>;
}

const STRIP = `(document.querySelector('[aria-label="Sources"]')?.textContent ?? '')`;

export async function load({ browser, hospital, organisations, probe, watch }: Load): Promise<Loaded> {
  await hospital.hold();
  const tab = await openSignedIn(browser, hospital, organisations, probe);
  await tab.evaluate(`probe.startFrames()`);
  const watched = await watch?.(tab);
  const released = await hospital.release();
  const done = await tab.evaluate<number>(
    `probe.settled(500, () => (${STRIP}.match(/complete/gi) ?? []).length >= ${organisations.length})`,
  );
  await watched?.();
  const gaps = await tab.evaluate<number[]>(`probe.stopFrames(${released}, ${done})`);
  const strip = await tab.evaluate<string>(STRIP);
  return {
    tab,
    whole: done - released,
    first: (await tab.evaluate<number>('probe.moments.facts')) - released,
    longestFrame: most(gaps),
    frame95: percentile(gaps, 0.95),
    requests: await hospital.requests(),
    strip,
  };
}
