/** For whoever sets the app up: a wrong file names its line, and the guide leads to a server that works. */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { startSandbox } from '../sandbox/index.ts';
import { tinyWorld } from '../sandbox/testing/tiny-world.ts';
import { expect, test } from './support/app.ts';

const EXAMPLE = readFileSync('docs/deploy/config.example.json', 'utf8');
const lineOf = (text: string, part: string): number =>
  text.slice(0, text.lastIndexOf(part)).split('\n').length;
const changed = (from: string, to: string): [string, number] => {
  const text = EXAMPLE.replace(from, to);
  if (text === EXAMPLE) throw new Error(`the example has no ${from}`);
  return [text, lineOf(text, to)];
};

for (const [what, make, says] of [
  ['a comma too few', () => changed('"G",', '"G"'), 'a comma'],
  ['a mistyped name', () => changed('"clientId"', '"clientID"'), 'is not a setting of this app'],
  [
    'an address over http',
    () => changed('"https://ehr.general.example/api', '"http://ehr.general.example/api'),
    'must be a full web address that starts with https://',
  ],
  ['a slash at the end', () => changed('api/FHIR/R4"', 'api/FHIR/R4/"'), 'must not end with a slash'],
  ['a text for a number', () => changed('"colour": 1', '"colour": "one"'), 'not a text'],
  [
    'a kind that there is not',
    () => changed('"kind": "clinic"', '"kind": "hospice"'),
    'must be one of "ehr", "clinic"',
  ],
  [
    'one id twice',
    () => changed('"id": "riverside-clinic"', '"id": "general-hospital"'),
    'is taken by another organisation',
  ],
  [
    'a picture elsewhere',
    () => changed('"letter": "R"', '"logo": "https://elsewhere.example/r.svg", "letter": "R"'),
    'must be a path of this site',
  ],
  ['something that is no JSON', (): [string, number] => ['<!doctype html>', 1], 'config.json line 1: '],
] as const)
  test(`config.json with ${what}: a page that names the line, and nothing is asked of anybody`, async ({
    page,
    sandbox,
  }) => {
    const [text, line] = make();
    sandbox.clearLog();
    await page.route('**/config.json', (route) =>
      route.fulfill({ contentType: 'application/json', body: text }),
    );
    for (const path of ['/', '/launch?iss=x&launch=y', '/callback/general?code=a&state=b', '/doctor']) {
      await page.goto(`${sandbox.urls.app}${path}`);
      await expect(
        page.getByRole('heading', { name: 'The setup of this page cannot be read' }),
      ).toBeVisible();
      // A mistake in a comma shows where the next thing stands.
      await expect(page.getByText(new RegExp(`config\\.json line (${line}|${line + 1}): `))).toBeVisible();
      await expect(page.getByText(says)).toBeVisible();
    }
    expect(sandbox.log()).toEqual([]);
  });

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};
type Headers = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A web server as a site has one: files of a folder, pages that answer with index.html, headers as it was told. */
function serve(folder: string, headers: () => Headers): Promise<Server> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const callback = path.startsWith('/callback/');
    const page = callback || ['/', '/launch', '/start', '/doctor'].includes(path);
    const served = callback
      ? 'callback'
      : page
        ? 'page'
        : path === '/config.json'
          ? 'configuration'
          : path.startsWith('/assets/')
            ? 'asset'
            : 'other';
    try {
      const body = readFileSync(join(folder, page ? 'index.html' : path));
      const { 'Strict-Transport-Security': _, ...rest } = headers()[served] ?? {};
      const policy = (rest['Content-Security-Policy'] ?? '').replace('; upgrade-insecure-requests', '');
      const type = TYPES[page ? '.html' : extname(path)] ?? 'application/octet-stream';
      response.writeHead(200, { ...rest, 'Content-Security-Policy': policy, 'Content-Type': type }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => server.listen(0, () => resolve(server)));
}

/** Beside this process, which serves what the command asks. */
const cli = (...args: string[]) =>
  new Promise<string>((resolve) => {
    const run = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args]);
    let out = '';
    run.stdout.on('data', (text: Buffer) => (out += text.toString()));
    run.on('close', () => resolve(out));
  });

test('a server is added by following the guide: doctor, entry, headers, doctor again, signed in', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'throughline-site-'));
  cpSync('dist', folder, { recursive: true });
  const config = join(folder, 'config.json');
  writeFileSync(config, readFileSync('public/config.json'));
  const made = async () => JSON.parse(await cli('headers', '--config', config, '--for', 'json')) as Headers;
  let headers = await made();
  const site = await serve(folder, () => headers);
  const app = `http://localhost:${(site.address() as AddressInfo).port}`;
  const hospital = await startSandbox({ ports: 'random', quiet: true, world: tinyWorld(), registered: app });
  const { iss } = hospital.orgs.general;
  try {
    await page.goto(app);
    await expect(page.getByText('No organization is configured here')).toBeVisible();

    await test.step('1 the doctor asks, and writes an entry', async () => {
      const report = await cli('doctor', iss, '--origin', app);
      expect(report).toContain('It can be connected.');
      const entry = report.slice(report.indexOf('  {'), report.lastIndexOf('  }') + 3);
      const filled = entry
        .replace('<short-name>', 'riverside-clinic')
        .replace('<Name to show>', 'Riverside Clinic')
        .replace('<given at registration>', hospital.clientId);
      const empty = readFileSync('public/config.json', 'utf8');
      writeFileSync(config, empty.replace('"organisations": []', `"organisations": [${filled}]`));
    });

    await test.step('the headers were forgotten: the app’s own doctor says so', async () => {
      await page.goto(`${app}/doctor`);
      await page.getByRole('button', { name: 'Examine: Riverside Clinic' }).click();
      await expect(page.getByText('do not let the browser ask')).toBeVisible();
    });

    await test.step('5 and 6 the headers are made again, and it finds nothing wrong', async () => {
      headers = await made();
      await page.goto(`${app}/doctor`);
      await page.getByRole('button', { name: 'Examine: Riverside Clinic' }).click();
      await expect(page.getByRole('heading', { level: 2 })).toHaveText(
        'Riverside Clinic: It can be connected.',
      );
      await expect(page.getByText(`${app}/callback/riverside-clinic`)).toBeVisible();
    });

    await test.step('7 signed in', async () => {
      await page.getByRole('link', { name: 'Back to the start page' }).click();
      await page.getByRole('button', { name: 'Sign in: Riverside Clinic' }).click();
      await page.getByRole('button', { name: /^Sign in as/ }).click();
      await page
        .locator(`input[name="patient"][value="${hospital.world.people[0]?.ids.general ?? ''}"]`)
        .check();
      await page.getByRole('button', { name: /^Allow/ }).click();
      await expect(page.getByRole('region', { name: 'Sources', exact: true })).toContainText(/\d+ records/);
    });
  } finally {
    await hospital.stop();
    site.closeAllConnections();
    site.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
