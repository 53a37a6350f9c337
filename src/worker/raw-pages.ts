/**
 * Raw JSON as it came, byte for byte: each page compressed, each resource found again by its place, which is its page
 * and its entry number. A page is opened only when somebody asks to see one of its resources. Compressing costs as much
 * as parsing, so it waits until no pages come: a load is not slowed by what nobody looks at yet.
 */

/** Page and entry in one number: there is one for every record. */
const MOST_ENTRIES = 2 ** 20;
const pageOf = (place: number): number => Math.floor(place / MOST_ENTRIES);
const entryOf = (place: number): number => place % MOST_ENTRIES;

export interface RawPages {
  /** `numbers` are the entries of the text that are to be found again; the places at which they then are. */
  keep(text: string, numbers: readonly number[]): readonly number[];
  /** The page that holds what is at a place, and which entry it is. */
  find(place: number): Promise<{ text: string; entry: number } | null>;
  /** The pages that hold any of the wanted places, each once: its text, and what stands at which entry. */
  each<T>(wanted: ReadonlyMap<number, T>): AsyncGenerator<{ text: string; at: ReadonlyMap<number, T> }>;
  /** A page goes with the last of its places: each is dropped once. */
  drop(places: Iterable<number>): void;
  clear(): void;
}

/** No page for so long: then whatever was read is read. */
const QUIET_MS = 1_000;

export function createRawPages(quietMs = QUIET_MS): RawPages {
  const pages = new Map<number, string | Blob>();
  const entriesOf = new Map<number, number>();
  const waiting: number[] = [];
  let last = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const later = (ms: number): void => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => void squeezeNext(), ms);
  };
  /** One page at a time, with room between them for whoever asks for something. */
  const squeezeNext = async (): Promise<void> => {
    timer = null;
    const page = waiting.pop();
    const text = page === undefined ? undefined : pages.get(page);
    if (page === undefined) return;
    if (typeof text === 'string') {
      const blob = await squeeze(text);
      // Meanwhile its last resource may have gone, or another page come.
      if (pages.has(page)) pages.set(page, blob);
    }
    if (timer === null) later(0);
  };
  /** The last resource of a page takes the page with it. */
  const forget = (place: number): void => {
    const page = pageOf(place);
    const left = (entriesOf.get(page) ?? 1) - 1;
    entriesOf.set(page, left);
    if (left > 0) return;
    entriesOf.delete(page);
    pages.delete(page);
  };
  return {
    keep(text, numbers) {
      if (numbers.length === 0) return [];
      const page = last++;
      entriesOf.set(page, numbers.length);
      pages.set(page, text);
      waiting.push(page);
      later(quietMs);
      return numbers.map((number) => page * MOST_ENTRIES + number);
    },
    async find(place) {
      const page = pages.get(pageOf(place));
      if (page === undefined) return null;
      return { text: typeof page === 'string' ? page : await unsqueeze(page), entry: entryOf(place) };
    },
    async *each<T>(wanted: ReadonlyMap<number, T>) {
      const byPage = new Map<number, Map<number, T>>();
      for (const [place, what] of wanted) {
        const at = byPage.get(pageOf(place)) ?? new Map<number, T>();
        at.set(entryOf(place), what);
        byPage.set(pageOf(place), at);
      }
      for (const [number, at] of byPage) {
        const page = pages.get(number);
        if (page !== undefined) yield { text: typeof page === 'string' ? page : await unsqueeze(page), at };
      }
    },
    drop(places) {
      for (const place of places) forget(place);
    },
    clear() {
      pages.clear();
      entriesOf.clear();
      waiting.length = 0;
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}

const squeeze = (text: string): Promise<Blob> =>
  new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'))).blob();

const unsqueeze = (blob: Blob): Promise<string> =>
  new Response(blob.stream().pipeThrough(new DecompressionStream('deflate-raw'))).text();
