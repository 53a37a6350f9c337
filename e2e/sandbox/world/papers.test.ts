/** Documents, reports, plans and claims: each kind is looked for. */
import { describe, expect, it } from 'vitest';
import { makeWorld } from './index.ts';
import { lookThrough, type } from './testing.ts';
import type { Found } from './testing.ts';

const { index, all, groups, having, together } = lookThrough(makeWorld({ largeRecords: 0 }));

describe('papers', () => {
  const bytesOf = (f: Found): string => {
    const [content] = f.resource['content'] as { attachment: { data?: string; url?: string } }[];
    const { data, url } = content?.attachment ?? {};
    const binary =
      url === undefined ? undefined : (index.get(`${f.org}|${url}`)?.resource['data'] as string | undefined);
    return Buffer.from(data ?? binary ?? '', 'base64').toString('latin1');
  };
  const documents = all.filter((f) => f.resource.resourceType === 'DocumentReference');

  it('has text, HTML, PDF and C-CDA, inline and as Binary, and the same summary in two places', () => {
    for (const kind of ['text/plain', 'text/html', 'application/pdf', 'application/xml'])
      expect(
        documents.some((f) => f.text.includes(`"contentType":"${kind}"`)),
        kind,
      ).toBe(true);
    for (const f of documents) expect(bytesOf(f).length, f.text.slice(0, 80)).toBeGreaterThan(20);
    expect(documents.some((f) => f.text.includes('"url":"Binary/'))).toBe(true);
    expect(
      groups.some((g) => g.length === 2 && g.every((f) => f.resource.resourceType === 'DocumentReference')),
    ).toBe(true);
    expect(documents.some((f) => 'text' in f.resource)).toBe(true);
  });

  it('makes PDFs whose cross-reference table tells the truth', () => {
    const pdfs = documents.filter((f) => f.text.includes('application/pdf')).map(bytesOf);
    expect(pdfs.length).toBeGreaterThan(2);
    for (const bytes of pdfs) {
      const xref = Number(/startxref\n(\d+)/.exec(bytes)?.[1]);
      expect(bytes.slice(xref, xref + 4)).toBe('xref');
      const offsets = [...bytes.slice(xref).matchAll(/^(\d{10}) 00000 n/gm)].map((m) => Number(m[1]));
      expect(offsets).toHaveLength(5);
      offsets.forEach((offset, i) => expect(bytes.slice(offset)).toMatch(new RegExp(`^${i + 1} 0 obj`)));
    }
  });

  it('has a C-CDA that disagrees with the lists', () => {
    const xml = documents.filter((f) => f.text.includes('application/xml')).map(bytesOf)[0] ?? '';
    expect(xml).toContain('Warfarin: STOPPED');
    expect(xml).toContain('<ClinicalDocument xmlns="urn:hl7-org:v3">');
  });

  it('has every other kind of record', () => {
    const types = new Set(all.map((f) => f.resource.resourceType));
    for (const t of [
      'DiagnosticReport',
      'ImagingStudy',
      'ExplanationOfBenefit',
      'Coverage',
      'CarePlan',
      'CareTeam',
      'Goal',
      'Device',
      'FamilyMemberHistory',
      'QuestionnaireResponse',
      'Consent',
      'Provenance',
    ])
      expect(types.has(t), t).toBe(true);
    const owners = all.filter(
      (f) => f.resource.resourceType === 'DiagnosticReport' && f.text.includes('"result":[{'),
    );
    expect(owners.length).toBeGreaterThan(10);
    for (const category of ['social-history', 'survey', 'sdoh'])
      expect(having(`"code":"${category}"`).length).toBeGreaterThan(0);
  });

  it('has an open referral with its task, and an appointment to come', () => {
    expect(together([type('ServiceRequest'), '"status":"active"', 'nephrology']).length).toBe(1);
    expect(having(type('Task'), '"status":"requested"').length).toBe(1);
    const next = all.filter(
      (f) => f.resource.resourceType === 'Appointment' && String(f.resource['start']) > '2026-11-01',
    );
    expect(next.length).toBeGreaterThan(1);
  });

  it('has a flu shot in two systems, vaccines declined, and a watch', () => {
    expect(together([type('Immunization'), '"140"', '"FL2023B7"']).some((g) => g.length === 2)).toBe(true);
    expect(having('"not-done"', 'PATOBJ').length).toBe(2);
    expect(having('"41950-7"', 'urn:oid:2.16.840.1.113883.19.7204.26').length).toBeGreaterThan(20);
  });
});
