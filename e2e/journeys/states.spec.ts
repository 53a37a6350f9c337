/**
 * Each state of the screen, as somebody meets it: what it says, that nothing in it pretends, and that axe finds nothing.
 * A picture of each is kept beside the test's results, to be looked at (docs/decisions/0008-states-are-told-not-pixels.md).
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page, TestInfo } from '@playwright/test';
import { expect, personIn, test } from './support/app.ts';
import { facts, join, launch, READ, SLOWLY, sourceOf } from './support/clinician.ts';

test.describe.configure({ timeout: 120_000 });
test.beforeEach(({ sandbox }) => {
  sandbox.clearFaults();
  sandbox.setLatency(0);
});
test.afterEach(({ sandbox }) => {
  sandbox.clearFaults();
  sandbox.setLatency(0);
});

/** Where the pictures that are kept go (`npm run pictures`), by the name of the test; nowhere in a plain run. */
const KEPT = process.env['PICTURES'];
const keep = async (page: Page, info: TestInfo, how: string): Promise<void> => {
  // 'error: a launch that cannot be' is told from another error by its noun.
  const [state = '', what = ''] = info.title.split(': ');
  const noun = state === 'error' ? ` ${what.split(' ')[1] ?? ''}` : '';
  const name = (state + noun).replaceAll(' ', '-');
  if (KEPT !== undefined) await page.screenshot({ path: `${KEPT}/${name}-${how}.png` });
};

/** In both themes and beside an EHR: within the width, pictured, and clean. The pictures come first: some states pass. */
async function looked(page: Page, info: TestInfo): Promise<void> {
  await pictured(page, info);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

async function pictured(page: Page, info: TestInfo): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: info.outputPath(`${colorScheme}.png`) });
    if (colorScheme === 'light') await keep(page, info, colorScheme);
  }
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  await page.setViewportSize({ width: 360, height: 740 });
  await expect
    .poll(() =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    )
    .toBe(0);
  await page.screenshot({ path: info.outputPath('narrow.png') });
  await keep(page, info, 'narrow-dark');
  await page.setViewportSize(size);
}

const view = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name, exact: true });
const total = (page: Page) => page.locator('output').filter({ hasText: /facts?$/ });

/** A site with one source, so that one complete answer is all there is. */
const alone = (page: Page) =>
  page.route('**/config.json', async (route) => {
    const answer = await route.fetch();
    const config: { organisations: { id: string; scopes?: string | null }[] } = await answer.json();
    const organisations = config.organisations
      .filter(({ id }) => id === 'general')
      .map((organisation) => ({ ...organisation, scopes: null }));
    await route.fulfill({ response: answer, json: { ...config, organisations } });
  });

