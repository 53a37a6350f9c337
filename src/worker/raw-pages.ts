/**
 * Raw JSON as it came, byte for byte: each page compressed, each resource found again by its entry number. A page is
 * opened only when somebody asks to see one of its resources.
 */
import type { MemberKey } from '../record/index.ts';

interface Place {
  readonly page: number;
  readonly entry: number;
}

export interface RawPages {
  /** `numbers[i]` is the entry of the page's text that holds `keys[i]`. */
  keep(text: string, keys: readonly MemberKey[], numbers: readonly number[]): void;
  /** The page that holds a resource, and which entry it is. */
  find(key: MemberKey): Promise<{ text: string; entry: number } | null>;
  drop(keys: Iterable<MemberKey>): void;
  clear(): void;
}

export function createRawPages(): RawPages {
  const places = new Map<MemberKey, Place>();
  const pages = new Map<number, Promise<Blob>>();
  const entriesOf = new Map<number, number>();
  let last = 0;
  /** The last resource of a page takes the page with it. */
  const forget = (key: MemberKey): void => {
    const place = places.get(key);
    if (!place) return;
    places.delete(key);
    const left = (entriesOf.get(place.page) ?? 1) - 1;
    entriesOf.set(place.page, left);
    if (left > 0) return;
    entriesOf.delete(place.page);
    pages.delete(place.page);
  };
  return {
    keep(text, keys, numbers) {
      if (keys.length === 0) return;
      const page = last++;
      keys.forEach((key, i) => {
        forget(key);
        places.set(key, { page, entry: numbers[i] ?? 0 });
        entriesOf.set(page, (entriesOf.get(page) ?? 0) + 1);
      });
      pages.set(page, squeeze(text));
    },
    async find(key) {
      const place = places.get(key);
      const blob = place && (await pages.get(place.page));
      return blob ? { text: await unsqueeze(blob), entry: place.entry } : null;
    },
    drop(keys) {
      for (const key of keys) forget(key);
    },
    clear() {
      places.clear();
      pages.clear();
      entriesOf.clear();
    },
  };
}

const squeeze = (text: string): Promise<Blob> =>
  new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'))).blob();

const unsqueeze = (blob: Blob): Promise<string> =>
  new Response(blob.stream().pipeThrough(new DecompressionStream('deflate-raw'))).text();
