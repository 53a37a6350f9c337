import type { IdleWatch } from './idle.ts';

const LOOK_EVERY_MS = 1_000;

/** Ties an idle watch to the page: what people do, the passing of time, and the moments after a sleep. */
export function tieToPage(page: Window, idle: IdleWatch): void {
  const options = { capture: true, passive: true };
  for (const kind of ['pointerdown', 'keydown', 'wheel', 'touchstart'])
    page.addEventListener(kind, () => idle.active('act'), options);
  page.addEventListener('pointermove', () => idle.active('move'), options);
  for (const kind of ['focus', 'pageshow']) page.addEventListener(kind, () => idle.look());
  page.document.addEventListener('visibilitychange', () => idle.look());
  page.setInterval(() => idle.look(), LOOK_EVERY_MS);
}
