import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { breaches, breachesOf, LAW } from './laws.ts';

const ROOT = join(import.meta.dirname, '../..');

describe('the house', () => {
  it('keeps its laws', () => {
    expect(breaches(ROOT)).toEqual([]);
  });

  it('has no room without a law, and no law without a room', () => {
    expect(
      readdirSync(join(ROOT, 'src'))
        .filter((name) => !name.endsWith('.d.ts'))
        .sort(),
    ).toEqual(Object.keys(LAW).sort());
  });
});

describe('a planted breach is found', () => {
  const laws = (file: string, text: string) => breachesOf(file, text).map((b) => b.law);

  it.each([
    ['a stage importing a stage', 'merge/x.ts', `import { a } from '../match/index.ts';`],
    ['a type-only import', 'merge/x.ts', `import type { A } from '../match/index.ts';`],
    ['an inline type import', 'merge/x.ts', `type A = import('../match/index.ts').A;`],
    ['a dynamic import', 'merge/x.ts', `export const later = () => import('../fetch/index.ts');`],
    ['a re-export', 'record/x.ts', `export { a } from '../sources/index.ts';`],
    [
      'a worker made from another room',
      'views/x.ts',
      `new Worker(new URL('../merge/x.ts', import.meta.url));`,
    ],
    ['fhirclient outside launch', 'fetch/x.ts', `import FHIR from 'fhirclient';`],
    ['React in a pure stage', 'timeline/x.ts', `import { useState } from 'react';`],
    ['a back door into a room', 'worker/x.ts', `import { a } from '../merge/rules.ts';`],
    ['a clock in a pure stage', 'normalise/x.ts', `export const now = () => new Date();`],
    ['chance in a pure stage', 'merge/x.ts', `export const r = Math.random();`],
    ['something that does not ship', 'app/x.ts', `import { a } from '../../e2e/sandbox/index.ts';`],
    ['a room that is not in the plan', 'helpers/x.ts', `export const a = 1;`],
  ])('%s', (_what, file, text) => {
    expect(laws(file, text)).not.toEqual([]);
  });

  it('and what is allowed is not', () => {
    expect(laws('worker/x.ts', `import { a } from '../merge/index.ts';\nimport './y.ts';`)).toEqual([]);
    expect(laws('merge/x.ts', `import type { Fact } from '../record/index.ts';`)).toEqual([]);
  });
});

describe('the pure stages', () => {
  const planted = mkdtempSync(join(tmpdir(), 'planted-'));
  const config = { extends: join(ROOT, 'tsconfig.pure.json'), include: ['breach.ts'], exclude: [] };
  writeFileSync(join(planted, 'tsconfig.json'), JSON.stringify(config));
  afterAll(() => rmSync(planted, { recursive: true, force: true }));
  const compile = (text: string) => {
    writeFileSync(join(planted, 'breach.ts'), text);
    return spawnSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', planted], {
      encoding: 'utf8',
    });
  };

  it.each([
    ['the DOM', `export const title = () => document.title;`],
    ['the network', `export const get = () => fetch('/x');`],
    ['Node', `export const home = () => process.env['HOME'];`],
  ])('do not compile with %s', (_what, text) => {
    const run = compile(text);
    expect(run.stdout).toContain('breach.ts');
    expect(run.status).not.toBe(0);
  });

  it('do compile with the language alone', () => {
    expect(compile(`export const twice = (n: number) => n * 2;`).status).toBe(0);
  });
});
