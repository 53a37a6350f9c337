/** Each kind of mess that the world promises is looked for in its data, so that a later edit cannot lose it. */
import { describe, expect, it } from 'vitest';
import { makeWorld, worldJson } from './index.ts';
import type { OrgKey, TruthRelation } from './index.ts';
import { lookThrough, membersOf, personOf, type } from './testing.ts';
import type { Found } from './testing.ts';

const world = makeWorld({ largeRecords: 0 });
const { index, groups, all, having, together } = lookThrough(world);

const disagreement = (person: string, field: string, about: string): Found[] => {
  const found = personOf(world, person).contradictions.find(
    (c) => c.field === field && c.about.includes(about),
  );
  return found ? membersOf(index, found) : [];
};
const related = (kind: TruthRelation['kind']): Found[][] =>
  world.people.flatMap((p) => p.relations.filter((r) => r.kind === kind).map((r) => membersOf(index, r)));

const statuses = (found: readonly Found[]): unknown[] => found.map((f) => f.resource['status']);
const at = (found: readonly Found[], org: OrgKey): Found | undefined => found.find((f) => f.org === org);

describe('one fact in two languages', () => {
  it('has the same A1c in % and in mmol/mol', () => {
    const pairs = together(['"4548-4"', '"code":"%"'], ['"59261-8"', '"mmol/mol"']);
    expect(pairs.length).toBeGreaterThan(5);
    // 8.2 % is 66 mmol/mol.
    const known = pairs.filter((g) => g.some((f) => f.text.includes('"value":8.2,')));
    expect(known.some((g) => g.some((f) => f.text.includes('"value":66,')))).toBe(true);
  });

  it('has the same glucose and creatinine in two units', () => {
    expect(together(['"2345-7"', '"mg/dL"'], ['"14749-6"', '"mmol/L"']).length).toBeGreaterThan(0);
    expect(together(['"2160-0"', '"mg/dL"'], ['"14682-9"', '"umol/L"']).length).toBeGreaterThan(0);
  });

  it('names a problem in SNOMED CT, ICD-10-CM and ICD-9-CM', () => {
    expect(together(['snomed.info', '44054006'], ['icd-10-cm', 'E11.9']).length).toBeGreaterThan(0);
    expect(together(['icd-9-cm', '401.9'], ['icd-10-cm', 'I10']).length).toBeGreaterThan(0);
  });

  it('names a test by a local code, by text alone, and by LOINC', () => {
    const local = together(['"text":"C-reactive protein"'], ['"1988-5"']);
    expect(local.some((g) => g.some((f) => f.org === 'valley' && !f.text.includes('loinc.org')))).toBe(true);
    const text = together(['"code":{"text":"INR"}'], ['"6301-6"']);
    expect(text.length).toBeGreaterThan(0);
  });

  it('puts vendor OIDs beside standard codes, and types visits with them alone', () => {
    expect(having('urn:oid:2.16.840.1.113883.19.7204.1.7', 'icd-10-cm').length).toBeGreaterThan(0);
    const visits = all.filter((f) => f.org === 'general' && f.resource.resourceType === 'Encounter');
    expect(visits.length).toBeGreaterThan(5);
    for (const v of visits) expect(JSON.stringify(v.resource['type'])).not.toContain('snomed');
  });

  it('drops the UCUM code of a unit in one place', () => {
    expect(together(['"unit":"mmol/L","system"'], ['"unit":"mmol/L"}', '"2951-2"']).length).toBeGreaterThan(
      0,
    );
  });
});

