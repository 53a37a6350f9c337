/** What leaves the screen: on paper and as files, each told before it is made, each recorded, masked things in neither. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Download, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { startSandbox, type Sandbox } from '../sandbox/index.ts';
import { makeWorld } from '../sandbox/world/index.ts';
import { expect as patient, personIn, test } from './support/app.ts';
import { audited } from './support/audited.ts';
import { facts, join, launch } from './support/clinician.ts';

const expect = patient.configure({ timeout: 20_000 });
test.setTimeout(180_000);

async function axeClean(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

const contentOf = async (download: Download): Promise<string> => readFileSync(await download.path(), 'utf8');

async function withAudit(key: string, visit: (sandbox: Sandbox, patientId: string) => Promise<void>) {
  const world = makeWorld({ people: [key] });
  const sandbox = await startSandbox({ ports: 'random', world, appDir: 'dist', quiet: true, audit: true });
  try {
    await visit(sandbox, world.people[0]?.ids.general ?? '');
  } finally {
    await sandbox.stop();
  }
}

test('export: a bundle and a table, told before, recorded after, by keys alone', async ({
  page,
  complaints,
}) => {
  await withAudit('maria-santos', async (sandbox, patientId) => {
    const maria = personIn(sandbox, 'maria-santos');
    await launch(page, sandbox, maria);
    await join(page, maria, 'riverside');

    await page.getByRole('button', { name: 'Export', exact: true }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Export to a file' });
    const what = dialog.getByRole('region', { name: 'It will contain' });
    await expect(what).toContainText(/\d+ facts: General Hospital \d+ records, Riverside Clinic \d+ records/);
    await expect(what).toContainText('the copy is not complete, and says so');
    await axeClean(page);

    const [bundle] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Save the file' }).press('Enter'),
    ]);
    expect(bundle.suggestedFilename()).toMatch(/^throughline-\d{4}-\d\d-\d\d-incomplete\.json$/);
    const copy = JSON.parse(await contentOf(bundle)) as { entry: { resource: { resourceType: string } }[] };
    expect(copy.entry[0]?.resource.resourceType).toBe('OperationOutcome');
    expect(copy.entry.filter(({ resource }) => resource.resourceType === 'Patient')).toHaveLength(2);
    await expect(dialog.getByRole('status')).toContainText('outside this app’s protection');

    await dialog.getByRole('radio', { name: /^Table/ }).check();
    const [table] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Save the file' }).click(),
    ]);
    expect((await contentOf(table)).startsWith('\ufeff"fact","kind","title"')).toBe(true);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Export', exact: true })).toBeFocused();

    await expect
      .poll(async () => JSON.stringify(await audited(sandbox, patientId)))
      .toMatch(/FHIR Bundle: \d+ facts, \d+ records.*CSV: \d+ facts/s);
  });
  expect(complaints).toEqual([]);
});

test('print: what is chosen, of whom, from where, what is masked and what is missing', async ({
  page,
  complaints,
}) => {
  await withAudit('erik-lindgren', async (sandbox, patientId) => {
    await page.goto(sandbox.launchUrl(patientId));
    const erik = personIn(sandbox, 'erik-lindgren');
    await expect(facts(page).getByRole('option').first()).toBeVisible();
    await expect(page.getByRole('region', { name: 'Sources', exact: true })).toContainText(/\d+ records · /);

    await page.keyboard.press('Control+p');
    const dialog = page.getByRole('dialog', { name: 'Print' });
    await dialog.getByRole('radio', { name: 'Everything that has been read' }).check();
    await expect(dialog.getByRole('region', { name: 'It will contain' })).toContainText(
      /masked facts? (is|are) left out/,
    );
    await expect(dialog.getByRole('button', { name: 'Print' })).toBeEnabled();
    await axeClean(page);

    await page.emulateMedia({ media: 'print' });
    const paper = page.locator('[data-sheet]');
    await expect(paper).toBeVisible();
    await expect(dialog).toBeHidden();
    await expect(paper).toContainText(erik.name.split(' ').at(-1) ?? '');
    await expect(paper).toContainText(/masked facts? (is|are) not shown on this paper/);
    await expect(paper).toContainText('what is not on this paper may exist');
    await expect(paper).toContainText('County HIE: not signed in');
    await expect(paper.getByRole('row', { name: /MedicationRequest/ }).first()).toContainText(/Complete/);
    expect(await paper.textContent()).not.toMatch(/opioid|buprenorphine/i);
    for (const format of ['A4', 'Letter'] as const)
      expect((await page.pdf({ format, preferCSSPageSize: false })).byteLength).toBeGreaterThan(10_000);
    await page.emulateMedia({ media: 'screen' });
    await expect(paper).toBeHidden();
    await dialog.getByRole('button', { name: 'Export to a file' }).click();
    await expect(page.getByRole('dialog', { name: 'Export to a file' })).toBeVisible();
    await expect(paper).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect.poll(async () => JSON.stringify(await audited(sandbox, patientId))).toContain('"Printed"');
  });
  expect(complaints).toEqual([]);
});
