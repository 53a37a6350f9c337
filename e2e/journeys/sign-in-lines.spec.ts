/** Promises of SECURITY.md about signing in and staying signed in, in the whole app and a real browser. */
import type { Page } from '@playwright/test';
import type { Sandbox } from '../sandbox/index.ts';
import type { OrgKey } from '../sandbox/world/index.ts';
import { expect, personIn, test } from './support/app.ts';
import { allow, join, launch, NAMES, READ, signInHere, SLOWLY, sourceOf } from './support/clinician.ts';

test.describe.configure({ timeout: 120_000 });
test.beforeEach(({ sandbox }) => {
  sandbox.clearFaults();
  sandbox.clearLog();
});

const tokenRequests = (sandbox: Sandbox, org: OrgKey) =>
  sandbox.log().filter((each) => each.org === org && each.type === 'token' && each.method === 'POST');

async function signInByWindow(
  page: Page,
  key: OrgKey,
  meanwhile: (popup: Page) => Promise<void>,
): Promise<void> {
  const opened = page.waitForEvent('popup');
  await sourceOf(page, key)
    .getByRole('button', { name: /^Sign in/ })
    .click();
  const popup = await opened;
  const closed = popup.waitForEvent('close');
  await meanwhile(popup);
  await closed;
}

test('the first server’s code, returned by the second, is rejected without a token request', async ({
  page,
  context,
  sandbox,
}) => {
  const maria = personIn(sandbox, 'maria-santos');
  let first = '';
  page.on('request', (request) => {
    if (request.url().includes('/callback/general?')) first = request.url();
  });
  await page.goto(sandbox.urls.app);
  await signInHere(page, maria, 'general');
  const stolen = new URL(first).searchParams;
  await context.addInitScript(
    ({ code, iss }) => {
      if (!location.pathname.startsWith('/callback/county')) return;
      const url = new URL(location.href);
      url.searchParams.set('code', code);
      url.searchParams.set('iss', iss);
      history.replaceState(null, '', url);
    },
    { code: stolen.get('code') ?? '', iss: stolen.get('iss') ?? '' },
  );
  sandbox.clearLog();
  await signInByWindow(page, 'county', (popup) => allow(popup, maria, 'county'));
  await expect(sourceOf(page, 'county')).toContainText('sign-in failed');
  expect([...tokenRequests(sandbox, 'county'), ...tokenRequests(sandbox, 'general')]).toEqual([]);
  await expect(sourceOf(page, 'general')).toContainText(READ);
});

/** Not one request leaves for the server's sign-in page, and the reason is on the start page. */
async function isRefused(page: Page, sandbox: Sandbox, change: object, says: string): Promise<void> {
  await page.route('**/.well-known/smart-configuration', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), ...change } });
  });
  await page.goto(sandbox.urls.app);
  await page.getByRole('button', { name: `Sign in: ${NAMES.general}` }).click();
  await expect(page.getByRole('alert')).toContainText(says);
  expect(sandbox.log().filter((each) => each.type === 'authorize' || each.type === 'token')).toEqual([]);
  expect(page.url()).toBe(`${sandbox.urls.app}/`);
}

test('a server whose name is not exactly the expected one is refused before anybody is sent there', ({
  page,
  sandbox,
}) => isRefused(page, sandbox, { issuer: `${sandbox.orgs.general.origin}/` }, 'not the server it should be'));

test('a server that cannot do PKCE with S256 is refused before anybody is sent there', ({ page, sandbox }) =>
  isRefused(page, sandbox, { code_challenge_methods_supported: ['plain'] }, 'cannot protect a sign-in'));

test('a server without an authorization endpoint is refused before anybody is sent there', ({
  page,
  sandbox,
}) => isRefused(page, sandbox, { authorization_endpoint: undefined }, 'does not say where to sign in'));

test.describe('to somebody who reads German', () => {
  test.use({ locale: 'de-DE' });

  test('a sign-in that did not happen is told in German', async ({ page, sandbox }) => {
    sandbox.setFault({ org: 'general', fault: 'down', type: 'discovery' });
    await page.goto(sandbox.urls.app);
    await page.getByRole('button', { name: `Anmelden: ${NAMES.general}` }).click();
    await expect(page.getByRole('alert')).toContainText(
      'General Hospital hat nicht geantwortet. Bitte gleich noch einmal versuchen.',
    );
  });
});

