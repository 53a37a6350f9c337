import type { Download, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { startSandbox, type Sandbox } from '../sandbox/index.ts';
import { expect as patient, personIn, test } from './support/app.ts';
import { facts, launch } from './support/clinician.ts';
import { MASKED, said, SECRET, SPILLED, withSecrets } from './support/secrets.ts';

/**
 * What must be told on goes wherever a fact goes, and what is masked goes nowhere: neither to the screen, nor to what
 * a screen reader hears, nor to paper, files, clipboard, search and charts. That it is there, and how many, is told.
 */

const expect = patient.configure({ timeout: 20_000 });
test.setTimeout(180_000);

const PART_2 = '42 CFR part 2 prohibits unauthorized use or disclosure of these records.';
const NO_MORE = 'Its source forbids passing this on without the patient\u2019s consent.';

async function inWorld(visit: (sandbox: Sandbox) => Promise<void>): Promise<void> {
  const sandbox = await startSandbox({ ports: 'random', world: withSecrets(), appDir: 'dist', quiet: true });
  try {
    await visit(sandbox);
  } finally {
    await sandbox.stop();
  }
}

const view = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name, exact: true }).click();

const contentOf = async (download: Download): Promise<string> => readFileSync(await download.path(), 'utf8');

async function exported(page: Page, format: RegExp): Promise<string> {
  const dialog = page.getByRole('dialog', { name: 'Export to a file' });
  await dialog.getByRole('radio', { name: format }).check();
  const saved = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save the file' }).click();
  return contentOf(await saved);
}

test('notices stand on paper, each with a mark of its own, and in both files in words', async ({
  page,
  complaints,
}) => {
  await inWorld(async (sandbox) => {
    await launch(page, sandbox, personIn(sandbox, 'maria-santos'));
    await page.keyboard.press('Control+p');
    const dialog = page.getByRole('dialog', { name: 'Print' });
    await dialog.getByRole('radio', { name: 'Everything that has been read' }).check();
    await expect(dialog.getByRole('region', { name: 'It will contain' })).toContainText(PART_2);
    await expect(dialog.getByRole('button', { name: 'Print' })).toBeEnabled();
    await page.emulateMedia({ media: 'print' });
    const paper = page.locator('[data-sheet]');
    // In what browsers repeat on every page, so that no page goes without.
    const head = paper.locator('> table > thead');
    await expect(head).toContainText(`† ${PART_2}`);
    await expect(head).toContainText(`‡ ${NO_MORE}`);
    const line = (words: string) => paper.getByRole('cell', { name: words }).first();
    await expect(line('Zzpart two')).toHaveText(/^Zzpart two †(?! ‡)/);
    await expect(line('Zzno further')).toHaveText(/^Zzno further ‡/);
    await expect(line('Zzboth of them')).toHaveText(/^Zzboth of them † ‡/);
    // In the summary too, which is another list of the same.
    await expect(paper.getByRole('listitem').filter({ hasText: 'Zzboth' })).toContainText(
      'Zzboth of them † ‡',
    );
    await page.emulateMedia({ media: 'screen' });
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const bundle = await exported(page, /^FHIR Bundle/);
    const { meta, entry } = JSON.parse(bundle) as {
      meta: { security: { code: string }[] };
      entry: { resource: { issue: { diagnostics: string }[]; text: { div: string } } }[];
    };
    expect(meta.security.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['42CFRPart2', 'NORDSCLCD']),
    );
    const ledger = entry[0]?.resource;
    const told = ledger?.issue.map(({ diagnostics }) => diagnostics) ?? [];
    for (const words of [
      `Of 2 facts: ${PART_2}`,
      `Of 2 facts: ${NO_MORE}`,
      `${MASKED} facts left out: masked`,
    ]) {
      expect(told.join('\n')).toContain(words);
      expect(ledger?.text.div).toContain(words);
    }

    const lines = (await exported(page, /^Table/)).split('\r\n');
    const of = (words: string) => lines.find((each) => each.includes(words)) ?? '';
    expect(of(`"Of 2 facts: ${PART_2}"`)).toContain('"about-this-copy"');
    expect(of(`"${MASKED} facts left out: masked`)).toContain('"about-this-copy"');
    expect(of('"Zzpart two"')).toContain(`"${PART_2}"`);
    expect(of('"Zzno further"')).toContain(`"${NO_MORE}"`);
    expect(of('"Zzboth of them"')).toContain(`"${PART_2} ${NO_MORE}"`);
    await page.keyboard.press('Escape');
    expect(complaints).toEqual([]);
  });
});

test('a masked fact has a place and a number, and its words and figures are nowhere', async ({
  page,
  context,
  complaints,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await inWorld(async (sandbox) => {
    await launch(page, sandbox, personIn(sandbox, 'maria-santos'));
    const places = facts(page).getByRole('option', { name: /Masked/ });
    await expect(places.first()).toBeVisible();
    expect(await said(page), 'timeline').not.toMatch(SPILLED);

    const search = page.getByRole('searchbox').first();
    for (const words of [SECRET, '77701', '2345-7', SECRET.slice(0, 4)]) {
      await search.fill(words);
      await expect
        .poll(async () => JSON.stringify(await facts(page).allTextContents()))
        .not.toMatch(/Masked/);
    }
    await search.fill('');
    await places.first().click();
    await expect(page.getByRole('region', { name: 'Masked record' })).toBeVisible();
    expect(await said(page), 'its place').not.toMatch(SPILLED);
    // What somebody would take along with the keyboard.
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    const clipboard = await page.evaluate(() => navigator.clipboard.readText());
    expect(clipboard).toContain('Masked');
    expect(clipboard).not.toMatch(SPILLED);

    for (const name of ['Summary', 'Trends', 'Sources']) {
      await view(page, name);
      await expect(page.getByRole('main')).toBeVisible();
      expect(await said(page), name).not.toMatch(SPILLED);
    }
    await view(page, 'Timeline');

    await page.keyboard.press('Control+p');
    const dialog = page.getByRole('dialog', { name: 'Print' });
    await dialog.getByRole('radio', { name: 'Everything that has been read' }).check();
    await expect(dialog.getByRole('button', { name: 'Print' })).toBeEnabled();
    await page.emulateMedia({ media: 'print' });
    const paper = page.locator('[data-sheet]');
    await expect(paper).toContainText(`${MASKED} masked facts are not shown on this paper.`);
    await expect(paper.getByRole('cell', { name: 'Masked' })).toHaveCount(MASKED);
    expect(await said(page), 'paper').not.toMatch(SPILLED);
    await page.emulateMedia({ media: 'screen' });
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Export', exact: true }).click();
    for (const format of [/^FHIR Bundle/, /^Table/]) {
      const copy = await exported(page, format);
      expect(copy).toContain(`${MASKED} facts left out: masked`);
      expect(copy).not.toMatch(SPILLED);
      expect(copy).not.toContain(btoa(SECRET));
    }
    await page.keyboard.press('Escape');
    expect(complaints).toEqual([]);
  });
});
