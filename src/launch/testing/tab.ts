/** One tab as sign-in sees it: an address, a history entry, a storage of its own, and windows it can open. */
import type { Browser, Message, PopUp, TabStorage } from '../browser.ts';

export interface Tab extends Browser {
  href: string;
  opener: unknown;
  readonly went: string[];
  /** Forms that were sent. */
  readonly forms: SentForm[];
  readonly stored: Map<string, string>;
  /** All that was ever written into the storage. */
  readonly written: string[];
  readonly popups: TestPopUp[];
  /** The next window.open returns null. */
  blocked: boolean;
  closedItself: boolean;
  receive(message: Message): void;
}

export interface SentForm {
  readonly action: string;
  readonly target: string;
  readonly fields: Readonly<Record<string, string>>;
}

interface TestPopUp extends PopUp {
  closed: boolean;
  href: string;
  readonly name: string;
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
    forms: [],
    document: documentOf((form) => tab.forms.push(form)),
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
    open(_url, name) {
      if (tab.blocked) return null;
      const popup: TestPopUp = {
        closed: false,
        href: 'about:blank',
        name,
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

/** Just enough of a document to send a form with. */
function documentOf(sent: (form: SentForm) => void): Browser['document'] {
  const createElement = (name: string) => {
    const fields: Record<string, string> = {};
    const element = {
      name: '',
      value: '',
      action: '',
      target: '',
      append: (field: { name: string; value: string }) => void (fields[field.name] = field.value),
      submit: () => sent({ action: element.action, target: element.target, fields }),
      remove: () => undefined,
    };
    if (name !== 'form' && name !== 'input') throw new Error(`a sign-in makes no ${name}`);
    return element;
  };
  return { createElement, body: { append: () => undefined } } as unknown as Browser['document'];
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
