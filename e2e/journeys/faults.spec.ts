/**
 * What goes wrong at a source, seen from the screen: the others go on, what is missing is said, and one click brings
 * it when the source has recovered.
 */
import { test as base } from '@playwright/test';
import { startSandbox, type Sandbox } from '../sandbox/index.ts';
import { makeWorld } from '../sandbox/world/index.ts';
import { expect, personIn } from './support/app.ts';
import {
  join,
  launch,
  ledgerRow,
  openView,
  press,
  readOf,
  section,
  standing,
  truthAt,
} from './support/loading.ts';

/** Large enough that a type takes several pages, small enough to be quick. */
const WALTER = 'walter-brannigan';
const test = base.extend<object, { sandbox: Sandbox }>({
  sandbox: [
    async ({}, provide) => {
      const world = makeWorld({ people: [WALTER, 'maria-santos'], largeRecords: 2_000 });
      const sandbox = await startSandbox({ ports: 'random', quiet: true, appDir: 'dist', world });
      await provide(sandbox);
      await sandbox.stop();
    },
    { scope: 'worker' },
  ],
});
test.beforeEach(({ sandbox }) => {
  sandbox.clearFaults();
  sandbox.clearLog();
});

const observationsAt = (sandbox: Sandbox): string =>
  String(truthAt(personIn(sandbox, WALTER), 'general').get('Observation'));

test('a server goes down in the middle: the others are complete, and it says what it misses until it is back', async ({
  page,
  sandbox,
}) => {
  const walter = personIn(sandbox, WALTER);
  await launch(page, sandbox, walter);
  await join(page, 'riverside', walter);
  sandbox.setFault({ org: 'county', fault: 'down', nth: 12 });
  sandbox.setFault({ org: 'county', fault: 'down', nth: 13, times: 100_000 });
  await join(page, 'county', walter);

  await expect(standing(page, 'county')).toContainText(/parts? missing|nothing could be read/, {
    timeout: 30_000,
  });
  await expect(standing(page, 'general')).toContainText(/\d records · complete/);
  await openView(page, 'Sources');
  // Riverside's older scopes leave Task out, which is said; nothing else of it is missing.
  await expect(
    section(page, 'riverside').getByRole('cell', { name: /^(Partial|Failed|Loading)/ }),
  ).toHaveCount(0);
  await expect(ledgerRow(page, 'riverside', 'Observation')).toContainText('Complete');
  await expect(section(page, 'county').getByText('the source did not answer').first()).toBeVisible();
  await expect(section(page, 'general').getByText('the source did not answer')).toHaveCount(0);

  sandbox.clearFaults();
  await press(page, 'county', 'Load');
  await expect(standing(page, 'county')).toContainText(/\d records · complete/);
  for (const [type, count] of truthAt(walter, 'county'))
    await expect.poll(() => readOf(page, 'county', type), { message: type }).toBe(count);
});

for (const [name, fault] of [
  ['a token that is refused in the middle is refreshed once', { fault: '401', nth: 2, times: 1 }],
  ['a server that asks to slow down is read later', { fault: '429-seconds', nth: 2, times: 2 }],
  ['a connection that is cut in the middle of a page is tried again', { fault: 'cut', nth: 2, times: 1 }],
] as const)
  test(`${name}: everything is here`, async ({ page, sandbox }) => {
    sandbox.setFault({ org: 'general', type: 'Observation', ...fault });
    await launch(page, sandbox, personIn(sandbox, WALTER));
    await expect(standing(page, 'general')).toContainText(/\d records · complete/);
    expect(sandbox.faults()[0]?.applied).toBe(fault.times);
    await openView(page, 'Sources');
    const row = ledgerRow(page, 'general', 'Observation');
    await expect(row).toContainText('Complete');
    await expect(row).toContainText(observationsAt(sandbox));
    const refreshes = sandbox.log().filter((each) => each.type === 'token' && each.method === 'POST');
    // The first is the sign-in's own.
    expect(refreshes).toHaveLength(fault.fault === '401' ? 2 : 1);
  });

for (const [name, fault, state, words] of [
  ['a type that is not permitted', { fault: '403' }, 'Not permitted', 'not permitted'],
  ['a page that breaks off', { fault: 'truncated', nth: 2, times: 1_000 }, 'Partial', 'the answer broke off'],
  [
    'a web page in place of a page',
    { fault: 'html', nth: 2, times: 1_000 },
    'Partial',
    'the answer could not be read',
  ],
] as const)
  test(`${name} is said, the other types are here, and Load brings it later`, async ({ page, sandbox }) => {
    sandbox.setFault({ org: 'general', type: 'Observation', ...fault });
    await launch(page, sandbox, personIn(sandbox, WALTER));
    await expect(standing(page, 'general')).toContainText(/\d records · \d parts? missing/);
    await openView(page, 'Sources');
    const row = ledgerRow(page, 'general', 'Observation');
    await expect(row).toContainText(state);
    await expect(row).toContainText(words);
    await expect(ledgerRow(page, 'general', 'Encounter')).toContainText('Complete');

    sandbox.clearFaults();
    await press(page, 'general', 'Load');
    await expect(standing(page, 'general')).toContainText(/\d records · complete/);
    await expect(row).toContainText('Complete');
    await expect(row).toContainText(observationsAt(sandbox));
  });

