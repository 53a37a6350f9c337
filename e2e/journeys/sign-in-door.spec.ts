/** The door of `launch` in a real browser, against the sandbox's servers, under the headers that a deployment sends. */
import { rmSync } from 'node:fs';
import { expect, test, type Frame, type Page } from '@playwright/test';
import { startSandbox, type Sandbox } from '../sandbox/index.ts';
import { tinyWorld } from '../sandbox/testing/tiny-world.ts';
import { buildSignInPage } from './support/sign-in-page.ts';

let dist = '';
let sandbox: Sandbox;
test.beforeAll(async () => {
  dist = await buildSignInPage();
  sandbox = await startSandbox({ ports: 'random', quiet: true, appDir: dist, world: tinyWorld() });
});
test.afterAll(async () => {
  await sandbox.stop();
  rmSync(dist, { recursive: true, force: true });
});
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

const person = (): string => sandbox.world.people[0]?.name ?? '';
const patientAt = (key: Key): string => sandbox.world.people[0]?.ids[key] ?? '';
const tokenRequests = (): string[] =>
  sandbox
    .log()
    .filter((each) => each.type === 'token' && each.method === 'POST')
    .map((each) => each.org);
const status = (page: Page | Frame) => page.getByRole('status');

async function consent(page: Page | Frame): Promise<void> {
  const signIn = page.getByRole('button', { name: /^Sign in as/ });
  const allow = page.getByRole('button', { name: 'Allow' });
  await expect(signIn.or(allow)).toBeVisible();
  if (await signIn.isVisible()) await signIn.click();
  await page.getByRole('radio', { name: person() }).check();
  await allow.click();
}

async function signInHere(page: Page, key: Key): Promise<void> {
  await page.getByRole('button', { name: NAMES[key], exact: true }).click();
  await consent(page);
}

async function signInByWindow(page: Page, key: Key): Promise<void> {
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: `${NAMES[key]} in a window` }).click();
  const popup = await opened;
  // Listened for beforehand: it may be gone by the time that the click returns.
  const closed = popup.waitForEvent('close');
  await consent(popup);
  await closed;
}

/** Wherever a token, a code or a name could have been left behind. */
const leftovers = (page: Page | Frame) =>
  page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    cookies: document.cookie,
    address: location.href,
    title: document.title,
    violations: window.violations,
  }));

test('signs in standalone, reads who and which patient, and leaves nothing in address, history or storage', async ({
  page,
}) => {
  const said: string[] = [];
  let answer = '';
  page.on('console', (message) => said.push(message.text()));
  page.on('request', (request) => {
    if (request.url().includes('/callback/general?')) answer = request.url();
  });
  await page.goto(`${sandbox.urls.app}/?window=1y`);
  await signInHere(page, 'general');
  await expect(status(page)).toHaveText('signed in: general');
  const done = await page.evaluate(() => window.signedIn[0]);
  expect(done?.signedIn).toMatchObject({
    source: 'general',
    base: sandbox.orgs.general.iss,
    patient: patientAt('general'),
  });
  expect(done?.user).toEqual({
    issuer: sandbox.orgs.general.origin,
    subject: 'signed-in-clinician',
    fhirUser: 'Practitioner/signed-in-clinician',
  });
  expect(done?.signedIn.tokens?.access.length).toBeGreaterThan(20);
  expect(done?.signedIn.tokens?.refresh).not.toBeNull();
  expect(await leftovers(page)).toEqual({
    local: {},
    session: {},
    databases: 0,
    caches: 0,
    cookies: '',
    address: `${sandbox.urls.app}/?window=1y`,
    title: 'Sign-in by itself',
    violations: [],
  });
  expect(said.filter((text) => text.includes(done?.signedIn.tokens?.access ?? '-'))).toEqual([]);
  const history = await (await page.context().newCDPSession(page)).send('Page.getNavigationHistory');
  expect(answer).toMatch(/[?&]code=.*&state=|[?&]state=.*&code=/);
  const code = new URL(answer).searchParams.get('code') ?? '-';
  const ours = history.entries.map((entry) => entry.url).filter((url) => url.startsWith(sandbox.urls.app));
  expect(ours).toEqual([`${sandbox.urls.app}/?window=1y`, `${sandbox.urls.app}/?window=1y`]);
  expect(history.entries.filter(({ url }) => url.includes(code))).toEqual([]);
});

