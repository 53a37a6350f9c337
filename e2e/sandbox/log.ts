/** One request a server received, without anything a token could be read from. */
export interface LogEntry {
  readonly at: number;
  readonly org: string;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  /** The body of a search by POST. */
  search: string;
  /** FHIR type, or 'token', 'authorize', 'discovery', 'metadata', …. */
  readonly type: string;
  readonly authorization: boolean;
  readonly origin: string | null;
  status: number;
  fault: string | null;
  ms: number;
}

const KEPT = 20_000;

export class RequestLog {
  #entries: LogEntry[] = [];

  add(entry: LogEntry): void {
    if (this.#entries.length >= KEPT) this.#entries.splice(0, KEPT / 2);
    this.#entries.push(entry);
  }

  list(): readonly LogEntry[] {
    return [...this.#entries];
  }

  clear(): void {
    this.#entries = [];
  }
}
