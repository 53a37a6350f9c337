import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { useOrganisations } from '../../session/index.ts';
import { readState, writeState, type ViewState } from './view-state.ts';

const listeners = new Set<() => void>();
const announce = (): void => {
  for (const listener of listeners) listener();
};

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) addEventListener('popstate', announce);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener('popstate', announce);
  };
}

export type ChangeView = (change: Partial<ViewState>, how?: 'push' | 'replace') => void;

/** The address is where view state lives; a change that a reader would want to go back from is pushed. */
export function useViewState(): readonly [state: ViewState, change: ChangeView] {
  const search = useSyncExternalStore(subscribe, () => location.search);
  const organisations = useOrganisations();
  const known = useMemo(() => organisations.map(({ id }) => id), [organisations]);
  const state = useMemo(() => readState(search, known), [search, known]);
  const change = useCallback<ChangeView>(
    (part, how = 'push') => {
      const next = writeState({ ...readState(location.search, known), ...part }, location.search);
      if (next === location.search) return;
      const url = `${location.pathname}${next}${location.hash}`;
      if (how === 'push') history.pushState(history.state, '', url);
      else history.replaceState(history.state, '', url);
      announce();
    },
    [known],
  );
  return [state, change];
}
