/** Runs in every page before its own code: what the page's own clock and observers saw, and a hand that clicks. */

interface Frames {
  readonly gaps: number[];
  readonly blocked: number[];
}

const moments: { facts: number | null; shell: number | null; changed: number } = {
  facts: null,
  shell: null,
  changed: 0,
};
const blocked: { at: number; ms: number }[] = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) blocked.push({ at: entry.startTime, ms: entry.duration });
}).observe({ type: 'longtask', buffered: true });

const ROW = '[role="listbox"][aria-busy] [role="option"]';

/** Absolute, so that a moment can be compared with one of another process of this machine. */
const now = (): number => performance.timeOrigin + performance.now();

addEventListener('DOMContentLoaded', () => {
  new MutationObserver(() => {
    moments.changed = now();
    if (moments.shell === null && document.querySelector('main'))
      requestAnimationFrame(() => (moments.shell ??= performance.now()));
    if (moments.facts === null && document.querySelector(ROW)) moments.facts = now();
  }).observe(document.documentElement, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
});

const nameOf = (element: Element): string =>
  (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim();

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

async function until<T>(
  look: () => T | null | false | undefined,
  what: string,
  ms = 60_000,
  pause = 5,
): Promise<T> {
  const end = performance.now() + ms;
  for (;;) {
    const found = look();
    if (found) return found;
    if (performance.now() > end)
      throw new Error(`waited in vain for ${what}; the page says: ${document.body.innerText.slice(0, 400)}`);
    await sleep(pause);
  }
}

const find = (pattern: string, role = 'button, a, input'): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>(role)].find((element) =>
    new RegExp(pattern).test(nameOf(element)),
  );

/** The last stroke on any canvas, by the page's clock. */
const strokes = { last: 0 };
for (const name of ['fillRect', 'stroke', 'fill', 'fillText'] as const) {
  const draw = CanvasRenderingContext2D.prototype[name] as (
    this: CanvasRenderingContext2D,
    ...args: unknown[]
  ) => void;
  Object.assign(CanvasRenderingContext2D.prototype, {
    [name](this: CanvasRenderingContext2D, ...args: unknown[]) {
      strokes.last = performance.now();
      draw.apply(this, args);
    },
  });
}

let gapsSeen: { at: number; gap: number }[] = [];
let watching = false;

const probe = {
  moments,
  startFrames(): void {
    gapsSeen = [];
    watching = true;
    let last = performance.now();
    const tick = (at: number) => {
      gapsSeen.push({ at: performance.timeOrigin + at, gap: at - last });
      last = at;
      if (watching) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  },
  stopFrames(from: number, to: number): number[] {
    watching = false;
    return gapsSeen.filter(({ at }) => at >= from && at <= to).map(({ gap }) => gap);
  },
  now,
  find,
  async click(pattern: string): Promise<void> {
    (await until(() => find(pattern), `a button ${pattern}`)).click();
  },
  text: (selector: string): string => document.querySelector(selector)?.textContent ?? '',
  until,
  /** Resolves when the page has not changed for a while, with the moment of its last change. */
  async settled(quiet = 400, look?: () => boolean): Promise<number> {
    const isStill = (): boolean => now() - moments.changed > quiet && (look?.() ?? true);
    // Seldom, and the dear question last: who looks takes time from what is looked at.
    await until(isStill, 'the page to settle', 120_000, 25);
    return moments.changed;
  },
  blockedSince: (at: number): number[] =>
    blocked.filter((each) => performance.timeOrigin + each.at >= at).map((each) => each.ms),
  wheel(element: Element, how: WheelEventInit): void {
    const { x, y, width, height } = element.getBoundingClientRect();
    const middle = { clientX: x + width / 2, clientY: y + height / 2 };
    element.dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, ...middle, ...how }));
  },
  /** Ms from an act to the last stroke of any canvas. */
  async drawnAfter(act: () => unknown): Promise<number> {
    const begin = performance.now();
    strokes.last = 0;
    await act();
    await until(() => strokes.last > 0 && performance.now() - strokes.last > 400, 'a drawing');
    return strokes.last - begin;
  },
  /** Ms from an act to the frame after something stands in the page. */
  async appears(selector: string, act: () => unknown): Promise<number> {
    const begin = performance.now();
    await act();
    await until(() => document.querySelector(selector), selector);
    await frame();
    return performance.now() - begin;
  },
  /** Ms from an act to the frame after the list shows other rows. */
  async listChanges(act: () => unknown): Promise<number> {
    const shownRows = (): string =>
      [...document.querySelectorAll(ROW)].map((row) => row.textContent).join('\n');
    const before = shownRows();
    const begin = performance.now();
    await act();
    await until(() => shownRows() !== before, 'other rows');
    await frame();
    return performance.now() - begin;
  },
  /** Ms from a word in the search field to the change of what is found. */
  async hitsAfter(text: string): Promise<number> {
    const field = document.querySelector<HTMLInputElement>('input[type="search"]');
    // The list's total: other outputs tell of the sources.
    const told = [...document.querySelectorAll('output')].find((each) =>
      /facts?$/.test(each.textContent ?? ''),
    );
    if (!field || !told) throw new Error('there is no search here');
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    const before = told.textContent;
    const begin = performance.now();
    set?.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await until(() => told.textContent !== before || performance.now() - begin > 2_000, 'the hits');
    return performance.now() - begin;
  },
  /** Ms since navigation at which the page's main part had its frame to be painted in. */
  async shellAt(): Promise<number> {
    return until(() => moments.shell, 'the shell');
  },
  /** Gaps between frames while something is done a frame at a time. */
  async watch(step: (i: number) => void, ms: number): Promise<Frames> {
    const begin = now();
    const gaps: number[] = [];
    let last = await frame();
    const end = last + ms;
    for (let i = 0; last < end; i++) {
      step(i);
      const at = await frame();
      gaps.push(at - last);
      last = at;
    }
    return { gaps, blocked: probe.blockedSince(begin) };
  },
};

Object.assign(globalThis, { probe });
export {};
