import { defineConfig } from '@playwright/test';
import { findBrowser } from './e2e/journeys/support/browser.ts';

export default defineConfig({
  testDir: 'e2e/journeys',
  outputDir: 'test-results/journeys',
  timeout: 120_000,
  // A crowded machine is slow, and that is not what a journey tests.
  expect: { timeout: 20_000 },
  forbidOnly: true,
  // A journey that fails is a failure: nothing is tried twice.
  retries: 0,
  workers: 2,
  reporter: [['list'], ['json', { outputFile: 'test-results/journeys.json' }]],
  use: {
    launchOptions: {
      executablePath: findBrowser() ?? '',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
  },
});
