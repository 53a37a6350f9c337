/** The lanes and their table twin for whoever has a keyboard and no pointer, or hears the screen. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, personIn, test } from './support/app.ts';
import { join, launch } from './support/clinician.ts';

test('the lanes are gone through by arrows, each mark is said, and Enter opens it', async ({
  page,
  sandbox,
  complaints,
}) => {
  const maria = personIn(sandbox, 'maria-santos');
  await launch(page, sandbox, maria);
  await join(page, maria, 'riverside');
  const marks = page.getByRole('listbox', { name: 'Marks of the lanes' });
  const mark = marks.getByRole('option');
  await marks.focus();
  await expect(mark).toHaveText(/^Visits, \d+ Visits?, /);
  const first = await mark.textContent();
  await page.keyboard.press('ArrowRight');
  await expect(mark).not.toHaveText(first ?? '');
  await expect(marks).toHaveAttribute('aria-activedescendant', (await mark.getAttribute('id')) ?? 'none');

  for (let i = 0; i < 8 && !((await mark.textContent()) ?? '').startsWith('Medications'); i++)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  for (let i = 0; i < 8 && !/warfarin/.test((await mark.textContent()) ?? ''); i++)
    await page.keyboard.press('ArrowRight');
  await expect(mark).toHaveText(/^Medications, warfarin.*Safety: sources disagree/);
  expect(await mark.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Detail' }).locator('h2')).toHaveText(/^warfarin/i);
  // The focus stays, to go on from there.
  await expect(marks).toBeFocused();

  await page.keyboard.press('ArrowDown');
  await expect(mark).toHaveText(/^Results, \d+ Results?, .*abnormal/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/[?&]from=/);
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('On the lanes: the lane above or below');
  await page.keyboard.press('Escape');
  expect(complaints).toEqual([]);
});

test('a count of the table opens what it counts', async ({ page, sandbox }) => {
  await launch(page, sandbox, personIn(sandbox, 'maria-santos'));
  await page.getByRole('button', { name: 'Show as a table' }).click();
  const cell = page
    .getByRole('table', { name: 'Facts by kind over time' })
    .getByRole('button', { name: /^Results, .*: \d+$/ })
    .last();
  const n = /: (\d+)$/.exec((await cell.getAttribute('aria-label')) ?? '')?.[1] ?? 'none';
  await cell.press('Enter');
  await expect(page).toHaveURL(/kind=observation/);
  await expect(
    page.locator('output').filter({ hasText: new RegExp(`^(At least )?${n} facts?$`) }),
  ).toBeVisible();
});