test('an id_token that its issuer did not sign is refused', async ({ page, sandbox }) => {
  await page.route('**/oauth/token', async (route) => {
    const response = await route.fetch();
    const token = (await response.json()) as { id_token: string };
    const [head, body, signature = ''] = token.id_token.split('.');
    const forged = [
      head,
      body,
      signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`,
    ];
    await route.fulfill({ response, json: { ...token, id_token: forged.join('.') } });
  });
  await page.goto(sandbox.urls.app);
  await page.getByRole('button', { name: `Sign in: ${NAMES.general}` }).click();
  await allow(page, personIn(sandbox, 'maria-santos'), 'general');
  await expect(page.getByText(/could not prove who signed in/)).toBeVisible();
  await expect(page.locator('body')).not.toContainText(/santos/i);
  expect(sandbox.log().filter((each) => each.authorization)).toEqual([]);
});

for (const [what, fault] of [
  ['of another sign-in (nonce)', 'other-nonce'],
  ['for another app (audience)', 'other-audience'],
  ['of another issuer', 'other-issuer'],
] as const)
  test(`an id_token ${what} is refused, though its signature is right`, async ({ page, sandbox }) => {
    sandbox.setFault({ org: 'general', fault, type: 'token' });
    await page.goto(sandbox.urls.app);
    await page.getByRole('button', { name: `Sign in: ${NAMES.general}` }).click();
    await allow(page, personIn(sandbox, 'maria-santos'), 'general');
    await expect(page.getByText(/could not prove who signed in/)).toBeVisible();
    expect(sandbox.faults()[0]?.applied).toBe(1);
    await expect(page.locator('body')).not.toContainText(/santos/i);
    expect(sandbox.log().filter((each) => each.authorization)).toEqual([]);
  });

test('parallel refusals bring one refresh, the rotated token is used for the next, and nobody is asked', async ({
  page,
  sandbox,
}) => {
  const maria = personIn(sandbox, 'maria-santos');
  await launch(page, sandbox, maria);
  await join(page, maria, 'county');
  await expect(sourceOf(page, 'county')).toContainText('complete', SLOWLY);
  await page.getByRole('button', { name: 'Sources', exact: true }).click();
  const county = page.getByRole('main').getByRole('region', { name: NAMES.county });
  for (const round of ['the token of the sign-in', 'the rotated one'])
    await test.step(round, async () => {
      // A token that is refused as soon as it was made is not the reason: no other is asked for then.
      await page.waitForTimeout(5_500);
      sandbox.clearFaults();
      sandbox.clearLog();
      for (const type of ['Condition', 'Immunization', 'Encounter', 'MedicationRequest'])
        sandbox.setFault({ org: 'county', fault: '401', type, times: 1 });
      await county.getByRole('button', { name: 'Unlink' }).click();
      await county
        .getByRole('button', { name: /same person/ })
        .first()
        .click();
      const answers = () => tokenRequests(sandbox, 'county').map((each) => each.status);
      await expect.poll(() => sandbox.faults().every((each) => each.applied === 1)).toBe(true);
      await expect.poll(answers).toEqual([200]);
      await expect(sourceOf(page, 'county')).toContainText('complete', SLOWLY);
      expect(answers()).toEqual([200]);
    });
});

test('a refresh that the network loses keeps the session', async ({ page, sandbox }) => {
  const maria = personIn(sandbox, 'maria-santos');
  sandbox.setFault({ org: 'general', fault: '401', type: 'Observation', times: 1 });
  // The first request to it is the exchange of the code.
  sandbox.setFault({ org: 'general', fault: 'down', type: 'token', nth: 2, times: 1 });
  await launch(page, sandbox, maria);
  await expect(sourceOf(page, 'general')).toContainText('complete', SLOWLY);
  await expect(sourceOf(page, 'general')).not.toContainText('session ended');
  const answered = tokenRequests(sandbox, 'general');
  expect(answered.map((each) => each.fault)).toEqual([null, 'down', null]);
  expect(answered.at(-1)?.status).toBe(200);
});
