/** Bytes of attachments, made by code: a one-page PDF and a small C-CDA. */
import { createHash } from 'node:crypto';

export interface File {
  readonly contentType: string;
  readonly bytes: Buffer;
}

export const sha1 = (bytes: Buffer): string => createHash('sha1').update(bytes).digest('base64');
export const textFile = (text: string): File => ({
  contentType: 'text/plain',
  bytes: Buffer.from(text, 'utf8'),
});
export const htmlFile = (html: string): File => ({
  contentType: 'text/html',
  bytes: Buffer.from(html, 'utf8'),
});

const pdfText = (line: string): string =>
  line
    .replace(/[^\x20-\x7e]/g, '?')
    .replaceAll('\\', '\\\\')
    .replaceAll('(', '\\(')
    .replaceAll(')', '\\)');

/** A valid PDF 1.4: catalogue, one page, one font, one stream, and an honest cross-reference table. */
export function pdf(lines: readonly string[]): File {
  const drawn = lines.map((line, i) => `1 0 0 1 72 ${740 - i * 16} Tm (${pdfText(line)}) Tj`).join('\n');
  const stream = `BT\n/F1 11 Tf\n${drawn}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const xref = text.length;
  const entries = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return { contentType: 'application/pdf', bytes: Buffer.from(text, 'latin1') };
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export interface CcdaSection {
  readonly templateId: string;
  readonly loinc: string;
  readonly title: string;
  readonly lines: readonly string[];
}

/** A Continuity of Care Document with narrative sections, in the shape that C-CDA 2.1 gives it. */
export function ccda(about: {
  id: string;
  title: string;
  effective: string;
  given: string;
  family: string;
  birthDate: string;
  gender: string;
  organization: string;
  sections: readonly CcdaSection[];
}): File {
  const sections = about.sections.map(
    (s) => `   <component><section>
    <templateId root="${s.templateId}"/>
    <code code="${s.loinc}" codeSystem="2.16.840.1.113883.6.1"/>
    <title>${escape(s.title)}</title>
    <text><list>${s.lines.map((line) => `<item>${escape(line)}</item>`).join('')}</list></text>
   </section></component>`,
  );
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<ClinicalDocument xmlns="urn:hl7-org:v3">
 <realmCode code="US"/>
 <typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/>
 <templateId root="2.16.840.1.113883.10.20.22.1.2" extension="2015-08-01"/>
 <id root="2.16.840.1.113883.19.7204.3" extension="${escape(about.id)}"/>
 <code code="34133-9" codeSystem="2.16.840.1.113883.6.1" displayName="Summary of episode note"/>
 <title>${escape(about.title)}</title>
 <effectiveTime value="${about.effective.replace(/\D/g, '')}"/>
 <confidentialityCode code="N" codeSystem="2.16.840.1.113883.5.25"/>
 <languageCode code="en-US"/>
 <recordTarget><patientRole>
  <id root="2.16.840.1.113883.19.7204.3.1.1" extension="${escape(about.id)}"/>
  <patient>
   <name><given>${escape(about.given)}</given><family>${escape(about.family)}</family></name>
   <administrativeGenderCode code="${about.gender === 'female' ? 'F' : 'M'}" codeSystem="2.16.840.1.113883.5.1"/>
   <birthTime value="${about.birthDate.replaceAll('-', '')}"/>
  </patient>
 </patientRole></recordTarget>
 <custodian><assignedCustodian><representedCustodianOrganization>
  <name>${escape(about.organization)}</name>
 </representedCustodianOrganization></assignedCustodian></custodian>
 <component><structuredBody>
${sections.join('\n')}
 </structuredBody></component>
</ClinicalDocument>
`;
  return { contentType: 'application/xml', bytes: Buffer.from(xml, 'utf8') };
}

export const CCDA_SECTION = {
  allergies: { templateId: '2.16.840.1.113883.10.20.22.2.6.1', loinc: '48765-2', title: 'Allergies' },
  medications: { templateId: '2.16.840.1.113883.10.20.22.2.1.1', loinc: '10160-0', title: 'Medications' },
  problems: { templateId: '2.16.840.1.113883.10.20.22.2.5.1', loinc: '11450-4', title: 'Problems' },
} as const;
