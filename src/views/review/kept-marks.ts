/**
 * What a reader marked as reviewed, kept in this browser for that reader and that patient. Nothing clinical is written
 * down: a salted hash of who reads about whom, and hashes of records as their sources had them. Where storage is denied,
 * or full, the marks hold until the tab is closed.
 */
import { hashOf, newSalt } from '../since/index.ts';

const KEY = 'throughline.reviewed';
/** Marks that nobody came back to are forgotten, and the oldest beyond so many: what they stood for is unreviewed again. */
const KEEP_MS = 400 * 864e5;
const KEEP = 30_000;

interface Reader {
  /** When a mark was last made or taken back. */
  readonly at: number;
  readonly marks: readonly string[];
}
interface Kept {
  readonly salt: string;
  readonly readers: Readonly<Record<string, Reader>>;
}

/** The hash under which this reader's marks of this patient stand. */
export const whoIs = async (reader: string): Promise<string> => hashOf(`${read().salt} ${reader}`);

export const marksOf = (who: string): readonly string[] => read().readers[who]?.marks ?? [];

/** Other tabs of this reader may have written since: what is kept now is what changes. */
export function keepMarks(
  who: string,
  { added, removed }: { readonly added: readonly string[]; readonly removed: readonly string[] },
  now: number,
): void {
  const { salt, readers } = read();
  const marks = new Set(readers[who]?.marks);
  for (const mark of removed) marks.delete(mark);
  for (const mark of added) marks.add(mark);
  try {
    localStorage.setItem(
      KEY,
      JSON.stringify({ salt, readers: tidied({ ...readers, [who]: { at: now, marks: [...marks] } }, now) }),
    );
  } catch {
    // They hold until the tab is closed.
  }
}

/** Whose marks are the latest come first; of the one beyond the limit the latest marks are kept. */
export function tidied(readers: Kept['readers'], now: number): Kept['readers'] {
  let left = KEEP;
  return Object.fromEntries(
    Object.entries(readers)
      .filter(([, { at }]) => now - at < KEEP_MS)
      .sort(([, a], [, b]) => b.at - a.at)
      .flatMap(([who, { at, marks }]) => {
        const some = left === 0 ? [] : marks.slice(-left);
        left -= some.length;
        return some.length === 0 ? [] : [[who, { at, marks: some }]];
      }),
  );
}

let salt: string | null = null;

function read(): Kept {
  try {
    const kept = keptIn(localStorage.getItem(KEY));
    if (kept !== null) return kept;
  } catch {
    // Denied: a salt of this page's own will do.
  }
  salt ??= newSalt();
  return { salt, readers: {} };
}

function keptIn(text: string | null): Kept | null {
  let value: unknown;
  try {
    value = text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || !('salt' in value) || !('readers' in value)) return null;
  if (typeof value.salt !== 'string' || typeof value.readers !== 'object' || value.readers === null)
    return null;
  return { salt: value.salt, readers: Object.fromEntries(Object.entries(value.readers).filter(isReader)) };
}

const isReader = (entry: [string, unknown]): entry is [string, Reader] => {
  const reader = entry[1];
  return (
    typeof reader === 'object' &&
    reader !== null &&
    'at' in reader &&
    typeof reader.at === 'number' &&
    'marks' in reader &&
    Array.isArray(reader.marks) &&
    reader.marks.every((mark) => typeof mark === 'string')
  );
};
