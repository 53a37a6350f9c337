/** The connection doctor as a page: what a newcomer is told of a server that works, and of each that does not. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';

test.beforeEach(({ sandbox }) => {
  sandbox.clearFaults();
  sandbox.clearLog();
});

const examine = async (page: Page, name: string) => {
  await page.getByRole('button', { name: `Examine: ${name}` }).click();
  return page.getByRole('heading', { level: 2 });
};
const found = (page: Page, text: string | RegExp) => page.getByRole('listitem').filter({ hasText: text });

test('from the start page: what works, what could be better, and what Throughline will show', async ({
  page,
  sandbox,
  complaints,
}) => {
  await page.goto(sandbox.urls.app);
  await page.getByRole('link', { name: /Does a connection not work/ }).click();
  await expect(page.getByRole('heading', { name: 'Connection doctor' })).toBeVisible();
  const verdict = await examine(page, 'General Hospital');
  await expect(verdict).toHaveText('General Hospital: It can be connected.');
  await expect(verdict).toBeFocused();
  for (const text of [
    'the sign-in is protected (PKCE with S256)',
    'Who signed in can be proved',
    'This browser may read records with a token',
    'It speaks FHIR 4.0.1',
    'in version 2 of the scope language',
  ])
    await expect(found(page, text)).toContainText('Good');
  const shown = page.getByRole('row').filter({ hasText: 'Problems' });
  await expect(shown).toContainText('yes');
  await expect(shown).toContainText('found by patient');
  await expect(page.locator('code').filter({ hasText: 'callback/general' })).toBeVisible();
  expect(complaints.filter((each) => !each.includes('401'))).toEqual([]);
  expect(sandbox.log().filter((each) => each.type === 'token' || each.method === 'POST')).toEqual([]);

  await expect(await examine(page, 'Riverside Clinic')).toHaveText('Riverside Clinic: It can be connected.');
  await expect(found(page, 'in version 1 of the scope language')).toContainText('Good');
  await expect(await examine(page, 'Valley Lab')).toContainText('Valley Lab: It can be connected.');
  await expect(found(page, 'A session cannot be prolonged')).toContainText(
    'What to do: Has to be changed by those who run the server.',
  );
});

for (const [what, change, told, remedy] of [
  [
    'no PKCE',
    { code_challenge_methods_supported: ['plain'] },
    'It cannot protect a sign-in',
    'Has to be changed by those who run the server',
  ],
  [
    'no token endpoint',
    { token_endpoint: undefined },
    'It does not say where to sign in to it: its discovery document has no token_endpoint',
    'Has to be changed by those who run the server',
  ],
  [
    'another issuer',
    { issuer: 'https://somebody.else.example' },
    'the name that it gives itself is https://somebody.else.example',
    'Compare "iss" and "issuer" in config.json',
  ],
] as const)
  test(`a server with ${what} is told with its remedy`, async ({ page, sandbox }) => {
    await page.route('**/.well-known/smart-configuration', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), ...change } });
    });
    await page.goto(`${sandbox.urls.app}/doctor`);
    await expect(await examine(page, 'County HIE')).toContainText('It cannot be connected yet');
    await expect(found(page, told)).toContainText('Does not work');
    await expect(found(page, told)).toContainText(remedy);
  });

test('a server that is down, one that allows no browser with a token, and one of another FHIR version', async ({
  page,
  sandbox,
}) => {
  await page.goto(`${sandbox.urls.app}/doctor`);
  sandbox.setFault({ org: 'county', fault: 'down', type: 'discovery' });
  await expect(await examine(page, 'County HIE')).toContainText('It cannot be connected yet: 1 thing has');
  await expect(found(page, 'It did not answer')).toContainText('the command line tells the two apart');

  sandbox.clearFaults();
  await page.route('**/fhir/Patient?*', (route) => route.abort());
  await page.route('**/fhir/metadata', (route) =>
    route.fulfill({
      headers: { 'access-control-allow-origin': '*' },
      json: { resourceType: 'CapabilityStatement', fhirVersion: '3.0.2' },
    }),
  );
  await expect(await examine(page, 'County HIE')).toContainText('It cannot be connected yet: 1 thing has');
  await expect(found(page, 'It speaks FHIR 3.0.2')).toContainText('Ask for the address of its R4 interface');
  await expect(found(page, 'no answer when it sent a token along')).toContainText('Could be better');
});

test('a server that the site’s own headers do not name is told so, and nothing leaves', async ({
  page,
  sandbox,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${sandbox.urls.app}/doctor`);
  await page.getByLabel('Another FHIR address').fill('https://fhir.elsewhere.example/r4');
  await page.getByRole('button', { name: 'Examine', exact: true }).click();
  await expect(page.getByRole('heading', { level: 2 })).toContainText('It cannot be connected yet');
  await expect(found(page, 'do not let the browser ask https://fhir.elsewhere.example')).toContainText(
    'npm run --silent cli -- headers',
  );
  await page.getByLabel('Another FHIR address').fill('http://fhir.example.org/r4');
  await page.getByRole('button', { name: 'Examine', exact: true }).click();
  await expect(found(page, 'not one that a token could be sent to')).toContainText('starting with https://');
  expect(sandbox.log()).toEqual([]);
});

for (const scheme of ['light', 'dark'] as const)
  test(`keeps nobody out, ${scheme}, and fits a narrow screen`, async ({ page, sandbox }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width: 400, height: 800 });
    await page.goto(`${sandbox.urls.app}/doctor`);
    await expect(await examine(page, 'Valley Lab')).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.length])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
  });

test('speaks the language of the reader', async ({ browser, sandbox }) => {
  for (const [locale, verdict] of [
    ['de-CH', 'Die Verbindung ist möglich.'],
    ['es-MX', 'Se puede conectar.'],
  ] as const) {
    const context = await browser.newContext({ locale });
    const page = await context.newPage();
    await page.goto(`${sandbox.urls.app}/doctor`);
    await page.getByRole('button', { name: /General Hospital/ }).click();
    await expect(page.getByRole('heading', { level: 2 })).toContainText(verdict);
    await context.close();
  }
});
