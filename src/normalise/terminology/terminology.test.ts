import { afterEach, describe, expect, it } from 'vitest';
import type { Coding } from '../../record/index.ts';
import {
  allergyNegation,
  conceptKey,
  drugOf,
  isNoKnownProblem,
  lateralityOf,
  setSiteMaps,
  siteConceptMap,
  substanceClasses,
} from './index.ts';

const SYSTEMS: Readonly<Record<string, string>> = {
  loinc: 'http://loinc.org',
  sct: 'http://snomed.info/sct',
  icd10: 'http://hl7.org/fhir/sid/icd-10-cm',
  icd9: 'urn:oid:2.16.840.1.113883.6.103',
  rx: 'http://www.nlm.nih.gov/research/umls/rxnorm',
  cvx: 'http://hl7.org/fhir/sid/cvx',
  atc: 'http://www.whocc.no/atc',
  local: 'urn:oid:1.2.3.4',
};

/** 'loinc 2345-7 Glucose' → a coding. */
const coding = (text: string): Coding => {
  const [system = '', code = '', ...display] = text.split(' ');
  return { system: SYSTEMS[system] ?? system, code, display: display.join(' ') || null };
};
const codings = (...texts: string[]) => texts.map(coding);

describe('conceptKey', () => {
  it.each([
    ['observation', 'lab:glucose', ['loinc 2345-7', 'loinc 2339-0', 'loinc 14749-6']],
    ['observation', 'lab:hba1c', ['loinc 4548-4', 'loinc 17856-6', 'loinc 59261-8']],
    ['observation', 'vital:systolic', ['loinc 8480-6', 'sct 271649006']],
    ['condition', 'problem:type-2-diabetes', ['sct 44054006', 'icd10 E11.9', 'icd10 E119', 'icd9 250.00']],
    ['condition', 'problem:hypertension', ['sct 59621000', 'sct 38341003', 'icd10 I10', 'icd9 401.9']],
    ['vaccine', 'vaccine:influenza', ['cvx 140', 'cvx 88', 'cvx 150']],
    ['vaccine', 'vaccine:hepatitis-b', ['cvx 8', 'cvx 08', 'cvx 43']],
    ['allergy', 'allergen:peanut', ['sct 91935009', 'sct 762952008']],
    ['procedure', 'procedure:laparoscopic-cholecystectomy', ['sct 45595009']],
    ['document', 'document:discharge-summary', ['loinc 18842-5']],
  ] as const)('%s %s', (domain, key, texts) => {
    for (const text of texts) expect(conceptKey(domain, codings(text), null)).toBe(key);
  });

  it.each([
    ['type 1 and type 2 diabetes', 'condition', 'icd10 E10.9', 'icd10 E11.9'],
    ['diabetes with and without kidney disease', 'condition', 'icd10 E11.22', 'icd10 E11.9'],
    ['diabetes of unstated type and type 2', 'condition', 'sct 73211009', 'sct 44054006'],
    ['stages of kidney disease', 'condition', 'icd10 N18.31', 'icd10 N18.32'],
    ['fasting and random glucose', 'observation', 'loinc 1558-6', 'loinc 2345-7'],
    ['conventional and high-sensitivity troponin', 'observation', 'loinc 10839-9', 'loinc 89579-7'],
    ['D-dimer in FEU and DDU', 'observation', 'loinc 48065-7', 'loinc 48066-5'],
    ['eGFR by two formulas', 'observation', 'loinc 62238-1', 'loinc 98979-8'],
    ['conjugate and polysaccharide pneumococcal vaccine', 'vaccine', 'cvx 133', 'cvx 33'],
    ['live and recombinant zoster vaccine', 'vaccine', 'cvx 121', 'cvx 187'],
    ['Tdap and Td', 'vaccine', 'cvx 115', 'cvx 113'],
  ] as const)('keeps %s apart', (_, domain, a, b) => {
    const keys = [conceptKey(domain, codings(a), null), conceptKey(domain, codings(b), null)];
    expect(keys).not.toContain(null);
    expect(keys[0]).not.toBe(keys[1]);
  });

  it.each([
    'http://snomed.info/sct',
    'http://snomed.info/sct/731000124108',
    'http://snomed.info/sct/',
    'urn:oid:2.16.840.1.113883.6.96',
    'URN:OID:2.16.840.1.113883.6.96',
    'urn: oid: 2.16.840.1.113883.6.96',
    '2.16.840.1.113883.6.96',
  ])('knows SNOMED CT as %s', (system) => {
    expect(conceptKey('condition', [{ system, code: '44054006', display: null }], null)).toBe(
      'problem:type-2-diabetes',
    );
  });

  it('scans all codings, local ones beside standard ones', () => {
    expect(conceptKey('observation', codings('local 123 GLU', 'loinc 2345-7'), 'GLU')).toBe('lab:glucose');
  });

  it('finds none where two codings lead to two classes', () => {
    expect(conceptKey('condition', codings('sct 44054006', 'icd10 I10'), null)).toBeNull();
  });

  it('finds none where an unknown code of the same system says something narrower', () => {
    expect(conceptKey('condition', codings('icd10 E11.9', 'icd10 Z79.4'), null)).toBeNull();
    expect(conceptKey('condition', codings('sct 44054006', 'icd10 Z79.4'), null)).toBe(
      'problem:type-2-diabetes',
    );
  });

  it('reads the text only where no standard code is given', () => {
    expect(conceptKey('observation', [], 'Hgb A1c')).toBe('lab:hba1c');
    expect(conceptKey('observation', codings('local 5 Potassium'), null)).toBe('lab:potassium');
    expect(conceptKey('observation', codings('loinc 99999-9'), 'Glucose')).toBeNull();
    expect(conceptKey('condition', [], 'HYPERTENSION')).toBe('problem:hypertension');
    expect(conceptKey('condition', [], 'hypertention')).toBeNull();
    expect(conceptKey('condition', [], 'history of hypertension')).toBeNull();
  });

  it('is not misled by names that objects have', () => {
    for (const text of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      expect(conceptKey('observation', [{ system: text, code: text, display: text }], text)).toBeNull();
      expect(drugOf([{ system: text, code: text, display: text }], text).ingredients).toEqual([]);
      expect(allergyNegation([coding(`sct ${text}`)], text)).toBeNull();
    }
  });
});

