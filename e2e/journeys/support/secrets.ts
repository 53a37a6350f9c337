/** Records that must show up nowhere, others that carry notices, and everywhere where a page could show them. */
import type { Page } from '@playwright/test';
import { makeWorld, type FhirResource, type World } from '../../sandbox/world/index.ts';

export const SECRET = 'Zzsecret';

const CONFIDENTIALITY = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality';
const ACT_CODE = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';
const labelled = (...codes: string[]) => ({
  meta: { security: codes.map((code) => ({ system: code === 'V' ? CONFIDENTIALITY : ACT_CODE, code })) },
});

/** Maria with masked records of every form in which something could slip through, and notices alone and together. */
export function withSecrets(): World {
  const made = makeWorld({ people: ['maria-santos'] });
  const subject = { reference: `Patient/${made.people[0]?.ids.general ?? ''}` };
  const active = { coding: [{ code: 'active' }] };
  const condition = (id: string, text: string, more: object) => ({
    resourceType: 'Condition',
    id,
    subject,
    clinicalStatus: active,
    onsetDateTime: '2026-11-01',
    code: { text },
    ...more,
  });
  const secret = { text: SECRET, coding: [{ system: 'http://loinc.org', code: '2345-7', display: SECRET }] };
  const result = (day: number) => ({
    resourceType: 'Observation',
    id: `masked-${day}`,
    status: 'final',
    subject,
    category: [{ coding: [{ code: 'laboratory' }] }],
    code: secret,
    effectiveDateTime: `2026-10-0${day}T10:00:00Z`,
    valueQuantity: { value: 77_700 + day, unit: 'mg/dL', system: 'http://unitsofmeasure.org', code: 'mg/dL' },
    note: [{ text: SECRET }],
    ...labelled('V'),
  });
  const more = [
    condition('told-part-2', 'Zzpart two', labelled('42CFRPart2')),
    condition('told-no-more', 'Zzno further', labelled('NORDSCLCD')),
    condition('told-both', 'Zzboth of them', labelled('42CFRPart2', 'NORDSCLCD')),
    condition('masked', SECRET, {
      ...labelled('V'),
      note: [{ text: SECRET }],
      text: { status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml">${SECRET}</div>` },
    }),
    ...[1, 2, 3].map(result),
    {
      resourceType: 'DocumentReference',
      id: 'masked-letter',
      status: 'current',
      subject,
      type: { text: SECRET },
      description: SECRET,
      date: '2026-10-01T10:00:00Z',
      content: [{ attachment: { contentType: 'text/plain', title: SECRET, data: btoa(SECRET) } }],
      ...labelled('V'),
    },
    // Open, and about what is masked.
    {
      resourceType: 'DiagnosticReport',
      id: 'open-report',
      status: 'final',
      subject,
      code: { text: 'Zzopen report' },
      effectiveDateTime: '2026-10-04',
      result: [1, 2, 3].map((day) => ({ reference: `Observation/masked-${day}` })),
    },
    condition('open-beside', 'Zzopen beside', {
      evidence: [{ detail: [{ reference: 'Condition/masked' }] }],
    }),
  ] as unknown as FhirResource[];
  return { ...made, resources: { ...made.resources, general: [...made.resources.general, ...more] } };
}
export const MASKED = 5;

/** Words and figures: 77 701 and its sisters are the values of what is masked. */
export const SPILLED = new RegExp(`${SECRET}|77[ ,.\u00a0\u202f]?70[123]`, 'i');

/** Everything that the page says, to eyes, to a screen reader, and to whoever opens its inspector. */
export async function said(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const heard = nodes.map(({ name, description, value }) => [name?.value, description?.value, value?.value]);
  return `${await page.content()} ${JSON.stringify(heard)} ${page.url()} ${await page.title()}`;
}
