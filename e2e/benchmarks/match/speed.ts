import { match } from '../../../src/match/index.ts';
import type { Person } from '../../../src/record/index.ts';

const ROUNDS = 7;

/**
 * Microseconds of the processor's time a comparison, after each person was read once, as after blocking. The reference
 * is a plain task in the same run: it says how fast the machine is, and how crowded.
 */
export function timeOf(pairs: readonly (readonly [Person, Person])[]): {
  least: number;
  median: number;
  reference: number;
} {
  for (const [a, b] of pairs) match(a, b);
  const [rounds, references]: [number[], number[]] = [[], []];
  let sink = 0;
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push(each(pairs.length, (i) => (sink += match(...(pairs[i] as readonly [Person, Person])).score)));
    references.push(
      each(200_000, (i) => (sink += jaroWinkler('krishnamurthy', i % 2 ? 'krishnamurti' : 'christopher'))),
    );
  }
  if (Number.isNaN(sink)) throw new Error('a comparison without a score');
  rounds.sort((a, b) => a - b);
  return { least: rounds[0] ?? 0, median: rounds[ROUNDS >> 1] ?? 0, reference: Math.min(...references) };
}

function each(times: number, task: (i: number) => void): number {
  const before = process.cpuUsage();
  for (let i = 0; i < times; i++) task(i);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / times;
}

/** As the textbooks have it, with nothing done for speed. */
function jaroWinkler(a: string, b: string): number {
  const reach = Math.floor(Math.max(a.length, b.length) / 2) - 1;
  const free = [...b].map(() => true);
  const mine: string[] = [];
  for (const [i, char] of [...a].entries()) {
    const at = [...b].findIndex((other, j) => free[j] && other === char && Math.abs(i - j) <= reach);
    if (at < 0) continue;
    free[at] = false;
    mine.push(char);
  }
  const theirs = [...b].filter((_, j) => !free[j]);
  const crossed = mine.filter((char, k) => char !== theirs[k]).length / 2;
  const m = mine.length;
  const jaro = m === 0 ? 0 : (m / a.length + m / b.length + (m - crossed) / m) / 3;
  let prefix = 0;
  while (prefix < 4 && a[prefix] === b[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}