test('first run', async ({ page, sandbox }, info) => {
  await page.goto(sandbox.urls.app);
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - paragraph: Throughline
      - heading "One timeline from every record" [level=1]
      - paragraph: /Choose where to sign in first/
      - list "Choose a source":
        - listitem: /General Hospital/
        - listitem: /Riverside Clinic/
        - listitem: /County HIE/
        - listitem: /Valley Lab/
      - paragraph: /Opened from an EHR/
      - paragraph: /memory only/
  `);
  await looked(page, info);
});

test('loading: progress is counted, and nothing is called absent', async ({ page, sandbox }, info) => {
  sandbox.setLatency(700);
  const maria = personIn(sandbox, 'maria-santos');
  await page.goto(sandbox.launchUrl(maria.ids['general'] ?? ''));
  const general = sourceOf(page, 'general');
  await expect(general).toContainText(/loading [\d,]+/, SLOWLY);
  await expect(general.getByRole('progressbar')).toBeVisible();
  await expect(general.getByRole('button', { name: 'Stop: General Hospital' })).toBeVisible();
  await expect(page.getByRole('banner', { name: 'Patient' })).toContainText(
    'Allergies: not known yet',
    SLOWLY,
  );
  await looked(page, info);
});

test('partial: what is here is a floor, and what is missing has a name', async ({ page, sandbox }, info) => {
  sandbox.setFault({ org: 'general', fault: '500', type: 'Observation' });
  await launch(page, sandbox, personIn(sandbox, 'maria-santos'));
  await expect(sourceOf(page, 'general')).toContainText(/\d records · \d parts? missing/, SLOWLY);
  await expect(total(page)).toContainText(/^At least/);
  await looked(page, info);
  await view(page, 'Sources').click();
  await expect(page.getByRole('row', { name: /^Observation/ }).first()).toContainText(/Failed|Partial/);
});

test('empty because complete', async ({ page, sandbox }, info) => {
  await alone(page);
  await launch(page, sandbox, personIn(sandbox, 'thomas-kowalczyk'));
  await expect(sourceOf(page, 'general')).toContainText(/complete/, SLOWLY);
  await expect(page.getByRole('banner', { name: 'Patient' })).toContainText('Allergies: none recorded');
  await expect(total(page)).toContainText(/^\d+ facts$/);
  await view(page, 'Summary').click();
  const allergies = page.getByRole('region', { name: 'Allergies and contradictions' });
  await expect(allergies).toContainText('None recorded; every source has answered in full.');
  await looked(page, info);
});

test('empty because denied', async ({ page, sandbox }, info) => {
  await alone(page);
  sandbox.setFault({ org: 'general', fault: '403', type: 'AllergyIntolerance' });
  await launch(page, sandbox, personIn(sandbox, 'thomas-kowalczyk'));
  await expect(sourceOf(page, 'general')).toContainText(/1 part missing/, SLOWLY);
  await expect(page.getByRole('banner', { name: 'Patient' })).toContainText('Allergies: not known yet');
  await view(page, 'Summary').click();
  const allergies = page.getByRole('region', { name: 'Allergies and contradictions' });
  await expect(allergies).toContainText('None read so far. Not every source has answered in full.');
  await looked(page, info);
});

test('nothing matches: a filter is not an absence', async ({ page, sandbox }, info) => {
  await launch(page, sandbox, personIn(sandbox, 'maria-santos'));
  await page.keyboard.press('/');
  await page.keyboard.type('zzzzqqqq');
  await expect(page.getByText('No facts match among what has been read.')).toBeVisible();
  await looked(page, info);
  await page.getByRole('button', { name: 'Clear search and filters' }).click();
  await expect(facts(page).getByRole('option').first()).toBeVisible();
});

test('stale: what was read long ago says so', async ({ page, sandbox }, info) => {
  await page.clock.install();
  await launch(page, sandbox, personIn(sandbox, 'maria-santos'));
  // Somebody reads on and is not locked out, and the minutes go by.
  for (let minutes = 0; minutes < 70; minutes += 10) {
    await page.clock.fastForward('10:00');
    await page.keyboard.press('j');
  }
  const general = sourceOf(page, 'general');
  await expect(general).toContainText(/last read \d\d:\d\d/);
  await page.keyboard.press('Escape');
  await looked(page, info);
});

test('error: a launch that cannot be, and the way on', async ({ page, sandbox }, info) => {
  await page.goto(`${sandbox.urls.app}/launch?iss=https%3A%2F%2Felsewhere.example%2Ffhir&launch=x`);
  await expect(page.getByRole('heading', { name: 'Signing in did not work' })).toBeVisible();
  await looked(page, info);
  await page.getByRole('button', { name: 'Choose a source' }).click();
  await expect(page.getByRole('heading', { name: 'One timeline from every record' })).toBeVisible();
});

test('error: a setup that cannot be read', async ({ page, sandbox }, info) => {
  await page.route('**/config.json', (route) => route.fulfill({ status: 200, body: '{' }));
  await page.goto(sandbox.urls.app);
  await expect(page.getByRole('heading', { name: 'The setup of this page cannot be read' })).toBeVisible();
  await looked(page, info);
});

test('locked: nothing of the record is left', async ({ page, sandbox }, info) => {
  await page.clock.install();
  await launch(page, sandbox, personIn(sandbox, 'maria-santos'));
  await page.clock.fastForward('15:05');
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await expect(page.locator('body')).not.toContainText(/santos|warfarin|penicillin/i);
  await looked(page, info);
});

test('signed out: one of two sources has left, and its absence is said', async ({ page, sandbox }, info) => {
  const maria = personIn(sandbox, 'maria-santos');
  await launch(page, sandbox, maria);
  await join(page, maria, 'riverside');
  await view(page, 'Sources').click();
  await page
    .getByRole('region', { name: 'Riverside Clinic' })
    .getByRole('button', { name: /^Sign out/ })
    .click();
  await expect(sourceOf(page, 'riverside')).toContainText('not signed in');
  await view(page, 'Timeline').click();
  await expect(total(page)).toContainText(/^At least/);
  await looked(page, info);
});

test('offline: what is shown stays, says how it stands, and is read again later', async ({
  page,
  context,
  sandbox,
}, info) => {
  await launch(page, sandbox, personIn(sandbox, 'maria-santos'));
  const rows = await total(page).textContent();
  await context.setOffline(true);
  const offline = page.getByRole('status').filter({ hasText: 'This computer is offline' });
  await expect(offline).toBeVisible();
  expect(await total(page).textContent()).toBe(rows);
  await looked(page, info);
  await context.setOffline(false);
  await expect(offline).toHaveCount(0);
  await expect(sourceOf(page, 'general')).toContainText(READ);
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 400, height: 800 } });
  test('whatever is pressed is 44 px high', async ({ page, sandbox }) => {
    await launch(page, sandbox, personIn(sandbox, 'maria-santos'));
    await expect(facts(page).getByRole('option').first()).toBeVisible();
    const small = await page
      .locator('button:visible, [role=option]:visible, input:visible, select:visible, summary:visible')
      .evaluateAll((all) =>
        all
          // The ends of the window are sliders for keys; a finger drags the chart itself.
          .filter((each) => !each.matches('[type=range]'))
          // What is laid over the whole item is as large as the item.
          .map((each) =>
            getComputedStyle(each, '::after').position === 'absolute' && each instanceof HTMLElement
              ? (each.offsetParent ?? each)
              : each,
          )
          .map((each) => ({
            height: each.getBoundingClientRect().height,
            html: each.outerHTML.slice(0, 120),
          }))
          .filter(({ height }) => height < 44),
      );
    expect(small).toEqual([]);
  });
});
