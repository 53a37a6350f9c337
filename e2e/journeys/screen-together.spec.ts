/** Overview, lanes and list are one window on the same facts; what is chosen there stays through back and reload. */
import type { Locator, Page } from '@playwright/test';
import { expect, personIn, test } from './support/app.ts';
import { join, launch } from './support/clinician.ts';

const overview = (page: Page) => page.getByRole('region', { name: 'Whole life' });
const list = (page: Page) => page.getByRole('listbox', { name: 'Facts, newest first' });
const lanes = (page: Page) => page.getByRole('region', { name: 'Lanes' }).getByRole('img');
const total = async (page: Page): Promise<number> => {
  const text = await page
    .locator('output')
    .filter({ hasText: /^(At least )?[\d,]+ facts?$/ })
    .textContent();
  return Number((text ?? '').replace(/\D/g, ''));
};
const windowOf = (page: Page): number => {
  const { searchParams } = new URL(page.url());
  const [from, to] = [searchParams.get('from'), searchParams.get('to')];
  return from === null || to === null ? Infinity : Date.parse(`${to}Z`) - Date.parse(`${from}Z`);
};
const HOUR = 3_600_000;

test('a window chosen anywhere is everywhere, down to the hour, and stays through back and reload', async ({
  page,
  sandbox,
  complaints,
}) => {
  const maria = personIn(sandbox, 'maria-santos');
  await launch(page, sandbox, maria);
  await join(page, maria, 'riverside');
  const all = await total(page);
  const lanesBefore = await lanes(page).getAttribute('aria-label');
  const chart = await overview(page).getByRole('img').boundingBox();
  if (chart === null) throw new Error('the overview is not drawn');

  await test.step('brushing the overview moves lanes and list', async () => {
    await page.mouse.move(chart.x + chart.width * 0.8, chart.y + 30);
    await page.mouse.down();
    await page.mouse.move(chart.x + chart.width * 0.9, chart.y + 30, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => total(page)).toBeLessThan(all);
    await expect.poll(() => lanes(page).getAttribute('aria-label')).not.toBe(lanesBefore);
    expect(windowOf(page)).toBeLessThan(5 * 365 * 24 * HOUR);
  });

  await test.step('back is the whole life, forward the window, and a reload keeps it', async () => {
    const [brushed, few] = [page.url(), await total(page)];
    await page.goBack();
    await expect.poll(() => total(page)).toBe(all);
    await page.goForward();
    expect(page.url()).toBe(brushed);
    await expect.poll(() => total(page)).toBe(few);
    const { search } = new URL(brushed);
    await page.reload();
    expect(new URL(page.url()).search).toBe(search);
    await page.goto(sandbox.launchUrl(maria.ids['general'] ?? ''));
    await expect(list(page).getByRole('option').first()).toBeVisible();
  });

  await test.step('wheel, keys and buttons zoom, and end at an hour', async () => {
    await page.mouse.move(chart.x + chart.width * 0.95, chart.y + 30);
    await page.mouse.wheel(0, -400);
    await expect.poll(() => windowOf(page)).toBeLessThan(Infinity);
    const wheeled = windowOf(page);
    await page.keyboard.press('+');
    await expect.poll(() => windowOf(page)).toBeLessThan(wheeled);
    const keyed = windowOf(page);
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await expect.poll(() => windowOf(page)).toBeLessThan(keyed);
    for (let i = 0; i < 24; i++) await page.keyboard.press('+');
    await expect.poll(() => windowOf(page)).toBe(HOUR);
    await page.keyboard.press('0');
    await expect.poll(() => windowOf(page)).toBe(Infinity);
  });

  await test.step('the table says what is drawn', async () => {
    await page.getByRole('button', { name: 'Show as a table' }).click();
    const table = page.getByRole('table', { name: 'Facts by kind over time' });
    await expect(table.getByRole('row', { name: /^Medications/ })).toContainText(/\d/);
    await page.getByRole('button', { name: 'Show as a chart' }).click();
  });

  await test.step('choosing in the lanes opens the detail', async () => {
    const box = await lanes(page).boundingBox();
    if (box === null) throw new Error('the lanes are not drawn');
    const detail = page.getByRole('complementary', { name: 'Detail' });
    // Bars end at the right edge: whatever goes on now is there.
    for (let y = 24; y < box.height && !(await detail.isVisible()); y += 12)
      await page.mouse.click(box.x + box.width - 3, box.y + y);
    await expect(detail).toBeVisible();
    await page.goBack();
    await expect(detail).toHaveCount(0);
  });
  expect(complaints).toEqual([]);
});

