/** The screen as a clinician meets it: what can be read off it at once, by keys alone, at any size, in both themes. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect as patient, personIn, test } from './support/app.ts';
import { join, launch, sourceOf } from './support/clinician.ts';

/** Several servers, a build and a browser share one machine here. */
const expect = patient.configure({ timeout: 20_000 });
test.setTimeout(180_000);

const view = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name, exact: true });
/** Beside the list where there is room, above it where not. */
const attentionOf = (page: Page) => page.locator('[aria-label="Needs attention"]').filter({ visible: true });
const list = (page: Page) => page.getByRole('listbox', { name: 'Facts, newest first' });
const detail = (page: Page) => page.getByRole('complementary', { name: 'Detail' });

async function findsNothing(page: Page, where: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
    );
    expect(found, `${where}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

async function fitsTheWidth(page: Page, where: string): Promise<void> {
  const [content, room] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(content, `${where} scrolls sideways`).toBeLessThanOrEqual(room ?? 0);
}

/** What is read off three first screens without a click or a scroll, and where the third one comes from. */
const STORIES = [
  {
    key: 'maria-santos',
    // The anticoagulant: what is taken now, what was said to be stopped and by whom, and that it is two of a kind.
    says: [
      'Two of one kind of drug',
      /apixaban 5 mg.*active/,
      /warfarin 5 mg.*status.*active.*stopped/,
      'Sources contradict each other',
      /Penicillin/,
      /No known allergies/,
    ],
    allergies: /Penicillin.*Amoxicillin.*sources disagree · perhaps more/,
    news: /New since the last visit here, 14 May 2022.*At least 134 facts/,
  },
  {
    key: 'robert-delacroix',
    says: ['Two of one kind of drug', /carvedilol/, /metoprolol/, /furosemide.*once daily.*twice daily/],
    allergies: /Allergies: none known, according to/,
    news: /New since the last visit here, 3 Mar 2026.*At least 78 facts/,
  },
  {
    key: 'grace-nakamura',
    says: [/tamoxifen.*active.*completed/, /Penicillin.*confirmed.*ruled out/, /nodule.*entered in error/],
    allergies: /Penicillin.*sources disagree/,
    news: /New since the last visit here, 10 Apr 2025.*At least 8 facts/,
  },
] as const;
const SIZES = [
  { width: 1280, height: 720 },
  { width: 1440, height: 900 },
  { width: 400, height: 800 },
];

for (const story of STORIES)
  test(`ten seconds with ${story.key}: what disagrees, what is new and what is missing, without a click`, async ({
    page,
    sandbox,
    complaints,
  }) => {
    const person = personIn(sandbox, story.key);
    await launch(page, sandbox, person);
    await join(page, person, 'riverside');
    await join(page, person, 'county');
    const attention = attentionOf(page);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      for (const said of story.says)
        await expect(attention.locator('p, button').filter({ hasText: said }).first()).toBeInViewport({
          ratio: 1,
        });
      const banner = page.getByRole('banner', { name: 'Patient' });
      await expect(banner.getByRole('button', { name: story.allergies })).toBeInViewport({ ratio: 1 });
      await expect(attention.getByRole('region', { name: 'New since' })).toContainText(story.news);
      await expect(attention.getByText(/^At least \d+ facts$/)).toBeInViewport({ ratio: 1 });
      await expect(sourceOf(page, 'valley').getByText('not signed in')).toBeInViewport({ ratio: 1 });
    }
    expect(complaints).toEqual([]);
  });

test('the screen of one patient: by keys, in both themes, at any width, through a reload', async ({
  page,
  sandbox,
  complaints,
}) => {
  const maria = personIn(sandbox, 'maria-santos');
  await launch(page, sandbox, maria);
  await join(page, maria, 'riverside');
  await join(page, maria, 'county');
  const attention = attentionOf(page);
  await expect(attention.getByText(/Valley Lab: not signed in/)).toBeVisible();
  await expect(attention.getByRole('button', { name: /^At least \d+ disagreements$/ })).toBeVisible();
  await expect(page.locator('output').filter({ hasText: /^At least [\d,]+ facts$/ })).toBeVisible();

  await test.step('by keys alone', async () => {
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('j');
    await expect(detail(page)).toBeVisible();
    const first = await detail(page).getByRole('heading', { level: 2 }).textContent();
    await page.keyboard.press('j');
    await expect(list(page).getByRole('option', { selected: true })).toHaveAttribute('aria-posinset', '2');
    await page.keyboard.press('k');
    await expect(detail(page).getByRole('heading', { level: 2 })).toHaveText(first ?? '');
    await page.keyboard.press('Escape');
    await expect(attention).toBeVisible();
    await page.keyboard.press('/');
    await page.keyboard.type('a1c');
    await expect(list(page).getByRole('option').first()).toContainText(/a1c/i);
    await page.keyboard.press('Escape');
  });

  await test.step('every view is clean in both themes', async () => {
    await findsNothing(page, 'timeline');
    await page.keyboard.press('/');
    await page.keyboard.type('a1c');
    await list(page).getByRole('option').first().click();
    await detail(page).getByRole('button', { name: 'Trend' }).waitFor();
    await findsNothing(page, 'detail');
    await detail(page).getByRole('button', { name: 'Trend' }).click();
    await expect(page.locator('[data-chart] svg').first()).toBeVisible();
    await expect(page.getByRole('table').first()).toBeVisible();
    await findsNothing(page, 'trend');
    for (const name of ['Summary', 'Trends', 'Sources']) {
      await view(page, name).click();
      await page.getByRole('heading', { level: 2 }).first().waitFor();
      await findsNothing(page, name);
    }
  });

  await test.step('no view scrolls sideways at 200 % or in the side panel of an EHR', async () => {
    for (const size of [
      { width: 640, height: 400 },
      { width: 360, height: 740 },
    ]) {
      await page.setViewportSize(size);
      for (const name of ['Timeline', 'Summary', 'Trends', 'Sources']) {
        await view(page, name).click();
        await page.waitForTimeout(300);
        await fitsTheWidth(page, `${name} at ${size.width}`);
      }
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  await test.step('a reload keeps the view in the address, and nothing clinical', async () => {
    await view(page, 'Summary').click();
    await expect(page.getByRole('region', { name: 'Current medications' })).toBeVisible();
    await page.reload();
    expect(new URL(page.url()).searchParams.get('view')).toBe('summary');
    const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    for (const said of [maria.name, maria.ids['general'] ?? maria.name, 'arfarin'])
      expect(stored).not.toContain(said);
  });
  expect(complaints).toEqual([]);
});

test('what a source denies is named, and nothing is called absent', async ({ page, sandbox }) => {
  const maria = personIn(sandbox, 'maria-santos');
  sandbox.setFault({ org: 'general', fault: '403', type: 'AllergyIntolerance' });
  try {
    await page.goto(sandbox.launchUrl(maria.ids['general'] ?? ''));
    await expect(sourceOf(page, 'general')).toContainText(/parts? missing/, { timeout: 30_000 });
    await view(page, 'Summary').click();
    const allergies = page.getByRole('region', { name: 'Allergies and contradictions' });
    await expect(allergies).toContainText('None read so far. Not every source has answered in full.');
    await view(page, 'Sources').click();
    await expect(page.getByRole('row', { name: /AllergyIntolerance/ })).toContainText('Not permitted');
  } finally {
    sandbox.clearFaults();
  }
});

test('a setup that cannot be read says for whom that is', async ({ page, sandbox }) => {
  await page.route('**/*.json', (route) =>
    new URL(route.request().url()).origin === new URL(sandbox.urls.app).origin
      ? route.fulfill({ status: 200, contentType: 'application/json', body: '{' })
      : route.continue(),
  );
  await page.goto(sandbox.urls.app);
  await expect(page.getByRole('heading', { name: 'The setup of this page cannot be read' })).toBeVisible();
  await findsNothing(page, 'config error');
});
