/**
 * The session's own ledger of what was opened: each line is hashed together with the hash before it, so that a line
 * that is changed, left out or moved afterwards is told by every line that follows.
 */
import type { JsonObject } from '../base/index.ts';

export interface ChainLine {
  readonly number: number;
  readonly event: JsonObject;
  /** SHA-256, in hex, of the line before; zeros before the first. */
  readonly before: string;
  readonly hash: string;
}

export interface Chain {
  add(event: JsonObject): void;
  /** All lines so far, once they are hashed. */
  lines(): Promise<readonly ChainLine[]>;
}

const START = '0'.repeat(64);
/** Older lines make room; the first that is kept still names the hash of the one before it. */
const KEPT = 20_000;

export function createChain(): Chain {
  let lines: ChainLine[] = [];
  let last = START;
  let number = 0;
  let tail: Promise<void> = Promise.resolve();
  return {
    add(event) {
      const mine = ++number;
      tail = tail.then(async () => {
        const hash = await hashOf(mine, event, last);
        lines.push({ number: mine, event, before: last, hash });
        last = hash;
        if (lines.length > KEPT) lines = lines.slice(-KEPT / 2);
      });
    },
    async lines() {
      await tail;
      return lines;
    },
  };
}

/** The number of the first line that does not fit; null where the chain holds. */
export async function brokenAt(lines: readonly ChainLine[]): Promise<number | null> {
  for (const [i, line] of lines.entries()) {
    const before = i === 0 ? line : lines[i - 1];
    const follows = i === 0 || (before?.hash === line.before && before.number + 1 === line.number);
    if (!follows || (await hashOf(line.number, line.event, line.before)) !== line.hash) return line.number;
  }
  return null;
}

async function hashOf(number: number, event: JsonObject, before: string): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify([number, before, event]));
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
