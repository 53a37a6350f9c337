import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { appHeaders, readConfiguration } from '../sources/index.ts';

const ROOT = join(import.meta.dirname, '../..');
const CONFIG = 'docs/deploy/config.example.json';
const folder = mkdtempSync(join(tmpdir(), 'throughline-headers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const headers = (...args: string[]) => {
  const main = join(import.meta.dirname, 'main.ts');
  const run = spawnSync(process.execPath, ['--import', 'tsx', main, 'headers', ...args], {
    encoding: 'utf8',
    cwd: ROOT,
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
};

describe('cli headers', () => {
  it('writes what the product’s own server sends, for every kind of answer', () => {
    const read = readConfiguration(readFileSync(join(ROOT, CONFIG), 'utf8'));
    if (!read.ok) throw new Error('the example is wrong');
    const run = headers('--config', CONFIG, '--for', 'json');
    expect(run).toMatchObject({ code: 0, err: '' });
    const written = JSON.parse(run.out) as Record<string, unknown>;
    for (const served of ['page', 'callback', 'configuration', 'asset', 'other'] as const)
      expect(written[served]).toEqual(appHeaders(read.value, served, true));
  });

  it.each([
    ['nginx', 'location = /launch {', "add_header Content-Security-Policy \"default-src 'none'; "],
    [
      'caddy',
      '@page path / /index.html /launch /start /doctor',
      "Content-Security-Policy \"default-src 'none'; ",
    ],
    ['static', '\n/launch\n', "  Content-Security-Policy: default-src 'none'; "],
  ])('speaks %s', (target, place, policy) => {
    const { code, out } = headers('--config', CONFIG, '--for', target);
    expect(code).toBe(0);
    expect(out).toContain(place);
    expect(out).toContain(policy);
    expect(out).toContain('Strict-Transport-Security');
    // The callback window must be able to reach its opener; every other page must not be reachable so.
    expect(out.match(/unsafe-none/g)).toHaveLength(target === 'static' ? 2 : 1);
    expect(out).not.toMatch(/unsafe-inline|unsafe-eval/);
  });

  it('does not have nginx tell a browser to keep for ever that an asset is missing', () => {
    const { out } = headers('--config', CONFIG, '--for', 'nginx');
    const [, assets = ''] = out.split('location ^~ /assets/');
    expect(assets).toMatch(/add_header Cache-Control "public, max-age=31536000, immutable";/);
    expect(assets).toMatch(/add_header Content-Security-Policy "[^"]*" always;/);
  });

  it('nor Caddy: of assets, only those that are there are kept', () => {
    const { out } = headers('--config', CONFIG, '--for', 'caddy');
    expect(out).toMatch(/@asset \{\n {4}path \/assets\/\*\n {4}file\n\}/);
    const [, assets = ''] = out.split('handle @asset {');
    expect(assets.split('handle {')[0]).toContain('immutable');
    expect(out.match(/immutable/g)).toHaveLength(1);
  });

  it.each([
    [['--for', 'nginx'], '--config file is missing'],
    [['--config', CONFIG, '--for', 'apache'], '--for apache: expected nginx, caddy, static, json'],
    [['--config', CONFIG, '--for', 'constructor'], 'expected nginx'],
    [['--config', 'nowhere.json', '--for', 'nginx'], 'nowhere.json: cannot be read'],
  ])('tells what is wrong in one line: %j', (args, words) => {
    const { code, out, err } = headers(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
  });

  it('names the line of a wrong setting, and writes nothing', () => {
    const path = join(folder, 'config.json');
    writeFileSync(path, '{\n "organisations": [],\n "frameAncestors": ["https://ehr.example/path"]\n}');
    const { code, out, err } = headers('--config', path, '--for', 'nginx');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('config.json line 3: frameAncestors[0]');
  });
});
