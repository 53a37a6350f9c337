/** A screen that nobody uses: the warning, the lock, the sleep; with the clock in the test's hand. */
import { expect, personIn, test } from './support/app.ts';
import {
  allow,
  facts,
  launch,
  READ,
  remains,
  rememberedIn,
  signInHere,
  SLOWLY,
  sourceOf,
} from './support/clinician.ts';

// Whole sessions with four servers: on a busy machine each takes its time.
test.describe.configure({ timeout: 120_000 });
test.beforeEach(({ sandbox }) => {
  sandbox.clearFaults();
  sandbox.clearLog();
});

test('warns a minute before, stays on demand, then clears everything', async ({ page, sandbox }) => {
  const maria = personIn(sandbox, 'maria-santos');
  await page.clock.install();
  await launch(page, sandbox, maria);
  await facts(page).getByRole('option').first().click();
  await page.clock.fastForward('14:05');
  const warning = page.getByRole('dialog', { name: 'Still there?' });
  await expect(warning).toContainText(/locks in 5\d seconds/);
  await warning.getByRole('button', { name: 'Stay', exact: true }).last().click();
  await expect(warning).toBeHidden();
  await page.clock.fastForward('13:00');
  await expect(sourceOf(page, 'general')).toContainText(READ, SLOWLY);

  const [worker] = page.workers();
  const gone = worker?.waitForEvent('close');
  sandbox.clearLog();
  await page.clock.fastForward('02:05');
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await expect(page.locator('body')).toContainText('15 minutes');
  await expect(page.locator('body')).not.toContainText(/santos/i);
  await gone;
  const revoked = sandbox.log().filter((each) => each.path.endsWith('/revoke'));
  expect(revoked.map((each) => each.status)).toContain(200);
  expect(new URL(page.url()).search).toBe('');
  expect(await rememberedIn(page)).toBeNull();
  expect((await remains(page)).toLowerCase()).not.toContain('santos');

  // Signing in again is offered, and shows itself: a lock that opens in silence would be none.
  await page.getByRole('button', { name: 'Sign in: General Hospital' }).click();
  await allow(page, maria, 'general');
  await expect(sourceOf(page, 'general')).toContainText(READ, SLOWLY);
});

test('locks after a sleep before the first click is served', async ({ page, sandbox }) => {
  const maria = personIn(sandbox, 'maria-santos');
  await page.clock.install();
  await page.goto(sandbox.urls.app);
  await signInHere(page, maria, 'general');
  await expect(page.locator('body')).toContainText(/santos/i);
  // The clock moved on while no timer ran: a lid was closed.
  await page.clock.setSystemTime(new Date(Date.now() + 8 * 3_600_000));
  await page.mouse.click(300, 300);
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await expect(page.locator('body')).not.toContainText(/santos/i);
});

test('the time is the site’s to choose, and activity starts it anew', async ({ page, sandbox }) => {
  const maria = personIn(sandbox, 'maria-santos');
  await page.route('**/config.json', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), idleMinutes: 3 } });
  });
  await page.clock.install();
  await launch(page, sandbox, maria);
  for (let i = 0; i < 4; i++) {
    await page.clock.fastForward('01:30');
    await page.keyboard.press('j');
  }
  await expect(sourceOf(page, 'general')).toContainText(READ, SLOWLY);
  await page.clock.fastForward('03:01');
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
});

test('nothing is locked where nobody is signed in', async ({ page, sandbox }) => {
  await page.clock.install();
  await page.goto(sandbox.urls.app);
  await expect(page.getByRole('button', { name: 'Sign in: General Hospital' })).toBeVisible();
  await page.clock.fastForward('01:00:00');
  await expect(page.getByRole('button', { name: 'Sign in: General Hospital' })).toBeVisible();
});
