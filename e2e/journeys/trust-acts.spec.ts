import type { Page } from '@playwright/test';
import type { Act } from '../../src/audit/index.ts';
import { isObject, type JsonObject } from '../../src/base/index.ts';
import { startSandbox, type Sandbox } from '../sandbox/index.ts';
import { actFaults, balpFaults } from '../sandbox/testing/balp.ts';
import { makeWorld, type FhirResource, type World } from '../sandbox/world/index.ts';
import { expect as patient, personIn, test } from './support/app.ts';
import { everyRecord } from './support/audited.ts';
import { allow, facts, join, launch, NAMES, READ, SLOWLY, sourceOf } from './support/clinician.ts';

/** One session in which everything is done that is recorded, and what an auditor then reads of it. */

const expect = patient.configure({ timeout: 20_000 });

/** One problem that its label hides, one that the patient refused to have passed on, one letter with a file. */
function withMore(): World {
  const made = makeWorld({ people: ['maria-santos'] });
  const [person] = made.people;
  const subject = (org: 'general' | 'county') => ({ reference: `Patient/${person?.ids[org] ?? ''}` });
  const clinicalStatus = { coding: [{ code: 'active' }] };
  const general = [
    {
      resourceType: 'Condition',
      id: 'very-restricted',
      subject: subject('general'),
      onsetDateTime: '2026-11-21',
      code: { text: 'Zzrestricted' },
      clinicalStatus,
      meta: { security: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'V' }] },
    },
    {
      resourceType: 'DocumentReference',
      id: 'letter',
      status: 'current',
      subject: subject('general'),
      type: { text: 'Zzletter' },
      date: '2025-04-01T10:00:00Z',
      content: [
        {
          attachment: {
            contentType: 'text/plain',
            title: 'Zzletter',
            data: Buffer.from('Seen in clinic.').toString('base64'),
          },
        },
      ],
    },
  ];
  const county = [
    {
      resourceType: 'Consent',
      id: 'refusal',
      status: 'active',
      scope: { coding: [{ code: 'patient-privacy' }] },
      category: [{ coding: [{ code: '59284-0' }] }],
      patient: subject('county'),
      dateTime: '2024-05-03',
      provision: { type: 'deny', code: [{ coding: [{ system: 'urn:local', code: 'Zzrefused' }] }] },
    },
    {
      resourceType: 'Condition',
      id: 'refused',
      subject: subject('county'),
      onsetDateTime: '2026-11-20',
      code: { text: 'Zzrefused', coding: [{ system: 'urn:local', code: 'Zzrefused' }] },
      clinicalStatus,
    },
  ];
  const { resources } = made;
  const more = (records: readonly object[]) => records as unknown as FhirResource[];
  return {
    ...made,
    resources: {
      ...resources,
      general: [...resources.general, ...more(general)],
      county: [...resources.county, ...more(county)],
    },
  };
}

async function withAudit(visit: (sandbox: Sandbox) => Promise<void>): Promise<void> {
  const sandbox = await startSandbox({
    ports: 'random',
    world: withMore(),
    appDir: 'dist',
    quiet: true,
    audit: true,
    keeps: true,
  });
  try {
    await visit(sandbox);
  } finally {
    await sandbox.stop();
  }
}

const view = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name, exact: true }).click();

async function opens(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox').first().fill(words);
  await facts(page).getByRole('option').first().click();
  await expect(page.getByRole('article').first()).toContainText('Where it comes from');
}

/** The sealed place of the newest masked record, or of the one after it. */
async function sealed(page: Page, n: number) {
  await page.getByRole('searchbox').first().fill('');
  await facts(page)
    .getByRole('option', { name: /Masked/ })
    .nth(n)
    .click();
  return page.getByRole('region', { name: 'Masked record' });
}

async function linksByHand(page: Page): Promise<void> {
  await view(page, 'Sources');
  const there = page.getByRole('main').getByRole('region', { name: NAMES.county });
  await there.getByRole('button', { name: `Unlink: ${NAMES.county}` }).click();
  await expect(sourceOf(page, 'county')).toContainText('not linked');
  await there
    .getByRole('button', { name: /same person/ })
    .first()
    .click();
  await expect(sourceOf(page, 'county')).toContainText(READ, SLOWLY);
  await view(page, 'Timeline');
}

