/** What is asked for, what was granted instead, and what the screen says of the difference. */
import { expect, personIn, test } from './support/app.ts';
import { allow, NAMES, sourceOf } from './support/clinician.ts';
import type { Page } from '@playwright/test';
import type { Sandbox } from '../sandbox/index.ts';

const OBSERVATION_CATEGORY = 'http://terminology.hl7.org/CodeSystem/observation-category';

test.beforeEach(({ sandbox }) => {
  sandbox.clearFaults();
  sandbox.clearLog();
});

/** The configuration of one organisation, changed for one test. */
const configure = (page: Page, id: string, change: object) =>
  page.route('**/config.json', async (route) => {
    const response = await route.fetch();
    const config = (await response.json()) as { organisations: { id: string }[] };
    const organisations = config.organisations.map((each) =>
      each.id === id ? { ...each, ...change } : each,
    );
    await route.fulfill({ response, json: { ...config, organisations } });
  });

/** The scopes that leave with the request for a sign-in, however it is sent. */
function watchAsked(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.pathname !== '/oauth/authorize') return;
    const sent =
      request.method() === 'POST' ? new URLSearchParams(request.postData() ?? '') : url.searchParams;
    asked.push(...(sent.get('scope') ?? '').split(' '));
  });
  return asked;
}

const openAccess = async (page: Page) => {
  await page.getByRole('button', { name: 'Sources', exact: true }).click();
  const general = page.getByRole('main').getByRole('region', { name: NAMES.general });
  await general.getByText('What this sign-in may read').click();
  return general;
};
const typesAsked = (sandbox: Sandbox, org: string) =>
  new Set(
    sandbox
      .log()
      .filter((each) => each.org === org && each.authorization && each.type !== 'metadata')
      .map((each) => each.type),
  );

for (const [org, form, other] of [
  ['general', /^patient\/[A-Z][A-Za-z]+\.rs$/, /\.read$/],
  ['riverside', /^patient\/[A-Z][A-Za-z]+\.read$/, /\.rs$/],
] as const)
  test(`${org} is asked for reading, type by type, in the words it knows`, async ({ page, sandbox }) => {
    const asked = watchAsked(page);
    await page.goto(sandbox.urls.app);
    await page.getByRole('button', { name: `Sign in: ${NAMES[org]}` }).click();
    await allow(page, personIn(sandbox, 'maria-santos'), org);
    await expect(sourceOf(page, org)).toContainText(/\d+ records/);
    const records = asked.filter((scope) => scope.includes('/') && !scope.startsWith('launch/'));
    expect(records.length).toBeGreaterThan(10);
    expect(records.filter((scope) => !form.test(scope))).toEqual([]);
    expect(records.filter((scope) => other.test(scope))).toEqual([]);
    expect(asked.filter((scope) => scope.startsWith('user/') || scope.includes('*'))).toEqual([]);
  });

test('a server that offers a type in parts is asked for the parts, and the screen says that there is more', async ({
  page,
  sandbox,
}) => {
  const part = `patient/Observation.rs?category=${OBSERVATION_CATEGORY}|laboratory`;
  await page.route('**/.well-known/smart-configuration', async (route) => {
    const response = await route.fetch();
    const smart = (await response.json()) as { scopes_supported: string[] };
    const scopes = smart.scopes_supported.filter((scope) => !scope.startsWith('patient/Observation.'));
    await route.fulfill({ response, json: { ...smart, scopes_supported: [...scopes, part] } });
  });
  const asked = watchAsked(page);
  await page.goto(sandbox.urls.app);
  await page.getByRole('button', { name: `Sign in: ${NAMES.general}` }).click();
  await allow(page, personIn(sandbox, 'maria-santos'), 'general');
  await expect(sourceOf(page, 'general')).toContainText(/\d+ records/);
  expect(asked).toContain(part);
  const general = await openAccess(page);
  await expect(general).toContainText(
    'Granted in part, so only this is read of it: Observation (laboratory)',
  );
  // Not complete, because nobody knows what the rest would be.
  await expect(sourceOf(page, 'general')).toContainText(/missing/);
});

