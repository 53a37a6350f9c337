/** What attacks share: a sandbox with secrets, somebody who listens elsewhere, a clinician who is signed in. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { startSandbox, type Sandbox } from '../../sandbox/index.ts';
import { expect as patient, personIn } from './app.ts';
import { facts, launch, SLOWLY, sourceOf } from './clinician.ts';
import { withSecrets } from './secrets.ts';

const expect = patient.configure({ timeout: 20_000 });

export async function inSandbox(visit: (sandbox: Sandbox) => Promise<void>): Promise<void> {
  const sandbox = await startSandbox({ ports: 'random', world: withSecrets(), appDir: 'dist', quiet: true });
  try {
    await visit(sandbox);
  } finally {
    await sandbox.stop();
  }
}

/** Somebody who listens, and hears whatever gets out. */
export async function withListener(visit: (origin: string, heard: readonly string[]) => Promise<void>) {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(request.url ?? '');
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  try {
    await visit(`http://localhost:${(server.address() as AddressInfo).port}`, heard);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

export async function signedIn(page: Page, sandbox: Sandbox): Promise<void> {
  await launch(page, sandbox, personIn(sandbox, 'maria-santos'));
  await expect(sourceOf(page, 'general')).toContainText(/records · complete/, SLOWLY);
  await expect(
    facts(page)
      .getByRole('option', { name: /Masked/ })
      .first(),
  ).toBeVisible();
}
