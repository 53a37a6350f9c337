/**
 * A server that leads elsewhere: by redirects, next links, Content-Location, the addresses of attachments and pictures.
 * The other server is allowed by the page's own policy here, so that nothing but the app keeps a token from it.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { startSandbox, type Sandbox } from '../sandbox/index.ts';
import { makeWorld, type FhirResource } from '../sandbox/world/index.ts';
import { expect, personIn, test } from './support/app.ts';
import { allow, facts, launch, NAMES, SLOWLY, sourceOf } from './support/clinician.ts';

test.describe.configure({ timeout: 120_000 });

interface Elsewhere {
  readonly origin: string;
  /** Whatever came: method, path and whether a token was with it. */
  readonly asked: readonly string[];
}

/** Answers everybody everything, as somebody who wants to be asked would. */
async function withElsewhere(visit: (elsewhere: Elsewhere) => Promise<void>): Promise<void> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const token = request.headers.authorization === undefined ? '' : ' with a token';
    asked.push(`${request.method ?? ''} ${request.url ?? ''}${token}`);
    response.writeHead(200, {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Headers': '*, Authorization',
      'Content-Type': 'application/fhir+json',
    });
    response.end('{"resourceType":"Bundle","type":"searchset","entry":[]}');
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  try {
    await visit({ origin: `http://localhost:${(server.address() as AddressInfo).port}`, asked });
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** Records that name files and pictures elsewhere. */
function pointing(patient: string, to: string): FhirResource[] {
  const subject = { reference: `Patient/${patient}` };
  return [
    {
      resourceType: 'DocumentReference',
      id: 'elsewhere',
      status: 'current',
      subject,
      type: { text: 'Zzfar letter' },
      date: '2025-04-01T10:00:00Z',
      content: [
        { attachment: { contentType: 'text/plain', title: 'Zzfar letter', url: `${to}/letter.txt` } },
      ],
    },
    {
      resourceType: 'Condition',
      id: 'elsewhere',
      subject,
      code: { text: 'Zzfar problem' },
      recordedDate: '2025-04-02',
      recorder: { reference: `${to}/fhir/Practitioner/1` },
      encounter: { reference: `${to}/fhir/Encounter/1` },
    },
  ] as unknown as FhirResource[];
}

async function inHostileSandbox(
  visit: (sandbox: Sandbox, elsewhere: Elsewhere) => Promise<void>,
): Promise<void> {
  await withElsewhere(async (elsewhere) => {
    const made = makeWorld({ people: ['maria-santos'] });
    const patient = made.people[0]?.ids.general ?? '';
    const photo = [{ contentType: 'image/png', url: `${elsewhere.origin}/photo.png` }];
    const general = [
      ...made.resources.general.map((each) =>
        each.resourceType === 'Patient' && each.id === patient ? { ...each, photo } : each,
      ),
      ...pointing(patient, elsewhere.origin),
    ];
    const sandbox = await startSandbox({
      ports: 'random',
      appDir: 'dist',
      quiet: true,
      world: { ...made, resources: { ...made.resources, general } },
      configure: (config) => ({
        ...config,
        organisations: config.organisations.map((each) => ({ ...each, origins: [elsewhere.origin] })),
      }),
    });
    try {
      await visit(sandbox, elsewhere);
    } finally {
      await sandbox.stop();
    }
  });
}

/** The page could ask the other server, and does when it is told to: the journeys' silence is the app's own. */
async function couldAsk(page: Page, { origin, asked }: Elsewhere): Promise<void> {
  const before = asked.length;
  await page.evaluate((url) => fetch(url).then(() => undefined), `${origin}/witness`);
  expect(asked.slice(before)).toEqual(['GET /witness']);
}

const LEADS = [
  ['a redirect', 'redirect', 'Condition'],
  ['the next link', 'next-elsewhere', 'Observation'],
] as const;

for (const [what, fault, type] of LEADS)
  test(`${what} to another server: it is not followed, and what is missing is said`, async ({ page }) => {
    await inHostileSandbox(async (sandbox, elsewhere) => {
      sandbox.setFault({ org: 'general', fault, type, to: `${elsewhere.origin}/fhir/${type}?page=2` });
      await launch(page, sandbox, personIn(sandbox, 'maria-santos'));
      await expect(sourceOf(page, 'general')).toContainText(/records · \d+ parts? missing/, SLOWLY);
      expect(sandbox.faults()[0]?.applied).toBeGreaterThan(0);
      await page.getByRole('button', { name: 'Sources', exact: true }).click();
      const row = page
        .getByRole('main')
        .getByRole('region', { name: NAMES.general })
        .getByRole('row', { name: new RegExp(`^${type}`) });
      await expect(row.first()).not.toContainText('Complete');
      expect(elsewhere.asked).toEqual([]);
      await couldAsk(page, elsewhere);
    });
  });

test('Content-Location, attachments, pictures and references to another server: it is not asked', async ({
  page,
  complaints,
}) => {
  await inHostileSandbox(async (sandbox, elsewhere) => {
    sandbox.setFault({ org: 'general', fault: 'content-location', to: `${elsewhere.origin}/fhir/` });
    await launch(page, sandbox, personIn(sandbox, 'maria-santos'));
    await expect(sourceOf(page, 'general')).toContainText(/records · (complete|\d+ parts? missing)/, SLOWLY);
    const search = page.getByRole('searchbox');
    for (const words of ['Zzfar problem', 'Zzfar letter']) {
      await search.fill(words);
      await facts(page)
        .getByRole('option', { name: new RegExp(words) })
        .click();
      await expect(page.getByRole('article')).toContainText('Where it comes from');
    }
    // The letter's address is told; opening it is left to whoever reads it.
    await expect(page.getByRole('article')).toContainText(
      `Kept at ${new URL(elsewhere.origin).host}, which is not this source’s server: it is not read from here.`,
    );
    expect(elsewhere.asked).toEqual([]);
    await couldAsk(page, elsewhere);
    expect(complaints).toEqual([]);
  });
});

test('a token endpoint that redirects gets no further with the code', async ({ page }) => {
  await inHostileSandbox(async (sandbox, elsewhere) => {
    sandbox.setFault({ org: 'general', fault: 'redirect', type: 'token', to: `${elsewhere.origin}/token` });
    await page.goto(sandbox.urls.app);
    await page.getByRole('button', { name: `Sign in: ${NAMES.general}` }).click();
    await allow(page, personIn(sandbox, 'maria-santos'), 'general');
    await expect(page.getByText(/did not answer|did not finish/)).toBeVisible();
    expect(elsewhere.asked).toEqual([]);
  });
});
