/** A session from its first sign-in to its end: what goes on, what comes back, and what is gone. */
import type { Page } from '@playwright/test';
import type { Sandbox } from '../sandbox/index.ts';
import { expect, personIn, test } from './support/app.ts';
import {
  allow,
  comesBackByItself,
  join,
  launch,
  nameOnScreen,
  NAMES,
  READ,
  rememberedIn,
  remains,
  signInHere,
  SLOWLY,
  sourceOf,
  watchTokens,
  facts as factList,
} from './support/clinician.ts';

// Whole sessions with four servers: on a busy machine each takes its time.
test.describe.configure({ timeout: 120_000 });
test.beforeEach(({ sandbox }) => {
  sandbox.clearFaults();
  sandbox.clearLog();
  sandbox.setLatency(0);
});

const ofToken = (sandbox: Sandbox, org: string) =>
  sandbox.log().filter((each) => each.org === org && each.type === 'token' && each.method === 'POST');
const revocations = (sandbox: Sandbox) =>
  sandbox.log().filter((each) => each.path.endsWith('/revoke') && each.method === 'POST');
const KEYS = ['general', 'riverside', 'county', 'valley'] as const;

test('four servers; one loses its session, the others go on; nothing is left behind anywhere', async ({
  page,
  context,
  sandbox,
}) => {
  const maria = personIn(sandbox, 'maria-santos');
  const said: string[] = [];
  context.on('console', (message) => said.push(message.text()));
  context.on('weberror', (error) => said.push(error.error().message));
  const tokens = watchTokens(context);

  await launch(page, sandbox, maria);
  for (const key of ['riverside', 'county', 'valley'] as const) await join(page, maria, key);

  await test.step('County HIE ends the session', async () => {
    sandbox.setFault({ org: 'county', fault: '401' });
    sandbox.setFault({ org: 'county', fault: 'invalid-grant', type: 'token' });
    await page.getByRole('button', { name: 'Sources', exact: true }).click();
    await page.getByRole('region', { name: NAMES.county }).getByRole('button', { name: 'Unlink' }).click();
    await page
      .getByRole('region', { name: NAMES.county })
      .getByRole('button', { name: /same person/ })
      .first()
      .click();
    await expect(sourceOf(page, 'county')).toContainText('session ended', SLOWLY);
    expect(ofToken(sandbox, 'county').filter((each) => each.status >= 400)).toHaveLength(1);
  });

  await test.step('the other three go on reading', async () => {
    sandbox.clearLog();
    const riverside = page.getByRole('region', { name: NAMES.riverside });
    await riverside.getByRole('button', { name: 'Unlink' }).click();
    await riverside
      .getByRole('button', { name: /same person/ })
      .first()
      .click();
    await expect(sourceOf(page, 'riverside')).toContainText(READ, SLOWLY);
    const asked = sandbox.log().filter((each) => each.org === 'riverside' && each.authorization);
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.filter((each) => each.status === 401)).toEqual([]);
    for (const key of ['general', 'riverside', 'valley'] as const)
      await expect(sourceOf(page, key)).not.toContainText('session ended', SLOWLY);
  });

  await test.step('no token and no clinical word is left anywhere', async () => {
    await page.getByRole('button', { name: 'Timeline', exact: true }).click();
    const rows = factList(page).getByRole('option');
    await rows.first().click();
    expect(tokens.size).toBeGreaterThanOrEqual(8);
    const diagnoses = await page.evaluate(() =>
      ['hypertension', 'diabetes', 'allerg'].filter((word) =>
        document.body.innerText.toLowerCase().includes(word),
      ),
    );
    expect(diagnoses.length).toBeGreaterThan(0);
    const left = `${await remains(page)}\n${said.join('\n')}`.toLowerCase();
    const words = ['santos', 'maria', maria.birthDate, ...Object.values(maria.ids), ...diagnoses];
    for (const secret of [...words, ...tokens]) expect(left).not.toContain(String(secret).toLowerCase());
    expect(left).not.toMatch(/[?&](?:code|state)=/);
    expect(await rememberedIn(page)).toBe(JSON.stringify([...KEYS]));
  });
});

