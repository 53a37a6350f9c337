/** Holds a record back while sign-ins are made, so that all sources can begin to answer at one moment. */
export class Gate {
  #opened: Promise<void> | null = null;
  #open: () => void = () => {};

  hold(): void {
    this.release();
    this.#opened = new Promise((resolve) => (this.#open = resolve));
  }

  release(): void {
    this.#open();
    this.#opened = null;
  }

  async pass(type: string): Promise<void> {
    if (!BEFORE_READING.has(type)) await this.#opened;
  }
}

/** What an app asks before it knows whose record it is about to read. */
const BEFORE_READING: ReadonlySet<string> = new Set(['discovery', 'metadata', 'Patient']);