async function readsClosely(page: Page): Promise<void> {
  await opens(page, 'Zzletter');
  await page.getByRole('button', { name: 'Show source record' }).first().click();
  await expect(page.getByRole('textbox', { name: 'Source record (FHIR)' }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Open Zzletter' }).click();
  await expect(page.getByRole('dialog', { name: 'Zzletter' })).toContainText('Seen in clinic.');
  await page.keyboard.press('Escape');
}

async function decides(page: Page): Promise<void> {
  const detail = page.getByRole('complementary', { name: 'Detail' });
  const reason = (box: ReturnType<typeof detail.getByRole>) => box.getByRole('textbox', { name: 'Why?' });
  await opens(page, 'type 2 diabetes');
  await detail.getByRole('button', { name: 'Split…' }).click();
  const split = detail.getByRole('region', { name: 'Split what was joined' });
  const all = split.getByRole('checkbox', { name: /^Part all/ });
  await expect(split.getByText(/One fact\./).first()).toBeVisible();
  if (await all.isVisible()) await all.check();
  await reason(split).fill('Because they are two');
  await reason(split).press('Tab');
  await page.keyboard.press('Enter');
  const decided = detail.getByRole('region', { name: 'Decided by a person' });
  await expect(decided).toContainText('Reason: Because they are two');
  await decided.getByRole('button', { name: 'Undo' }).click();
  await detail.getByRole('button', { name: 'Join with another fact…' }).click();
  const choose = detail.getByRole('region', { name: 'Join with another fact…' });
  await choose.getByRole('searchbox').fill('hypertension');
  await choose
    .getByRole('button', { name: /hypertension/i })
    .first()
    .click();
  const join = detail.getByRole('region', { name: /^Join with / });
  await reason(join).fill('Because they are one');
  await join.getByRole('button', { name: 'Join: they are one' }).click();
  await expect(decided).toContainText('Joined: these are one');
}

/** What was decided is kept at the source, written to a file, and kept no longer. */
async function keepsAndForgets(page: Page): Promise<void> {
  await view(page, 'Sources');
  const kept = page.getByRole('region', { name: 'Kept at General Hospital' });
  await kept.getByRole('button', { name: /^Keep \d+ decisions? at General Hospital$/ }).click();
  await expect(kept).toContainText(/decisions? of this session (is|are) kept there/);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Write to a file' }).click();
  await saved;
  await page.getByRole('button', { name: 'Keep no longer at General Hospital' }).first().click();
  await expect(kept).toContainText('Nothing is kept there.');
  await view(page, 'Timeline');
}

async function looksBehindTheSeal(page: Page): Promise<void> {
  const place = await sealed(page, 0);
  await place.getByRole('button', { name: 'Show…' }).click();
  await place.getByLabel('Why?').fill('Because of the anaesthetic');
  await place.getByRole('button', { name: /^Show for \d+ minutes/ }).click();
  await page.getByRole('button', { name: 'Hide again' }).click();
  await expect(place).toBeVisible();
}

async function breaksTheGlass(page: Page, sandbox: Sandbox): Promise<void> {
  const place = await sealed(page, 1);
  await place.getByRole('button', { name: 'Open in an emergency…' }).click();
  await place.getByLabel('What is the emergency?').fill('Because nobody can be asked');
  const opened = page.waitForEvent('popup');
  await place.getByRole('button', { name: 'Sign in to County HIE for an emergency' }).click();
  const popup = await opened;
  const closed = popup.waitForEvent('close');
  await allow(popup, personIn(sandbox, 'maria-santos'), 'county');
  await closed;
  await expect(sourceOf(page, 'county')).toContainText('opened for an emergency', SLOWLY);
}

async function takesCopies(page: Page): Promise<void> {
  await page.keyboard.press('Control+p');
  await expect(
    page.getByRole('dialog', { name: 'Print' }).getByRole('button', { name: 'Print' }),
  ).toBeEnabled();
  await page.pdf({ format: 'A4' });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export to a file' });
  for (const format of [/^FHIR Bundle/, /^Table/]) {
    await dialog.getByRole('radio', { name: format }).check();
    const saved = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Save the file' }).click();
    await saved;
  }
  await page.keyboard.press('Escape');
}

const first = (event: JsonObject): string => {
  const [subtype] = event['subtype'] as readonly JsonObject[];
  return String(subtype?.['code']);
};
const isRest = (event: JsonObject): boolean => isObject(event['type']) && event['type']['code'] === 'rest';

/**
 * What each act is called in its record: DICOM's login, logout and emergency, and this product's own words. A new act
 * does not compile before it has its place here, and a step that does it.
 */
const CODES: Readonly<Record<Act, string>> = {
  'sign-in': '110122',
  'sign-out': '110123',
  'break-glass': '110127',
  attachment: 'attachment',
  conceal: 'conceal',
  export: 'export',
  join: 'join',
  keep: 'keep',
  link: 'link',
  lock: 'lock',
  print: 'print',
  raw: 'raw',
  reveal: 'reveal',
  split: 'split',
  undo: 'undo',
  unkeep: 'unkeep',
  unlink: 'unlink',
};
const ACTS = Object.values(CODES).sort();

test('every act of a session is read back by an auditor, valid, of its source and with its reason', async ({
  page,
  complaints,
}) => {
  test.setTimeout(240_000);
  await withAudit(async (sandbox) => {
    const maria = personIn(sandbox, 'maria-santos');
    await page.clock.install();
    await launch(page, sandbox, maria);
    await join(page, maria, 'county');
    await test.step('linked and unlinked', () => linksByHand(page));
    await test.step('the raw record, an attachment', () => readsClosely(page));
    await test.step('split, undone, joined', () => decides(page));
    await test.step('kept at the source, written to a file, kept no longer', () => keepsAndForgets(page));
    await test.step('revealed and concealed', () => looksBehindTheSeal(page));
    await test.step('opened in an emergency', () => breaksTheGlass(page, sandbox));
    await test.step('printed and exported', () => takesCopies(page));
    await test.step('signed out of one', async () => {
      await view(page, 'Sources');
      await page.getByRole('button', { name: `Sign out: ${NAMES.county}` }).click();
      await expect(sourceOf(page, 'county')).toContainText('not signed in', SLOWLY);
    });
    await test.step('locked', async () => {
      await page.clock.fastForward('15:05');
      await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
    });

    const acts = async () => (await everyRecord(sandbox)).filter((event) => !isRest(event));
    await expect
      .poll(async () => [...new Set((await acts()).map(first))].sort(), { timeout: 40_000 })
      .toEqual(ACTS);
    const events = await everyRecord(sandbox);
    const rest = events.filter(isRest);
    expect(new Set(rest.map(first))).toEqual(new Set(['read', 'search']));
    expect(rest.length).toBeGreaterThan(20);
    expect(rest.map(balpFaults).filter((faults) => faults.length > 0)).toEqual([]);

    const done = events.filter((event) => !isRest(event));
    expect(done.map(actFaults).filter((faults) => faults.length > 0)).toEqual([]);
    const of = (code: string) => JSON.stringify(done.filter((event) => first(event) === code));
    for (const [code, ...words] of [
      ['raw', `${sandbox.orgs.general.iss}/DocumentReference/letter`],
      ['attachment', `${sandbox.orgs.general.iss}/DocumentReference/letter`],
      ['reveal', 'Because of the anaesthetic', `${sandbox.orgs.general.iss}/Condition/very-restricted`],
      ['conceal', `${sandbox.orgs.general.iss}/Condition/very-restricted`],
      ['110127', 'Because nobody can be asked', sandbox.orgs.county.iss, '"BTG"'],
      ['split', 'Because they are two'],
      ['join', 'Because they are one'],
      ['link', `${sandbox.orgs.county.iss}/Patient/`],
      ['unlink', `${sandbox.orgs.county.iss}/Patient/`],
      ['keep', `${sandbox.orgs.general.iss}/`],
      ['unkeep', `${sandbox.orgs.general.iss}/Patient/`],
      ['export', 'FHIR Bundle: ', 'CSV: ', 'Decisions: 1'],
      ['110122', sandbox.orgs.general.iss, sandbox.orgs.county.iss],
      ['110123', sandbox.orgs.county.iss],
    ] as const)
      for (const word of words) expect(of(code), code).toContain(word);
    // What was masked is named by its address and by nothing that it says.
    expect(JSON.stringify(events)).not.toMatch(/Zzrestricted|Seen in clinic/);
    expect(complaints).toEqual([]);
  });
});
