/** Several measured values on one axis of time: chosen, compared, read as a table, and never mixed where they cannot be. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect as patient, personIn, test } from './support/app.ts';
import { facts, join, launch } from './support/clinician.ts';

const expect = patient.configure({ timeout: 20_000 });
test.setTimeout(120_000);

test('several values stand on one axis, with a flowsheet of them, by keys alone', async ({
  page,
  sandbox,
  complaints,
}) => {
  const maria = personIn(sandbox, 'maria-santos');
  await launch(page, sandbox, maria);
  await join(page, maria, 'riverside');
  await page.keyboard.press('3');
  for (const name of ['Creatinine', 'Potassium', 'Body weight']) {
    await page.getByRole('checkbox', { name: `Choose ${name}`, exact: true }).focus();
    await page.keyboard.press('Space');
  }
  await page.getByRole('button', { name: 'Show 3 together' }).focus();
  await page.keyboard.press('Enter');

  const charts = page.locator('[data-chart] svg.recharts-surface');
  await expect(charts).toHaveCount(3);
  const flowsheet = page.getByRole('region', { name: 'Flowsheet' });
  await expect(flowsheet.getByRole('rowheader')).toHaveText(['Creatinine', 'Potassium', 'Body weight']);
  await expect(flowsheet.getByRole('columnheader').nth(1)).toContainText('2026');
  // One axis: the same ticks under each.
  const ticks = await charts.evaluateAll((all) =>
    all.map((svg) =>
      [...svg.querySelectorAll('.recharts-xAxis .recharts-cartesian-axis-tick-value')]
        .map((tick) => tick.textContent)
        .join(),
    ),
  );
  expect(new Set(ticks).size).toBe(1);

  const together = new URL(page.url()).searchParams;
  expect(together.get('with')?.split(',')).toHaveLength(2);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200) ?? ''}`)).toEqual([]);
  }
  await flowsheet.getByRole('button').first().press('Enter');
  await expect(page.getByRole('complementary', { name: 'Detail' })).toBeVisible();
  expect(new URL(page.url()).searchParams.has('with')).toBe(false);
  expect(complaints).toEqual([]);
});

test('what a record names is opened from it, with the names of the people in it', async ({
  page,
  sandbox,
}) => {
  const maria = personIn(sandbox, 'maria-santos');
  await launch(page, sandbox, maria);
  await page.getByRole('searchbox').fill('discharge summary');
  await facts(page).getByRole('option').filter({ hasText: 'Discharge summary' }).first().click();
  const detail = page.getByRole('complementary', { name: 'Detail' });
  await expect(detail.getByRole('rowheader', { name: 'People' }).locator('..')).toContainText(/\(author\)/);
  const visit = detail.getByRole('button', { name: /Hospital admission/ }).first();
  await visit.click();
  await expect(detail.getByRole('heading', { level: 2 })).not.toHaveText('Discharge summary');
  // What the visit says beside what it is made of is read from the record as it came.
  const disposition = detail.getByRole('term').filter({ hasText: 'Discharged to' }).locator('+ dd');
  await expect(disposition.first()).toHaveText(/home/i);
});

test('three hundred abnormal values are all drawn, painted, and gone through by keys', async ({
  page,
  sandbox,
  complaints,
}) => {
  const walter = personIn(sandbox, 'walter-brannigan');
  await launch(page, sandbox, walter);
  await expect(page.getByText(/^[\d,]+ records · complete/)).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press('3');
  await page.getByRole('button', { name: /^Creatinine/ }).press('Enter');
  const chart = page.locator('[data-chart]');
  await expect(chart.getByRole('img', { name: 'Creatinine over time' })).toBeVisible();
  await expect(page.locator('.recharts-surface')).toHaveCount(0);
  const values = chart.getByRole('listbox', { name: /^Creatinine over time/ });
  await expect(values.getByRole('option')).toHaveText(/^3\d\d values$/);
  await values.focus();
  await page.keyboard.press('End');
  const last = await values.getByRole('option').textContent();
  expect(last).toMatch(/^Creatinine, [\d.]+ mg\/dL, Abnormal, .*2026/);
  await page.keyboard.press('ArrowLeft');
  await expect(values.getByRole('option')).not.toHaveText(last ?? '');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200) ?? ''}`)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Detail' }).locator('h2')).toHaveText('Creatinine');

  // A few days of monitoring in forty years are more than two values each.
  await page.keyboard.press('3');
  await page.getByRole('button', { name: /^Heart rate/ }).press('Enter');
  await expect(page.locator('.recharts-surface')).toBeVisible();
  await expect(page.getByText(/ (?:1[0-9]\d|200|[5-9]\d) drawn: the lowest/)).toBeVisible();
  expect(complaints).toEqual([]);
});
