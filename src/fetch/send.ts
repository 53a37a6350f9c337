import { err, ok, type Result } from '../base/index.ts';
import type { SourceProblem } from '../record/index.ts';
import type { Limits } from './limits.ts';
import { tiedTo } from './wait.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What came back over the wire, whatever its status: complete, within the cap, in time. */
export interface Wire {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  readonly redirected: boolean;
}

type Deadline = Pick<Limits, 'totalMs' | 'idleMs' | 'maxBytes'> & {
  /** Told how many bytes are here after each piece of a successful answer, and how many there are to be. */
  readonly onBytes?: ((received: number, about: number | null) => void) | undefined;
};

/** One request, one answer. Redirects are never followed: the token would go along. */
export async function send(
  fetch: Fetch,
  url: string,
  init: RequestInit,
  deadline: Deadline,
  signal?: AbortSignal,
): Promise<Result<Wire, SourceProblem>> {
  if (signal?.aborted) return err({ kind: 'cancelled' });
  const { controller, untie } = tiedTo(signal);
  let why: SourceProblem | null = null;
  const stop = (problem: SourceProblem) => {
    why ??= problem;
    controller.abort();
  };
  const late = (ms: number) => setTimeout(() => stop({ kind: 'timed-out', afterMs: ms }), ms);
  const total = late(deadline.totalMs);
  // Noted at every piece, looked at when the time is over: a timer a piece would cost more than the piece.
  let heard = performance.now();
  const look = () => {
    const left = heard + deadline.idleMs - performance.now();
    if (left <= 0) stop({ kind: 'timed-out', afterMs: deadline.idleMs });
    else idle = setTimeout(look, left);
  };
  let idle = setTimeout(look, deadline.idleMs);
  const alive = () => {
    heard = performance.now();
  };
  let answered = false;
  try {
    const response = await fetch(url, {
      ...init,
      signal: controller.signal,
      redirect: 'manual',
      credentials: 'omit',
      // Answers to POST are never kept; with 'no-store' the browser would ask leave (a preflight) for every one of them.
      cache: init.method === 'POST' ? 'default' : 'no-store',
      referrerPolicy: 'no-referrer',
    });
    answered = true;
    alive();
    const about = Number(response.headers.get('content-length')) || null;
    const onBytes = response.ok ? deadline.onBytes : undefined;
    const bytes = await readBody(response, deadline.maxBytes, alive, stop, (received) =>
      onBytes?.(received, about),
    );
    if (why) return err(why);
    const redirected =
      response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400);
    return ok({ status: response.status, headers: response.headers, bytes, redirected });
  } catch {
    // What a failed fetch says differs by platform and may name the URL: the kind alone is kept.
    if (why) return err(why);
    if (signal?.aborted) return err({ kind: 'cancelled' });
    return err(
      answered
        ? { kind: 'truncated', detail: 'the connection broke in the middle of the answer' }
        : {
            kind: 'unreachable',
            detail: 'no answer: the server or the network is down, or it refuses this page',
          },
    );
  } finally {
    clearTimeout(total);
    clearTimeout(idle);
    untie();
  }
}

async function readBody(
  response: Response,
  maxBytes: number,
  alive: () => void,
  stop: (problem: SourceProblem) => void,
  tell: (received: number) => void,
): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    alive();
    size += value.byteLength;
    tell(size);
    // Counted after decompression: a small answer that unfolds without end stops here too.
    if (size > maxBytes) {
      stop({ kind: 'too-large', limitBytes: maxBytes });
      break;
    }
    chunks.push(value);
  }
  const [only] = chunks;
  if (chunks.length === 1 && only) return only;
  const whole = new Uint8Array(size > maxBytes ? 0 : size);
  if (size > maxBytes) return whole;
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}