describe('drugOf', () => {
  const simple = (text: string) => {
    const { ingredients, strength, form } = drugOf([], text);
    return [ingredients.join('+'), strength, form];
  };

  it.each([
    ['warfarin sodium 5 MG Oral Tablet [Coumadin]', ['warfarin', '5 mg', 'tablet']],
    ['Coumadin 5 mg tab', ['warfarin', '5 mg', 'tablet']],
    [
      'lisinopril 10 MG / hydrochlorothiazide 12.5 MG Oral Tablet',
      ['hydrochlorothiazide+lisinopril', '12.5 mg / 10 mg', 'tablet'],
    ],
    ['Zestoretic 10-12.5 mg tablet', ['hydrochlorothiazide+lisinopril', '12.5 mg / 10 mg', 'tablet']],
    [
      'Amoxicillin 875 MG / Clavulanate 125 MG Oral Tablet',
      ['amoxicillin+clavulanate', '875 mg / 125 mg', 'tablet'],
    ],
    [
      'amoxicillin-clavulanate (AUGMENTIN) 875-125 mg per tablet',
      ['amoxicillin+clavulanate', '875 mg / 125 mg', 'tablet'],
    ],
    [
      '24 HR Metformin hydrochloride 500 MG Extended Release Oral Tablet',
      ['metformin', '500 mg', 'extended-release tablet'],
    ],
    ['metFORMIN ER 500 mg tablet', ['metformin', '500 mg', 'extended-release tablet']],
    ['Metformin hydrochloride 500 MG Oral Tablet', ['metformin', '500 mg', 'tablet']],
    ['metoprolol succinate 50 mg tablet', ['metoprolol', '50 mg', 'extended-release tablet']],
    ['Metoprolol tartrate 50 MG Oral Tablet', ['metoprolol', '50 mg', 'tablet']],
    ['levothyroxine sodium 0.05 MG Oral Tablet', ['levothyroxine', '50 mcg', 'tablet']],
    ['Levothyroxine 50 mcg tablet', ['levothyroxine', '50 mcg', 'tablet']],
    ['Omeprazole 20 MG Delayed Release Oral Capsule', ['omeprazole', '20 mg', 'delayed-release capsule']],
    ['albuterol 0.09 MG/ACTUAT Metered Dose Inhaler', ['albuterol', '90 mcg/actuation', 'inhaler']],
    ['Amoxicillin 250 mg/5 mL oral suspension', ['amoxicillin', '50 mg/mL', 'oral liquid']],
    [
      '3 ML insulin glargine 100 UNT/ML Pen Injector [Lantus]',
      ['insulin-glargine', '100 unit/mL', 'injection'],
    ],
    [
      'Hydrocodone Bitartrate 5 MG / Acetaminophen 325 MG Oral Tablet',
      ['acetaminophen+hydrocodone', '325 mg / 5 mg', 'tablet'],
    ],
    [
      'potassium chloride 20 MEQ Extended Release Oral Tablet',
      ['potassium-chloride', '20 mEq', 'extended-release tablet'],
    ],
    ['Fentanyl 25 mcg/hr patch', ['fentanyl', '25 mcg/h', 'patch']],
    ['Aspirin 81 mg chewable tablet', ['aspirin', '81 mg', 'chewable tablet']],
    ['Lisinopril 10 mg tablet take 2 tablets (20 mg) daily', ['lisinopril', '10 mg', 'tablet']],
    ['Lipitor', ['atorvastatin', null, null]],
    ['lisinopril', ['lisinopril', null, null]],
  ])('%s', (text, expected) => {
    expect(simple(text)).toEqual(expected);
  });

  it.each([
    'lisinopril / newdrug 5 MG',
    'newdrug and lisinopril 10 mg',
    'warfrin 5 mg',
    'unknown',
    '',
    '5 mg tablet',
  ])('does not guess at %j', (text) => {
    expect(drugOf([], text).ingredients).toEqual([]);
  });

  it('knows ingredients by RxNorm and ATC alone', () => {
    expect(drugOf(codings('rx 11289'), null)).toMatchObject({
      ingredients: ['warfarin'],
      classes: ['anticoagulant'],
    });
    expect(drugOf(codings('atc C10AA05'), null).ingredients).toEqual(['atorvastatin']);
  });

  it('finds nothing where code and name lead to two drugs', () => {
    expect(drugOf(codings('rx 11289 apixaban 5 MG Oral Tablet'), null).ingredients).toEqual([]);
    expect(drugOf(codings('rx 11289'), 'Eliquis 5 mg').ingredients).toEqual([]);
  });

  it('leaves the strength open where two names state two', () => {
    const drug = drugOf(codings('rx 855332 warfarin sodium 5 MG Oral Tablet'), 'warfarin 2.5 mg tablet');
    expect(drug).toMatchObject({ ingredients: ['warfarin'], strength: null, form: 'tablet' });
  });
});

