import type { Page } from '@playwright/test';
import { balpFaults } from '../sandbox/testing/balp.ts';
import type { JsonObject } from '../../src/base/index.ts';
import { startSandbox, type Sandbox } from '../sandbox/index.ts';
import { makeWorld, type FhirResource, type World } from '../sandbox/world/index.ts';
import { expect, test } from './support/app.ts';
import { audited } from './support/audited.ts';
import { facts } from './support/clinician.ts';

/** The built app as an attacker, a curious reader and an auditor would meet it. */

const CANARY = 'Zzcanarywitz';

/** Text that would run, fetch or break out, if anything anywhere took it for more than text. */
const ATTACKS = [
  '<script>window.pwned=1</script>',
  '<img src=x onerror="window.pwned=1">',
  '<svg onload="window.pwned=1"><use href="http://attacker.localhost:1/x.svg#a"/></svg>',
  '"><iframe src="http://attacker.localhost:1/frame"></iframe>',
  '[click](javascript:window.pwned=1) ![x](http://attacker.localhost:1/pixel.png)',
  '{{constructor.constructor("window.pwned=1")()}}',
  '<style>@import "http://attacker.localhost:1/x.css";</style>',
  '\u202Egnp.exe',
  '__proto__',
];

/** A hostile resource for every attack: in its title, its display, its names, its narrative, its notes, its files. */
function hostile(patient: string): FhirResource[] {
  const subject = { reference: `Patient/${patient}` };
  return ATTACKS.flatMap((attack, i): FhirResource[] => {
    const div = `<div xmlns="http://www.w3.org/1999/xhtml">${attack}</div>`;
    const code = { text: `${CANARY} ${attack}`, coding: [{ system: attack, code: attack, display: attack }] };
    return [
      {
        resourceType: 'Condition',
        id: `hostile-c${i}`,
        subject,
        code,
        text: { status: 'generated', div },
        note: [{ text: attack, authorString: attack }],
        recordedDate: `2025-03-0${(i % 9) + 1}`,
        recorder: { display: attack },
        clinicalStatus: {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }],
        },
        category: [{ coding: [{ code: attack }] }],
        ['__proto__x']: { polluted: true },
      } as unknown as FhirResource,
      {
        resourceType: 'DocumentReference',
        id: `hostile-d${i}`,
        status: 'current',
        subject,
        type: code,
        date: '2025-04-01T10:00:00Z',
        description: attack,
        content: [
          {
            attachment: {
              contentType: 'text/html',
              title: `${attack}.pdf`,
              url: `http://attacker.localhost:1/${i}.html`,
            },
          },
        ],
      } as unknown as FhirResource,
    ];
  });
}

async function launched(sandbox: Sandbox, page: Page, patient: string): Promise<Page> {
  await page.goto(sandbox.launchUrl(patient));
  const button = page.getByRole('button', { name: /^Sign in as/ });
  if (await button.isVisible().catch(() => false)) await button.click();
  await expect(
    page.getByRole('region', { name: 'Sources', exact: true }).getByRole('listitem').first(),
  ).toContainText(/\d+ records · (complete|\d+ parts? missing)/, { timeout: 30_000 });
  return page;
}

const withSandbox = async (world: World, visit: (sandbox: Sandbox) => Promise<void>): Promise<void> => {
  const sandbox = await startSandbox({ ports: 'random', world, appDir: 'dist', quiet: true, audit: true });
  try {
    await visit(sandbox);
  } finally {
    await sandbox.stop();
  }
};

const patientOf = (world: World): string => world.people[0]?.ids.general ?? '';

