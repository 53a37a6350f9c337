import { hashOf, newSalt } from './salted.ts';

/**
 * When this patient was last looked at in this browser. Nothing clinical is written down: a salted hash of the source
 * and the patient's id there, and a time. Who holds the browser profile can test a guess of an id against it, and so
 * learn that it was looked at and when; nothing of the record. Where storage is denied nothing is remembered.
 */
const KEY = 'throughline.looked';
/** Older looks are forgotten, and of more than so many patients the oldest. */
const KEEP_MS = 400 * 864e5;
const KEEP = 500;

interface Kept {
  readonly salt: string;
  readonly looked: Readonly<Record<string, number>>;
}

/** The time of the look before this tab's; null where there was none. Notes down this one. */
export async function lookedBefore(patient: string, now: number): Promise<number | null> {
  try {
    const kept = read(localStorage.getItem(KEY)) ?? { salt: newSalt(), looked: {} };
    const id = await hashOf(`${kept.salt} ${patient}`);
    // A reload is the same look: this tab remembers which look was before it.
    const held = sessionStorage.getItem(`${KEY}.${id}`);
    const before = held === null ? (kept.looked[id] ?? null) : Number(held) || null;
    if (held === null) sessionStorage.setItem(`${KEY}.${id}`, String(before ?? 0));
    localStorage.setItem(
      KEY,
      JSON.stringify({ salt: kept.salt, looked: tidied({ ...kept.looked, [id]: now }, now) }),
    );
    return before;
  } catch {
    return null;
  }
}

function read(text: string | null): Kept | null {
  const value: unknown = text === null ? null : JSON.parse(text);
  if (typeof value !== 'object' || value === null || !('salt' in value) || !('looked' in value)) return null;
  if (typeof value.salt !== 'string' || typeof value.looked !== 'object' || value.looked === null)
    return null;
  const times = Object.entries(value.looked).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  );
  return { salt: value.salt, looked: Object.fromEntries(times) };
}

export const tidied = (looked: Kept['looked'], now: number): Kept['looked'] =>
  Object.fromEntries(
    Object.entries(looked)
      .filter(([, time]) => now - time < KEEP_MS)
      .sort(([, a], [, b]) => b - a)
      .slice(0, KEEP),
  );
