import { useSyncExternalStore } from 'react';
import { keep, kept } from './kept.ts';

/** How much air there is between things: a choice that is remembered in this browser. */
export type Density = 'comfortable' | 'compact';

let density: Density = kept('density') === 'compact' ? 'compact' : 'comfortable';
const listeners = new Set<() => void>();

/** The tokens of spacing follow the attribute. */
const show = (): void => {
  document.documentElement.dataset['density'] = density;
};
if (typeof document !== 'undefined') show();

export function chooseDensity(next: Density): void {
  density = next;
  keep('density', next);
  show();
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useDensity = (): Density => useSyncExternalStore(subscribe, () => density);
