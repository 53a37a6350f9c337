/** What a clinician does at the app and in the sandbox's sign-in pages, and what an onlooker could find afterwards. */
import { expect, type BrowserContext, type FrameLocator, type Page } from '@playwright/test';
import type { Sandbox } from '../../sandbox/index.ts';
import type { OrgKey, WorldPerson } from '../../sandbox/world/index.ts';

export const NAMES: Readonly<Record<OrgKey, string>> = {
  general: 'General Hospital',
  riverside: 'Riverside Clinic',
  county: 'County HIE',
  valley: 'Valley Lab',
};

export const sourceOf = (app: Page | FrameLocator, key: OrgKey) =>
  app
    .getByRole('region', { name: 'Sources', exact: true })
    .getByRole('listitem')
    .filter({ hasText: NAMES[key] });

/** The list of facts: the lanes have options of their own. */
export const facts = (app: Page | FrameLocator) => app.getByRole('listbox', { name: 'Facts, newest first' });

export const nameOnScreen = (app: Page | FrameLocator) =>
  app.getByRole('banner', { name: 'Patient' }).getByRole('heading', { level: 1 });

export const READ = /\d+ records/;
/** A load takes as long as it takes; what is tested is that it comes, not when. */
export const SLOWLY = { timeout: 30_000 };

const idOf = (person: WorldPerson, key: OrgKey): string => person.ids[key] ?? '';

/** In the server's own pages: sign in where it asks, choose the patient, allow. */
export async function allow(page: Page, person: WorldPerson, key: OrgKey): Promise<void> {
  const signIn = page.getByRole('button', { name: /^Sign in as/ });
  const allowed = page.getByRole('button', { name: /^Allow/ });
  await expect(signIn.or(allowed)).toBeVisible();
  if (await signIn.isVisible()) await signIn.click();
  await page.locator(`input[name="patient"][value="${idOf(person, key)}"]`).check();
  await allowed.click();
}

/** From the start page, in this tab. */
export async function signInHere(page: Page, person: WorldPerson, key: OrgKey): Promise<void> {
  await page.getByRole('button', { name: `Sign in: ${NAMES[key]}` }).click();
  await allow(page, person, key);
  await expect(sourceOf(page, key)).toContainText(READ, SLOWLY);
}

/** The EHR opens the app for this patient. */
export async function launch(page: Page, sandbox: Sandbox, person: WorldPerson): Promise<void> {
  await page.goto(sandbox.launchUrl(idOf(person, 'general')));
  await expect(sourceOf(page, 'general')).toContainText(READ, SLOWLY);
}

/** A further source, in a window of its own; linked by the clinician where the rules do not. */
export async function join(page: Page, person: WorldPerson, key: OrgKey): Promise<void> {
  const opened = page.waitForEvent('popup');
  await sourceOf(page, key)
    .getByRole('button', { name: /^Sign in/ })
    .click();
  const popup = await opened;
  const closed = popup.waitForEvent('close');
  await allow(popup, person, key);
  await closed;
  const review = sourceOf(page, key).getByRole('button', { name: /^Review/ });
  await expect(sourceOf(page, key)).toContainText(/\d+ records|not linked/, SLOWLY);
  if (await review.isVisible()) {
    await review.click();
    const section = page.getByRole('region', { name: NAMES[key] });
    const reason = section.getByPlaceholder(/^The rules alone/);
    const link = section.getByRole('button', { name: /same person/ });
    await expect(link.first()).toBeVisible();
    if (await reason.first().isVisible()) await reason.first().fill('Known to me');
    await link.first().click();
  }
  await expect(sourceOf(page, key)).toContainText(READ, SLOWLY);
}

/** A window that the server answers at once, since it still knows the person. */
export async function comesBackByItself(page: Page, key: OrgKey): Promise<void> {
  const opened = page.waitForEvent('popup');
  await sourceOf(page, key)
    .getByRole('button', { name: /^(Sign in|Try again)/ })
    .click();
  const popup = await opened;
  if (!popup.isClosed()) await popup.waitForEvent('close');
  await expect(sourceOf(page, key)).toContainText(READ, SLOWLY);
}

/** Everything of the page that outlives a glance: storage, cookies, address, history, title. */
export async function remains(page: Page): Promise<string> {
  const stored = await page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    cookies: document.cookie,
    address: location.href,
    title: document.title,
    state: JSON.stringify(history.state),
    name: window.name,
  }));
  const session = await page.context().newCDPSession(page);
  const { entries } = await session.send('Page.getNavigationHistory');
  const app = new URL(page.url()).origin;
  const ours = entries.filter((entry) => entry.url.startsWith(app));
  return JSON.stringify([stored, ours.map(({ url, title }) => [url, title])]);
}

/** Every token that any server hands out from now on. */
export function watchTokens(context: BrowserContext): ReadonlySet<string> {
  const tokens = new Set<string>();
  context.on('response', (response) => {
    if (!response.url().endsWith('/oauth/token')) return;
    void response.json().then(
      (body: Record<string, unknown>) => {
        for (const key of ['access_token', 'refresh_token', 'id_token'])
          if (typeof body[key] === 'string') tokens.add(body[key]);
      },
      () => undefined,
    );
  });
  return tokens;
}

/** What a reload would offer again. */
export const rememberedIn = (page: Page): Promise<string | null> =>
  page.evaluate(() => sessionStorage.getItem('throughline.connected'));
