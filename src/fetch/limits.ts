/** How long, how much and how often one source may be asked. A site does not tune these; tests shorten them. */
export interface Limits {
  /** For one answer, from asking to its last byte. */
  readonly totalMs: number;
  /** Without a single byte: a slow drip is allowed to drip, a dead line is not. */
  readonly idleMs: number;
  /** For a refresh. Cut short, a server that rotates may have spent the old token: patience is cheaper. */
  readonly refreshMs: number;
  readonly maxBytes: number;
  /** Further tries of one read after a failure that may pass. */
  readonly retries: number;
  readonly backoffMs: number;
  /** A Retry-After longer than this is not waited for: the line says until when instead. */
  readonly maxWaitMs: number;
  /** Requests under way to one server. Browsers open six HTTP/1.1 connections a host. */
  readonly concurrency: number;
  /** Where the server shows that it answers more beside each other, as HTTP/2 does. */
  readonly widest: number;
}

export const LIMITS: Limits = {
  totalMs: 120_000,
  idleMs: 25_000,
  refreshMs: 30_000,
  maxBytes: 64 * 1024 * 1024,
  retries: 3,
  backoffMs: 400,
  maxWaitMs: 60_000,
  concurrency: 6,
  widest: 24,
};
