/** What the screen speaks: the browser's language, the site's, or the person's choice, and what stays while it changes. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, personIn, test } from './support/app.ts';
import { NAMES } from './support/clinician.ts';

const general = (page: Page) =>
  page
    .getByRole('listitem')
    .filter({ hasText: NAMES.general })
    .filter({ hasText: /Datensätze|registros/ });

test.use({ locale: 'de-CH' });

test('it speaks as the browser does until somebody chooses otherwise', async ({
  page,
  sandbox,
  complaints,
}) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  const maria = personIn(sandbox, 'maria-santos');
  await page.goto(sandbox.launchUrl(maria.ids['general'] ?? ''));
  await expect(general(page)).toContainText(/\d+ Datensätze · vollständig/);
  const html = page.locator('html');
  await expect(html).toHaveAttribute('lang', 'de-CH');
  await expect(html).toHaveAttribute('dir', 'ltr');
  expect(loaded.filter((path) => /\/(?:en|es)-[^/]*\.js$/.test(path))).toEqual([]);

  await page.getByRole('button', { name: 'Darstellung und Sprache' }).click();
  await page.getByRole('combobox', { name: 'Sprache' }).selectOption('Español');
  await expect(html).toHaveAttribute('lang', 'es');
  await expect(general(page)).toContainText(/\d+ registros · completa/);
  await expect(page.getByRole('navigation', { name: 'Vistas' })).toBeVisible();
  for (const view of ['Cronología', 'Resumen', 'Tendencias', 'Fuentes']) {
    await page.getByRole('button', { name: view, exact: true }).click();
    await page.locator('h2').first().waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  }

  await page.reload();
  await expect(html).toHaveAttribute('lang', 'es');
  expect(complaints).toEqual([]);
});

test('the site sets a language', async ({ page, sandbox }) => {
  await page.route('**/config.json', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), language: 'es' } });
  });
  await page.goto(sandbox.urls.app);
  await expect(
    page.getByRole('heading', { name: 'Una sola cronología de todos los registros' }),
  ).toBeVisible();
});
