import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const LINES = 23;

interface Promised {
  readonly line: number;
  readonly proofs: readonly string[];
}

/** The rows of the last table of SECURITY.md. */
const promises = (text: string): Promised[] =>
  [...text.matchAll(/^\| (\d+) +\| [^|]+ \| ([^|]+?) *\|$/gm)].map(([, line, proofs = '']) => ({
    line: Number(line),
    proofs: proofs.split('<br>').map((proof) => proof.trim()),
  }));

/** What is wrong with a proof; null where its test exists. */
function faultOf(proof: string, read: (path: string) => string | null): string | null {
  if (/^not yet: \S/.test(proof)) return null;
  const [path = '', title, ...rest] = proof.split(' › ');
  if (title === undefined || rest.length > 0) return `'${proof}' is no file › test`;
  const text = read(path);
  if (text === null) return `there is no ${path}`;
  const titles = [...text.matchAll(/\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`([^`]*)`)\s*,/g)];
  const has = titles.some(([, single, double, back]) => unescaped(single ?? double ?? back ?? '') === title);
  return has ? null : `${path} has no test '${title}'`;
}

const unescaped = (text: string): string => text.replace(/\\(.)/g, '$1');

const fromDisk = (path: string): string | null => {
  const file = join(ROOT, path);
  return existsSync(file) && /\.(test|spec)\.tsx?$/.test(path) ? readFileSync(file, 'utf8') : null;
};

describe('the table of SECURITY.md', () => {
  const table = promises(readFileSync(join(ROOT, 'SECURITY.md'), 'utf8'));

  it('has every line once', () => {
    expect(table.map((each) => each.line)).toEqual(Array.from({ length: LINES }, (_, i) => i + 1));
  });

  it('names tests that exist', () => {
    const faults = table.flatMap(({ line, proofs }) =>
      proofs.flatMap((proof) => {
        const fault = faultOf(proof, fromDisk);
        return fault === null ? [] : [`line ${line}: ${fault}`];
      }),
    );
    expect(faults).toEqual([]);
  });

  it.each([
    ['a.test.ts › gone', "a.test.ts has no test 'gone'"],
    ['b.test.ts › here', 'there is no b.test.ts'],
    ['believe me', "'believe me' is no file › test"],
    ['not yet:', "'not yet:' is no file › test"],
  ])('finds a proof that is none: %s', (proof, fault) => {
    const read = (path: string) => (path === 'a.test.ts' ? "it('here', () => {});" : null);
    expect(faultOf(proof, read)).toBe(fault);
    expect(faultOf('a.test.ts › here', read)).toBeNull();
  });
});