test('somebody else’s record among the results is held back and announced, and shown nowhere', async ({
  page,
  sandbox,
}) => {
  const walter = personIn(sandbox, WALTER);
  const words = () => standing(page, 'general').textContent();
  const complete = /([\d,]+) records · complete/;
  await launch(page, sandbox, walter);
  await expect(standing(page, 'general')).toContainText(complete);
  const honest = complete.exec((await words()) ?? '')?.[1];

  sandbox.setFault({ org: 'general', type: 'Observation', fault: 'wrong-patient', nth: 1, times: 1 });
  await launch(page, sandbox, walter);
  const loud = '1 record of somebody else held back';
  await expect(standing(page, 'general')).toContainText(`${honest} records · ${loud}`);
  await openView(page, 'Sources');
  await expect(section(page, 'general').getByText(loud, { exact: true })).toBeVisible();
  const problem = section(page, 'general').getByRole('row').filter({ hasText: 'held back' });
  await expect(problem).toHaveCount(1);
  const [type, id] = ((await problem.getByRole('cell').first().textContent()) ?? '').split('/');
  const theirs = sandbox.world.resources.general.find((r) => r.resourceType === type && r.id === id);
  expect(theirs).toBeDefined();
  expect(JSON.stringify(theirs)).not.toContain(walter.ids.general);
});

test('a server whose plug is pulled in the middle: the others are complete, the strip is truthful, and it comes back', async ({
  page,
  sandbox,
}) => {
  const walter = personIn(sandbox, WALTER);
  await launch(page, sandbox, walter);
  await join(page, 'riverside', walter);
  // Slow enough that the plug is pulled while most of it is still to come.
  sandbox.setLatency(400);
  await join(page, 'county', walter);
  await expect(standing(page, 'county')).toContainText(/loading [1-9]\d/);
  await sandbox.unplug('county');
  sandbox.setLatency(0);

  await expect(standing(page, 'county')).toContainText(/parts? missing|nothing could be read/, {
    timeout: 60_000,
  });
  await expect(standing(page, 'general')).toContainText(/\d records · complete/);
  await openView(page, 'Sources');
  for (const org of ['general', 'riverside'] as const)
    for (const [type, count] of truthAt(walter, org))
      await expect.poll(() => readOf(page, org, type), { message: `${type} of ${org}` }).toBe(count);
  await expect(section(page, 'county').getByText('the source did not answer').first()).toBeVisible();
  // Whoever hears the screen was told the same, once.
  await expect(page.getByRole('status').filter({ hasText: 'County HIE' })).toHaveText(
    /^County HIE: (\d[\d,]* records · \d+ parts? missing|nothing could be read)$/,
  );
  const held = Number(/([\d,]+) records/.exec((await standing(page, 'county').textContent()) ?? '')?.[1]);
  expect(held).toBeLessThan([...truthAt(walter, 'county').values()].reduce((a, b) => a + b, 0));
  // Of what is marked complete there, all is here; of what is not, nobody may say that there is none.
  for (const [type, count] of truthAt(walter, 'county')) {
    const states = await ledgerRow(page, 'county', type).locator('td:nth-of-type(1)').allTextContents();
    if (states.every((text) => text.startsWith('Complete')))
      expect(await readOf(page, 'county', type), type).toBe(count);
  }

  await sandbox.plugIn('county');
  await press(page, 'county', 'Load');
  await expect(standing(page, 'county')).toContainText(/\d records · complete/);
  for (const [type, count] of truthAt(walter, 'county'))
    await expect.poll(() => readOf(page, 'county', type), { message: type }).toBe(count);
});

test('a type that is read again by its button shows what its source deleted since, and says so', async ({
  page,
  sandbox,
}) => {
  const walter = personIn(sandbox, WALTER);
  await launch(page, sandbox, walter);
  await expect(standing(page, 'general')).toContainText(/\d records · complete · read \d/);
  const factsNow = async () =>
    Number(
      /([\d,]+) records/.exec((await standing(page, 'general').textContent()) ?? '')?.[1]?.replace(',', ''),
    );
  const before = await factsNow();
  const { records } = sandbox.orgs.general;
  const record = records.ofPatient(walter.ids.general ?? '', 'Condition')[0];
  expect(record).toBeDefined();
  records.remove('Condition', record?.id ?? '');
  await openView(page, 'Sources');
  await section(page, 'general')
    .getByRole('button', { name: 'Read again: Condition, General Hospital' })
    .click();
  await expect(standing(page, 'general')).toContainText('complete · 1 withdrawn');
  expect(await factsNow()).toBe(before - 1);
  await expect(section(page, 'general').getByText('not given by the source any more')).toBeVisible();
  await expect(section(page, 'general').getByRole('row', { name: /No longer at the source/ })).toContainText(
    `Condition/${record?.id}`,
  );
  if (record) records.add(record.resource);
});