test('long scopes are sent as a form where the server takes one, in this tab and in a window', async ({
  page,
  sandbox,
}) => {
  const many = Array.from(
    { length: 40 },
    (_, i) => `patient/Observation.rs?category=${OBSERVATION_CATEGORY}|part-${i}`,
  );
  const scopes = [
    'openid',
    'fhirUser',
    'online_access',
    'patient/Patient.rs',
    'patient/Condition.rs',
    ...many,
  ];
  await page.route('**/config.json', async (route) => {
    const response = await route.fetch();
    const config = (await response.json()) as { organisations: object[] };
    const organisations = config.organisations.map((each) => ({ ...each, scopes: scopes.join(' ') }));
    await route.fulfill({ response, json: { ...config, organisations } });
  });
  const maria = personIn(sandbox, 'maria-santos');
  const posted = (org: string) =>
    sandbox
      .log()
      .filter((each) => each.org === org && each.method === 'POST' && each.path === '/oauth/authorize');
  await page.goto(sandbox.urls.app);
  await page.getByRole('button', { name: `Sign in: ${NAMES.general}` }).click();
  await allow(page, maria, 'general');
  await expect(sourceOf(page, 'general')).toContainText(/\d+ records/);
  expect(posted('general').map((each) => each.status)).toEqual([303]);

  const opened = page.waitForEvent('popup');
  await page
    .getByRole('button', { name: `Sign in: ${NAMES.county}` })
    .first()
    .click();
  const popup = await opened;
  const closed = popup.waitForEvent('close');
  await allow(popup, maria, 'county');
  await closed;
  await expect(sourceOf(page, 'county')).toContainText(/records|not linked/);
  expect(posted('county').map((each) => each.status)).toEqual([303]);
});

test('nothing granted: it says so of every type, asks for none, and never says that there is none', async ({
  page,
  sandbox,
}) => {
  await page.goto(sandbox.urls.app);
  await page.getByRole('button', { name: `Sign in: ${NAMES.general}` }).click();
  await page.getByRole('button', { name: /^Sign in as/ }).click();
  await page
    .locator(`input[name="patient"][value="${personIn(sandbox, 'maria-santos').ids.general ?? ''}"]`)
    .check();
  await page.getByText(/asks to/).click();
  for (const box of await page.locator('input[name="scope"]').all()) await box.uncheck();
  await page.getByRole('button', { name: /^Allow/ }).click();
  await expect(sourceOf(page, 'general')).toContainText(/0 records · \d+ parts missing/);
  const general = await openAccess(page);
  await expect(general).toContainText(/Not granted, so nothing of it is read: Patient, AllergyIntolerance/);
  await expect(page.locator('body')).not.toContainText(
    'No facts recorded: every source has answered in full.',
  );
  await expect(general.getByRole('row', { name: /^Condition/ })).toContainText('Not permitted');
  expect(typesAsked(sandbox, 'general')).toEqual(new Set());
});

test('more granted than asked for is shown and not made use of', async ({ page, sandbox }) => {
  await configure(page, 'general', { scopes: 'openid fhirUser patient/Patient.rs patient/Condition.rs' });
  await page.route('**/oauth/token', async (route) => {
    const response = await route.fetch();
    const token = (await response.json()) as { scope: string };
    await route.fulfill({ response, json: { ...token, scope: `${token.scope} patient/*.rs` } });
  });
  await page.goto(sandbox.urls.app);
  await page.getByRole('button', { name: `Sign in: ${NAMES.general}` }).click();
  await allow(page, personIn(sandbox, 'maria-santos'), 'general');
  await expect(sourceOf(page, 'general')).toContainText(/\d+ records/);
  const general = await openAccess(page);
  await expect(general).toContainText('patient/*.rs');
  expect(typesAsked(sandbox, 'general')).toEqual(new Set(['Patient', 'Condition']));
  await expect(general).not.toContainText('Not granted, so nothing of it is read');
});
