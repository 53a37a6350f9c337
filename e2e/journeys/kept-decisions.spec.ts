/** Decisions kept at the source: offered at the next launch, confirmed or asked again, shared without loss, removed. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { startSandbox, type Sandbox } from '../sandbox/index.ts';
import { makeWorld } from '../sandbox/world/index.ts';
import { expect as patient, personIn, test } from './support/app.ts';
import { join, launch } from './support/clinician.ts';

const expect = patient.configure({ timeout: 20_000 });
test.setTimeout(240_000);

const detail = (page: Page) => page.getByRole('complementary', { name: 'Detail' });
const kept = (page: Page) => page.getByRole('region', { name: 'Kept at General Hospital' });
const decisions = (page: Page) => page.getByRole('region', { name: /^Decisions about records/ });
const view = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name, exact: true });

async function findsNothing(page: Page, where: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    expect(found, `${where}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

async function opened(page: Page, sandbox: Sandbox): Promise<void> {
  const maria = personIn(sandbox, 'maria-santos');
  await launch(page, sandbox, maria);
  await join(page, maria, 'riverside');
  await view(page, 'Timeline').click();
}

async function split(page: Page, text: string): Promise<void> {
  await page.getByRole('searchbox').first().fill(text);
  const first = page.getByRole('listbox', { name: 'Facts, newest first' }).getByRole('option').first();
  await expect(first).toContainText(new RegExp(text, 'i'));
  await first.click();
  await detail(page).getByRole('button', { name: 'Split…' }).click();
  const box = detail(page).getByRole('region', { name: 'Split what was joined' });
  const all = box.getByRole('checkbox', { name: /^Part all/ });
  if (await all.isVisible()) await all.check();
  await box.getByRole('textbox', { name: 'Why?' }).fill('My own reason');
  await box.getByRole('button', { name: 'Split: they are not one' }).click();
  await expect(detail(page)).toContainText('Reason: My own reason');
}

async function keep(page: Page): Promise<void> {
  await view(page, 'Sources').click();
  await kept(page)
    .getByRole('button', { name: /^Keep \d+ decisions? at General Hospital$/ })
    .click();
}

test('kept, offered at the next launch, confirmed, asked again after a change, and removed', async ({
  page,
  complaints,
}) => {
  const sandbox = await startSandbox({
    ports: 'random',
    world: makeWorld({ people: ['maria-santos'] }),
    appDir: 'dist',
    quiet: true,
    keeps: true,
  });
  const { records, iss } = sandbox.orgs.general;
  const id = personIn(sandbox, 'maria-santos').ids.general ?? '';
  const state = () => records.ofPatient(id, 'Basic').map(({ resource }) => JSON.stringify(resource));
  try {
    await test.step('split with a reason, and kept: nothing clinical leaves', async () => {
      await opened(page, sandbox);
      await split(page, 'type 2 diabetes');
      await view(page, 'Sources').click();
      await expect(kept(page)).toContainText('Nothing is kept there. 1 decision of this session is not.');
      await findsNothing(page, 'before it is kept');
      await keep(page);
      await expect(kept(page)).toContainText('1 decision of this session is kept there.');
      await expect(decisions(page).getByRole('article')).toContainText('Kept at General Hospital.');
      expect(state()).toHaveLength(1);
      expect(state()[0]).not.toMatch(/My own reason|diabetes|riverside/i);
    });

    await test.step('the next launch says that it waits, and applies it when it is confirmed', async () => {
      await opened(page, sandbox);
      const waiting = page.getByRole('region', { name: '1 kept decision waits for your word' });
      await findsNothing(page, 'it waits');
      await waiting.getByRole('button', { name: 'Look at them' }).click();
      const card = decisions(page).getByRole('article');
      await expect(card).toContainText('Offered, not applied');
      await findsNothing(page, 'offered');
      await page.setViewportSize({ width: 400, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
      await page.setViewportSize({ width: 1280, height: 720 });
      await card.getByRole('button', { name: 'Confirm: they are not one' }).click();
      await expect(card).toContainText('In force');
      await expect(card).toContainText('Kept at General Hospital.');
    });

    await test.step('a record that has changed meanwhile asks again', async () => {
      const changed = records.ofPatient(id, 'Condition').filter(({ json }) => /type 2 diabetes/i.test(json));
      for (const record of changed) {
        records.remove('Condition', record.id);
        const meta = { versionId: '7', lastUpdated: new Date().toISOString() };
        records.add({ ...record.resource, meta });
      }
      expect(changed.length).toBeGreaterThan(0);
      await opened(page, sandbox);
      await view(page, 'Sources').click();
      const card = decisions(page).getByRole('article');
      await expect(card).toContainText('To be confirmed again');
      await expect(card).toContainText('says something else than when it was decided');
      await findsNothing(page, 'to be confirmed again');
    });

    await test.step('it is removed, and nothing of it is left', async () => {
      await decisions(page).getByRole('button', { name: 'Keep no longer at General Hospital' }).click();
      await expect(kept(page)).toContainText('Nothing is kept there.');
      await expect(decisions(page).getByRole('article')).toHaveCount(0);
      expect(state()).toEqual([]);
    });
    const asked = sandbox.log().filter(({ type, status }) => type === 'Basic' && status >= 400);
    expect(asked, iss).toEqual([]);
    expect(complaints).toEqual([]);
  } finally {
    await sandbox.stop();
  }
});

test('two tabs that keep at once lose nothing', async ({ context }) => {
  const sandbox = await startSandbox({
    ports: 'random',
    world: makeWorld({ people: ['maria-santos'] }),
    appDir: 'dist',
    quiet: true,
    keeps: true,
  });
  try {
    const pages = [await context.newPage(), await context.newPage()] as const;
    for (const page of pages) await opened(page, sandbox);
    await split(pages[0], 'type 2 diabetes');
    await split(pages[1], 'hypertension');
    await Promise.all(pages.map((page) => keep(page)));
    for (const page of pages) await expect(kept(page)).toContainText('of this session is kept there.');
    const again = await context.newPage();
    await opened(again, sandbox);
    await view(again, 'Sources').click();
    await expect(kept(again)).toContainText('2 decisions are kept there.');
    await kept(again).getByRole('button', { name: 'Confirm all 2 whose records are unchanged' }).click();
    await expect(kept(again)).toContainText('2 decisions confirmed.');
    await expect(decisions(again).getByText('In force')).toHaveCount(2);
    await kept(again).getByRole('button', { name: 'Remove all that is kept at General Hospital' }).click();
    await expect(kept(again)).toContainText('2 decisions of this session are not.');
  } finally {
    await sandbox.stop();
  }
});

test('kept at an address of its own: offered at the next sign-in, and applied when it is confirmed', async ({
  page,
  complaints,
}) => {
  const sandbox = await startSandbox({
    ports: 'random',
    world: makeWorld({ people: ['maria-santos'] }),
    appDir: 'dist',
    quiet: true,
    keeps: 'beside',
    audit: true,
  });
  const id = personIn(sandbox, 'maria-santos').ids.general ?? '';
  const { records } = sandbox.orgs.general;
  const asked = () => sandbox.log().filter(({ type, method }) => type === 'Basic' && method !== 'OPTIONS');
  try {
    await opened(page, sandbox);
    await split(page, 'type 2 diabetes');
    await keep(page);
    await expect(kept(page)).toContainText('1 decision of this session is kept there.');
    expect(records.ofPatient(id, 'Basic')).toHaveLength(1);

    // What waits when a page is left is lost with its memory: the record of the act has gone out by then.
    const isKept = (event: object) => JSON.stringify(event).includes('"code":"keep"');
    await expect
      .poll(() => records.ofPatient(id, 'AuditEvent').some(({ resource }) => isKept(resource)))
      .toBe(true);

    await page.reload();
    await opened(page, sandbox);
    const waiting = page.getByRole('region', { name: '1 kept decision waits for your word' });
    await waiting.getByRole('button', { name: 'Look at them' }).click();
    const card = decisions(page).getByRole('article');
    await expect(card).toContainText('Offered, not applied');
    await card.getByRole('button', { name: 'Confirm: they are not one' }).click();
    await expect(card).toContainText('In force');
    await expect(card).toContainText('Reason: Kept at General Hospital, and confirmed here');

    // Nothing of it went to the FHIR base, and all of it carried the sign-in of this organisation.
    expect(asked().map(({ method }) => method)).toContain('POST');
    expect(asked().filter(({ path }) => !path.startsWith('/app-state/Basic'))).toEqual([]);
    expect(asked().every(({ authorization, status }) => authorization && status < 400)).toBe(true);
    expect(complaints).toEqual([]);
  } finally {
    await sandbox.stop();
  }
});
