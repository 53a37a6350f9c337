/** Is it the same person? What links by itself, what a clinician confirms, what takes a reason, what can be undone. */
import type { Locator, Page } from '@playwright/test';
import type { OrgKey, WorldPerson } from '../sandbox/world/index.ts';
import { expect, personIn, test } from './support/app.ts';
import {
  allow,
  facts,
  launch,
  nameOnScreen,
  NAMES,
  READ,
  signInHere,
  sourceOf,
} from './support/clinician.ts';

/** A server's pages do not list who was merged away, though its context may still name them: an old appointment does. */
async function chooseIn(popup: Page, person: WorldPerson, key: OrgKey, id: string): Promise<void> {
  const listed = person.ids[key] ?? '';
  if (id !== listed) {
    await popup.getByRole('button', { name: /^Sign in as/ }).click();
    await popup
      .locator(`input[name="patient"][value="${listed}"]`)
      .evaluate((input, value) => input.setAttribute('value', value), id);
  }
  await allow(popup, { ...person, ids: { [key]: id } }, key);
}

/** A window for a further source, in which this patient is chosen. */
async function choose(
  page: Page,
  person: WorldPerson,
  key: OrgKey,
  id = person.ids[key] ?? '',
): Promise<void> {
  const opened = page.waitForEvent('popup');
  await sourceOf(page, key)
    .getByRole('button', { name: `Sign in: ${NAMES[key]}` })
    .click();
  const popup = await opened;
  const closed = popup.waitForEvent('close');
  await chooseIn(popup, person, key, id);
  await closed;
}

const section = (page: Page, key: OrgKey): Locator =>
  page.getByRole('region', { name: NAMES[key], exact: true });
const review = (page: Page, key: OrgKey): Locator =>
  sourceOf(page, key).getByRole('button', { name: `Review match: ${NAMES[key]}` });
const openAt = (page: Page, key: OrgKey): Promise<void> =>
  sourceOf(page, key)
    .getByRole('button', { name: `${NAMES[key]}: match and completeness` })
    .click();
const row = (scope: Locator, field: string): Locator =>
  scope.getByRole('row').filter({ has: scope.page().getByRole('rowheader', { name: field, exact: true }) });

/** The timeline is as long as it was without the source. */
async function length(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Timeline', exact: true }).click();
  return (await facts(page).getByRole('option').first().getAttribute('aria-setsize')) ?? '';
}