describe('substanceClasses', () => {
  it.each([
    [codings('rx 723'), null, ['amoxicillin', 'penicillins', 'beta-lactams']],
    [codings('sct 91936005'), null, ['penicillins', 'beta-lactams']],
    [[], 'Penicillin', ['penicillins', 'beta-lactams']],
    [[], 'Allergy to penicillin', ['penicillins', 'beta-lactams']],
    [[], 'Sulfa (Sulfonamide Antibiotics)', ['sulfonamide-antibiotics', 'sulfonamides']],
    [[], 'peanuts', ['peanut']],
    [[], 'cashew nut', ['cashew', 'tree-nuts']],
    [[], 'Codeine', ['codeine', 'opioids']],
    [[], 'ibuprofen', ['ibuprofen', 'nsaids']],
    [[], 'latex', ['latex']],
    [codings('local 9 Shrimp'), null, ['shrimp', 'shellfish']],
    [[], 'dust bunnies', []],
    [codings('sct 91935009', 'rx 723'), null, []],
  ])('%j %j', (list, text, expected) => {
    expect(substanceClasses(list, text)).toEqual(expected);
  });

  it('names the parts of a combination too', () => {
    expect(substanceClasses([], 'Bactrim')).toEqual(
      expect.arrayContaining(['sulfamethoxazole', 'trimethoprim', 'sulfonamide-antibiotics']),
    );
  });
});

describe('texts that are no names', () => {
  it.each(['lisinopril ', 'no known ', '5 mg/', 'left ', '*', '[', '\u0301'])(
    '%j a million letters long',
    (part) => {
      const text = part.repeat(1_000_000 / part.length);
      const list = [{ system: null, code: text, display: text }];
      expect(conceptKey('condition', list, text)).toBeNull();
      expect(drugOf(list, text).ingredients).toEqual([]);
      expect(substanceClasses(list, text)).toEqual([]);
      expect(allergyNegation(list, text)).toBeNull();
      expect(isNoKnownProblem(list, text)).toBe(false);
      expect(lateralityOf(list, text)).toBeNull();
    },
  );
});

