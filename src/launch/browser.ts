/** What sign-in needs of a browser window. `window` is one; a test brings its own. */
export interface Browser {
  readonly location: { readonly href: string; assign(url: string): void };
  readonly document: Pick<Document, 'createElement' | 'body'>;
  readonly history: { replaceState(data: unknown, unused: string, url: string): void };
  readonly sessionStorage: TabStorage;
  /** The window that opened this one, or null. May belong to anybody. */
  readonly opener: unknown;
  open(url: string, target: string, features: string): PopUp | null;
  close(): void;
  addEventListener(type: 'message', listener: (event: Message) => void): void;
  removeEventListener(type: 'message', listener: (event: Message) => void): void;
}

export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export interface PopUp {
  readonly closed: boolean;
  readonly location: { replace(url: string): void };
  close(): void;
}

/** Of a MessageEvent: all that is looked at. */
export interface Message {
  readonly origin: string;
  readonly source: unknown;
  readonly data: unknown;
}

/** The tab's own storage, or null where the browser denies it (an EHR's frame with third-party storage off). */
export function tabStorage(browser: Browser): TabStorage | null {
  try {
    return browser.sessionStorage;
  } catch {
    return null;
  }
}
