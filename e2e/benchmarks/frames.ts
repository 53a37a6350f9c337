/** Scrolling, zooming, panning and brushing a hundred thousand records, beside a blank page that does nothing. */
import type { Bench } from './bench.ts';
import type { Tab } from './harness/browser.ts';
import { against, median, most, percentile, within, type Figure } from './harness/figure.ts';

const WATCHED = 3_000;

interface Frames {
  readonly gaps: readonly number[];
  readonly blocked: readonly number[];
}

const LIST = `document.querySelector('[role="listbox"][aria-busy]')`;
const LANES = `document.querySelectorAll('canvas')[1]`;

/** What is done each frame; `i` counts them. */
const ACTS: Readonly<Record<string, string>> = {
  scroll: `(i) => { const list = ${LIST}; const box = list.scrollHeight > list.clientHeight ? list : list.parentElement; box.scrollTop += 137; }`,
  zoom: `(i) => probe.wheel(${LANES}, { deltaY: i % 90 < 45 ? -40 : 40, ctrlKey: true })`,
  pan: `(i) => probe.wheel(${LANES}, { deltaX: i % 90 < 45 ? -30 : 30 })`,
};

export const framesBench: Bench = async ({ large, openPeers, tell }) => {
  const blank = await openPeers();
  const idle: number[] = [];
  for (let run = 0; run < 3; run++)
    idle.push(percentile((await blank.evaluate<Frames>(`probe.watch(() => {}, ${WATCHED})`)).gaps, 0.95));
  await blank.close();
  const reference = { name: 'a blank page', value: median(idle) };
  const { tab } = await large();
  await tab.evaluate(`probe.click('^Timeline$')`);
  await tab.evaluate(`probe.settled()`);
  const figures: Figure[] = [];
  const told = (name: string, frames: Frames): void => {
    const what = `100,000 records: ${name}`;
    tell(
      `${what}: p95 ${percentile(frames.gaps, 0.95).toFixed(1)} ms, longest ${most(frames.gaps).toFixed(0)} ms`,
    );
    figures.push(
      against(
        {
          bench: 'frames',
          what: `${what}, frames, 95th percentile`,
          value: percentile(frames.gaps, 0.95),
          unit: 'ms',
        },
        reference,
        1.1,
      ),
      within({ bench: 'frames', what: `${what}, longest frame`, value: most(frames.gaps), unit: 'ms' }, 50),
    );
  };
  for (const [name, act] of Object.entries(ACTS)) {
    // Panning needs a window to move.
    if (name === 'pan') await tab.evaluate(`probe.wheel(${LANES}, { deltaY: -400, ctrlKey: true })`);
    told(name, await tab.evaluate<Frames>(`probe.watch(${act}, ${WATCHED})`));
  }
  told('brush', await brush(tab));
  await tab.evaluate(`probe.find('^Whole life$')?.click()`);
  await tab.evaluate(`probe.settled(300)`);
  figures.push(await byVisit(tab));
  told('scroll, by visit', await tab.evaluate<Frames>(`probe.watch(${ACTS['scroll'] ?? ''}, ${WATCHED})`));
  await tab.evaluate(`probe.click('^By day$')`);
  figures.push(await toPicture(tab));
  return figures;
};

/** Rows of the whole record put under their visits. */
async function byVisit(tab: Tab): Promise<Figure> {
  const times: number[] = [];
  for (let run = 0; run < 3; run++) {
    times.push(await tab.evaluate<number>(`probe.listChanges(() => probe.click('^By visit$'))`));
    await tab.evaluate(`probe.settled(300)`);
    if (run === 2) break;
    await tab.evaluate(`probe.listChanges(() => probe.click('^By day$'))`);
    await tab.evaluate(`probe.settled(300)`);
  }
  return within(
    {
      bench: 'frames',
      what: '100,000 records: by visit, from the click to the rows',
      value: median(times),
      unit: 'ms',
    },
    null,
  );
}

/** A real mouse, since a window is chosen with the pointer held. */
async function brush(tab: Tab): Promise<Frames> {
  const box = await tab.evaluate<{ x: number; y: number; width: number; height: number }>(
    `document.querySelectorAll('canvas')[0].getBoundingClientRect().toJSON()`,
  );
  const y = box.y + box.height / 2;
  const at = (share: number) => box.x + box.width * share;
  const mouse = (type: string, share: number) =>
    tab.send('Input.dispatchMouseEvent', {
      type,
      x: at(share),
      y,
      button: 'left',
      buttons: type === 'mouseReleased' ? 0 : 1,
      clickCount: 1,
    });
  const watched = tab.evaluate<Frames>(`probe.watch(() => {}, ${WATCHED})`);
  await mouse('mousePressed', 0.2);
  const end = Date.now() + WATCHED - 200;
  for (let i = 0; Date.now() < end; i++) {
    await mouse('mouseMoved', 0.25 + 0.6 * Math.abs(((i % 80) - 40) / 40));
    await new Promise((resolve) => setTimeout(resolve, 12));
  }
  await mouse('mouseReleased', 0.8);
  return watched;
}

/** From the click that asks for the timeline to the last stroke of the drawings, and what a blank page takes to draw at all. */
async function toPicture(tab: Tab): Promise<Figure> {
  const times: number[] = [];
  for (let run = 0; run < 5; run++) {
    await tab.evaluate(`probe.click('^Summary$')`);
    await tab.evaluate(`probe.settled(300)`);
    times.push(await tab.evaluate<number>(`probe.drawnAfter(() => probe.click('^Timeline$'))`));
  }
  return within(
    {
      bench: 'frames',
      what: '100,000 records: lanes and overview, from the click to the picture, beyond two frames',
      value: median(times) - 33.4,
      unit: 'ms',
    },
    50,
  );
}