test('after a reload every connection is one click away, silent where the server knows the person', async ({
  page,
  sandbox,
}) => {
  const maria = personIn(sandbox, 'maria-santos');
  await page.goto(sandbox.urls.app);
  await signInHere(page, maria, 'general');
  await join(page, maria, 'riverside');
  const name = await nameOnScreen(page).textContent();

  await page.reload();
  await expect(page.getByText('Signed in before in this tab')).toHaveCount(2);
  await expect(page.locator('body')).not.toContainText(/santos/i);
  await page.getByRole('button', { name: 'Sign in: General Hospital' }).click();
  await expect(sourceOf(page, 'general')).toContainText(READ, SLOWLY);
  await expect(nameOnScreen(page)).toHaveText(name ?? '');
  await expect(sourceOf(page, 'riverside')).toContainText('signed out');
  await comesBackByItself(page, 'riverside');
});

test('a server that forgot the person shows its page in the same window, without another click', async ({
  page,
  context,
  sandbox,
}) => {
  const maria = personIn(sandbox, 'maria-santos');
  await page.goto(sandbox.urls.app);
  await signInHere(page, maria, 'general');
  await join(page, maria, 'riverside');
  await page.reload();
  await context.clearCookies();
  await page.getByRole('button', { name: 'Sign in: General Hospital' }).click();
  await allow(page, maria, 'general');
  await expect(sourceOf(page, 'general')).toContainText(READ, SLOWLY);
  await join(page, maria, 'riverside');
});

test('a session that runs out in the middle: what was read stays, and only what is missing is asked for', async ({
  page,
  sandbox,
}) => {
  const maria = personIn(sandbox, 'maria-santos');
  const records = async () =>
    Number(/(\d+) records/.exec((await sourceOf(page, 'general').textContent()) ?? '')?.[1]);
  const answered = (type: string) =>
    sandbox.log().filter((each) => each.org === 'general' && each.type === type && each.status === 200);
  // Asked for late: by then others were answered whole.
  sandbox.setFault({ org: 'general', fault: '401', type: 'MedicationStatement', times: 1_000 });
  sandbox.setFault({ org: 'general', fault: 'invalid-grant', type: 'token', nth: 2, times: 1_000 });
  await page.goto(sandbox.urls.app);
  await signInHere(page, maria, 'general');
  await expect(sourceOf(page, 'general')).toContainText('session ended', SLOWLY);
  const kept = await records();
  // What was answered after the refusal may have been on its way when the session ended.
  const log = sandbox.log().filter(({ org }) => org === 'general');
  const before = log.slice(
    0,
    log.findIndex(({ status }) => status === 401),
  );
  const whole = ['Condition', 'AllergyIntolerance', 'Immunization', 'Procedure'].filter((type) =>
    before.some((each) => each.type === type && each.status === 200),
  );
  expect(whole.length).toBeGreaterThan(0);
  expect(kept).toBeGreaterThan(0);

  sandbox.clearFaults();
  sandbox.clearLog();
  await comesBackByItself(page, 'general');
  await expect(sourceOf(page, 'general')).toContainText('complete', SLOWLY);
  expect(answered('MedicationStatement').length).toBeGreaterThan(0);
  expect(whole.filter((type) => answered(type).length > 0)).toEqual([]);
  expect(await records()).toBeGreaterThan(kept);
});

test('one is signed out and revoked, the others stay; the first patient’s source may be the one', async ({
  page,
  sandbox,
}) => {
  const maria = personIn(sandbox, 'maria-santos');
  await launch(page, sandbox, maria);
  await join(page, maria, 'riverside');
  sandbox.clearLog();
  await page.getByRole('button', { name: 'Sources', exact: true }).click();
  await page.getByRole('button', { name: 'Sign out: General Hospital' }).click();
  await expect(sourceOf(page, 'general')).toContainText('not signed in');
  await expect(sourceOf(page, 'riverside')).toContainText(READ, SLOWLY);
  await expect(nameOnScreen(page)).toContainText('Santos');
  await expect
    .poll(() => revocations(sandbox).map((each) => [each.org, each.status]))
    .toContainEqual(['general', 200]);
  expect(revocations(sandbox).filter((each) => each.org !== 'general')).toEqual([]);
});