test('prints no token even where fhirclient is told to log', async ({ page }) => {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await page.goto(`${sandbox.urls.app}/`);
  await page.evaluate(() => localStorage.setItem('debug', '*'));
  await page.reload();
  await signInHere(page, 'general');
  await expect(status(page)).toHaveText('signed in: general');
  const tokens = await page.evaluate(() => window.signedIn[0]?.signedIn.tokens);
  expect(said.join('\n')).not.toContain(tokens?.access ?? '');
  expect(said.join('\n')).not.toContain(tokens?.refresh ?? '');
});

test('signs in to four servers in one page, each with its own token, patient and redirect', async ({
  page,
}) => {
  await page.goto(`${sandbox.urls.app}/`);
  for (const key of ['general', 'riverside', 'county', 'valley'] as const) await signInByWindow(page, key);
  await expect(status(page)).toHaveText('signed in: general riverside county valley');
  const done = await page.evaluate(() => window.signedIn.map((each) => each.signedIn));
  expect(new Set(done.map((each) => each.tokens?.access)).size).toBe(4);
  expect(done.map((each) => each.patient)).toEqual(
    (['general', 'riverside', 'county', 'valley'] as const).map(patientAt),
  );
  expect(done.map((each) => each.base)).toEqual(Object.values(sandbox.orgs).map((each) => each.iss));
  expect(done[3]?.tokens?.refresh).toBeNull();
  expect(tokenRequests()).toEqual(['general', 'riverside', 'county', 'valley']);
  expect(await leftovers(page)).toMatchObject({ local: {}, session: {}, cookies: '', violations: [] });
});

test('is launched by an EHR in a tab, with its context', async ({ page }) => {
  await page.goto(sandbox.launchUrl(patientAt('general')));
  await expect(status(page)).toHaveText('signed in: general');
  const done = await page.evaluate(() => window.signedIn[0]);
  expect(done?.mode).toBe('ehr');
  expect(done?.context).toMatchObject({
    patient: patientAt('general'),
    needPatientBanner: true,
    intent: 'review-outside-records',
    tenant: 'general-hospital',
    smartStyleUrl: `${sandbox.orgs.general.origin}/smart-style.json`,
  });
  expect(done?.asked.split(' ')).toContain('launch');
});

test('is launched inside an EHR, and signs in to a further server by a window without leaving', async ({
  page,
}) => {
  await page.goto(sandbox.urls.ehr);
  await page.getByRole('link', { name: 'Open here' }).first().click();
  const app = page.frameLocator('#app');
  await expect(app.getByRole('status')).toHaveText('signed in: general');
  const opened = page.waitForEvent('popup');
  await app.getByRole('button', { name: 'Riverside Clinic in a window' }).click();
  await consent(await opened);
  await expect(app.getByRole('status')).toHaveText('signed in: general riverside');
  const frame = page.frames().find((each) => each.url().startsWith(sandbox.urls.app));
  expect(
    await frame?.evaluate(() =>
      window.signedIn.map((each) => [each.context.needPatientBanner, each.signedIn.source]),
    ),
  ).toEqual([
    [false, 'general'],
    [true, 'riverside'],
  ]);
});

test('goes and comes back inside the frame where windows are blocked, to the same view', async ({ page }) => {
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await page.goto(sandbox.urls.ehr);
  await page.getByRole('link', { name: 'Open here' }).first().click();
  const app = page.frameLocator('#app');
  await expect(app.getByRole('status')).toHaveText('signed in: general');
  const frame = () => page.frames().find((each) => each.parentFrame() !== null);
  await frame()?.evaluate(() => history.replaceState(null, '', '/?window=1y'));
  await app.getByRole('button', { name: 'Riverside Clinic in a window' }).click();
  await app.getByRole('button', { name: /^Sign in as/ }).click();
  await app.getByRole('radio', { name: person() }).check();
  await app.getByRole('button', { name: 'Allow' }).click();
  await expect(app.getByRole('status')).toHaveText('signed in: riverside');
  const done = await frame()?.evaluate(() => window.signedIn[0]);
  expect(done).toMatchObject({ returnTo: '/?window=1y', resume: ['general'] });
  expect(frame()?.url()).toBe(`${sandbox.urls.app}/?window=1y`);
});

