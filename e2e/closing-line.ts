/** Adds up what vitest and Playwright reported and closes with one line: 'N passed, N failed'. */
import { readFileSync } from 'node:fs';

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly numPendingTests: number;
}
interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly skipped: number };
}

const read = <T>(name: string): T => JSON.parse(readFileSync(`test-results/${name}.json`, 'utf8')) as T;

const unit = read<VitestReport>('unit');
const journeys = read<PlaywrightReport>('journeys').stats;
const passed = unit.numPassedTests + journeys.expected;
const failed = unit.numFailedTests + journeys.unexpected;
const skipped = unit.numPendingTests + journeys.skipped;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