describe('negatives', () => {
  it.each([
    ['sct 716186003', 'all'],
    ['sct 409137002', 'drug'],
    ['sct 429625007', 'food'],
    ['sct 428607008', 'environment'],
    ['sct 716184000', 'specific'],
    ['sct 91936005', null],
  ] as const)('%s negates %s', (text, expected) => {
    expect(allergyNegation([coding(text)], null)).toBe(expected);
  });

  it.each([
    ['No known allergies', 'all'],
    ['NKA', 'all'],
    ['No Known Drug Allergies', 'drug'],
    ['NKDA', 'drug'],
    ['No known drug allergy', 'drug'],
    ['No known medication allergies', 'drug'],
    ['no known food allergies', 'food'],
    ['No known environmental allergies', 'environment'],
    ['Allergies not on file', null],
    ['Not asked', null],
    ['Penicillin', null],
    ['Information not available', null],
  ] as const)('%s: %s', (text, expected) => {
    expect(allergyNegation([], text)).toBe(expected);
  });

  it('no known problems, by code and by word', () => {
    expect(isNoKnownProblem(codings('sct 160245001'), null)).toBe(true);
    for (const text of ['No known problems', 'no active problems', 'No known conditions'])
      expect(isNoKnownProblem([], text)).toBe(true);
    for (const text of ['No problems with anesthesia', 'Problem drinking', 'Unknown'])
      expect(isNoKnownProblem([], text)).toBe(false);
  });
});

describe('lateralityOf', () => {
  it.each([
    ['Pain in left knee', 'left'],
    ['Fracture of right femur', 'right'],
    ['Bilateral cataracts', 'bilateral'],
    ['Left ventricular hypertrophy', null],
    ['Right bundle branch block', null],
    ['Left-sided heart failure', null],
    ['Pain from left to right', null],
    ['Hypertension', null],
    ['Copyright dispute', null],
  ] as const)('%s: %s', (text, expected) => {
    expect(lateralityOf([], text)).toBe(expected);
  });

  it('reads qualifier codes, and settles nothing between two sides', () => {
    expect(lateralityOf(codings('sct 7771000'), null)).toBe('left');
    expect(lateralityOf(codings('sct 7771000', 'sct 24028007'), null)).toBeNull();
  });
});

describe('a site’s ConceptMaps', () => {
  afterEach(() => setSiteMaps([]));

  const map = (target: object, system = SYSTEMS['loinc']!) => ({
    resourceType: 'ConceptMap',
    title: 'Lab codes of the General',
    group: [
      {
        source: 'urn:oid:1.2.3.4',
        target: system,
        element: [{ code: 'GLU', target: [{ code: '2345-7', ...target }] }],
      },
    ],
  });

  it('say what a local code means', () => {
    const read = siteConceptMap(map({ equivalence: 'equivalent' }));
    if (!read.ok) throw new Error(read.error);
    expect(conceptKey('observation', codings('local GLU'), null)).toBeNull();
    setSiteMaps([read.value]);
    expect(conceptKey('observation', codings('local GLU'), null)).toBe('lab:glucose');
    setSiteMaps([]);
    expect(conceptKey('observation', codings('local GLU'), null)).toBeNull();
  });

  it('may name a class directly, and R5 relationships are read', () => {
    const json = {
      resourceType: 'ConceptMap',
      group: [
        {
          source: 'urn:oid:1.2.3.4',
          target: 'urn:throughline:concept-key',
          element: [{ code: 'X', target: [{ code: 'lab:glucose', relationship: 'equivalent' }] }],
        },
      ],
    };
    const read = siteConceptMap(json);
    if (!read.ok) throw new Error(read.error);
    setSiteMaps([read.value]);
    expect(conceptKey('observation', codings('local X'), null)).toBe('lab:glucose');
  });

  it('tell which drug a local code is, and forget it with the map', () => {
    const json = {
      resourceType: 'ConceptMap',
      group: [
        {
          source: 'urn:oid:1.2.3.4',
          target: SYSTEMS['rx']!,
          element: [{ code: 'WARF5', target: [{ code: '11289', equivalence: 'equivalent' }] }],
        },
      ],
    };
    const read = siteConceptMap(json);
    if (!read.ok) throw new Error(read.error);
    expect(drugOf(codings('local WARF5'), null).ingredients).toEqual([]);
    setSiteMaps([read.value]);
    expect(drugOf(codings('local WARF5'), null).ingredients).toEqual(['warfarin']);
    setSiteMaps([]);
    expect(drugOf(codings('local WARF5'), null).ingredients).toEqual([]);
  });

  it.each([
    ['no ConceptMap', { resourceType: 'Patient' }],
    ['only a wider target', map({ equivalence: 'wider' })],
    ['no target system', { resourceType: 'ConceptMap', group: [{ source: 'a', element: [] }] }],
    ['no groups', { resourceType: 'ConceptMap' }],
    ['no object', null],
  ])('are refused with a reason: %s', (_, json) => {
    const read = siteConceptMap(json);
    expect(read.ok ? '' : read.error).toMatch(/ConceptMap/);
  });
});
