/** What a source keeps beside a record, opened as a clinician opens it, and as somebody who means harm would send it. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { startSandbox, type Sandbox } from '../sandbox/index.ts';
import { ccda, pdf, sha1, textFile, type File } from '../sandbox/world/build/files.ts';
import { png } from '../sandbox/world/build/picture.ts';
import { makeWorld, type FhirResource } from '../sandbox/world/index.ts';
import { expect as patient, test } from './support/app.ts';
import { audited } from './support/audited.ts';
import { facts } from './support/clinician.ts';

const expect = patient.configure({ timeout: 20_000 });
test.setTimeout(120_000);

const RUNS =
  '<script>window.pwned=1</script><img src="http://attacker.localhost:1/p.png" onerror="window.pwned=1">';
const HTML = `<html><head><title>x</title></head><body onload="window.pwned=1"><h1>Letter</h1><p>Dear colleague, <b>thank you</b>.</p>${RUNS}<iframe src="http://attacker.localhost:1/f"></iframe></body></html>`;
const bytes = (contentType: string, text: string): File => ({
  contentType,
  bytes: Buffer.from(text, 'latin1'),
});

interface Sent {
  readonly title: string;
  readonly file: File;
  readonly as?: 'inline' | 'binary';
  readonly stated?: string;
  readonly hash?: string;
  readonly url?: string;
}

const HOSTILE_CCDA = ccda({
  id: '7',
  title: 'Summary of care',
  effective: '2024-03-14T10:15',
  given: 'Maria',
  family: 'Santos',
  birthDate: '1957-04-23',
  gender: 'F',
  organization: 'St. Elsewhere',
  sections: [
    { templateId: '1', loinc: '48765-2', title: 'Allergies', lines: ['Penicillin: hives', 'xxHOSTILExx'] },
  ],
}).bytes.toString('utf8');

const SENT: readonly Sent[] = [
  {
    title: 'Plain note',
    file: textFile('First line\n  <script>window.pwned=1</script> stays text'),
    as: 'binary',
  },
  { title: 'Rhythm strip', file: png(360, 120), as: 'binary' },
  { title: 'Printed report', file: pdf(['Chest X-ray', 'No acute disease.']), as: 'binary' },
  {
    title: 'Care document',
    file: {
      contentType: 'application/xml',
      bytes: Buffer.from(
        HOSTILE_CCDA.replace('xxHOSTILExx', `</item></list>${RUNS}<list><item>Latex`).replace(
          '<ClinicalDocument',
          '<!DOCTYPE x [<!ENTITY e SYSTEM "http://attacker.localhost:1/e">]><ClinicalDocument',
        ),
      ),
    },
  },
  { title: 'Web letter', file: bytes('text/html', HTML) },
  {
    title: 'Rich letter',
    file: bytes('text/rtf', String.raw`{\rtf1\ansi Seen in clinic.\par Blood pressure 142/88.}`),
  },
  { title: 'Liar', file: bytes('image/png', HTML), as: 'binary' },
  {
    title: 'Drawing',
    file: bytes('image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" onload="window.pwned=1"/>'),
  },
  {
    title: 'Damaged',
    file: textFile('What arrived is something else'),
    hash: sha1(Buffer.from('the original')),
  },
  { title: 'Elsewhere', file: textFile(''), url: 'https://archive.example/doc/1' },
  { title: 'Lost', file: textFile(''), url: 'Binary/not-there' },
];

function documents(patientId: string): FhirResource[] {
  const subject = { reference: `Patient/${patientId}` };
  return SENT.flatMap(({ title, file, as, stated, hash, url }, i): FhirResource[] => {
    const binary = {
      resourceType: 'Binary',
      id: `doc-b${i}`,
      contentType: file.contentType,
      data: file.bytes.toString('base64'),
      securityContext: subject,
    };
    const attachment = {
      contentType: stated ?? file.contentType,
      title,
      ...(url === undefined
        ? as === 'binary'
          ? { url: `Binary/doc-b${i}` }
          : { data: file.bytes.toString('base64') }
        : { url }),
      ...(url === undefined ? { size: file.bytes.length, hash: hash ?? sha1(file.bytes) } : {}),
    };
    return [
      ...(as === 'binary' ? [binary as unknown as FhirResource] : []),
      {
        resourceType: 'DocumentReference',
        id: `doc-${i}`,
        status: 'current',
        subject,
        type: { text: `Zzdoc ${title}` },
        date: `2025-04-${String(i + 1).padStart(2, '0')}T10:00:00Z`,
        text: {
          status: 'generated',
          div: `<div xmlns="http://www.w3.org/1999/xhtml"><p>Narrative of ${title}</p>${RUNS}</div>`,
        },
        content: [{ attachment }],
      } as unknown as FhirResource,
    ];
  });
}

async function withDocuments(page: Page, visit: (sandbox: Sandbox) => Promise<void>): Promise<void> {
  const made = makeWorld({ people: ['maria-santos'] });
  const patientId = made.people[0]?.ids.general ?? '';
  const world = {
    ...made,
    resources: { ...made.resources, general: [...made.resources.general, ...documents(patientId)] },
  };
  const sandbox = await startSandbox({ ports: 'random', world, appDir: 'dist', quiet: true, audit: true });
  try {
    await page.goto(sandbox.launchUrl(patientId));
    const sources = page.getByRole('region', { name: 'Sources', exact: true }).getByRole('listitem');
    await expect(sources.first()).toContainText(/\d+ records · (complete|\d+ parts? missing)/, {
      timeout: 30_000,
    });
    await page.getByRole('searchbox').fill('Zzdoc');
    await visit(sandbox);
  } finally {
    await sandbox.stop();
  }
}

async function choose(page: Page, title: string): Promise<void> {
  await facts(page)
    .getByRole('option', { name: new RegExp(`Zzdoc ${title}`) })
    .first()
    .click();
  await expect(page.getByRole('article').getByRole('heading', { level: 2 })).toHaveText(`Zzdoc ${title}`);
}

async function open(page: Page, title: string) {
  await choose(page, title);
  await page.getByRole('button', { name: `Open ${title}` }).click();
  return page.getByRole('dialog', { name: title });
}

async function close(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('attachments: each is shown as what it is, nothing runs, nothing is fetched, every opening is recorded', async ({
  page,
  complaints,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await withDocuments(page, async (sandbox) => {
    const note = await open(page, 'Plain note');
    await expect(note).toContainText('<script>window.pwned=1</script> stays text');
    await expect(note).toContainText('The source’s checksum fits.');
    await close(page);

    const strip = await open(page, 'Rhythm strip');
    const picture = strip.getByRole('img', { name: 'Picture: Rhythm strip' });
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(360);
    const address = await picture.getAttribute('src');
    expect(address).toMatch(/^blob:/);
    await close(page);
    const after = await page.evaluate(
      (url) =>
        new Promise<string>((resolve) => {
          const img = new Image();
          img.onload = () => resolve('still there');
          img.onerror = () => resolve('revoked');
          img.src = url ?? '';
        }),
      address,
    );
    expect(after).toBe('revoked');
    complaints.splice(
      0,
      complaints.length,
      ...complaints.filter((text) => !text.includes('ERR_FILE_NOT_FOUND')),
    );

    const report = await open(page, 'Printed report');
    await expect(report.locator('iframe')).toHaveAttribute('src', /^blob:/);
    const saved = page.waitForEvent('download');
    await report.getByRole('link', { name: /^Save the file/ }).click();
    expect((await saved).suggestedFilename()).toBe('Printed report.pdf');
    await close(page);

    const care = await open(page, 'Care document');
    await expect(care).toContainText('Maria Santos');
    await expect(care.getByRole('heading', { name: 'Allergies' })).toBeVisible();
    await expect(care.getByRole('listitem')).toContainText(['Penicillin: hives', 'Latex']);
    await expect(care).toContainText('2 pictures or active parts are not shown.');
    const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await close(page);

    const letter = await open(page, 'Web letter');
    await expect(letter).toContainText('Dear colleague, thank you.');
    await expect(letter.locator('iframe, img, script, style')).toHaveCount(0);
    await close(page);

    await expect(await open(page, 'Rich letter')).toContainText('Blood pressure 142/88.');
    await close(page);

    const liar = await open(page, 'Liar');
    await expect(liar.getByRole('alert')).toContainText('not what the source says they are (image/png)');
    await expect(liar.locator('iframe, img')).toHaveCount(0);
    const handed = page.waitForEvent('download');
    await liar.getByRole('link', { name: /^Save the file/ }).click();
    expect((await handed).suggestedFilename()).toBe('Liar.bin');
    await close(page);

    await expect((await open(page, 'Drawing')).getByRole('alert')).toContainText('can carry programs');
    await close(page);
    await expect((await open(page, 'Damaged')).getByRole('alert')).toContainText(
      'not those that the source’s checksum',
    );
    await close(page);
    await expect((await open(page, 'Lost')).getByRole('alert')).toContainText(
      'the source says it is not there',
    );
    await close(page);

    await choose(page, 'Elsewhere');
    await expect(page.getByRole('article')).toContainText('Kept at archive.example');
    await expect(page.getByRole('link', { name: 'Open at archive.example' })).toHaveAttribute(
      'rel',
      'noopener noreferrer',
    );

    // By keys alone: from the list to the file and back.
    await choose(page, 'Plain note');
    await page.getByRole('button', { name: 'Open Plain note' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Plain note' })).toBeVisible();
    await close(page);
    await expect(page.getByRole('button', { name: 'Open Plain note' })).toBeFocused();

    await page.getByRole('button', { name: 'Show the source’s own words' }).click();
    await expect(page.getByRole('region', { name: 'In the source’s own words' })).toContainText(
      'Narrative of Plain note',
    );

    expect(await page.evaluate(() => (window as { pwned?: number }).pwned)).toBeUndefined();
    expect(asked.filter((url) => /attacker|archive\.example/.test(url))).toEqual([]);
    const openings = async () => {
      const events = await audited(sandbox, sandbox.world.people[0]?.ids.general ?? '');
      return events.filter((event) => JSON.stringify(event).includes('Attachment opened')).length;
    };
    // What was read and could not be shown was opened too; what was not there was not.
    await expect.poll(openings).toBe(10);
  });
  // A Binary that is not there is the server's own 404, which the browser tells too.
  expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
});
