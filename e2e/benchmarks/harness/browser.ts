/**
 * A real browser over its own protocol and a pipe. Playwright watches every request, which doubles the time of a load
 * of thousands; here nobody watches, and times come from the page's own clock.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { findBrowser } from '../../journeys/support/browser.ts';

type Params = Readonly<Record<string, unknown>>;
type Answer = Record<string, unknown>;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Answer;
  readonly result?: Answer;
  readonly error?: { readonly message: string };
}

export interface Tab {
  readonly target: string;
  go(url: string): Promise<void>;
  /** The value of an expression, awaited; what it throws is thrown here. */
  evaluate<T>(expression: string): Promise<T>;
  send(method: string, params?: Params): Promise<Answer>;
  /** Live bytes of the page's heap, after its garbage is gone. */
  heap(): Promise<number>;
  /** The same of its worker; null where there is none. */
  workerHeap(): Promise<number | null>;
  /** Starts to watch what the worker does; what is answered stops that and tells. */
  profileWorker(): Promise<() => Promise<Profile>>;
  close(): Promise<void>;
}

/** As the browser's protocol has it. */
export interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: {
      readonly functionName: string;
      readonly url: string;
      readonly lineNumber: number;
      readonly columnNumber: number;
    };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** As the browser writes it: times in microseconds, `tdur` by the clock of the thread, which stands while others have its core. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

export interface Browser {
  readonly version: string;
  readonly pid: number;
  /** A tab as of a new visitor. Every document of it runs the script before its own. */
  open(script: string): Promise<Tab>;
  /** The window that a page of ours opened last, once it is there. */
  popup(script: string): Promise<Tab>;
  /** Starts to note what every thread of the browser does; what is answered stops that and tells. */
  trace(categories: readonly string[]): Promise<() => Promise<readonly TraceEvent[]>>;
  close(): Promise<void>;
}

const FLAGS = [
  '--headless',
  '--remote-debugging-pipe',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--disable-popup-blocking',
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--ignore-certificate-errors',
  '--window-size=1280,800',
];

