/** Signing in as a clinician does: from the start page, from the EHR, and to further servers beside it. */
import { expect, test, type FrameLocator, type Page } from '@playwright/test';
import { startSandbox, type Sandbox } from '../sandbox/index.ts';
import { tinyWorld } from '../sandbox/testing/tiny-world.ts';

let sandbox: Sandbox;
test.beforeAll(async () => {
  sandbox = await startSandbox({ ports: 'random', quiet: true, appDir: 'dist', world: tinyWorld() });
});
test.afterAll(() => sandbox.stop());
test.beforeEach(() => {
  sandbox.clearFaults();
  sandbox.clearLog();
});

const NAMES = {
  general: 'General Hospital',
  riverside: 'Riverside Clinic',
  county: 'County HIE',
  valley: 'Valley Lab',
};
type Key = keyof typeof NAMES;
const patientAt = (key: Key): string => sandbox.world.people[0]?.ids[key] ?? '';
const person = (): string => sandbox.world.people[0]?.name ?? '';
const heading = (page: Page | FrameLocator) =>
  page.getByRole('banner', { name: 'Patient' }).getByRole('heading', { level: 1 });
const standing = (page: Page | FrameLocator, key: Key) =>
  page.getByRole('region', { name: 'Sources' }).getByRole('listitem').filter({ hasText: NAMES[key] });

async function consent(page: Page | FrameLocator, key: Key): Promise<void> {
  const signIn = page.getByRole('button', { name: /^Sign in as/ });
  const allow = page.getByRole('button', { name: 'Allow' });
  await expect(signIn.or(allow)).toBeVisible();
  if (await signIn.isVisible()) await signIn.click();
  await page.locator(`input[name="patient"][value="${patientAt(key)}"]`).check();
  await allow.click();
}

async function signInHere(page: Page, key: Key): Promise<void> {
  await page.getByRole('button', { name: `Sign in: ${NAMES[key]}` }).click();
  await consent(page, key);
  await expect(heading(page)).toBeVisible();
}

async function signInByWindow(page: Page, app: Page | FrameLocator, key: Key): Promise<void> {
  const opened = page.waitForEvent('popup');
  await app
    .getByRole('button', { name: `Sign in: ${NAMES[key]}` })
    .first()
    .click();
  const popup = await opened;
  const closed = popup.waitForEvent('close');
  await consent(popup, key);
  await closed;
  await expect(standing(app, key)).not.toContainText(/not signed in|signing in/);
}

/** The rules do not link these by themselves: a person does, and says why. */
async function link(page: Page, key: Key): Promise<void> {
  await page.getByRole('button', { name: `Review match: ${NAMES[key]}` }).click();
  const section = page.getByRole('region', { name: NAMES[key] });
  const same = section.getByRole('button', { name: /^Link:/ });
  await expect(same).toBeVisible();
  const reason = section.getByPlaceholder(/^The rules alone/);
  if (await reason.isVisible()) await reason.fill('Known to me');
  await same.click();
  await expect(standing(page, key)).toContainText(/\d+ records/);
}

/** Leaves out the mark of when somebody looked last: a salted hash and a time, kept on purpose (views/since). */
const leftovers = (page: Page) =>
  page.evaluate(async () => ({
    local: Object.fromEntries(
      Object.entries({ ...localStorage }).filter(([key]) => key !== 'throughline.looked'),
    ),
    session: Object.fromEntries(
      Object.entries({ ...sessionStorage }).filter(([key]) => !key.startsWith('throughline.looked.')),
    ),
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    cookies: document.cookie,
  }));
/** Ids of organisations, so that a reload can offer them again; nothing else. */
const onlyIds = (...ids: readonly Key[]) => ({
  local: {},
  session: { 'throughline.connected': JSON.stringify(ids) },
  databases: 0,
  caches: 0,
  cookies: '',
});

