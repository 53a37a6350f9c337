/** What several systems make of medications: pairs and triples as they come, and what is said of them. */
import { describe, expect, it } from 'vitest';
import { cc, dispense, given, order, said, taken } from './support.ts';

const sig = (text: string) => ({ dosageInstruction: [{ text }] });
const met = cc('rx:861007|metformin hydrochloride 500 MG Oral Tablet');

describe('medications', () => {
  it.each<[name: string, expected: string, made: () => string]>([
    ['one order in two systems', '2', () => said([order(met)], [order(met)])],
    ['a code and its words', '2', () => said([order(met)], [order(cc('Metformin 500 mg tablet'))])],
    ['words without a strength', '2', () => said([order(met)], [order(cc('Metformin'))])],
    ['a brand', '2', () => said([order(met)], [order(cc('Glucophage 500 mg tablet'))])],
    [
      'extended release is another form',
      '1 1 duplicate-therapy',
      () => said([order(met)], [order(cc('Metformin ER 500 mg tablet'))]),
    ],
    [
      'a statement in words only',
      '2',
      () => said([order(met, sig('1 tab BID'))], [taken(cc('metFORMIN HCl 500 mg oral tablet'))]),
    ],
    ['a dispense without its order', '2', () => said([taken(met)], [dispense(met)])],
    [
      'an order, and a dispense under an NDC with its words',
      '2',
      () =>
        said(
          [order(cc('rx:314076|lisinopril 10 MG Oral Tablet'))],
          [dispense(cc('ndc:00093-1112-01|Lisinopril 10mg Tab'))],
        ),
    ],
    [
      'an NDC with hyphens and without',
      '2',
      () => said([dispense(cc('ndc:68180-0980-01'))], [dispense(cc('ndc:68180098001'))]),
    ],
    [
      'an NDC without words proves nothing',
      '1 1',
      () => said([order(cc('rx:314076|lisinopril 10 MG Oral Tablet'))], [dispense(cc('ndc:68180-0980-01'))]),
    ],
    [
      'an ATC code with its name',
      '2',
      () =>
        said([order(cc('rx:314076|lisinopril 10 MG Oral Tablet'))], [taken(cc('atc:C09AA03|lisinopril'))]),
    ],
    [
      'an ATC code alone',
      '2',
      () => said([order(cc('rx:314076|lisinopril 10 MG Oral Tablet'))], [taken(cc('atc:C09AA03'))]),
    ],
    [
      'a combination beside one of its ingredients',
      '1 1 duplicate-therapy',
      () =>
        said(
          [order(cc('Lisinopril 20 mg / hydrochlorothiazide 12.5 mg tablet'))],
          [order(cc('Lisinopril 20 mg tablet'))],
        ),
    ],
    [
      'the names of a combination in another order',
      '2',
      () =>
        said(
          [order(cc('Lisinopril 20 mg / Hydrochlorothiazide 12.5 mg tablet'))],
          [order(cc('Hydrochlorothiazide-lisinopril 12.5-20 mg tablet'))],
        ),
    ],
    [
      'the brand of a combination',
      '2',
      () =>
        said(
          [order(cc('Lisinopril 20 mg / Hydrochlorothiazide 12.5 mg tablet'))],
          [order(cc('Zestoretic 20-12.5 mg tablet'))],
        ),
    ],
    [
      'amoxicillin with clavulanate, and its brand',
      '2',
      () =>
        said(
          [order(cc('amoxicillin 875 MG / clavulanate 125 MG Oral Tablet'))],
          [order(cc('Augmentin 875-125 mg tablet'))],
        ),
    ],
    [
      'two salts that are two drugs',
      '1 1 duplicate-therapy',
      () =>
        said(
          [order(cc('Metoprolol tartrate 50 mg tablet'))],
          [order(cc('Metoprolol succinate ER 50 mg tablet'))],
        ),
    ],
    [
      'a salt that one leaves out',
      '2',
      () => said([order(cc('Metoprolol tartrate 50 mg tablet'))], [order(cc('Metoprolol 50 mg tablet'))]),
    ],
    [
      'a salt that does not matter',
      '2',
      () => said([order(cc('amlodipine besylate 5 mg tablet'))], [order(cc('amlodipine 5 mg tablet'))]),
    ],
    [
      'brand and generic',
      '2',
      () => said([order(cc('Norvasc 5 mg tab'))], [order(cc('amlodipine 5 mg tablet'))]),
    ],
    [
      '50 mcg and 0.05 mg',
      '2',
      () =>
        said([order(cc('levothyroxine 50 mcg tablet'))], [order(cc('levothyroxine sodium 0.05 mg tablet'))]),
    ],
    [
      'mcg and ug, brand and generic',
      '2',
      () => said([order(cc('levothyroxine 50 mcg tablet'))], [order(cc('Synthroid 50 ug tab'))]),
    ],
    [
      '25 is not 250',
      '1 1 duplicate-therapy',
      () => said([order(cc('levothyroxine 25 mcg tablet'))], [order(cc('levothyroxine 250 mcg tablet'))]),
    ],
    [
      'a dose that one system changed',
      '1 1',
      () =>
        said([
          order(cc('lisinopril 10 mg tablet'), { status: 'stopped' }),
          order(cc('lisinopril 20 mg tablet'), { authoredOn: '2024-06-01' }),
        ]),
    ],
    [
      'a dose changed here, still the old one there',
      '2[status] 1 duplicate-therapy',
      () =>
        said(
          [
            order(cc('lisinopril 10 mg tablet'), { status: 'stopped' }),
            order(cc('lisinopril 20 mg tablet'), { authoredOn: '2024-06-01' }),
          ],
          [order(cc('lisinopril 10 mg tablet'))],
        ),
    ],
    [
      'one strength, taken once here and twice there',
      '2[dose]',
      () =>
        said(
          [order(met, sig('1 tablet daily'))],
          [order(met, { ...sig('1 tablet twice daily'), authoredOn: '2024-03-01' })],
        ),
    ],
    [
      'one sig in other words',
      '2',
      () => said([order(met, sig('Take 1 tablet by mouth daily'))], [order(met, sig('1 tab PO qDay'))]),
    ],
    [
      'BID and twice daily',
      '2',
      () => said([order(met, sig('Take 1 tablet by mouth twice daily'))], [order(met, sig('1 tab PO BID'))]),
    ],
    [
      'active here, stopped there',
      '2[status]',
      () => said([order(met)], [order(met, { status: 'stopped', authoredOn: '2024-05-01' })]),
    ],
    [
      'a course of five years ago',
      '1 1',
      () => said([order(met)], [order(met, { status: 'completed', authoredOn: '2019-05-01' })]),
    ],
    [
      'a refill after two months',
      '2[status]',
      () => said([order(met)], [order(met, { status: 'completed', authoredOn: '2023-11-20' })]),
    ],
    [
      'one stopped course listed twice',
      '2',
      () => said([order(met, { status: 'stopped' }), order(met, { status: 'stopped' })]),
    ],
    ['a draft beside the order', '2[status]', () => said([order(met, { status: 'draft' })], [order(met)])],
    [
      'taken here, not taken there',
      '1 1 contradicts',
      () => said([order(met)], [taken(met, { status: 'not-taken' })]),
    ],
    [
      'an order taken back in the copy',
      '2[status]',
      () => said([order(met)], [order(met, { status: 'entered-in-error' })]),
    ],
    [
      'two anticoagulants',
      '1 1 duplicate-therapy',
      () => said([order(cc('warfarin 5 mg tablet'))], [order(cc('apixaban 5 mg tablet'))]),
    ],
    [
      'an inhaler and a nebuliser solution',
      '1 1 duplicate-therapy',
      () =>
        said(
          [order(cc('albuterol 90 mcg/actuation inhaler'))],
          [order(cc('albuterol 2.5 mg/3 mL nebulizer solution'))],
        ),
    ],
    [
      'an inhaler and its brand',
      '2',
      () =>
        said(
          [order(cc('albuterol 90 mcg/actuation HFA inhaler'))],
          [order(cc('Ventolin HFA 90 mcg/actuation inhaler'))],
        ),
    ],
    [
      'an insulin and its brand',
      '2',
      () =>
        said(
          [order(cc('insulin glargine 100 unit/mL injection'))],
          [order(cc('Lantus 100 units/mL subcutaneous solution'))],
        ),
    ],
    [
      'two insulins',
      '1 1',
      () =>
        said(
          [order(cc('insulin glargine 100 unit/mL injection'))],
          [order(cc('insulin aspart 100 unit/mL injection'))],
        ),
    ],
    [
      'an unknown drug, the same words',
      '2',
      () => said([order(cc('Zymflo 3 mg capsule'))], [order(cc('Zymflo 3 mg capsule'))]),
    ],
    [
      'an unknown drug, another strength in words',
      '1 1',
      () => said([order(cc('Zymflo 3 mg capsule'))], [order(cc('Zymflo 6 mg capsule'))]),
    ],
    [
      'an unknown code, the same in both',
      '2',
      () =>
        said([order(cc('rx:9999991|Zymflo 3 MG Oral Capsule'))], [order(cc('rx:9999991|zymflo 3 mg cap'))]),
    ],
    [
      'an unknown code beside its words',
      '1 1 possibly-same',
      () => said([order(cc('rx:9999991|Zymflo 3 MG Oral Capsule'))], [order(cc('Zymflo 3 MG Oral Capsule'))]),
    ],
    [
      'an enteric coated tablet is another form',
      '1 1 duplicate-therapy',
      () => said([order(cc('rx:243670|aspirin 81 MG Oral Tablet'))], [taken(cc('Aspirin EC 81 mg tablet'))]),
    ],
    [
      'ASA is aspirin',
      '2',
      () => said([order(cc('rx:243670|aspirin 81 MG Oral Tablet'))], [taken(cc('ASA 81 mg tab'))]),
    ],
    [
      'a chewable tablet is another form',
      '1 1 duplicate-therapy',
      () =>
        said(
          [order(cc('rx:243670|aspirin 81 MG Oral Tablet'))],
          [taken(cc('aspirin 81 mg chewable tablet'))],
        ),
    ],
    [
      'acetaminophen is paracetamol',
      '2',
      () => said([order(cc('acetaminophen 500 mg tablet'))], [taken(cc('Paracetamol 500 mg tablet'))]),
    ],
    [
      'a brand with codeine and without',
      '1 1',
      () => said([order(cc('Tylenol with codeine #3 tablet'))], [taken(cc('Tylenol 325 mg tablet'))]),
    ],
    [
      'prednisone is not prednisolone',
      '1 1 duplicate-therapy',
      () => said([order(cc('prednisone 5 mg tablet'))], [taken(cc('prednisolone 5 mg tablet'))]),
    ],
    [
      'hydroxyzine is not hydralazine',
      '1 1',
      () => said([order(cc('hydroxyzine 25 mg tablet'))], [taken(cc('hydralazine 25 mg tablet'))]),
    ],
    [
      'an undated statement of what is taken now',
      '2',
      () => said([order(met)], [taken(met, { effectivePeriod: undefined })]),
    ],
    [
      'an undated statement of what was stopped',
      '1 1 possibly-same',
      () => said([order(met)], [taken(met, { effectivePeriod: undefined, status: 'stopped' })]),
    ],
    [
      'a statement that does not say whether it counts',
      '2',
      () => said([order(met)], [taken(met, { status: 'unknown' })]),
    ],
    [
      'no strength, beside two',
      '1 1 1 duplicate-therapy possibly-same',
      () =>
        said(
          [order(cc('lisinopril 10 mg tablet')), order(cc('lisinopril 20 mg tablet'))],
          [taken(cc('lisinopril'))],
        ),
    ],
    [
      'clinical drug and branded drug',
      '2',
      () =>
        said(
          [order(cc('rx:314076|lisinopril 10 MG Oral Tablet'))],
          [order(cc('rx:104377|lisinopril 10 MG Oral Tablet [Zestril]'))],
        ),
    ],
    [
      'ingredient alone and clinical drug',
      '2',
      () => said([order(cc('rx:314076|lisinopril 10 MG Oral Tablet'))], [order(cc('rx:29046|lisinopril'))]),
    ],
    [
      'a patch and a tablet',
      '1 1 duplicate-therapy',
      () =>
        said(
          [order(cc('nitroglycerin 0.4 mg sublingual tablet'))],
          [order(cc('nitroglycerin 0.4 mg/hr transdermal patch'))],
        ),
    ],
    [
      '10 mg/mL is not 10 mg',
      '1 1 duplicate-therapy',
      () => said([order(cc('morphine 10 mg/mL injection'))], [order(cc('morphine 10 mg tablet'))]),
    ],
    [
      'HCTZ is hydrochlorothiazide',
      '2',
      () =>
        said([order(cc('HCTZ 25 mg tab'))], [order(cc('rx:310798|hydrochlorothiazide 25 MG Oral Tablet'))]),
    ],
    [
      'international units and micrograms are left apart',
      '1 1 duplicate-therapy',
      () =>
        said(
          [order(cc('cholecalciferol 1000 unit tablet'))],
          [taken(cc('Vitamin D3 25 mcg (1000 UT) tablet'))],
        ),
    ],
    [
      'a dose given within its order',
      '2',
      () =>
        said(
          [
            order(cc('ceftriaxone 1 g injection'), {
              status: 'completed',
              authoredOn: '2024-02-01T10:00:00Z',
            }),
          ],
          [given(cc('ceftriaxone 1 g injection'), '2024-02-01T12:00:00Z')],
        ),
    ],
    [
      'a product inside the order',
      '2',
      () =>
        said(
          [order(met)],
          [
            order(cc('x'), {
              medicationCodeableConcept: undefined,
              contained: [{ resourceType: 'Medication', id: 'm', code: met }],
              medicationReference: { reference: '#m' },
            }),
          ],
        ),
    ],
    [
      'a product named beside its reference',
      '2',
      () =>
        said(
          [order(met)],
          [
            order(cc('x'), {
              medicationCodeableConcept: undefined,
              medicationReference: { reference: 'Medication/9', display: 'metformin 500 mg tablet' },
            }),
          ],
        ),
    ],
  ])('%s: %s', (_name, expected, made) => {
    expect(made()).toBe(expected);
  });
});