export async function openBrowser(): Promise<Browser> {
  const path = findBrowser();
  if (path === null) throw new Error('no browser: run `npm run journeys` once, which finds or installs one');
  const profile = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
  const child = spawn(path, [...FLAGS, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const wire = new Wire(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await wire.send('Target.setDiscoverTargets', { discover: true });
  const { product } = await wire.send('Browser.getVersion');
  return {
    version: String(product),
    pid: child.pid ?? 0,
    async open(script) {
      // A profile of its own: nobody is signed in, and no leave to ask (preflight) is remembered.
      const { browserContextId } = await wire.send('Target.createBrowserContext');
      const { targetId } = await wire.send('Target.createTarget', { url: 'about:blank', browserContextId });
      const tab = await attach(wire, String(targetId), script);
      return {
        ...tab,
        close: async () => void (await wire.send('Target.disposeBrowserContext', { browserContextId })),
      };
    },
    async popup(script) {
      return attach(wire, await wire.nextPopup(), script);
    },
    async trace(categories) {
      const events: TraceEvent[] = [];
      const off = wire.on(BROWSER, (method, params) => {
        if (method === 'Tracing.dataCollected') events.push(...(params['value'] as TraceEvent[]));
      });
      const traceConfig = { recordMode: 'recordAsMuchAsPossible', includedCategories: categories };
      await wire.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig });
      return async () => {
        const complete = wire.once(BROWSER, 'Tracing.tracingComplete');
        await wire.send('Tracing.end');
        await complete;
        off();
        return events;
      };
    },
    async close() {
      await wire.send('Browser.close').catch(() => ({}));
      await gone;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function attach(wire: Wire, target: string, script: string): Promise<Tab> {
  const { sessionId } = await wire.send('Target.attachToTarget', { targetId: target, flatten: true });
  const session = String(sessionId);
  const send = (method: string, params: Params = {}) => wire.send(method, params, session);
  const workers: string[] = [];
  wire.on(session, (method, params) => {
    if (method !== 'Target.attachedToTarget') return;
    const info = params['targetInfo'] as { type: string };
    if (info.type === 'worker') workers.push(String(params['sessionId']));
  });
  await send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
  await send('Page.enable');
  await send('Page.setBypassCSP', { enabled: true });
  await send('Page.addScriptToEvaluateOnNewDocument', { source: script });
  // The document that is here already, where a page of ours opened the window.
  await send('Runtime.evaluate', { expression: script });
  const heapOf = async (of: string): Promise<number> => {
    await wire.send('HeapProfiler.collectGarbage', {}, of);
    const { usedSize, backingStorageSize } = await wire.send('Runtime.getHeapUsage', {}, of);
    return Number(usedSize) + Number(backingStorageSize ?? 0);
  };
  return {
    target,
    async go(url) {
      const loaded = wire.once(session, 'Page.loadEventFired');
      await send('Page.navigate', { url });
      await loaded;
    },
    async evaluate<T>(expression: string) {
      const answer = await send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
        userGesture: true,
      });
      const thrown = answer['exceptionDetails'] as
        { exception?: { description?: string }; text: string } | undefined;
      if (thrown)
        throw new Error(`${expression.slice(0, 80)}: ${thrown.exception?.description ?? thrown.text}`);
      return (answer['result'] as { value?: unknown }).value as T;
    },
    send,
    heap: () => heapOf(session),
    async workerHeap() {
      const last = workers.at(-1);
      return last === undefined ? null : heapOf(last);
    },
    async profileWorker() {
      const worker = workers.at(-1) ?? '';
      await wire.send('Profiler.enable', {}, worker);
      await wire.send('Profiler.setSamplingInterval', { interval: 500 }, worker);
      await wire.send('Profiler.start', {}, worker);
      return async () => (await wire.send('Profiler.stop', {}, worker))['profile'] as Profile;
    },
    async close() {
      await wire.send('Target.closeTarget', { targetId: target });
    },
  };
}

/** The session of what concerns no tab. */
const BROWSER = '';

/** Messages of the protocol, each ended by a zero byte. */
class Wire {
  readonly #out: Writable;
  #id = 0;
  readonly #waiting = new Map<
    number,
    { resolve: (answer: Answer) => void; reject: (error: Error) => void }
  >();
  readonly #listeners = new Map<string, ((method: string, params: Answer) => void)[]>();
  readonly #popups: string[] = [];
  #popupWanted: ((target: string) => void) | null = null;

  constructor(out: Writable, into: Readable) {
    this.#out = out;
    let rest = Buffer.alloc(0);
    into.on('data', (bytes: Buffer) => {
      rest = Buffer.concat([rest, bytes]);
      for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
        this.#take(JSON.parse(rest.subarray(0, end).toString()) as Message & { sessionId?: string });
        rest = rest.subarray(end + 1);
      }
    });
  }

  send(method: string, params: Params = {}, sessionId?: string): Promise<Answer> {
    const id = ++this.#id;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#out.write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`);
    });
  }

  /** What is answered takes the listener away. */
  on(session: string, listener: (method: string, params: Answer) => void): () => void {
    this.#listeners.set(session, [...(this.#listeners.get(session) ?? []), listener]);
    return () => {
      const left = (this.#listeners.get(session) ?? []).filter((each) => each !== listener);
      this.#listeners.set(session, left);
    };
  }

  once(session: string, wanted: string): Promise<void> {
    return new Promise((resolve) => {
      this.on(session, (method) => {
        if (method === wanted) resolve();
      });
    });
  }

  nextPopup(): Promise<string> {
    const here = this.#popups.shift();
    if (here !== undefined) return Promise.resolve(here);
    return new Promise((resolve) => (this.#popupWanted = resolve));
  }

  #take({ id, method, params = {}, result = {}, error, sessionId }: Message & { sessionId?: string }): void {
    if (id !== undefined) {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error) waiting?.reject(new Error(error.message));
      else waiting?.resolve(result);
      return;
    }
    if (method === 'Target.targetCreated') {
      const info = params['targetInfo'] as { targetId: string; type: string; openerId?: string };
      if (info.type === 'page' && info.openerId !== undefined) {
        if (this.#popupWanted) this.#popupWanted(info.targetId);
        else this.#popups.push(info.targetId);
        this.#popupWanted = null;
      }
    }
    for (const listener of this.#listeners.get(sessionId ?? BROWSER) ?? []) listener(method ?? '', params);
  }
}
