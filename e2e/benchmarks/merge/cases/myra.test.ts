/**
 * One C-CDA of Myra Jones as five vendors made it FHIR, with their own times, systems, gaps and mistakes: what is agreed
 * is said once, what they disagree on is stated, and nothing is lost.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { readSource } from '../../../../src/cli/source.ts';
import { mergeFacts } from '../../../../src/merge/index.ts';
import { memberKey, sourceId, type Fact, type FactKind, type Merged } from '../../../../src/record/index.ts';

const ROOT = join(
  process.env['THROUGHLINE_DATA'] ?? join(import.meta.dirname, '../../../../../shared/data'),
  'myra-jones/Raw_Output/Bundle-Complete',
);
const FILES = {
  Cerner: 'Cerner/Cerner_Myra_Jones_v2_fhir_bundle.json',
  Diameter: 'Diameter Health/DH_Myra Jones v2_fhir bundle.json',
  Google: 'Google/Google_Myra_Jones.fhir.output.json',
  MDIX: 'MDIX/MDIX_CCDA_output.json',
  Redox: 'Redox/Redox_Myra_Jones_v2_fhir_bundle.json',
};

const here = existsSync(ROOT);
if (!here) console.warn(`the five versions of Myra Jones are not here (${ROOT}): they are not merged`);

const reads = here
  ? await Promise.all(
      Object.entries(FILES).map(([name, file]) => readSource(sourceId(name), [join(ROOT, file)])),
    )
  : [];
const { facts } = mergeFacts(reads.flatMap((read) => read.facts));

const ALL = 'Cerner Diameter Google MDIX Redox';
const sourcesOf = (fact: Merged): string => [...new Set(fact.members.map((m) => m.source))].sort().join(' ');
const fieldsOf = (fact: Merged): string[] => fact.conflicts.map((c) => c.field);
const of = (kind: FactKind, title: RegExp): Merged[] =>
  facts.filter((f) => f.kind === kind && f.members.some((m) => title.test(m.title)));

describe.runIf(here)('five versions of Myra Jones', () => {
  it('lose nothing', () => {
    const keys = (list: readonly Fact[]) => [...new Set(list.map((f) => memberKey(f.source, f.ref)))].sort();
    expect(keys(facts.flatMap((f) => f.members))).toEqual(keys(reads.flatMap((read) => read.facts)));
  });

  it.each<[kind: FactKind, title: RegExp, shown: string, sources: string, conflicts: string[]]>([
    ['allergy', /aspirin|1191/i, 'Aspirin', ALL, ['type']],
    ['condition', /pneumonia/i, 'Pneumonia', ALL, ['status']],
    ['condition', /asthma|195967001/i, 'Asthma', 'Diameter Google MDIX Redox', []],
    ['immunization', /influenza|flu/i, 'Influenza virus vaccine', ALL, []],
    ['medication', /albuterol/i, 'Albuterol 0.09 MG/ACTUAT inhalant powder', ALL, []],
    ['panel', /heart rate/i, 'HEART RATE', ALL, []],
    ['social', /smoking/i, 'Tobacco smoking status NHIS', 'Diameter Google Redox', ['status']],
    ['procedure', /x-ray/i, 'H/O chest x-ray', 'Diameter Google MDIX Redox', ['status']],
  ])('say %s %s once', (kind, title, shown, sources, conflicts) => {
    const found = of(kind, title);
    expect(found).toHaveLength(1);
    expect(found.map((f) => f.shown.title)).toEqual([shown]);
    expect(found.map(sourcesOf)).toEqual([sources]);
    expect(found.flatMap(fieldsOf)).toEqual(conflicts);
  });

  it('find the urine result of all five in one fact, under two codes', () => {
    const found = [...of('panel', /specific gravity/i), ...of('observation', /specific gravity/i)];
    expect(found.map(sourcesOf)).toEqual([ALL]);
  });

  it('keep an undated diagnosis of costochondritis apart from the one of the visit', () => {
    expect(
      of('condition', /costal/i)
        .map(sourcesOf)
        .sort(),
    ).toEqual(['Diameter MDIX', 'Redox']);
  });

  it('offer the three urinalysis reports, whose days alone agree, as possibly the same', () => {
    const reports = of('report', /urin|24357-6/i);
    expect(reports).toHaveLength(3);
    for (const report of reports)
      expect(report.related.filter((r) => r.kind === 'possibly-same')).toHaveLength(2);
  });
});
