import { readFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';
import type { FaultKind } from '../sandbox/index.ts';
import { expect, personIn, test } from './support/app.ts';
import { facts, join, launch, SLOWLY, sourceOf } from './support/clinician.ts';

/** Answers that would fill a machine: the source that sends them is marked, the others are there. */

/** Resident memory of all processes that show pages, in MB; null where the system does not tell. */
async function rendererMemory(browser: Browser): Promise<number | null> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as {
    processInfo: { type: string; id: number }[];
  };
  let pages = 0;
  for (const { type, id } of processInfo) {
    if (type !== 'renderer') continue;
    try {
      pages += Number(readFileSync(`/proc/${id}/statm`, 'utf8').split(' ')[1]);
    } catch {
      return null;
    }
  }
  return (pages * 4096) / 1024 ** 2;
}

/** Much below what any of them unfolds to. */
const MOST_MB = 900;

for (const [fault, said] of [
  ['gzip-bomb', /larger than|too large|Failed/i],
  ['many-entries', /Failed/i],
] as const satisfies readonly (readonly [FaultKind, RegExp])[]) {
  test(`${fault}: memory stays bounded, that source is marked, the others are shown`, async ({
    page,
    browser,
    sandbox,
    complaints,
  }) => {
    test.setTimeout(120_000);
    const maria = personIn(sandbox, 'maria-santos');
    sandbox.setFault({ org: 'county', fault, type: 'Condition' });
    try {
      await launch(page, sandbox, maria);
      await join(page, maria, 'county');
      await expect(sourceOf(page, 'county')).toContainText(/parts? missing/, SLOWLY);
      await expect(sourceOf(page, 'general')).toContainText(/records · complete/, SLOWLY);
      await expect(facts(page).getByRole('option').first()).toBeVisible();
      const used = await rendererMemory(browser);
      if (used !== null) expect(used).toBeLessThan(MOST_MB);
      await sourceOf(page, 'county')
        .getByRole('button', { name: /^County HIE/ })
        .click();
      const row = page.getByRole('region', { name: 'County HIE' }).getByRole('row', { name: /^Condition/ });
      await expect(row.first()).toContainText(said);
      expect(complaints).toEqual([]);
    } finally {
      sandbox.clearFaults();
    }
  });
}

test('ten thousand levels in one record: it is a row of problems or a fact, and everything else is here', async ({
  page,
  sandbox,
  complaints,
}) => {
  test.setTimeout(120_000);
  const maria = personIn(sandbox, 'maria-santos');
  sandbox.setFault({ org: 'general', fault: 'deep', type: 'Condition' });
  try {
    await launch(page, sandbox, maria);
    await expect(sourceOf(page, 'general')).toContainText(/records · (complete|\d+ parts? missing)/, SLOWLY);
    await expect(facts(page).getByRole('option').first()).toBeVisible();
    await page.getByRole('searchbox').fill('diabetes');
    await expect(facts(page).getByRole('option').first()).toContainText(/diabetes/i, SLOWLY);
    expect(complaints).toEqual([]);
  } finally {
    sandbox.clearFaults();
  }
});
