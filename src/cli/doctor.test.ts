import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../e2e/sandbox/index.ts';
import { tinyWorld } from '../../e2e/sandbox/testing/tiny-world.ts';

let sandbox: Sandbox;
let bare: Server;
beforeAll(async () => {
  sandbox = await startSandbox({ ports: 'random', quiet: true, world: tinyWorld() });
  bare = createServer((_request, response) => response.writeHead(404).end());
  await new Promise<void>((resolve) => bare.listen(0, resolve));
});
afterAll(async () => {
  await sandbox.stop();
  bare.close();
});

/** Beside this process, which serves what the command asks. */
const cli = (...args: string[]) =>
  new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    const main = join(import.meta.dirname, 'main.ts');
    const run = spawn(process.execPath, ['--import', 'tsx', main, 'doctor', ...args]);
    let out = '';
    let err = '';
    run.stdout.on('data', (text: Buffer) => (out += text.toString()));
    run.stderr.on('data', (text: Buffer) => (err += text.toString()));
    run.on('close', (code) => resolve({ code, out, err }));
  });

describe('cli doctor', () => {
  it('finds a server that can be used, and writes what config.json needs', async () => {
    const { code, out, err } = await cli(sandbox.orgs.general.iss, '--origin', sandbox.urls.app);
    expect(err).toBe('');
    expect(out).toContain('It can be connected.');
    expect(out).toContain(`"iss": "${sandbox.orgs.general.iss}"`);
    expect(code).toBe(0);
  });

  it('says the same as JSON', async () => {
    const { code, out } = await cli(sandbox.orgs.county.iss, '--json', '--origin', sandbox.urls.app);
    const report = JSON.parse(out) as { works: boolean; iss: string; checks: unknown[] };
    expect(report).toMatchObject({ works: true, iss: sandbox.orgs.county.iss });
    expect(report.checks.length).toBeGreaterThan(5);
    expect(code).toBe(0);
  });

  it('ends with 1 where the server cannot be used, and says what is wrong', async () => {
    const { port } = bare.address() as AddressInfo;
    const { code, out } = await cli(`http://localhost:${port}/fhir`);
    expect(out).toContain('BAD');
    expect(code).toBe(1);
    expect((await cli('http://not-this-machine.example/fhir')).code).toBe(1);
  });

  it('ends with 2 and one reason where it was called wrongly', async () => {
    for (const args of [
      [],
      ['one', 'two'],
      ['no address'],
      ['ftp://x/fhir'],
      ['https://x.example', '--origin', 'https://app.example/path'],
      ['https://x.example', '--no-such'],
    ]) {
      const { code, out, err } = await cli(...args);
      expect([code, out]).toEqual([2, '']);
      expect(err.trim()).not.toBe('');
    }
  });
});
