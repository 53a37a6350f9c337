/** A clinician's word over the rules: split and joined by keys alone, undone, taken along in a file. */
import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect as patient, personIn, test } from './support/app.ts';
import { join, launch } from './support/clinician.ts';

const expect = patient.configure({ timeout: 20_000 });
test.setTimeout(180_000);

const list = (page: Page) => page.getByRole('listbox', { name: 'Facts, newest first' });
const detail = (page: Page) => page.getByRole('complementary', { name: 'Detail' });
const decided = (page: Page) => detail(page).getByRole('region', { name: 'Decided by a person' });
const view = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name, exact: true });

async function findsNothing(page: Page, where: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`),
      `${where}, ${colorScheme}`,
    ).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

async function search(page: Page, text: string): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

test('split, undone, joined, written to a file and brought back', async ({ page, sandbox, complaints }) => {
  const maria = personIn(sandbox, 'maria-santos');
  await launch(page, sandbox, maria);
  await join(page, maria, 'riverside');
  await view(page, 'Timeline').click();

  await test.step('what is one by the rules is explained pair by pair, and split by keys alone', async () => {
    await search(page, 'type 2 diabetes');
    await expect(list(page).getByRole('option').first()).toContainText(/diabetes/i);
    await list(page).getByRole('option').first().click();
    await detail(page).getByRole('button', { name: 'Split…' }).focus();
    await page.keyboard.press('Enter');
    const box = detail(page).getByRole('region', { name: 'Split what was joined' });
    await expect(box.getByText(/One fact\./).first()).toBeVisible();
    await findsNothing(page, 'split');
    const all = box.getByRole('checkbox', { name: /^Part all/ });
    if (await all.isVisible()) {
      await all.focus();
      await page.keyboard.press('Space');
    }
    await expect(box.getByText(/becomes a fact of its own/)).toBeVisible();
    await box.getByRole('textbox', { name: 'Why?' }).focus();
    await page.keyboard.type('Not the same problem');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(decided(page).getByRole('article')).toBeFocused();
    await expect(decided(page)).toContainText('Reason: Not the same problem');
  });

  await test.step('it is undone in place', async () => {
    await page.keyboard.press('Tab');
    await expect(decided(page).getByRole('button').first()).toBeFocused();
    await decided(page).getByRole('button', { name: 'Undo' }).focus();
    await page.keyboard.press('Enter');
    await expect(detail(page).getByText(/^Undone\./)).toBeFocused();
    await expect(detail(page).getByRole('button', { name: 'Split…' })).toBeVisible();
  });

  await test.step('two that the rules keep apart are joined', async () => {
    await detail(page).getByRole('button', { name: 'Join with another fact…' }).click();
    const box = detail(page).getByRole('region', { name: 'Join with another fact…' });
    await box.getByRole('searchbox').fill('hypertension');
    await box
      .getByRole('button', { name: /hypertension/i })
      .first()
      .click();
    const form = detail(page).getByRole('region', { name: /^Join with / });
    await expect(form.getByText(/Two facts\./).first()).toBeVisible();
    await expect(form.getByText(/are shown as one fact/)).toBeVisible();
    await findsNothing(page, 'join');
    await form.getByRole('textbox', { name: 'Why?' }).fill('Written down twice');
    await form.getByRole('button', { name: 'Join: they are one' }).click();
    await expect(decided(page)).toContainText('Joined: these are one');
  });

  await test.step('all of it stands under Sources, and goes into a file and back', async () => {
    await view(page, 'Sources').click();
    const decisions = page.getByRole('region', { name: /^Decisions about records/ });
    await expect(decisions.getByRole('article')).toHaveCount(1);
    await findsNothing(page, 'decisions');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      decisions.getByRole('button', { name: 'Write to a file' }).click(),
    ]);
    const path = await download.path();
    const bundle = JSON.parse(readFileSync(path, 'utf8')) as {
      entry: { resource: { resourceType: string } }[];
    };
    expect(bundle.entry.map(({ resource }) => resource.resourceType)).toEqual(['Linkage', 'Provenance']);
    await decisions.getByRole('button', { name: 'Undo' }).click();
    await expect(decisions.getByRole('article')).toHaveCount(0);
    const input = decisions.locator('input[type=file]');
    await input.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"a":') });
    await expect(
      decisions.getByText('Nothing was taken from this file: the file is not JSON.'),
    ).toBeVisible();
    await input.setInputFiles(path);
    await expect(decisions.getByText('1 decision taken.')).toBeVisible();
    await expect(decisions.getByRole('article')).toContainText('In force');
  });
  expect(complaints).toEqual([]);
});

test('data quality: each number opens the rows that it counts', async ({ page, sandbox, complaints }) => {
  const maria = personIn(sandbox, 'maria-santos');
  await launch(page, sandbox, maria);
  await join(page, maria, 'riverside');
  await view(page, 'Sources').click();
  const table = page.getByRole('table', { name: 'Data quality by source' });
  await expect(table.getByRole('row')).toHaveCount(3);
  await findsNothing(page, 'data quality');
  const number = table.getByRole('button', { name: /^In disagreement, General Hospital/ });
  const n = (await number.textContent())?.replace(/\D/g, '') ?? '';
  await number.click();
  expect(new URL(page.url()).searchParams.get('only')).toBe('conflict');
  expect(new URL(page.url()).searchParams.get('source')).toBe('general');
  await expect(
    page.locator('output').filter({ hasText: new RegExp(`^(At least )?${n} facts?$`) }),
  ).toBeVisible();
  await page.goBack();
  await expect(table).toBeVisible();
  expect(complaints).toEqual([]);
});
