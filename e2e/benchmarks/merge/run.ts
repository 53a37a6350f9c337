/**
 * `npm run bench:merge`: how well merging does on the sandbox's people, whose truth is known, and on messy variants
 * of them. `--seed N` draws other people and another mess; `--wrong` lists what was misjudged; `--speed` measures time.
 */
import { makeWorld } from '../../sandbox/world/index.ts';
import { judgeCase, newTotals, type Totals } from './judge-case.ts';
import { messy, synonymsOf } from './messy.ts';
import { caseOf } from './people.ts';
import { measureSpeed } from './speed.ts';

const GOAL = { precision: 0.995, recall: 0.95 };

function option(name: string): string | null {
  const i = process.argv.indexOf(`--${name}`);
  return i < 0 ? null : (process.argv[i + 1] ?? '');
}

function print(title: string, totals: Totals): boolean {
  console.log(
    `\n${title}\n\n| kind | records | precision | recall | coded | recall, coded | lost |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |`,
  );
  let met = totals.hidden.length === 0;
  for (const [kind, s] of [...totals.scores].sort((a, b) => b[1].records - a[1].records)) {
    const [precision, recall] = [s.precision / s.records, s.recall / s.records];
    const codedRecall = s.coded === 0 ? 1 : s.codedRecall / s.coded;
    const good = precision >= GOAL.precision && codedRecall >= GOAL.recall && s.lost === 0;
    met &&= good;
    console.log(
      `| ${kind} | ${s.records} | ${precision.toFixed(4)} | ${recall.toFixed(4)} | ${s.coded} | ${codedRecall.toFixed(4)} | ${s.lost} |${good ? '' : ' below the goal'}`,
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
const cases = world.people.map((person) => caseOf(world, person));

const people = newTotals();
for (const one of cases) judgeCase(one, people);
const met = print(`Sandbox people, seed ${seed}`, people);

const bent = newTotals();
const bends = new Map<string, number>();
const synonyms = synonymsOf(cases);
cases.forEach((one, i) => {
  const made = messy(one, seed * 1000 + i, 0.5, synonyms);
  judgeCase(made.case, bent);
  for (const [name, count] of made.bends) bends.set(name, (bends.get(name) ?? 0) + count);
});
const metMessy = print(
  `The same people made messy (a copy of every second record, bent), seed ${seed}`,
  bent,
);
console.log(
  `copies: ${[...bends]
    .sort()
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')}`,
);
process.exitCode = met && metMessy ? 0 : 1;
if (process.argv.includes('--speed')) measureSpeed();
