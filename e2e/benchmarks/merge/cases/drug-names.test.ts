/** One drug as several systems write it, and drugs that only look like one: brand, salt, release, strength, abbreviation. */
import { describe, expect, it } from 'vitest';
import { cc, order, said, taken } from './support.ts';

const ONE = '2';
const TWO = '1 1 duplicate-therapy';
const STRANGERS = '1 1';

describe('names of drugs', () => {
  it.each<[here: string, there: string, expected: string]>([
    ['Lipitor 40 mg tablet', 'atorvastatin 40 MG Oral Tablet', ONE],
    ['amLODIPine besylate (NORVASC) 5 mg tablet', 'amlodipine 5 MG Oral Tablet', ONE],
    ['METFORMIN HCL 500MG TAB', 'metformin 500 mg tablet', ONE],
    ['INSULIN,GLARGINE,HUMAN 100 UNT/ML INJ', 'insulin glargine 100 unit/mL injection', ONE],
    ['Jantoven 5 mg tablet', 'Coumadin 5 mg tablet', ONE],
    ['HCTZ 25 mg tablet', 'hydroCHLOROthiazide 25 mg tablet', ONE],
    ['Tylenol Extra Strength 500 mg', 'acetaminophen 500 mg tablet', ONE],
    ['Norco 5-325 mg tablet', 'hydrocodone-acetaminophen 5-325 mg tablet', ONE],
    [
      'lisinopril-hydrochlorothiazide 20-12.5 mg tablet',
      'hydrochlorothiazide 12.5 MG / lisinopril 20 MG Oral Tablet',
      ONE,
    ],
    ['lisinopril-hydrochlorothiazide 20-12.5 mg tablet', 'lisinopril 20 mg tablet', TWO],
    ['levothyroxine 0.1 mg tablet', 'levothyroxine 100 mcg tablet', ONE],
    ['prednisone 20 mg tablet', 'prednisone 5 mg tablet', TWO],
    ['prednisone 5 mg tablet', 'prednisolone 5 mg tablet', TWO],
    ['Celebrex 200 mg capsule', 'Celexa 20 mg tablet', STRANGERS],
    ['hydrALAZINE 25 mg tablet', 'hydrOXYzine 25 mg tablet', STRANGERS],
    ['insulin glargine 100 unit/mL injection', 'Toujeo SoloStar 300 unit/mL pen injector', TWO],
    ['insulin lispro 100 unit/mL', 'insulin aspart 100 unit/mL', TWO],
    ['fluticasone propionate 50 mcg/actuation nasal spray', 'fluticasone propionate 44 mcg HFA inhaler', TWO],
    ['albuterol HFA 90 mcg/actuation inhaler', 'albuterol 2.5 mg /3 mL nebulizer solution', TWO],
    ['hydrocortisone 1 % topical cream', 'hydrocortisone 10 mg tablet', TWO],
  ])('%s and %s: %s', (here, there, expected) => {
    expect(said([order(cc(here))], [order(cc(there))])).toBe(expected);
  });

  it.each<[here: string, there: string, expected: string]>([
    ['OxyContin 10 mg tablet', 'oxycodone 10 mg tablet', TWO],
    ['MS Contin 15 mg tablet', 'morphine 15 mg tablet', TWO],
    ['metformin ER 500 mg tablet', 'metformin 500 mg tablet', TWO],
    ['metoprolol succinate ER 50 mg tablet', 'metoprolol tartrate 50 mg tablet', TWO],
    ['divalproex ER 500 mg tablet', 'divalproex DR 500 mg tablet', TWO],
    ['bupropion SR 150 mg', 'bupropion hydrochloride XL 150 mg', TWO],
    ['Prograf 1 mg capsule', 'Envarsus XR 1 mg tablet', TWO],
    ['Suboxone 8-2 mg film', 'buprenorphine-naloxone 8-2 mg SL tablet', TWO],
    ['omeprazole 20 mg capsule', 'omeprazole 20 MG Delayed Release Oral Capsule', ONE],
    ['pantoprazole 40 mg tablet', 'pantoprazole 40 MG Delayed Release Oral Tablet', ONE],
    ['duloxetine 60 mg capsule', 'duloxetine 60 MG Delayed Release Oral Capsule [Cymbalta]', ONE],
    ['mirabegron 25 mg tablet', 'mirabegron 25 MG 24HR Extended Release Oral Tablet', ONE],
    ['Klor-Con M20 mEq tablet', 'potassium chloride 20 MEQ Extended Release Oral Tablet', ONE],
    ['Cardizem CD 240 mg', 'diltiazem 240 mg 24 hr capsule', ONE],
    ['DILTIAZEM 240MG SA CAP', 'diltiazem 240 MG 24HR Extended Release Oral Capsule', ONE],
    ['nifedipine XL 30 mg', 'nifedipine 30 MG 24HR Extended Release Oral Tablet', ONE],
  ])('slow and quick release: %s and %s: %s', (here, there, expected) => {
    expect(said([order(cc(here))], [order(cc(there))])).toBe(expected);
    // Whoever comes first, and whatever kind of record it is.
    expect(said([taken(cc(there))], [order(cc(here))])).toBe(expected);
  });

  it('six tablets once a week and six a day are not one dose', () => {
    const sig = (text: string) => ({ dosageInstruction: [{ text }] });
    const drug = cc('methotrexate 2.5 mg tablet');
    expect(
      said(
        [order(drug, sig('Take 6 tablets by mouth once a week'))],
        [order(drug, sig('Take 6 tablets by mouth daily'))],
      ),
    ).toBe('2[dose]');
  });
});
