import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isAllowed, licenceList, shipped } from './sbom.ts';

const ROOT = join(import.meta.dirname, '../..');

describe('what ships', () => {
  const all = shipped(ROOT);

  it('is known', () => {
    const names = all.map(({ name }) => name.replace(/@[^@]+$/, ''));
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    expect(names).toEqual(expect.arrayContaining(Object.keys(dependencies)));
    // Exact versions: what is built today is built tomorrow.
    for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('every licence that ships is on the list', () => {
    expect(all.filter(({ licence }) => !isAllowed(licence))).toEqual([]);
  });

  it('is listed, each with its licence and the text of it', () => {
    const list = licenceList(ROOT);
    for (const { name, licence } of all) expect(list).toContain(`${name} · ${licence ?? ''}\n`);
    expect(list).toMatch(/react@[\d.]+ · MIT\n\nMIT License/);
    expect(list.match(/without the text/g)?.length ?? 0).toBeLessThan(all.length / 4);
  });

  it('no package that ships runs a script when it is installed', () => {
    expect(all.filter(({ runsScript }) => runsScript)).toEqual([]);
    expect(readFileSync(join(ROOT, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m);
  });

  it('comes with its hash, and the lock file names no registry', () => {
    expect(all.filter(({ integrity }) => !integrity)).toEqual([]);
    expect(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved":/);
  });
});

describe('a licence', () => {
  it.each<[string | null, boolean]>([
    ['MIT', true],
    ['(MIT OR GPL-3.0)', true],
    ['MIT AND GPL-3.0', false],
    ['AGPL-3.0', false],
    [null, false],
  ])('%s', (licence, allowed) => expect(isAllowed(licence)).toBe(allowed));
});
