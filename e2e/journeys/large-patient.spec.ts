/** Forty years of one patient, 33,000 records at four servers of different habits: all of it, and none of it twice. */
import { ORG_KEYS } from '../sandbox/world/index.ts';
import { expect, personIn, test } from './support/app.ts';
import { join, launch, ledgerRow, openView, readOf, section, standing, truthAt } from './support/loading.ts';

test('the large patient at four servers: as many records as there are, by source and type', async ({
  page,
  sandbox,
}) => {
  test.setTimeout(120_000);
  const walter = personIn(sandbox, 'walter-brannigan');
  await launch(page, sandbox, walter);
  for (const org of ['riverside', 'county', 'valley'] as const) await join(page, org, walter);
  await openView(page, 'Sources');
  for (const org of ORG_KEYS) {
    await expect(standing(page, org)).toContainText(/\d records · (complete|1 part missing)/, {
      timeout: 60_000,
    });
    const unfinished = section(page, org).getByRole('cell', { name: /^(Partial|Failed|Loading)/ });
    await expect(unfinished).toHaveCount(0);
    let truth = 0;
    for (const [type, count] of truthAt(walter, org)) {
      truth += count;
      await expect.poll(() => readOf(page, org, type), { message: `${type} of ${org}` }).toBe(count);
    }
    // The strip counts records that are held, by reference: one that came twice is one, and so is not more than read.
    const beside = (await readOf(page, org, 'Patient')) + (await readOf(page, org, 'support'));
    const provenance = await readOf(page, org, 'Provenance');
    const held = /([\d,]+) records/.exec((await standing(page, org).textContent()) ?? '')?.[1] ?? '';
    expect(Number(held.replaceAll(',', '')), org).toBe(truth + beside + provenance);
    await expect(ledgerRow(page, org, 'Observation').first()).toBeVisible();
  }
});
