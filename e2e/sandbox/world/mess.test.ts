/** Each kind of mess that the world promises is looked for in its data, so that a later edit cannot lose it. */
import { describe, expect, it } from 'vitest';
import { makeWorld, worldJson } from './index.ts';
import type { OrgKey, TruthRelation } from './index.ts';
import { indexOf, membersOf, personOf } from './testing.ts';
import type { Found } from './testing.ts';

const world = makeWorld({ largeRecords: 0 });
const index = indexOf(world);
const all = [...index.values()];
const groups = world.people.flatMap((p) => p.truth.map((group) => membersOf(index, group)));

const having = (...words: readonly string[]): Found[] =>
  all.filter((f) => words.every((word) => f.text.includes(word)));
/** A truth group that has, for each pattern, a member with all of its words. */
const together = (...patterns: readonly (readonly string[])[]): Found[][] =>
  groups.filter((g) => patterns.every((words) => g.some((f) => words.every((w) => f.text.includes(w)))));
const type = (name: string): string => `"resourceType":"${name}"`;

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

describe('people', () => {
  const patients = (key: string): Found[] =>
    Object.entries(personOf(world, key).ids).flatMap(([org, id]) => index.get(`${org}|Patient/${id}`) ?? []);
  const field = (key: string, name: string): string[] =>
    patients(key).map((f) => JSON.stringify(f.resource[name]));

  it('has same-sex twins of one telephone and address, at two places', () => {
    const [a, b] = [patients('anjali-krishnamurthy'), patients('anita-krishnamurthy')];
    expect(a).toHaveLength(2);
    expect(b).toHaveLength(2);
    for (const name of ['telecom', 'address', 'birthDate', 'gender'])
      expect(field('anjali-krishnamurthy', name)).toEqual(field('anita-krishnamurthy', name));
    expect(a[0]?.text).toContain('multipleBirthInteger');
  });

  it('has father and son of one name at one address', () => {
    expect(field('james-okafor-sr', 'address')[0]).toBe(field('james-okafor-jr', 'address')[0]);
    expect(field('james-okafor-sr', 'name')[0]).toContain('Sr.');
    expect(patients('james-okafor-jr').some((f) => !f.text.includes('Jr.'))).toBe(true);
  });

  it('has a changed surname, a merged-away registration, a typo and names of another script', () => {
    expect(new Set(field('hannah-moreau', 'name')).size).toBe(3);
    const away = having(type('Patient'), '"replaced-by"');
    expect(away).toHaveLength(1);
    expect(away[0]?.resource['active']).toBe(false);
    expect(away[0]?.text).toContain(`Patient/${personOf(world, 'thomas-kowalczyk').ids.general}`);
    expect(field('thomas-kowalczyk', 'name').join()).toContain('Kowalcyzk');
    expect(field('layla-haddad', 'name').join()).toMatch(/[\u0600-\u06ff]/);
    expect(having('🌟').length).toBeGreaterThan(0);
  });

  it('shares a strong identifier between some organisations and none between others', () => {
    const ssn = having(type('Patient'), 'us-ssn');
    expect(ssn.length).toBeGreaterThan(2);
    for (const f of ssn) expect(f.text).toMatch(/"value":"9\d\d-/);
    expect(field('maria-santos', 'identifier').filter((text) => text.includes('C-7714093'))).toHaveLength(3);
    expect(patients('noah-adeyemi').every((f) => !f.text.includes('us-ssn'))).toBe(true);
  });

  it('has a very long note', () => {
    const note = having(type('Binary')).map((f) => String(f.resource['data']).length);
    expect(Math.max(...note)).toBeGreaterThan(100_000);
  });
});
