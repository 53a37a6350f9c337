import { describe, expect, it } from 'vitest';
import { FACT_KINDS, standsForResource, type ClinicalDate, type Fact } from '../record/index.ts';
import { normalise, readPerson } from './index.ts';
import {
  examples,
  fetched,
  haveCorpora,
  myraJones,
  synthea,
  testCases,
  type Sample,
} from './testing/corpora.ts';

/** One fact, or exactly one problem row that stands for the resource; and everything shown can be read. */
function holds(samples: readonly Sample[]): Fact[] {
  const facts: Fact[] = [];
  samples.forEach(({ file, resource }, i) => {
    const { fact, problems } = normalise(fetched(resource, i));
    const standing = problems.filter(standsForResource).length;
    expect(standing + (fact === null ? 0 : 1), `${file} #${i}`).toBe(1);
    for (const problem of problems) expect(problem.message, file).toMatch(/^[a-zA-Z ,;:'()-]{10,120}$/);
    if (fact !== null) {
      facts.push(fact);
      expect(FACT_KINDS, file).toContain(fact.kind);
      expect(fact.title.trim(), file).not.toBe('');
      soundDate(fact.when, file);
    }
    if (resource['resourceType'] === 'Patient') expect(readPerson(fetched(resource, i))).not.toBeNull();
  });
  return facts;
}

function soundDate(date: ClinicalDate, file: string): void {
  const points = date.kind === 'at' ? [date.at] : date.kind === 'period' ? [date.start, date.end] : [];
  for (const point of points) if (point !== null) expect(point.to - point.from, file).toBeGreaterThan(0);
  if (date.kind === 'period') expect(date.start ?? date.end, file).not.toBeNull();
}

describe.runIf(haveCorpora)('every resource of the public corpora is one fact or one problem row', () => {
  it('R4 examples', () => {
    const facts = holds(examples('r4-examples'));
    expect(facts.length).toBeGreaterThan(700);
  });

  it('US Core 9 examples, none of them with an element that could not be read', () => {
    const samples = examples('us-core-9-examples');
    holds(samples);
    for (const { file, resource } of samples) expect(normalise(fetched(resource)).problems, file).toEqual([]);
  });

  it('test cases for parsers and validators, many of them broken', () => {
    expect(holds(testCases('fhir-test-cases-r4')).length).toBeGreaterThan(70);
    expect(holds(testCases('fhir-test-cases-validator')).length).toBeGreaterThan(400);
  });

  it('Synthea, with nothing undated that has a date, and no problem', () => {
    const samples = synthea();
    const facts = holds(samples);
    for (const fact of facts)
      if (fact.kind !== 'support' && fact.type !== 'Goal' && fact.type !== 'AllergyIntolerance')
        expect(fact.when.kind, `${fact.type} ${fact.title}`).not.toBe('undated');
    for (const { file, resource } of samples) expect(normalise(fetched(resource)).problems, file).toEqual([]);
  });

  it('the same patient as five vendors wrote it', () => {
    const facts = holds(myraJones());
    expect(new Set(facts.map((fact) => fact.kind))).toContain('allergy');
  });
});
