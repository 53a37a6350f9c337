/**
 * `npm run bench:merge`: how well merging does on the sandbox's people, whose truth is known, and on messy variants
 * of them. `--seed N` draws other people and another mess; `--wrong` lists what was misjudged.
 */
import { makeWorld } from '../../sandbox/world/index.ts';
import { judgeCase, newTotals, type Totals } from './judge-case.ts';
import { caseOf } from './people.ts';

const GOAL = { precision: 0.995, recall: 0.95 };

function option(name: string): string | null {
  const i = process.argv.indexOf(`--${name}`);
  return i < 0 ? null : (process.argv[i + 1] ?? '');
}

function print(title: string, totals: Totals): boolean {
  console.log(
    `\n${title}\n\n| kind | records | precision | recall | lost |\n| --- | ---: | ---: | ---: | ---: |`,
  );
  let met = totals.hidden.length === 0;
  for (const [kind, s] of [...totals.scores].sort((a, b) => b[1].records - a[1].records)) {
    const [precision, recall] = [s.precision / s.records, s.recall / s.records];
    const good = precision >= GOAL.precision && recall >= GOAL.recall && s.lost === 0;
    met &&= good;
    console.log(
      `| ${kind} | ${s.records} | ${precision.toFixed(4)} | ${recall.toFixed(4)} | ${s.lost} |${good ? '' : ' below the goal'}`,
    );
  }
  console.log(
    `\n${totals.contradictions} contradictions, ${totals.hidden.length} hidden; ` +
      `${totals.relations} relations, ${totals.untied.length} not shown.`,
  );
  for (const line of totals.hidden) console.log(`  hidden: ${line}`);
  if (process.argv.includes('--wrong')) {
    for (const line of totals.untied) console.log(`  not shown: ${line}`);
    for (const line of totals.wrong) console.log(`  ${line}`);
  }
  return met;
}

const seed = Number(option('seed') ?? 1);
const world = makeWorld({ seed, largeRecords: 4000, more: 60 });
const people = newTotals();
for (const person of world.people) judgeCase(caseOf(world, person), people);
const met = print(`Sandbox people, seed ${seed}`, people);
process.exitCode = met ? 0 : 1;