test('by visit, each visit stands above what happened in it, and is named while it is scrolled away', async ({
  page,
  sandbox,
}) => {
  const maria = personIn(sandbox, 'maria-santos');
  await launch(page, sandbox, maria);
  await join(page, maria, 'riverside');
  await page.getByRole('button', { name: 'By visit' }).click();
  const within = list(page)
    .getByRole('option')
    .filter({ hasText: /during Chronic care visit/ });
  await expect(within.first()).toBeVisible();
  expect(new URL(page.url()).searchParams.get('by')).toBe('visit');
  const index = Number(await within.first().getAttribute('aria-posinset'));
  const before = list(page).locator(`[aria-posinset="${index - 1}"]`);
  await expect(before).toContainText('Visit');
  await list(page).evaluate((element, top) => element.scrollTo({ top }), index * 36);
  await expect(list(page).getByText('Chronic care visit', { exact: true }).first()).toBeVisible();
});

test('density is remembered, and nothing of the record with it', async ({ page, sandbox }) => {
  const maria = personIn(sandbox, 'maria-santos');
  await launch(page, sandbox, maria);
  const first = list(page).getByRole('option').first();
  const height = async () => (await first.boundingBox())?.height;
  expect(await height()).toBe(36);
  await page.getByRole('button', { name: 'Display and language' }).click();
  await page.getByRole('radio', { name: 'Compact' }).check();
  await page.keyboard.press('Escape');
  await expect.poll(height).toBe(28);
  await launch(page, sandbox, maria);
  await expect.poll(height).toBe(28);
  const stored = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  expect(stored).toContain('"throughline.density":"compact"');
  expect(stored).not.toContain('Santos');
});

test.describe('with fingers', () => {
  test.use({ hasTouch: true, viewport: { width: 400, height: 800 } });
  /** Two fingers on a drawing, going apart. */
  async function spread(page: Page, drawing: Locator): Promise<void> {
    await drawing.scrollIntoViewIfNeeded();
    const box = await drawing.boundingBox();
    if (box === null) throw new Error('it is not drawn');
    const touch = await page.context().newCDPSession(page);
    const at = (by: number) =>
      [-1, 1].map((side, id) => ({ x: box.x + box.width / 2 + side * by, y: box.y + 20, id }));
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(30) });
    for (const by of [50, 80, 110])
      await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(by) });
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  test('two of them zoom, on the overview and on the lanes', async ({ page, sandbox }) => {
    await launch(page, sandbox, personIn(sandbox, 'maria-santos'));
    await spread(page, overview(page).getByRole('img'));
    await expect.poll(() => windowOf(page)).toBeLessThan(Infinity);
    const before = windowOf(page);
    await page.getByRole('button', { name: 'Lanes' }).click();
    await expect(lanes(page)).toBeVisible();
    await spread(page, lanes(page));
    await expect.poll(() => windowOf(page)).toBeLessThan(before);
  });
});

test('a pointer on the overview is told how many facts stand there, and of what', async ({
  page,
  sandbox,
}) => {
  const maria = personIn(sandbox, 'maria-santos');
  await launch(page, sandbox, maria);
  const box = await overview(page).getByRole('img').boundingBox();
  if (box === null) throw new Error('the overview is not drawn');
  const told = overview(page).getByText(/^\d+ facts?(?! without)/);
  for (let x = 4; x < box.width && !(await told.isVisible()); x += 4) {
    await page.mouse.move(box.x + box.width - x, box.y + 40);
    await page.waitForTimeout(30);
  }
  await expect(told).toBeVisible();
  await expect(
    overview(page).getByText(/\d+ (results?|visits?|reports?|problems?|documents?)/),
  ).toBeVisible();
  await page.mouse.move(2, 2);
  await expect(told).toHaveCount(0);
});