test('an unlisted iss: not one request leaves', async ({ page }) => {
  const general = new URL(sandbox.orgs.general.iss);
  const hostile = [
    `http://localhost.evil.example:${general.port}/fhir`,
    `http://user@localhost:${general.port}/fhir`,
    `https://localhost:${general.port}/fhir`,
    `http://localhost:1/fhir`,
    `http://localhost.:${general.port}/fhir`,
    `http://LOCALHOST:${general.port}/fhir`,
    `http://xn--lcalhost-b1a:${general.port}/fhir`,
    `${sandbox.orgs.riverside.iss}`,
  ];
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  for (const iss of hostile) {
    await page.goto(`${sandbox.urls.app}/launch?iss=${encodeURIComponent(iss)}&launch=abc`);
    await expect(status(page)).toContainText('problem issuer-not-allowed');
  }
  expect(asked.filter((url) => !url.startsWith(sandbox.urls.app))).toEqual([]);
  expect(sandbox.log()).toEqual([]);
});

test('parameters of the address override nothing', async ({ page }) => {
  const query = new URLSearchParams({
    iss: sandbox.orgs.county.iss,
    clientId: 'evil',
    patientId: 'somebody',
    fhirServiceUrl: sandbox.orgs.county.iss,
    launch: 'x',
  });
  await page.goto(`${sandbox.urls.app}/?${query.toString()}`);
  await signInHere(page, 'general');
  await expect(status(page)).toHaveText('signed in: general');
  expect(await page.evaluate(() => window.signedIn[0]?.signedIn)).toMatchObject({
    base: sandbox.orgs.general.iss,
    patient: patientAt('general'),
    tokens: { clientId: sandbox.clientId },
  });
  expect(sandbox.log().filter((each) => each.org === 'county')).toEqual([]);
});

/**
 * Puts another answer in place of the server's, once, before the page has read its address. (A redirect's target
 * cannot be intercepted.)
 */
const divert = (
  page: Page,
  to: { readonly pathname?: string; readonly search?: Record<string, string | null> },
) =>
  page.addInitScript(({ pathname, search }) => {
    if (!location.pathname.startsWith('/callback/') || sessionStorage.getItem('diverted') !== null) return;
    sessionStorage.setItem('diverted', 'once');
    const url = new URL(location.href);
    url.pathname = pathname ?? url.pathname;
    for (const [name, value] of Object.entries(search ?? {}))
      if (value === null) url.searchParams.delete(name);
      else url.searchParams.set(name, value);
    history.replaceState(null, '', url);
  }, to);

const FORGED_ERROR = { search: { code: null, iss: null, state: 'x', error: 'access_denied' } };

type Change = Parameters<typeof divert>[1];
async function isRejected(page: Page, change: Change, kind: string): Promise<void> {
  await divert(page, change);
  await page.goto(`${sandbox.urls.app}/`);
  await signInHere(page, 'general');
  await expect(status(page)).toContainText(`problem ${kind}`);
  expect(tokenRequests()).toEqual([]);
  expect(new URL(page.url()).search).toBe('');
}

test("an answer that comes back at another connection's address is rejected without a token request", ({
  page,
}) => isRejected(page, { pathname: '/callback/county' }, 'mixed-up'));

test('an answer that names another server is rejected without a token request', ({ page }) =>
  isRejected(page, { search: { iss: 'http://localhost:1' } }, 'mixed-up'));

test('an answer that does not name its server though that was promised is rejected without a token request', ({
  page,
}) => isRejected(page, { search: { iss: null } }, 'mixed-up'));

test('an answer that has a forged state is rejected without a token request', ({ page }) =>
  isRejected(page, { search: { state: '0'.repeat(72) } }, 'unknown-state'));

test('an answer that is a forged error with an unknown state is rejected without a token request', ({
  page,
}) => isRejected(page, FORGED_ERROR, 'unknown-state'));

