/** What a resource wears beside its content: sensitivity labels and a narrative. */
import { SYSTEM, coding } from './codes/systems.ts';

/** Sensitive records carry their label; 'SUD' also falls under 42 CFR Part 2 and may not be passed on. */
export type Label = 'PSY' | 'SUD' | 'SDV' | 'HIV';

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const narrative = (text: string): { status: string; div: string } => ({
  status: 'generated',
  div: `<div xmlns="http://www.w3.org/1999/xhtml"><p>${escapeXml(text)}</p></div>`,
});

const CLASS_DISPLAY: Readonly<Record<Label, string>> = {
  PSY: 'psychiatry disorder information sensitivity',
  SUD: 'substance use disorder information sensitivity',
  SDV: 'sexual assault, abuse, or domestic violence information sensitivity',
  HIV: 'HIV/AIDS information sensitivity',
};

export function security(label: Label): unknown[] {
  const labels = [
    coding(SYSTEM.confidentiality, 'R', 'restricted'),
    coding(SYSTEM.actCode, label, CLASS_DISPLAY[label]),
  ];
  if (label === 'SUD') {
    labels.push(coding(SYSTEM.actCode, '42CFRPart2', '42 CFR Part2'));
    labels.push(coding(SYSTEM.actCode, 'NORDSCLCD', 'no redisclosure without consent directive'));
  }
  return labels;
}
