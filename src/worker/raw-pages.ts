/**
 * Raw JSON as it came, byte for byte: each page compressed, each resource found again by its entry number. A page is
 * opened only when somebody asks to see one of its resources. Compressing costs as much as parsing, so it waits until
 * no pages come: a load is not slowed by what nobody looks at yet.
 */
import type { MemberKey } from '../record/index.ts';

/** Page and entry in one number: there is one for every record. */
const MOST_ENTRIES = 2 ** 20;
const pageOf = (place: number): number => Math.floor(place / MOST_ENTRIES);
const entryOf = (place: number): number => place % MOST_ENTRIES;

export interface RawPages {
  /** `numbers[i]` is the entry of the page's text that holds `keys[i]`. */
  keep(text: string, keys: readonly MemberKey[], numbers: readonly number[]): void;
  /** The page that holds a resource, and which entry it is. */
  find(key: MemberKey): Promise<{ text: string; entry: number } | null>;
  /** The pages that hold any of the wanted, each once: its text, and what stands at which entry. */
  each(wanted: ReadonlySet<MemberKey>): AsyncGenerator<{ text: string; at: ReadonlyMap<number, MemberKey> }>;
  drop(keys: Iterable<MemberKey>): void;
  clear(): void;
}

/** No page for so long: then whatever was read is read. */
const QUIET_MS = 1_000;

export function createRawPages(quietMs = QUIET_MS): RawPages {
  const places = new Map<MemberKey, number>();
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
  const forget = (key: MemberKey): void => {
    const place = places.get(key);
    if (place === undefined) return;
    places.delete(key);
    const page = pageOf(place);
    const left = (entriesOf.get(page) ?? 1) - 1;
    entriesOf.set(page, left);
    if (left > 0) return;
    entriesOf.delete(page);
    pages.delete(page);
  };
  return {
    keep(text, keys, numbers) {
      if (keys.length === 0) return;
      const page = last++;
      for (const [i, key] of keys.entries()) {
        forget(key);
        places.set(key, page * MOST_ENTRIES + (numbers[i] ?? 0));
      }
      entriesOf.set(page, keys.length);
      pages.set(page, text);
      waiting.push(page);
      later(quietMs);
    },
    async find(key) {
      const place = places.get(key);
      const page = place === undefined ? undefined : pages.get(pageOf(place));
      if (place === undefined || page === undefined) return null;
      return { text: typeof page === 'string' ? page : await unsqueeze(page), entry: entryOf(place) };
    },
    async *each(wanted) {
      const byPage = new Map<number, Map<number, MemberKey>>();
      for (const key of wanted) {
        const place = places.get(key);
        if (place === undefined) continue;
        const at = byPage.get(pageOf(place)) ?? new Map<number, MemberKey>();
        at.set(entryOf(place), key);
        byPage.set(pageOf(place), at);
      }
      for (const [number, at] of byPage) {
        const page = pages.get(number);
        if (page !== undefined) yield { text: typeof page === 'string' ? page : await unsqueeze(page), at };
      }
    },
    drop(keys) {
      for (const key of keys) forget(key);
    },
    clear() {
      places.clear();
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