test('certain: linked by itself, with its evidence a click away, and taken back for good', async ({
  page,
  sandbox,
  complaints,
}) => {
  const maria = personIn(sandbox, 'maria-santos');
  await launch(page, sandbox, maria);
  await expect(sourceOf(page, 'general')).toContainText('complete');
  const alone = await length(page);
  expect(Number(alone)).toBeGreaterThan(20);
  await choose(page, maria, 'riverside');
  await expect(sourceOf(page, 'riverside')).toContainText(READ);
  const there = section(page, 'riverside');

  await test.step('the evidence', async () => {
    await openAt(page, 'riverside');
    await expect(there).toBeFocused();
    await expect(there).toBeInViewport();
    await expect(there).toContainText(/Linked by rule, .*\d\d:\d\d.*Certainly the same person.*score \d+/);
    const evidence = there.getByRole('table', { name: /^Evidence, field by field: Santos/ });
    for (const field of ['family name', 'given name', 'birth date'])
      await expect(row(evidence, field)).toContainText('agrees');
  });

  await test.step('unlinked: all its facts are gone at once', async () => {
    await there.getByRole('button', { name: 'Unlink: Riverside Clinic' }).press('Enter');
    await expect(sourceOf(page, 'riverside')).toContainText('not linked');
    await expect(there).toBeFocused();
    expect(await length(page)).toBe(alone);
  });

  await test.step('and do not come back by themselves, not by a new sign-in either', async () => {
    await openAt(page, 'riverside');
    await there.getByRole('button', { name: 'Sign out: Riverside Clinic' }).click();
    await expect(sourceOf(page, 'riverside')).toContainText('not signed in');
    await choose(page, maria, 'riverside');
    await expect(sourceOf(page, 'riverside')).toContainText('not linked');
    expect(await length(page)).toBe(alone);
  });

  await test.step('linked again by hand, by keyboard alone', async () => {
    await review(page, 'riverside').press('Enter');
    await expect(there).toBeFocused();
    const link = there.getByRole('button', { name: 'Link: this is the same person' });
    await expect(link).toBeVisible();
    const isThere = () => link.evaluate((each) => each === document.activeElement);
    for (let i = 0; i < 8 && !(await isThere()); i++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(sourceOf(page, 'riverside')).toContainText(READ);
    await expect(there).toBeFocused();
    await expect(there).toContainText(/Confirmed by .+, .*\d\d:\d\d/);
  });
  expect(complaints).toEqual([]);
});

test('likely: nothing of it is shown before a clinician has compared and confirmed', async ({
  page,
  sandbox,
  complaints,
}) => {
  const james = personIn(sandbox, 'james-okafor-sr');
  await launch(page, sandbox, james);
  await expect(sourceOf(page, 'general')).toContainText('complete');
  const alone = await length(page);
  sandbox.clearLog();
  await choose(page, james, 'valley');
  await expect(sourceOf(page, 'valley')).toContainText('not linked');
  expect(await length(page)).toBe(alone);
  // Not even asked for.
  const asked = sandbox
    .log()
    .filter((each) => each.org === 'valley' && /\/(Observation|DiagnosticReport)/.test(each.path));
  expect(asked).toEqual([]);

  await review(page, 'valley').click();
  const there = section(page, 'valley');
  await expect(there).toBeFocused();
  const card = there.getByRole('article', { name: /^Okafor.*Likely the same person/ });
  await expect(card).toContainText('only one is Jr, Sr or numbered');
  const evidence = card.getByRole('table', { name: /^Evidence/ });
  await expect(row(evidence, 'birth date')).toContainText('agrees');
  const link = card.getByRole('button', { name: 'Link: this is the same person' });
  await expect(link).toBeDisabled();
  await card.getByRole('textbox', { name: 'Reason for linking' }).fill('Told by his wife');
  await link.click();
  await expect(sourceOf(page, 'valley')).toContainText(READ);
  await expect(there).toContainText(/Confirmed by .+, .*\d\d:\d\d/);
  await expect(there).toContainText('Reason: Told by his wife');
  await expect(there.getByRole('table', { name: /^Evidence/ })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a twin is never offered: it takes an act of its own, and a reason', async ({
  page,
  sandbox,
  complaints,
}) => {
  const anjali = personIn(sandbox, 'anjali-krishnamurthy');
  const anita = personIn(sandbox, 'anita-krishnamurthy');
  const hers = /peanut|asthma/i;
  await launch(page, sandbox, anjali);
  await choose(page, anita, 'riverside');
  await expect(sourceOf(page, 'riverside')).toContainText('not linked');
  await expect(page.locator('body')).not.toContainText(/anita|peanut|asthma/i);

  await review(page, 'riverside').click();
  const there = section(page, 'riverside');
  const card = there.getByRole('article', { name: /^Krishnamurthy, Anita.*Probably another person/ });
  await expect(card).toContainText('one of a multiple birth');
  await expect(row(card, 'given name')).toContainText('differs');
  await expect(there.getByRole('button', { name: /^Link/ })).toHaveCount(0);

  await card.getByText('Link against the rules').press('Enter');
  const force = card.getByRole('button', { name: /^Link all the same/ });
  const reason = card.getByRole('textbox', { name: 'Reason for linking' });
  await expect(force).toBeDisabled();
  await reason.fill('   ');
  await reason.press('Enter');
  await expect(force).toBeDisabled();
  await expect(sourceOf(page, 'riverside')).toContainText('not linked');
  await page.getByRole('button', { name: 'Timeline', exact: true }).click();
  await expect(facts(page).getByRole('option').first()).toBeVisible();
  await expect(page.locator('body')).not.toContainText(hers);

  await review(page, 'riverside').click();
  await card.getByText('Link against the rules').press('Enter');
  await reason.fill('Registered under her sister’s name by mistake');
  await reason.press('Enter');
  await expect(sourceOf(page, 'riverside')).toContainText(READ);
  await expect(there).toContainText('Reason: Registered under her sister’s name by mistake');
  await expect(nameOnScreen(page)).toContainText('Anjali');
  await there.getByRole('button', { name: 'Unlink: Riverside Clinic' }).click();
  await page.getByRole('button', { name: 'Timeline', exact: true }).click();
  await expect(facts(page).getByRole('option').first()).toBeVisible();
  await expect(page.locator('body')).not.toContainText(hers);
  expect(complaints).toEqual([]);
});

test('a registration that was replaced is followed when a clinician says so', async ({
  page,
  sandbox,
  complaints,
}) => {
  const thomas = personIn(sandbox, 'thomas-kowalczyk');
  const kept = thomas.ids.general ?? '';
  const merged = sandbox.world.resources.general.find(
    (each) => each.resourceType === 'Patient' && JSON.stringify(each['link'] ?? '').includes('replaced-by'),
  );
  await page.goto(sandbox.urls.app);
  await signInHere(page, thomas, 'riverside');
  await choose(page, thomas, 'general', merged?.id);
  await expect(sourceOf(page, 'general')).toContainText('not linked');
  await review(page, 'general').click();
  const there = section(page, 'general');
  await expect(there).toContainText(`This registration was replaced by Patient/${kept}.`);
  await expect(there.getByRole('article', { name: /^Kowalczik.*Probably another person/ })).toBeVisible();

  await there.getByRole('button', { name: `Use that one: General Hospital, Patient/${kept}` }).press('Enter');
  const card = there.getByRole('article', { name: /^Kowalczyk, Thomas.*Certainly the same person/ });
  await expect(card).toBeVisible();
  await expect(there).not.toContainText('was replaced by');
  await expect(sourceOf(page, 'general')).toContainText('not linked');
  await card.getByRole('button', { name: 'Link: this is the same person' }).click();
  await expect(sourceOf(page, 'general')).toContainText(READ);
  expect(complaints).toEqual([]);
});

test('who is linked and has since become somebody else is noticed when the source is read again', async ({
  page,
  context,
  sandbox,
}) => {
  const maria = personIn(sandbox, 'maria-santos');
  await launch(page, sandbox, maria);
  await choose(page, maria, 'riverside');
  await expect(sourceOf(page, 'riverside')).toContainText(/complete|missing/);
  // The clinic corrects a registration: it was another woman's all along.
  await context.route(
    `${sandbox.orgs.riverside.iss}/Patient/${maria.ids.riverside ?? ''}*`,
    async (route) => {
      const response = await route.fetch();
      const patient = (await response.json()) as Record<string, unknown>;
      const name = [{ family: 'Sandoval', given: ['Mariana'] }];
      await route.fulfill({ response, json: { ...patient, name, birthDate: '1971-01-19', identifier: [] } });
    },
  );
  await openAt(page, 'riverside');
  const there = section(page, 'riverside');
  await there.getByRole('button', { name: 'Read again: Riverside Clinic' }).press('Enter');
  await expect(there.getByRole('alert')).toContainText('no longer looks like the same person');
  await expect(sourceOf(page, 'riverside')).toContainText(/\d+ records · changed since it was linked/);
  await expect(review(page, 'riverside')).toBeVisible();
  await expect(row(there, 'family name').first()).toContainText('Sandoval');
  await expect(there.getByRole('button', { name: /^Still linked/ })).toBeDisabled();
  await there.getByRole('button', { name: 'Unlink: Riverside Clinic' }).click();
  await expect(sourceOf(page, 'riverside')).toContainText('not linked');
});
