/**
 * How well, and how fast, patients are told apart. `npm run bench:match`.
 * On FEBRL: the share of true pairs that come out certain or likely, of false ones that come out certain or likely
 * among those that a search would offer, and certain links in ten million random pairs of different people.
 */
import { match } from '../../../src/match/index.ts';
import type { MatchOutcome, Person } from '../../../src/record/index.ts';
import { febrl, type Known } from './febrl.ts';

const RANDOM_PAIRS = Number(process.env['PAIRS'] ?? 10_000_000);

const sets = febrl();
if (!sets) {
  console.log('The FEBRL sets are not on this machine (set THROUGHLINE_DATA): nothing measured.');
} else {
  for (const [name, records] of join4(sets)) truePairs(name, records);
  randomPairs([...sets.values()].flat());
}

/** FEBRL 4 comes as originals and duplicates apart. */
function join4(all: ReadonlyMap<string, readonly Known[]>): Map<string, readonly Known[]> {
  const joined = new Map<string, readonly Known[]>();
  for (const [name, records] of [...all].sort()) {
    const key = name.replace(/[ab]$/, '');
    joined.set(key, [...(joined.get(key) ?? []), ...records]);
  }
  return joined;
}

function truePairs(name: string, records: readonly Known[]): void {
  const people = new Map<string, Person[]>();
  for (const { number, person } of records) people.set(number, [...(people.get(number) ?? []), person]);
  const count: Record<MatchOutcome, number> = { certain: 0, likely: 0, unlikely: 0 };
  let pairs = 0;
  for (const same of people.values())
    for (let i = 0; i < same.length; i++)
      for (let j = i + 1; j < same.length; j++) {
        const [a, b] = [same[i], same[j]];
        if (!a || !b) continue;
        const result = match(a, b);
        count[result.outcome]++;
        pairs++;
        if (process.env['SHOW'] && result.outcome === 'unlikely') show(result.score, a, b);
      }
  const recall = (count.certain + count.likely) / pairs;
  console.log(
    `${name}: ${pairs} true pairs; certain ${count.certain}, likely ${count.likely}, unlikely ${count.unlikely}; recall ${recall.toFixed(4)}`,
  );
}

function show(score: number, a: Person, b: Person): void {
  const text = (p: Person) =>
    [
      p.names[0]?.given[0],
      p.names[0]?.family,
      'at' in p.birthDate ? p.birthDate.at.text : '-',
      p.identifiers[0]?.value,
      p.addresses[0]?.lines.join(' '),
    ].join(' | ');
  console.log(`  ${score}  ${text(a)}   <>   ${text(b)}`);
}

/** A linear congruential generator: the same pairs each time. */
function randomPairs(records: readonly Known[]): void {
  let state = 20_261_101;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * records.length);
  };
  const count: Record<MatchOutcome, number> = { certain: 0, likely: 0, unlikely: 0 };
  const start = performance.now();
  let pairs = 0;
  while (pairs < RANDOM_PAIRS) {
    const [a, b] = [records[next()], records[next()]];
    if (!a || !b || a.number === b.number) continue;
    count[match(a.person, b.person).outcome]++;
    pairs++;
  }
  const each = ((performance.now() - start) / pairs) * 1000;
  console.log(
    `random: ${pairs} pairs of different people; certain ${count.certain}, likely ${count.likely}; ${each.toFixed(2)} µs a comparison`,
  );
}