test('standalone: from the start page to the timeline, with nothing left in storage, address or title', async ({
  page,
}) => {
  await page.goto(sandbox.urls.app);
  await signInHere(page, 'general');
  await expect(standing(page, 'general')).toContainText(/\d+ records/);
  expect(await leftovers(page)).toEqual(onlyIds('general'));
  expect(page.url()).toBe(`${sandbox.urls.app}/`);
  const family = person().split(' ').at(-1) ?? '';
  expect(await page.title()).not.toContain(family);
  await expect(heading(page)).toContainText(family);
});

test('from the EHR, inside it: the timeline, and a further server without leaving the chart', async ({
  page,
}) => {
  await page.goto(sandbox.urls.ehr);
  await page.getByRole('link', { name: 'Open here' }).first().click();
  const app = page.frameLocator('#app');
  await expect(standing(app, 'general')).toContainText(/\d+ records/);
  await signInByWindow(page, app, 'riverside');
  await expect(standing(app, 'general')).toContainText(/\d+ records/);
});

test('an EHR that is not listed gets a page that says so, and not one request leaves', async ({ page }) => {
  await page.goto(
    `${sandbox.urls.app}/launch?iss=${encodeURIComponent('https://ehr.org.evil/fhir')}&launch=abc`,
  );
  await expect(page.getByText('This system may not open Throughline.')).toBeVisible();
  expect(sandbox.log()).toEqual([]);
});

test('four servers: one loses its session, and the other three go on', async ({ page }) => {
  test.setTimeout(60_000);
  // A type that is refused leaves something to ask for again.
  sandbox.setFault({ org: '*', fault: '403', type: 'Procedure' });
  const again = (key: Key) => page.getByRole('button', { name: `Load: ${NAMES[key]}` }).first();
  await page.goto(sandbox.urls.app);
  await signInHere(page, 'general');
  for (const key of ['riverside', 'county', 'valley'] as const) await signInByWindow(page, page, key);
  await link(page, 'riverside');
  await expect(again('riverside')).toBeVisible();

  sandbox.setFault({ org: 'riverside', fault: '401' });
  sandbox.setFault({ org: 'riverside', fault: 'invalid-grant', type: 'token' });
  sandbox.clearLog();
  await again('riverside').click();
  // What was read stays, and says from whom and since when.
  await expect(standing(page, 'riverside')).toContainText(/session ended · \d+ records kept/);

  // The others signed in before that, and read after it.
  await link(page, 'county');
  await link(page, 'valley');
  await again('general').click();
  await expect(standing(page, 'general')).toContainText(/\d+ records/);
  for (const key of ['general', 'county', 'valley'] as const) {
    const asked = sandbox.log().filter((each) => each.org === key && each.authorization);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((each) => each.status === 401)).toEqual([]);
    expect(sandbox.log().filter((each) => each.org === key && each.type === 'token')).toEqual([]);
  }
  // However many requests were refused, one refresh was tried.
  const tried = sandbox
    .log()
    .filter((each) => each.org === 'riverside' && each.method === 'POST' && each.type === 'token');
  expect(tried).toHaveLength(1);

  // One click, and it is back: the server still knows the person and shows no page.
  sandbox.clearFaults();
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Sign in: Riverside Clinic' }).first().click();
  const popup = await opened;
  if (!popup.isClosed()) await popup.waitForEvent('close');
  await expect(standing(page, 'riverside')).toContainText(/\d+ records/);
  await expect(standing(page, 'riverside')).not.toContainText('session ended');
  expect(await leftovers(page)).toEqual(onlyIds('general', 'county', 'valley', 'riverside'));
});

test('a sign-in that is refused leaves the others as they are, and can be tried again', async ({ page }) => {
  await page.goto(sandbox.urls.app);
  await signInHere(page, 'general');
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Sign in: County HIE' }).first().click();
  await (await opened).getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Try again: County HIE' }).first()).toBeVisible();
  await expect(standing(page, 'general')).toContainText(/\d+ records/);
});
