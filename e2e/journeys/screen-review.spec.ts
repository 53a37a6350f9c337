/** What is reviewed and what is not, and the days of the window: by keys alone, kept without anything of the record. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, personIn, test } from './support/app.ts';
import { facts, join, launch } from './support/clinician.ts';

const total = (page: Page) => page.locator('output').filter({ hasText: /^(At least )?[\d,]+ facts?$/ });
const detail = (page: Page) => page.getByRole('complementary', { name: 'Detail' });
const filters = (page: Page) => page.getByRole('search', { name: 'Search and filters' });

test('what was reviewed is not asked about again, until a source says otherwise', async ({
  page,
  sandbox,
  complaints,
}) => {
  const maria = personIn(sandbox, 'maria-santos');
  await launch(page, sandbox, maria);
  await page.getByRole('button', { name: 'Filters' }).click();
  const chip = filters(page).getByRole('button', { name: 'Not reviewed' });
  await chip.press('Enter');
  await expect(chip).toHaveAttribute('aria-pressed', 'true');
  await expect(page).toHaveURL(/only=unreviewed/);
  const all = Number((await total(page).textContent())?.replace(/\D/g, ''));
  expect(all).toBeGreaterThan(20);

  await test.step('one by one: r marks the open one, j goes on to what took its place', async () => {
    await page.keyboard.press('j');
    const first = await facts(page).getByRole('option').first().textContent();
    const reviewed = detail(page).getByRole('button', { name: 'Reviewed' });
    await expect(reviewed).toHaveAttribute('aria-pressed', 'false');
    await page.keyboard.press('r');
    await expect(total(page)).toHaveText(`At least ${all - 1} facts`);
    await expect(reviewed).toHaveAttribute('aria-pressed', 'true');
    await expect(detail(page).getByRole('status')).toHaveText('Marked as reviewed');
    await expect(facts(page).getByRole('option').first()).not.toHaveText(first ?? '');
    await page.keyboard.press('j');
    await expect(facts(page).getByRole('option', { selected: true })).toHaveAttribute('aria-posinset', '1');
    await page.keyboard.press('r');
    await expect(total(page)).toHaveText(`At least ${all - 2} facts`);
    await page.keyboard.press('r');
    await expect(total(page)).toHaveText(`At least ${all - 1} facts`);
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  });

  await test.step('all that are listed, with the way back', async () => {
    await page.getByRole('button', { name: `Mark these ${all - 1} as reviewed` }).press('Enter');
    await expect(page.getByText(/^Kept for you in this browser/)).toBeVisible();
    await expect(page.getByText(/^Nothing is left unreviewed/)).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await expect(total(page)).toHaveText(`At least ${all - 1} facts`);
    await page.getByRole('button', { name: `Mark these ${all - 1} as reviewed` }).press('Enter');
    await expect(page.getByText(/^Nothing is left unreviewed/)).toBeVisible();
  });

  await test.step('the next time it is kept, and nothing of the record with it', async () => {
    await launch(page, sandbox, maria);
    const { search } = new URL(page.url());
    await page.evaluate(() => history.replaceState(null, '', `${location.pathname}?only=unreviewed`));
    await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')));
    await expect(page.getByText(/^Nothing is left unreviewed/)).toBeVisible();
    const kept = await page.evaluate(() => localStorage.getItem('throughline.reviewed') ?? '');
    expect(kept).toMatch(/[0-9a-f]{12}/);
    expect(kept).not.toMatch(/Santos|Patient|Practitioner|general|arfarin/);
    expect(search).not.toContain('only');
  });

  await test.step('a source that says the same too, or something else, is unreviewed', async () => {
    await join(page, maria, 'riverside');
    await expect(facts(page).getByRole('option').first()).toBeVisible();
  });
  expect(complaints).toEqual([]);
});

test('the window has a first and a last day, typed and kept in the address', async ({
  page,
  sandbox,
  complaints,
}) => {
  const maria = personIn(sandbox, 'maria-santos');
  await launch(page, sandbox, maria);
  const all = await total(page).textContent();
  await page.getByRole('button', { name: 'Filters' }).press('Enter');
  const dates = filters(page).getByRole('group', { name: 'Dates' });
  const [from, to] = [dates.getByLabel('From'), dates.getByLabel('To')];
  // The order in which a day is typed is the browser's own; the year is typed last, a digit at a time.
  await from.focus();
  await page.keyboard.type('01012022');
  await expect(page).toHaveURL(/from=2022-01-01T00:00/);
  await expect(from).toHaveValue('2022-01-01');
  await expect(to).toHaveValue('');
  await to.fill('2022-12-31');
  await expect(page).toHaveURL(/from=2022-01-01T00:00&to=2023-01-01T00:00/);
  await expect(page.getByRole('heading', { name: /2022 –/ })).toBeVisible();
  await expect.poll(async () => total(page).textContent()).not.toBe(all);
  const [oldest] = await facts(page).getByRole('option').first().getByText(/2022/).allTextContents();
  expect(oldest).toMatch(/2022$/);
  await to.fill('');
  await from.fill('');
  await expect(total(page)).toHaveText(all ?? '');
  expect(new URL(page.url()).search).toBe('');
  expect(complaints).toEqual([]);
});