test('a forged error leaves the sign-in that is under way alone', async ({ page }) => {
  let answer = '';
  page.on('request', (request) => {
    if (request.url().includes('/callback/general?')) answer = request.url();
  });
  await divert(page, FORGED_ERROR);
  await page.goto(`${sandbox.urls.app}/`);
  await signInHere(page, 'general');
  await expect(status(page)).toContainText('problem unknown-state');
  await page.goto(answer);
  await expect(status(page)).toHaveText('signed in: general');
});

test('an answer is used once, and in its own tab only', async ({ page, context }) => {
  let answer = '';
  page.on('request', (request) => {
    if (request.url().includes('/callback/general?')) answer = request.url();
  });
  await page.goto(`${sandbox.urls.app}/`);
  await signInHere(page, 'general');
  await expect(status(page)).toHaveText('signed in: general');
  expect(tokenRequests()).toHaveLength(1);
  const other = await context.newPage();
  for (const tab of [page, other]) {
    await tab.goto(answer);
    await expect(status(tab)).toContainText('problem unknown-state');
  }
  expect(tokenRequests()).toHaveLength(1);
});

test('messages from other windows are not believed', async ({ page, context }) => {
  await page.goto(`${sandbox.urls.app}/`);
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'General Hospital in a window' }).click();
  const popup = await opened;
  await expect(popup.getByRole('button', { name: /^Sign in as/ })).toBeVisible();
  const state =
    new URL(
      (await popup.evaluate(() => performance.getEntriesByType('navigation')[0]?.name)) ?? 'about:blank',
    ).searchParams.get('state') ?? '';
  // From the sign-in page itself (another origin), and from a frame of this origin that is not the window.
  const message = { type: 'throughline:sign-in', search: `?code=evil&state=${state}` };
  await popup.evaluate((data) => (window.opener as Window).postMessage(data, '*'), message);
  await page.evaluate((data) => window.postMessage(data, '*'), message);
  await expect(status(page)).toHaveText('ready');
  expect(tokenRequests()).toEqual([]);
  await consent(popup);
  await expect(status(page)).toHaveText('signed in: general');
  expect(context.pages()).toHaveLength(1);
});

test('comes back silently where the server still knows the person, and is told where it does not', async ({
  page,
}) => {
  await page.goto(`${sandbox.urls.app}/`);
  await page.getByRole('button', { name: 'General Hospital silently' }).click();
  await expect(status(page)).toContainText('problem login-required');
  await signInHere(page, 'general');
  await expect(status(page)).toHaveText('signed in: general');
  const first = await page.evaluate(() => window.signedIn[0]?.signedIn);
  await page.reload();
  await expect(status(page)).toHaveText('ready');
  await page.getByRole('button', { name: 'General Hospital silently' }).click();
  await expect(status(page)).toHaveText('signed in: general');
  const second = await page.evaluate(() => window.signedIn[0]?.signedIn);
  expect(second?.patient).toBe(first?.patient);
  expect(second?.tokens?.access).not.toBe(first?.tokens?.access);
});

test('a sign-in that is refused, and a window that is closed, are told', async ({ page }) => {
  await page.goto(`${sandbox.urls.app}/`);
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'General Hospital in a window' }).click();
  await (await opened).close();
  await expect(status(page)).toContainText('problem popup-closed');
  await page.getByRole('button', { name: 'General Hospital', exact: true }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(status(page)).toContainText('problem declined');
  expect(tokenRequests()).toEqual([]);
});

test('an id_token that has expired is refused', async ({ page }) => {
  sandbox.setFault({ org: 'general', fault: 'clock-skew', type: 'token', minutes: -240 });
  await page.goto(`${sandbox.urls.app}/`);
  await signInHere(page, 'general');
  await expect(status(page)).toContainText('problem identity-not-verified');
  expect(await page.evaluate(() => window.signedIn.length)).toBe(0);
});

test('a server that is down is told, and can be tried again without a reload', async ({ page }) => {
  await page.goto(`${sandbox.urls.app}/`);
  sandbox.setFault({ org: 'general', fault: 'down', type: 'discovery' });
  await page.getByRole('button', { name: 'General Hospital', exact: true }).click();
  await expect(status(page)).toContainText('problem unreachable');
  sandbox.clearFaults();
  await signInHere(page, 'general');
  await expect(status(page)).toHaveText('signed in: general');
});