test('signed out of all: revoked everywhere, and neither back nor forward shows anything', async ({
  page,
  sandbox,
}) => {
  const maria = personIn(sandbox, 'maria-santos');
  await page.goto(sandbox.urls.app);
  await signInHere(page, maria, 'general');
  await join(page, maria, 'riverside');
  await factList(page).getByRole('option').first().click();
  await page.getByRole('button', { name: 'Summary', exact: true }).click();
  await expect(page.locator('body')).toContainText(/santos/i);
  const [worker] = page.workers();
  const gone = worker?.waitForEvent('close');
  sandbox.clearLog();
  await page.getByRole('button', { name: 'Close patient' }).click();
  await page.getByRole('button', { name: 'Close and sign out' }).click();
  await expect(page.getByRole('heading', { name: 'One timeline from every record' })).toBeVisible();
  await gone;
  expect(new Set(revocations(sandbox).map((each) => each.org))).toEqual(new Set(['general', 'riverside']));
  const nothing = async () => {
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await expect(page.locator('body')).not.toContainText(/santos|\d+ (facts|records)/i);
  };
  for (const step of [1, 2, 3]) {
    await page.evaluate((by) => history.go(-by), step).catch(() => undefined);
    await page.waitForTimeout(300);
    if (page.url().startsWith(sandbox.urls.app)) await nothing();
  }
  await page.goto(sandbox.urls.app);
  await nothing();
  expect(await rememberedIn(page)).toBeNull();
});

test('a page that the browser kept is not shown again as it was', async ({ page, sandbox }) => {
  const maria = personIn(sandbox, 'maria-santos');
  await launch(page, sandbox, maria);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
  await expect(page.locator('body')).not.toContainText(/santos/i);
  expect(page.workers()).toEqual([]);
  const loaded = page.waitForEvent('load');
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await loaded;
  await expect(page.getByText('Signed in before in this tab')).toHaveCount(1);
});

test('two tabs hold two patients, and neither hears of the other', async ({ page, context, sandbox }) => {
  const [maria, robert] = [personIn(sandbox, 'maria-santos'), personIn(sandbox, 'robert-delacroix')];
  const second = await context.newPage();
  sandbox.setLatency(30);
  // One after the other through the hospital's door, which knows one browser by one cookie; both read at once then.
  await page.goto(sandbox.launchUrl(maria.ids.general ?? ''));
  await expect(nameOnScreen(page)).toContainText(/santos/i, SLOWLY);
  await second.goto(sandbox.launchUrl(robert.ids.general ?? ''));
  for (const [tab, mine, others] of [
    [page, /santos/i, /delacroix/i],
    [second, /delacroix/i, /santos/i],
  ] as const) {
    await expect(sourceOf(tab, 'general')).toContainText('complete', SLOWLY);
    await expect(nameOnScreen(tab)).toContainText(mine);
    await expect(tab.locator('body')).not.toContainText(others);
  }
  sandbox.setLatency(0);
  await second.getByRole('button', { name: 'Close patient' }).click();
  await second.getByRole('button', { name: 'Close and sign out' }).click();
  await expect(sourceOf(page, 'general')).toContainText('complete', SLOWLY);
});

test('another patient in the same tab: what was on its way for the first one never arrives', async ({
  page,
  sandbox,
}) => {
  const [maria, robert] = [personIn(sandbox, 'maria-santos'), personIn(sandbox, 'robert-delacroix')];
  sandbox.setLatency(150);
  await page.goto(sandbox.launchUrl(maria.ids.general ?? ''));
  await expect(nameOnScreen(page)).toContainText(/santos/i, SLOWLY);
  await page.goto(sandbox.launchUrl(robert.ids.general ?? ''));
  await expect(nameOnScreen(page)).toContainText(/delacroix/i);
  sandbox.setLatency(0);
  await expect(sourceOf(page, 'general')).toContainText('complete', SLOWLY);
  await expect(page.locator('body')).not.toContainText(/santos/i);
});

