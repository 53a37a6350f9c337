/**
 * Draws every state of the screen from an invented session and looks at it: pictures in test-results/gallery, and
 * axe on each. `npx tsx e2e/journeys/support/gallery/run.ts [name…]`
 */
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const HERE = import.meta.dirname;
const SESSION = fileURLToPath(new URL('./session.ts', import.meta.url));
const OUT = 'test-results/gallery';

interface Shot {
  readonly name: string;
  readonly query: string;
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly forced?: boolean;
  readonly act?: (page: Page) => Promise<void>;
}

const chooseFirst = async (page: Page) => {
  await page.getByText('Warfarin 5 mg oral tablet').first().click();
};
const openTrend = async (page: Page) => {
  await page.getByRole('button', { name: /a1c/i }).first().click();
  await page.locator('.recharts-surface').first().waitFor();
};
const SHOTS: readonly Shot[] = [
  { name: 'ready', query: '' },
  { name: 'ready-dark', query: '', dark: true },
  { name: 'ready-360', query: '', width: 360, height: 740 },
  { name: 'ready-2560', query: 'state=done', width: 2560, height: 1300 },
  { name: 'ready-forced', query: '', forced: true },
  { name: 'detail', query: 'only=conflict', act: chooseFirst },
  { name: 'detail-dark', query: 'only=conflict', dark: true, act: chooseFirst },
  { name: 'detail-360', query: 'only=conflict', width: 360, height: 740, act: chooseFirst },
  { name: 'window', query: 'state=done&from=2018-01-01T00:00&to=2019-06-01T00:00' },
  { name: 'filters', query: '', act: (page) => page.getByRole('button', { name: 'Filters' }).click() },
  {
    name: 'search',
    query: '',
    act: async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('a1c');
    },
  },
  {
    name: 'table',
    query: '',
    act: (page) => page.getByRole('button', { name: 'Show as a table' }).first().click(),
  },
  { name: 'help', query: '', act: (page) => page.keyboard.press('?') },
  { name: 'many', query: 'state=many' },
  { name: 'trouble', query: 'state=trouble' },
  { name: 'empty', query: 'state=empty' },
  { name: 'none', query: 'state=none' },
  { name: 'sources', query: 'view=sources' },
  { name: 'sources-trouble', query: 'state=trouble&view=sources' },
  { name: 'sources-360', query: 'view=sources', width: 360, height: 740 },
  { name: 'summary', query: 'view=summary' },
  { name: 'summary-dark', query: 'view=summary', dark: true },
  { name: 'summary-360', query: 'view=summary', width: 360, height: 740 },
  { name: 'trends', query: 'view=trends' },
  { name: 'trends-360', query: 'view=trends', width: 360, height: 740 },
  { name: 'trend', query: 'view=trends', act: openTrend },
  { name: 'trend-dark', query: 'view=trends', dark: true, act: openTrend },
  { name: 'trend-360', query: 'view=trends', width: 360, height: 740, act: openTrend },
  { name: 'start', query: 'state=start-page' },
  { name: 'start-dark', query: 'state=start-page', dark: true },
  { name: 'start-360', query: 'state=start-page', width: 360, height: 740 },
  { name: 'starting', query: 'state=starting' },
  { name: 'locked', query: 'state=locked' },
  { name: 'config-error', query: 'state=config-error' },
  { name: 'launch-error', query: 'state=launch-error' },
];

const server = await createServer({
  root: HERE,
  configFile: false,
  logLevel: 'error',
  cacheDir: join(process.cwd(), 'node_modules/.vite-gallery'),
  server: { port: 0, fs: { allow: [process.cwd()] } },
  plugins: [
    react(),
    {
      name: 'an-invented-session',
      enforce: 'pre',
      resolveId: (id, from) =>
        (from?.includes('/src/views/') && id === '../../session/index.ts') ||
        (from?.includes('/src/app/') && id === '../session/index.ts')
          ? SESSION
          : null,
    },
  ],
});
await server.listen();
const url = server.resolvedUrls?.local[0] ?? '';
mkdirSync(OUT, { recursive: true });
const wanted = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
let bad = 0;
for (const shot of SHOTS) {
  if (wanted.length > 0 && !wanted.includes(shot.name)) continue;
  const context = await browser.newContext({
    viewport: { width: shot.width ?? 1280, height: shot.height ?? 800 },
    colorScheme: shot.dark ? 'dark' : 'light',
    forcedColors: shot.forced ? 'active' : 'none',
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'America/New_York',
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.log(`${shot.name}: ${error.message}`));
  page.on(
    'console',
    (message) => message.type() === 'error' && console.log(`${shot.name}: ${message.text()}`),
  );
  await page.goto(`${url}?${shot.query}`);
  await page.locator('h1').first().waitFor();
  await shot.act?.(page);
  await page.waitForTimeout(250);
  await page.screenshot({ path: `${OUT}/${shot.name}.png` });
  if (!shot.forced) {
    const { violations } = await new AxeBuilder({ page }).analyze();
    for (const { id, nodes } of violations) {
      bad++;
      console.log(
        `${shot.name}: axe ${id}: ${nodes
          .slice(0, 3)
          .map((node) => `${node.html.slice(0, 140)} ${node.any[0]?.message ?? ''}`)
          .join(' | ')}`,
      );
    }
  }
  await context.close();
}
await browser.close();
await server.close();
console.log(bad === 0 ? 'axe found nothing' : `axe found ${bad}`);
process.exit(bad === 0 ? 0 : 1);
