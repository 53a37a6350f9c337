/** Six servers in one tab: what happens to one of them is nobody else's business. */
import { expect, test, type Page } from '@playwright/test';
import { startSandbox, type Sandbox } from '../sandbox/index.ts';
import { tinyWorld } from '../sandbox/testing/tiny-world.ts';

let sandbox: Sandbox;
test.beforeAll(async () => {
  sandbox = await startSandbox({
    ports: 'random',
    quiet: true,
    appDir: 'dist',
    world: tinyWorld(),
    further: [
      { key: 'harbour', name: 'Harbour Clinic', like: 'general' },
      { key: 'mill', name: 'Mill Lane Practice', like: 'county' },
    ],
  });
});
test.afterAll(() => sandbox.stop());

const ines = () => sandbox.world.people[0]?.ids ?? {};
const standing = (page: Page, name: string) =>
  page.getByRole('region', { name: 'Sources', exact: true }).getByRole('listitem').filter({ hasText: name });
const section = (page: Page, name: string) => page.getByRole('main').getByRole('region', { name });

async function consent(page: Page, patient: string): Promise<void> {
  const signIn = page.getByRole('button', { name: /^Sign in as/ });
  const allow = page.getByRole('button', { name: /^Allow/ });
  await expect(signIn.or(allow)).toBeVisible();
  if (await signIn.isVisible()) await signIn.click();
  await page.locator(`input[name="patient"][value="${patient}"]`).check();
  await allow.click();
}

async function join(page: Page, name: string, patient: string): Promise<void> {
  const opened = page.waitForEvent('popup');
  await page
    .getByRole('button', { name: `Sign in: ${name}` })
    .first()
    .click();
  const popup = await opened;
  const closed = popup.waitForEvent('close');
  await consent(popup, patient);
  await closed;
  await expect(standing(page, name)).toContainText(/\d+ records|not linked/);
}

/** Unlinked and linked again, it is read anew. */
async function readAnew(page: Page, name: string): Promise<void> {
  const unlink = section(page, name).getByRole('button', { name: 'Unlink' });
  if (await unlink.isVisible()) await unlink.click();
  const link = section(page, name)
    .getByRole('button', { name: /^Link:/ })
    .first();
  await expect(link).toBeVisible();
  const reason = section(page, name).getByPlaceholder(/^The rules alone/);
  if (await reason.isVisible()) await reason.fill('Known to me');
  await link.click();
}

test('six servers in one tab; one loses its session, the other five read on with tokens of their own', async ({
  page,
}) => {
  const all = [
    { key: 'general', name: 'General Hospital', patient: ines().general },
    { key: 'riverside', name: 'Riverside Clinic', patient: ines().riverside },
    { key: 'county', name: 'County HIE', patient: ines().county },
    { key: 'valley', name: 'Valley Lab', patient: ines().valley },
    { key: 'harbour', name: 'Harbour Clinic', patient: ines().general },
    { key: 'mill', name: 'Mill Lane Practice', patient: ines().county },
  ] as const;
  const others = all.slice(1);
  await page.goto(sandbox.launchUrl(ines().general ?? ''));
  await expect(standing(page, 'General Hospital')).toContainText(/\d+ records/);
  for (const { name, patient } of others) await join(page, name, patient ?? '');

  await page.getByRole('button', { name: 'Sources', exact: true }).click();
  for (const { name } of others) {
    await readAnew(page, name);
    await expect(standing(page, name)).toContainText(/\d+ records/);
  }

  await test.step('Harbour Clinic ends its session', async () => {
    sandbox.setFault({ org: 'harbour', fault: '401' });
    sandbox.setFault({ org: 'harbour', fault: 'invalid-grant', type: 'token' });
    sandbox.clearLog();
    await readAnew(page, 'Harbour Clinic');
    await expect(standing(page, 'Harbour Clinic')).toContainText('session ended');
    const tried = sandbox.log().filter((each) => each.type === 'token' && each.method === 'POST');
    expect(tried.map((each) => each.org)).toEqual(['harbour']);
  });

  await test.step('the other five go on', async () => {
    sandbox.clearLog();
    for (const { name } of others.filter(({ key }) => key !== 'harbour')) {
      await readAnew(page, name);
      await expect(standing(page, name)).toContainText(/\d+ records/);
    }
    for (const { key, name } of all.filter((each) => each.key !== 'harbour')) {
      await expect(standing(page, name)).not.toContainText('session ended');
      const asked = sandbox.log().filter((each) => each.org === key);
      expect(asked.filter((each) => each.status === 401)).toEqual([]);
      expect(asked.filter((each) => each.type === 'token')).toEqual([]);
      if (key !== 'general') expect(asked.filter((each) => each.authorization).length).toBeGreaterThan(3);
    }
  });
});