test('the launch is honoured: its visit is marked, its context told, no second banner in the EHR’s frame', async ({
  page,
  sandbox,
}) => {
  const maria = personIn(sandbox, 'maria-santos');
  const styles: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('smart-style')) styles.push(request.url());
  });
  await launch(page, sandbox, maria);
  await expect(nameOnScreen(page)).not.toHaveClass('said');
  await page.getByRole('button', { name: 'Visits', exact: true }).first().click();
  await expect(factList(page).getByRole('option').filter({ hasText: 'This visit' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Sources', exact: true }).click();
  const general = page.getByRole('region', { name: NAMES.general });
  await general.getByText('What this sign-in may read').click();
  await expect(general).toContainText('review-outside-records');
  await expect(general).toContainText('general-hospital');
  await expect(general).toContainText(/Encounter\//);
  await expect(general).toContainText(/Opened for.*DiagnosticReport\//);
  await expect(general).toContainText('Practitioner/signed-in-clinician');

  await page.goto(sandbox.urls.ehr);
  await page
    .getByRole('listitem')
    .filter({ hasText: maria.name })
    .getByRole('link', { name: 'Open here' })
    .click();
  const app = page.frameLocator('#app');
  await expect(sourceOf(app, 'general')).toContainText(READ, SLOWLY);
  await expect(nameOnScreen(app)).toHaveClass('said');
  await expect(app.getByRole('banner', { name: 'Patient' })).toContainText(/allerg/i);
  expect(styles).toEqual([]);
});

test('an issuer that is not listed: a page that says so, and not one request', async ({ page, sandbox }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).origin));
  await page.goto(`${sandbox.urls.app}/launch?iss=${encodeURIComponent(sandbox.orgs.county.iss)}&launch=x`);
  await expect(page.getByText('This system may not open Throughline.')).toBeVisible();
  expect(new Set(asked)).toEqual(new Set([sandbox.urls.app]));
  expect(sandbox.log()).toEqual([]);
});

/** The configuration that the app reads, changed for one test. */
async function configure(page: Page, change: (config: { organisations: Record<string, unknown>[] }) => void) {
  await page.route('**/config.json', async (route) => {
    const response = await route.fetch();
    const config = (await response.json()) as { organisations: Record<string, unknown>[] };
    change(config);
    await route.fulfill({ response, json: config });
  });
}

test('without a patient from the server, the clinician looks for one', async ({ page, sandbox }) => {
  await configure(page, (config) => {
    for (const each of config.organisations)
      if (each['id'] === 'general')
        each['scopes'] = 'openid fhirUser user/Patient.rs user/Observation.rs user/Condition.rs';
  });
  await page.goto(sandbox.urls.app);
  await page.getByRole('button', { name: 'Sign in: General Hospital' }).click();
  await page.getByRole('button', { name: /^Sign in as/ }).click();
  await page.getByRole('button', { name: /^Allow/ }).click();
  await expect(page.getByRole('heading', { name: 'Whose record?' })).toBeVisible();
  sandbox.clearLog();
  await page.getByLabel('Name').fill('Santos, Maria');
  await page.getByRole('button', { name: 'Search' }).click();
  const found = page.getByRole('listitem').filter({ hasText: /Santos/ });
  await expect(found.first()).toContainText(/\d{4}/);
  // A name travels in a body, not in an address that is kept in logs.
  expect(
    sandbox
      .log()
      .map((each) => `${each.path}?${each.query}`)
      .join(),
  ).not.toMatch(/santos/i);
  await found
    .first()
    .getByRole('button', { name: /^Choose/ })
    .click();
  await expect(nameOnScreen(page)).toContainText('Santos');
  await expect(sourceOf(page, 'general')).toContainText(READ, SLOWLY);
});

test('what was not granted is told at its source, and the rest is read', async ({ page, sandbox }) => {
  const maria = personIn(sandbox, 'maria-santos');
  await page.goto(sandbox.urls.app);
  await page.getByRole('button', { name: 'Sign in: General Hospital' }).click();
  await page.getByRole('button', { name: /^Sign in as/ }).click();
  await page.locator(`input[name="patient"][value="${maria.ids.general ?? ''}"]`).check();
  await page.getByText(/asks to/).click();
  await page.locator('input[name="scope"][value^="patient/Condition"]').uncheck();
  await page.getByRole('button', { name: /^Allow/ }).click();
  await expect(sourceOf(page, 'general')).toContainText(/\d+ records/);
  await page.getByRole('button', { name: 'Sources', exact: true }).click();
  await expect(page.getByRole('region', { name: NAMES.general })).toContainText(
    'Not granted, so nothing of it is read: Condition',
  );
});
