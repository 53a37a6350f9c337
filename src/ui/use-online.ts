import { useSyncExternalStore } from 'react';

const subscribe = (changed: () => void): (() => void) => {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
};

/** What the browser knows of its network: false is certain, true only means that there is one. */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine);
