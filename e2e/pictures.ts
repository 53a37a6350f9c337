/** Takes the README's pictures from the running product: `npm run pictures` (after `npm run build`). */
import { mkdirSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from './journeys/support/browser.ts';
import { signInThere } from './journeys/support/app.ts';
import { startSandbox } from './sandbox/index.ts';

const FOLDER = 'docs/pictures';
mkdirSync(FOLDER, { recursive: true });

const sandbox = await startSandbox({ ports: 'preferred', appDir: 'dist', quiet: true });
const browser = await chromium.launch({
  executablePath: findBrowser() ?? '',
  args: ['--no-sandbox', '--disable-gpu'],
});
const context = await browser.newContext({
  viewport: { width: 1360, height: 860 },
  timezoneId: 'America/New_York',
});
const take = (page: Page, name: string) => page.screenshot({ path: `${FOLDER}/${name}.png` });

try {
  const maria = sandbox.world.people.find((each) => each.key === 'maria-santos');
  if (!maria) throw new Error('the story of the pictures is not in this world');
  const ehr = await context.newPage();
  await ehr.goto(sandbox.urls.ehr);
  await take(ehr, 'sandbox-ehr');
  const row = ehr.getByRole('listitem').filter({ hasText: maria.name });
  await row.getByText('Open here').click();
  await ehr
    .frameLocator('iframe')
    .getByText(/records · complete/)
    .first()
    .waitFor();
  await take(ehr, 'launch');

  await ehr.goto(sandbox.urls.ehr);
  const [app] = await Promise.all([context.waitForEvent('page'), row.getByText('Open in a tab').click()]);
  const strip = app.getByRole('region', { name: 'Sources', exact: true });
  await strip
    .getByText(/records · complete/)
    .first()
    .waitFor();
  for (const [key, name] of [
    ['riverside', 'Riverside Clinic'],
    ['county', 'County HIE'],
    ['valley', 'Valley Lab'],
  ] as const) {
    const source = strip.getByRole('listitem').filter({ hasText: name });
    const [popup] = await Promise.all([
      context.waitForEvent('page'),
      source.getByRole('button', { name: /sign in/i }).click(),
    ]);
    await signInThere(popup, maria.ids[key] ?? '');
    await source
      .getByText(/\d+ records|not linked/)
      .first()
      .waitFor();
  }
  await strip.getByRole('button', { name: /review/i }).click();
  await app.getByRole('button', { name: /same person/ }).click();
  await strip
    .getByRole('listitem')
    .getByText(/not linked/)
    .waitFor({ state: 'detached' });
  await app.getByRole('navigation', { name: 'Views' }).getByText('Timeline').click();
  await app.waitForTimeout(1500);
  await take(app, 'timeline');
  await app.getByRole('navigation', { name: 'Views' }).getByText('Summary').click();
  await app.waitForTimeout(500);
  await take(app, 'summary');
} finally {
  await browser.close();
  await sandbox.stop();
}
