import { signIn } from '../sandbox/testing/visitor.ts';
import { startSandbox, type Sandbox, type SandboxOptions } from '../sandbox/index.ts';
import { makeWorld, type FhirResource, type World } from '../sandbox/world/index.ts';
import { expect, personIn, test } from './support/app.ts';
import { allow, facts, join, launch, SLOWLY, sourceOf } from './support/clinician.ts';

/** What the patient refused, and who opens it all the same; what a site does not ask for. */

/** Maria refuses at the exchange that her problems are passed on; one of them leaves it in an emergency alone. */
function refusing(): World {
  const made = makeWorld({ people: ['maria-santos'] });
  const patient = made.people[0]?.ids.county ?? '';
  const subject = { reference: `Patient/${patient}` };
  const clinical = { coding: [{ code: 'active' }] };
  const code = (text: string) => ({ text, coding: [{ system: 'urn:local', code: text }] });
  const more = [
    {
      resourceType: 'Consent',
      id: 'refusal',
      status: 'active',
      scope: { coding: [{ code: 'patient-privacy' }] },
      category: [{ coding: [{ code: '59284-0' }] }],
      patient: subject,
      dateTime: '2024-05-03',
      provision: { type: 'deny', code: [{ coding: [{ system: 'urn:local', code: 'Night terrors' }] }] },
    },
    {
      resourceType: 'Condition',
      id: 'refused',
      subject,
      onsetDateTime: '2026-11-20',
      code: code('Night terrors'),
      clinicalStatus: clinical,
    },
    {
      resourceType: 'Condition',
      id: 'withheld',
      subject,
      code: code('Latex reaction under anaesthesia'),
      clinicalStatus: clinical,
      meta: { security: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'V' }] },
    },
  ] as unknown as FhirResource[];
  return { ...made, resources: { ...made.resources, county: [...made.resources.county, ...more] } };
}

const OPEN = { policy: { classes: [], confidentialities: [] } };

async function inSandbox(options: SandboxOptions, visit: (sandbox: Sandbox) => Promise<void>): Promise<void> {
  const sandbox = await startSandbox({
    ports: 'random',
    appDir: 'dist',
    quiet: true,
    audit: true,
    ...options,
  });
  try {
    await visit(sandbox);
  } finally {
    await sandbox.stop();
  }
}

/** By an auditor, who sees the records of every patient and of every server. */
async function recorded(sandbox: Sandbox): Promise<string> {
  const org = sandbox.orgs.general;
  const token = await signIn(sandbox, org, { scope: 'openid user/AuditEvent.rs' });
  const answer = await fetch(`${org.iss}/AuditEvent?_count=500`, {
    headers: { authorization: `Bearer ${token.access_token}` },
  });
  return answer.text();
}

test('a consent hides, says which it was, and gives way to an emergency that its server grants', async ({
  page,
  complaints,
}) => {
  test.setTimeout(90_000);
  const configure: SandboxOptions['configure'] = (made) => ({ ...made, ...OPEN });
  await inSandbox({ world: refusing(), configure }, async (sandbox) => {
    const maria = personIn(sandbox, 'maria-santos');
    await launch(page, sandbox, maria);
    await join(page, maria, 'county');
    const search = page.getByRole('searchbox');
    const rows = facts(page).getByRole('option');
    for (const word of ['Night terrors', 'Latex reaction']) {
      await search.fill(word);
      await expect(rows).toHaveCount(0);
    }
    await search.fill('');
    await facts(page)
      .getByRole('option', { name: /Masked/ })
      .first()
      .click();
    const place = page.getByRole('region', { name: 'Masked record' });
    await expect(place).toContainText(/Hidden by the consent of .*2024 at County HIE\./);

    await place.getByRole('button', { name: 'Open in an emergency…' }).click();
    await place.getByLabel('What is the emergency?').fill('Unconscious in the emergency room');
    const opened = page.waitForEvent('popup');
    await place.getByRole('button', { name: 'Sign in to County HIE for an emergency' }).click();
    const popup = await opened;
    const closed = popup.waitForEvent('close');
    await allow(popup, maria, 'county');
    await closed;

    await expect(sourceOf(page, 'county')).toContainText('opened for an emergency', SLOWLY);
    for (const word of ['Night terrors', 'Latex reaction']) {
      await search.fill(word);
      await expect(rows.first()).toContainText(word, SLOWLY);
    }
    const says = async (...words: readonly string[]) => {
      const records = await recorded(sandbox);
      return words.every((word) => records.includes(word));
    };
    await expect
      .poll(() => says('"110127"', 'Unconscious in the emergency room', '"BTG"'), SLOWLY)
      .toBe(true);
    expect(complaints).toEqual([]);
  });
});

test('an emergency that the server does not grant opens nothing, and says so', async ({ page }) => {
  test.setTimeout(90_000);
  const configure: SandboxOptions['configure'] = (made) => ({ ...made, ...OPEN });
  await inSandbox({ world: refusing(), configure }, async (sandbox) => {
    const maria = personIn(sandbox, 'maria-santos');
    await launch(page, sandbox, maria);
    await join(page, maria, 'county');
    sandbox.orgs.county.habits.breakGlass = false;
    await facts(page)
      .getByRole('option', { name: /Masked/ })
      .first()
      .click();
    const place = page.getByRole('region', { name: 'Masked record' });
    await place.getByRole('button', { name: 'Open in an emergency…' }).click();
    await place.getByLabel('What is the emergency?').fill('Unconscious');
    const opened = page.waitForEvent('popup');
    await place.getByRole('button', { name: 'Sign in to County HIE for an emergency' }).click();
    await allow(await opened, maria, 'county');
    await expect(place.getByRole('alert')).toContainText('its records were not opened', SLOWLY);
    await expect(sourceOf(page, 'county')).not.toContainText('opened for an emergency');
  });
});

test('a type that the site sets on demand is not asked for until somebody does', async ({
  page,
  complaints,
}) => {
  test.setTimeout(120_000);
  const configure: SandboxOptions['configure'] = (made) => ({
    ...made,
    organisations: made.organisations.map((each) =>
      each.id === 'general' ? { ...each, onDemand: ['Encounter'] } : each,
    ),
  });
  await inSandbox({ world: makeWorld({ people: ['maria-santos'] }), configure }, async (sandbox) => {
    const maria = personIn(sandbox, 'maria-santos');
    await launch(page, sandbox, maria);
    const general = sourceOf(page, 'general');
    await expect(general).toContainText('1 type not asked for', SLOWLY);
    const asked = () => sandbox.log().filter(({ type }) => type === 'Encounter').length;
    expect(asked()).toBe(0);
    await general.getByRole('button', { name: /^General Hospital/ }).click();
    const section = page.getByRole('region', { name: 'General Hospital' });
    await expect(section.getByRole('row', { name: /^Encounter/ })).toContainText('on demand');
    await section.getByRole('button', { name: 'Read now: Encounter, General Hospital' }).click();
    await expect(section.getByRole('row', { name: /^Encounter/ })).toContainText('Complete', SLOWLY);
    await expect(general).toContainText(/records · complete/, SLOWLY);
    expect(asked()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });
});
