/** The start page: an organisation is found by its name, by a place of its own, by its logo; by mouse, keys and ear. */
import AxeBuilder from '@axe-core/playwright';
import { expect, personIn, test } from './support/app.ts';
import { allow, sourceOf } from './support/clinician.ts';

test.beforeEach(({ sandbox }) => {
  sandbox.clearFaults();
  sandbox.clearLog();
});

test('one of hundreds of places is found as its name is typed, and signs in where its records are', async ({
  page,
  sandbox,
  complaints,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).origin));
  await page.goto(sandbox.urls.app);
  const field = page.getByRole('searchbox', { name: 'Find an organization or a place' });
  await expect(page.getByText('240 more places can be found')).toBeVisible();
  const list = page.getByRole('list', { name: 'Choose a source' }).getByRole('listitem');
  await expect(list).toHaveCount(4);

  await field.fill('juniper');
  await expect(page.getByRole('status')).toHaveText('24 matches');
  await expect(list).toHaveCount(24);
  // On a server that this app does not know: nobody could sign in there.
  await expect(list.filter({ hasText: 'Juniper Coast Hospital' })).toHaveCount(0);
  await field.fill('elan HEI dent');
  await expect(list).toHaveCount(1);
  await expect(list).toContainText('Élan Heights Dental');
  await expect(list).toContainText('at County HIE · ');
  await field.fill('county');
  await expect(page.getByRole('status')).toHaveText('241 matches, the first 30 shown: type more of the name');
  await field.fill('nowhere at all');
  await expect(page.getByRole('status')).toHaveText('Nothing here is called that.');

  await field.fill('élan heights d');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('button', { name: 'Sign in: Élan Heights Dental' })).toBeFocused();
  await page.keyboard.press('Enter');
  await allow(page, personIn(sandbox, 'maria-santos'), 'county');
  await expect(sourceOf(page, 'county')).toContainText(/\d+ records/);
  const ours = [sandbox.urls.app, ...Object.values(sandbox.orgs).map(({ origin }) => origin)];
  expect([...new Set(asked)].filter((origin) => !ours.includes(origin))).toEqual([]);
  expect(complaints).toEqual([]);
});

test('shows the logo that a server lists, from nowhere but that server, and asks again only when it has to', async ({
  page,
  sandbox,
}) => {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('elsewhere')) elsewhere.push(request.url());
  });
  const bundles = () => sandbox.log().filter((each) => each.type === 'brands').length;
  await page.goto(sandbox.urls.app);
  const logos = page.locator('main img');
  await expect(logos).toHaveCount(4);
  for (const logo of await logos.all()) {
    expect(await logo.getAttribute('src')).toMatch(/^blob:/);
    await expect
      .poll(() => logo.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0);
  }
  expect(bundles()).toBe(4);
  await page.reload();
  await expect(logos).toHaveCount(4);
  expect(bundles()).toBe(4);
  expect(elsewhere).toEqual([]);
});

test('a server that is slow or down keeps nobody from the others', async ({ page, sandbox }) => {
  sandbox.setFault({ org: 'county', fault: 'down', type: 'discovery' });
  sandbox.setFault({ org: 'valley', fault: 'slow', type: 'discovery', ms: 20_000 });
  await page.goto(sandbox.urls.app);
  await expect(page.getByRole('button', { name: /^Sign in:/ })).toHaveCount(4);
  await expect(page.locator('main img')).toHaveCount(2);
});

test('asks no server anything where the site does not want that', async ({ page, sandbox }) => {
  await page.route('**/config.json', async (route) => {
    const response = await route.fetch();
    const config = (await response.json()) as { organisations: object[] };
    const organisations = config.organisations.map((each) => ({ ...each, brands: false }));
    await route.fulfill({ response, json: { ...config, organisations } });
  });
  await page.goto(sandbox.urls.app);
  await expect(page.getByRole('button', { name: /^Sign in:/ })).toHaveCount(4);
  await expect(page.getByRole('searchbox')).toHaveCount(0);
  await page.waitForTimeout(500);
  expect(sandbox.log()).toEqual([]);
});

for (const scheme of ['light', 'dark'] as const)
  test(`nothing on it keeps anybody out, ${scheme}`, async ({ page, sandbox }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(sandbox.urls.app);
    await page.getByRole('searchbox').fill('bay');
    await expect(page.getByRole('status')).toContainText('matches');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.length])).toEqual([]);
  });
