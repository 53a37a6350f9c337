/** The output's contract, docs/cli-merge.schema.json, on every public record that is here. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fromJSONSchema } from 'zod';
import {
  examples,
  haveCorpora,
  myraJones,
  synthea,
  testCases,
  type Sample,
} from '../../src/normalise/testing/corpora.ts';
import { mergeCommand } from '../../src/cli/merge.ts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const schema = fromJSONSchema(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../docs/cli-merge.schema.json'), 'utf8')) as never,
);

interface Line {
  readonly received: number;
  readonly inFacts: number;
  readonly problems: number;
  readonly quarantined: number;
}

async function output(name: string, ...sources: string[]): Promise<string> {
  const out = join(folder, `${name}.json`);
  await mergeCommand({ sources, link: 'auto', maps: [], out });
  return readFileSync(out, 'utf8');
}

function written(name: string, samples: readonly Sample[]): string {
  const path = join(folder, `${name}.ndjson`);
  writeFileSync(path, samples.map(({ resource }) => JSON.stringify(resource)).join('\n'));
  return path;
}

describe.runIf(haveCorpora)('the output keeps to its schema, and loses nothing', () => {
  it.each<[string, () => readonly Sample[]]>([
    ['r4', () => examples('r4-examples')],
    ['us-core', () => examples('us-core-9-examples')],
    ['parsers', () => testCases('fhir-test-cases-r4')],
    ['validators', () => testCases('fhir-test-cases-validator')],
    ['synthea', synthea],
    ['myra-jones', myraJones],
  ])('%s', async (name, samples) => {
    const all = samples();
    const half = Math.floor(all.length / 2);
    const [a, b] = [written(`${name}-a`, all.slice(0, half)), written(`${name}-b`, all.slice(half))];
    const text = await output(name, `General=${a}`, `Clinic=${b}`);
    const read = JSON.parse(text) as { ledger: Line[] };
    expect(schema.safeParse(read).error?.issues.slice(0, 3) ?? []).toEqual([]);
    expect(schema.safeParse({ facts: [] }).success).toBe(false);
    expect(read.ledger.length).toBeGreaterThan(0);
    for (const line of read.ledger)
      expect(line.received, JSON.stringify(line)).toBe(line.inFacts + line.problems + line.quarantined);
    expect(await output(`${name}-again`, `Clinic=${b}`, `General=${a}`)).toBe(text);
  });
});