test('a hostile record: nothing runs, nothing is fetched, the name goes nowhere', async ({
  page,
  complaints,
}) => {
  test.setTimeout(120_000);
  const made = makeWorld({ people: ['maria-santos'] });
  const patient = patientOf(made);
  const bad = hostile(patient);
  const world = { ...made, resources: { ...made.resources, general: [...made.resources.general, ...bad] } };
  await withSandbox(world, async (sandbox) => {
    const asked: string[] = [];
    page.on('request', (request) => {
      asked.push(`${request.url()} ${request.postData() ?? ''}`);
    });
    await launched(sandbox, page, patient);

    // Every one of them is looked at: in the list, in its detail, as the raw record.
    const search = page.getByRole('searchbox');
    await search.fill(CANARY);
    const rows = facts(page).getByRole('option');
    await expect(rows.first()).toHaveAttribute('aria-setsize', String(2 * ATTACKS.length));
    const count = await rows.count();
    expect(count).toBeGreaterThanOrEqual(ATTACKS.length);
    for (let i = 0; i < count; i++) {
      await rows.nth(i).click();
      await expect(page.getByRole('article')).toContainText('Where it comes from');
    }
    await page.getByRole('button', { name: 'Show source record' }).first().click();
    await expect(page.getByRole('textbox', { name: 'Source record (FHIR)' })).toHaveValue(/hostile-/);

    expect(await page.evaluate(() => Reflect.get(window, 'pwned'))).toBeUndefined();
    expect(await page.evaluate(() => Reflect.get({}, 'polluted'))).toBeUndefined();
    const origins = new Set(asked.map((each) => new URL(each.split(' ')[0] ?? '').origin));
    const own = [sandbox.urls.app, sandbox.urls.ehr, ...Object.values(sandbox.orgs).map((org) => org.origin)];
    expect([...origins].filter((origin) => origin.startsWith('http') && !own.includes(origin))).toEqual([]);
    expect(asked.filter((each) => each.includes(CANARY))).toEqual([]);

    // Nothing of it stays where somebody else could find it.
    const kept = await page.evaluate(async () => ({
      storage: JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      cookies: document.cookie,
      place: `${location.href} ${document.title}`,
    }));
    expect(kept.databases + kept.caches).toBe(0);
    expect(`${kept.storage} ${kept.cookies} ${kept.place}`).not.toMatch(
      new RegExp(`${CANARY}|eyJ|access_token|Santos`),
    );
    expect(complaints).toEqual([]);
  });
});

test('a masked fact opens for a purpose and a reason, for a time, and the auditor reads of it', async ({
  page,
  complaints,
}) => {
  test.setTimeout(120_000);
  const world = makeWorld({ people: ['erik-lindgren'] });
  await withSandbox(world, async (sandbox) => {
    const patient = patientOf(world);
    await launched(sandbox, page, patient);
    await expect(facts(page).getByRole('option').first()).toBeVisible();
    // The secret is nowhere on the page before it is asked for, and no search finds it.
    expect(await page.content()).not.toMatch(/opioid|buprenorphine/i);
    await page.getByRole('searchbox').fill('buprenorphine');
    await expect(facts(page).getByRole('option')).toHaveCount(0);
    await page.getByRole('searchbox').fill('');

    await facts(page)
      .getByRole('option', { name: /Masked/ })
      .first()
      .click();
    const place = page.getByRole('region', { name: 'Masked record' });
    await expect(place).toContainText('Marked as sensitive by its source.');
    await place.getByRole('button', { name: 'Show…' }).click();
    await place.getByLabel('Why?').fill('interaction check before surgery');
    await place.getByRole('button', { name: 'Show for 10 minutes' }).click();
    await expect(page.getByRole('timer')).toContainText(/shown for another (9|10):\d\d/);
    await page.getByRole('button', { name: 'Hide again' }).click();
    await expect(place).toBeVisible();

    const recorded = () => audited(sandbox, patient);
    await expect
      .poll(async () => JSON.stringify(await recorded()), { timeout: 20_000 })
      .toContain('Shown record masked again');
    const events = await recorded();
    expect(JSON.stringify(events)).toContain('interaction check before surgery');
    const requests = events.filter((event) => (event['type'] as JsonObject)['code'] === 'rest');
    expect(requests.length).toBeGreaterThan(10);
    expect(requests.map(balpFaults).filter((faults) => faults.length > 0)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