describe('medicines', () => {
  it('has warfarin active here and stopped there at another dose', () => {
    const members = disagreement('maria-santos', 'status', 'warfarin');
    expect(statuses(members).sort()).toEqual(['active', 'stopped']);
    expect(
      disagreement('maria-santos', 'dose', 'warfarin').map((f) => /"value":(0?\.?\d+)/.exec(f.text)?.[1]),
    ).toEqual(['1', '0.5']);
  });

  it('has apixaban started elsewhere while warfarin is still active', () => {
    const [warfarin, apixaban] = related('duplicate-therapy')[0] ?? [];
    expect(warfarin?.text).toContain('warfarin');
    expect(apixaban?.org).toBe('county');
    expect(statuses([warfarin, apixaban].filter((f) => f !== undefined))).toEqual(['active', 'active']);
  });

  it('has request, dispense, statement and administration of one course', () => {
    const kinds = [
      'MedicationRequest',
      'MedicationDispense',
      'MedicationStatement',
      'MedicationAdministration',
    ];
    expect(together(...kinds.map((k) => [type(k), 'furosemide'])).length).toBe(1);
  });

  it('names a drug by product, ingredient, NDC, ATC, text and reference', () => {
    for (const word of [
      '"855332"',
      '"69120"',
      'sid/ndc","code":"51672403201"',
      '"L02BA01"',
      'medicationReference',
    ])
      expect(having(word).length, word).toBeGreaterThan(0);
    expect(having('"medicationCodeableConcept":{"text":').length).toBeGreaterThan(0);
    expect(having('"contained":[{', '"reference":"#drug"').length).toBe(1);
  });
});

describe('allergies', () => {
  it('has a penicillin allergy against no known allergies', () => {
    const members = disagreement('maria-santos', 'allergy', 'penicillin');
    expect(members.some((f) => f.text.includes('91936005'))).toBe(true);
    expect(members.some((f) => f.text.includes('716186003'))).toBe(true);
    expect(new Set(members.map((f) => f.org)).size).toBe(3);
  });

  it('ties amoxicillin to the class without making it one fact', () => {
    expect(related('class').length).toBeGreaterThan(1);
    for (const [a, b] of related('class'))
      expect(groups.some((g) => a && b && g.includes(a) && g.includes(b))).toBe(false);
  });

  it('differs on criticality and on refutation', () => {
    expect(
      disagreement('maria-santos', 'criticality', 'penicillin').map((f) => f.resource['criticality']),
    ).toEqual(['high', 'low']);
    expect(together(['"refuted"', type('AllergyIntolerance')], ['"confirmed"']).length).toBeGreaterThan(0);
  });
});

describe('visits', () => {
  it('starts one visit five minutes apart in two systems', () => {
    const five = groups.filter((g) => {
      const starts = g.flatMap((f) => {
        const period = f.resource['period'] as { start?: string } | undefined;
        return f.resource.resourceType === 'Encounter' && period?.start ? [Date.parse(period.start)] : [];
      });
      return Math.max(...starts) - Math.min(...starts) === 300_000;
    });
    expect(five.length).toBeGreaterThan(5);
  });

  it('nests an emergency visit in an admission', () => {
    for (const [stay, emergency] of related('part')) {
      expect(stay?.text).toContain('"IMP"');
      expect(emergency?.text).toContain('"EMER"');
      expect(emergency?.text).toContain('"partOf"');
    }
    expect(related('part').length).toBeGreaterThan(1);
  });

  it('ties diagnoses of visits to the problem on the list', () => {
    const [dx, problem] = related('diagnosis-of')[0] ?? [];
    expect(dx?.text).toContain('encounter-diagnosis');
    expect(problem?.text).toContain('problem-list-item');
  });

  it('hears of a visit elsewhere from the exchange alone', () => {
    const outside = groups.filter((g) => g.length === 1 && g[0]?.text.includes("St. Brendan's Hospital"));
    expect(outside.some((g) => g[0]?.resource.resourceType === 'Encounter' && g[0].org === 'county')).toBe(
      true,
    );
  });
});

