/** One tab as sign-in sees it: an address, a history entry, a storage of its own, and windows it can open. */
import type { Browser, Message, PopUp, TabStorage } from '../browser.ts';

export interface Tab extends Browser {
  href: string;
  opener: unknown;
  readonly went: string[];
  readonly stored: Map<string, string>;
  /** All that was ever written into the storage. */
  readonly written: string[];
  readonly popups: TestPopUp[];
  /** The next window.open returns null. */
  blocked: boolean;
  closedItself: boolean;
  receive(message: Message): void;
}

interface TestPopUp extends PopUp {
  closed: boolean;
  href: string;
  /** What its session storage started with. */
  readonly copied: ReadonlyMap<string, string>;
}

export function newTab(href: string): Tab {
  const listeners = new Set<(message: Message) => void>();
  const stored = new Map<string, string>();
  const tab: Tab = {
    href,
    opener: null,
    went: [],
    stored,
    written: [],
    popups: [],
    blocked: false,
    closedItself: false,
    location: {
      get href() {
        return tab.href;
      },
      assign(url) {
        tab.went.push(url);
      },
    },
    history: { replaceState: (_data, _unused, url) => void (tab.href = new URL(url, tab.href).href) },
    sessionStorage: storageOf(stored, (value) => tab.written.push(value)),
    open() {
      if (tab.blocked) return null;
      const popup: TestPopUp = {
        closed: false,
        href: 'about:blank',
        copied: new Map(stored),
        location: { replace: (url) => void (popup.href = url) },
        close: () => void (popup.closed = true),
      };
      tab.popups.push(popup);
      return popup;
    },
    close: () => void (tab.closedItself = true),
    addEventListener: (_type, listener) => void listeners.add(listener),
    removeEventListener: (_type, listener) => void listeners.delete(listener),
    receive: (message) => {
      for (const listener of listeners) listener(message);
    },
  };
  return tab;
}

const storageOf = (map: Map<string, string>, wrote: (value: string) => void): TabStorage => ({
  get length() {
    return map.size;
  },
  key: (i) => [...map.keys()][i] ?? null,
  getItem: (key) => map.get(key) ?? null,
  setItem(key, value) {
    wrote(value);
    map.set(key, value);
  },
  removeItem: (key) => void map.delete(key),
});
