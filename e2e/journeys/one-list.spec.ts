import { expect, personIn, signInThere, test } from './support/app.ts';

/**
 * The line through the house: from the EHR's list of patients to one list of facts from four organisations, each fact
 * with its sources.
 */
test('one patient, four organisations, one list', async ({ page, context, sandbox, complaints }) => {
  const maria = personIn(sandbox, 'maria-santos');

  await page.goto(sandbox.urls.ehr);
  const row = page.getByRole('listitem').filter({ hasText: maria.name });
  const [app] = await Promise.all([context.waitForEvent('page'), row.getByText('Open in a tab').click()]);

  const strip = app.getByRole('region', { name: 'Sources', exact: true });
  const source = (name: string) => strip.getByRole('listitem').filter({ hasText: name });

  await test.step('General Hospital launches', async () => {
    await expect(app.getByText('Santos, Maria Isabel')).toBeVisible();
    await expect(source('General Hospital')).toContainText(/\d+ records · complete/);
    expect(new URL(app.url()).search).not.toMatch(/code|state|launch|iss/);
  });

  for (const [key, name] of [
    ['riverside', 'Riverside Clinic'],
    ['county', 'County HIE'],
    ['valley', 'Valley Lab'],
  ] as const)
    await test.step(`${name} joins by a sign-in window`, async () => {
      const [popup] = await Promise.all([
        context.waitForEvent('page'),
        source(name)
          .getByRole('button', { name: /sign in/i })
          .click(),
      ]);
      await signInThere(popup, maria.ids[key] ?? '');
      await expect(source(name)).toContainText(/\d+ records · (complete|1 part missing)|not linked/);
    });

  await test.step('the lab knows too little to be linked by itself: a clinician confirms', async () => {
    const lab = source('Valley Lab');
    await lab.getByRole('button', { name: /review/i }).click();
    await app
      .getByRole('button', { name: /same person/ })
      .first()
      .click();
    await expect(lab).toContainText(/\d+ records · complete/);
  });

  await test.step('the allergy that one clinic denies is in plain view', async () => {
    await app.getByRole('navigation', { name: 'Views' }).getByText('Timeline').click();
    await expect(app.getByText('No known allergies').first()).toBeVisible();
  });
  expect(complaints).toEqual([]);
});
