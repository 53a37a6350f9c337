import { readFileSync } from 'node:fs';
import { brokenAt, type ChainLine } from '../../src/audit/index.ts';
import { isObject, type JsonObject } from '../../src/base/index.ts';
import { startSandbox, type Sandbox, type SandboxOptions } from '../sandbox/index.ts';
import { balpFaults } from '../sandbox/testing/balp.ts';
import { makeWorld } from '../sandbox/world/index.ts';
import { expect, personIn, test } from './support/app.ts';
import { everyRecord } from './support/audited.ts';
import { facts, join, launch, SLOWLY, sourceOf } from './support/clinician.ts';

/** What was opened: recorded, delivered, read back by an auditor, and what happens where it cannot be delivered. */

type Audit = { readonly whenUndelivered: 'go-on' | 'lock'; readonly lockAfterMinutes: number };

async function inSandbox(audit: Audit | null, visit: (sandbox: Sandbox) => Promise<void>): Promise<void> {
  const configure: SandboxOptions['configure'] = (made) =>
    audit === null ? made : { ...made, audit: { endpoint: made.audit?.endpoint ?? null, ...audit } };
  const world = makeWorld({ people: ['maria-santos'] });
  const sandbox = await startSandbox({
    ports: 'random',
    appDir: 'dist',
    quiet: true,
    audit: true,
    world,
    configure,
  });
  try {
    await visit(sandbox);
  } finally {
    await sandbox.stop();
  }
}

const subtypeOf = (event: JsonObject): string => {
  const [first] = event['subtype'] as readonly JsonObject[];
  return String(first?.['code']);
};

test('every act is recorded of every source, and the auditor reads valid records back', async ({
  page,
  complaints,
}) => {
  test.setTimeout(150_000);
  await inSandbox(null, async (sandbox) => {
    const maria = personIn(sandbox, 'maria-santos');
    await launch(page, sandbox, maria);
    await join(page, maria, 'riverside');
    await page.getByRole('button', { name: 'Timeline' }).click();
    await facts(page).getByRole('option').first().click();
    await page.getByRole('button', { name: 'Show source record' }).first().click();
    await expect(page.getByRole('textbox', { name: 'Source record (FHIR)' }).first()).toBeVisible();
    await sourceOf(page, 'riverside')
      .getByRole('button', { name: /^Riverside Clinic/ })
      .click();
    await page.getByRole('button', { name: 'Sign out: Riverside Clinic' }).click();
    await expect(sourceOf(page, 'riverside')).toContainText(/not signed in/, SLOWLY);

    const subtypes = async () => new Set((await everyRecord(sandbox)).map(subtypeOf));
    await expect
      .poll(async () => [...(await subtypes())].sort(), { timeout: 40_000 })
      .toEqual(expect.arrayContaining(['110122', '110123', 'raw', 'read', 'search']));
    const events = await everyRecord(sandbox);
    const rest = events.filter((event) => isObject(event['type']) && event['type']['code'] === 'rest');
    expect(rest.length).toBeGreaterThan(20);
    expect(rest.map(balpFaults).filter((faults) => faults.length > 0)).toEqual([]);
    const text = JSON.stringify(rest);
    for (const key of ['general', 'riverside'] as const) expect(text).toContain(sandbox.orgs[key].iss);
    expect(complaints).toEqual([]);
  });
});

test('what cannot be delivered is counted on the screen, and delivered once the receiver is back', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await inSandbox({ whenUndelivered: 'go-on', lockAfterMinutes: 0 }, async (sandbox) => {
    const maria = personIn(sandbox, 'maria-santos');
    sandbox.setFault({ org: 'general', fault: '500', type: 'AuditEvent' });
    await launch(page, sandbox, maria);
    const strip = page.getByRole('region', { name: 'Sources', exact: true });
    await expect(strip).toContainText(/\d+ records? of what was opened not delivered/, SLOWLY);
    await expect(facts(page).getByRole('option').first()).toBeVisible();
    sandbox.clearFaults();
    await expect(strip).not.toContainText('not delivered', { timeout: 60_000 });
    expect((await everyRecord(sandbox)).length).toBeGreaterThan(10);
  });
});

test('where the site says so, the record is closed while nobody can record who looks at it', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await inSandbox({ whenUndelivered: 'lock', lockAfterMinutes: 0 }, async (sandbox) => {
    const maria = personIn(sandbox, 'maria-santos');
    sandbox.setFault({ org: 'general', fault: '500', type: 'AuditEvent' });
    await page.goto(sandbox.launchUrl(maria.ids.general ?? ''));
    await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible(SLOWLY);
    await expect(page.getByText('could not be recorded')).toBeVisible();
    expect(await page.content()).not.toContain('Santos');
    await expect(facts(page).getByRole('option')).toHaveCount(0);
  });
});

test('the ledger of the session is shown, saved, and holds', async ({ page, complaints }) => {
  test.setTimeout(120_000);
  await inSandbox(null, async (sandbox) => {
    await launch(page, sandbox, personIn(sandbox, 'maria-santos'));
    await page.getByRole('button', { name: 'Sources', exact: true }).click();
    await page.getByText('What was recorded in this session').click();
    await expect(page.getByText('The chain holds.')).toBeVisible(SLOWLY);
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as a file' }).click();
    const file = await (await saving).path();
    const { lines } = JSON.parse(readFileSync(file, 'utf8')) as { lines: ChainLine[] };
    expect(lines.length).toBeGreaterThan(10);
    expect(await brokenAt(lines)).toBeNull();
    const [second] = lines.splice(1, 1);
    expect(second).toBeDefined();
    expect(await brokenAt(lines)).not.toBeNull();
    await expect(page.getByRole('row', { name: /Exported to a file/ })).toBeVisible(SLOWLY);
    expect(complaints).toEqual([]);
  });
});