describe('dates', () => {
  it('knows one onset to the day, the month and the year', () => {
    const onset = together(
      ['"onsetDateTime":"2015-03-11"'],
      ['"onsetDateTime":"2015-03"'],
      ['"onsetDateTime":"2015"'],
    );
    expect(onset.length).toBeGreaterThan(0);
  });

  it('has undated records of several types', () => {
    const undated = all.filter(
      (f) =>
        f.org !== 'valley' &&
        /Observation|Procedure|Condition|MedicationStatement|AllergyIntolerance/.test(
          f.resource.resourceType,
        ) &&
        !/effective|performed|onset|recorded|dateAsserted/.test(f.text),
    );
    expect(new Set(undated.map((f) => f.resource.resourceType)).size).toBe(5);
  });

  it('keeps equal glucose of 08:00 and 17:00 apart', () => {
    const two = having('"2345-7"', '"value":142,', '2022-05-15T');
    expect(two).toHaveLength(2);
    expect(groups.filter((g) => two.some((f) => g.includes(f)))).toHaveLength(2);
  });

  it('has results an hour apart that only may be the same', () => {
    for (const [a, b] of related('possibly-same')) {
      const time = (f: Found | undefined): number => Date.parse(String(f?.resource['effectiveDateTime']));
      expect(Math.abs(time(a) - time(b))).toBe(3_600_000);
      expect(groups.some((g) => a && b && g.includes(a) && g.includes(b))).toBe(false);
    }
    expect(related('possibly-same').length).toBeGreaterThan(1);
  });
});

describe('what was taken back', () => {
  it('is entered in error at one place while the copy is final elsewhere', () => {
    const members = disagreement('grace-nakamura', 'status', 'hemoglobin');
    expect(at(members, 'general')?.resource['status']).toBe('entered-in-error');
    expect(at(members, 'county')?.resource['status']).toBe('final');
    const withdrawn = disagreement('grace-nakamura', 'verification', 'nodule');
    expect(at(withdrawn, 'general')?.text).not.toContain('clinicalStatus');
    expect(at(withdrawn, 'county')?.text).toContain('"active"');
  });

  it('is corrected at the laboratory while the exchange keeps the first version', () => {
    const members = disagreement('thomas-kowalczyk', 'value', 'potassium');
    expect(statuses(members)).toEqual(['corrected', 'final']);
    expect(members[0]?.text).toContain('"versionId":"2"');
    expect(members.map((f) => (f.resource['valueQuantity'] as { value: unknown }).value)).toEqual([4.6, 6.8]);
    expect(related('supersedes').length).toBe(2);
  });
});

describe('values', () => {
  it('has blood pressures of components alone, one of them half absent', () => {
    const pressures = having('"85354-9"');
    expect(pressures.length).toBeGreaterThan(10);
    for (const f of pressures) expect(f.resource['valueQuantity']).toBeUndefined();
    expect(pressures.some((f) => f.text.includes('dataAbsentReason'))).toBe(true);
  });

  it('has comparators, absent values, and digits that matter', () => {
    expect(having('"comparator":"<"').length).toBeGreaterThan(0);
    for (const reason of ['not-performed', 'asked-declined'])
      expect(having(`"code":"${reason}"`).length).toBeGreaterThan(0);
    expect(worldJson(world.resources.riverside)).toContain('"value":70.10,');
    expect(worldJson(world.resources.general)).toContain('"value":87.00,');
  });
});

describe('what is sensitive', () => {
  const labelled = (code: string): Found[] => having(`"code":"${code}"`, '"code":"R"');

  it('marks psychotherapy visits and notes', () => {
    const types = new Set(labelled('PSY').map((f) => f.resource.resourceType));
    for (const t of [
      'Encounter',
      'DocumentReference',
      'Condition',
      'MedicationRequest',
      'QuestionnaireResponse',
    ])
      expect(types.has(t), t).toBe(true);
    expect(
      together(['"code":"PSY"', 'sertraline'], [type('MedicationRequest')]).some((g) =>
        g.some((f) => !f.text.includes('"security"')),
      ),
    ).toBe(true);
  });

  it('marks substance-use treatment under 42 CFR Part 2', () => {
    const found = labelled('SUD');
    expect(found.length).toBeGreaterThan(5);
    for (const f of found) expect(f.text).toContain('42CFRPart2');
    expect(found.some((f) => f.resource.resourceType === 'Consent')).toBe(true);
  });
});
