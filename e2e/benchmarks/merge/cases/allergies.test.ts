/** What several systems make of allergies: pairs and triples as they come, and what is said of them. */
import { describe, expect, it } from 'vitest';
import { allergy, cc, said } from './support.ts';

const amox = cc('rx:723|amoxicillin');
const rxn = (manifestation: object, severity?: string) => ({
  reaction: [{ manifestation: [manifestation], ...(severity === undefined ? {} : { severity }) }],
});

describe('allergies', () => {
  it.each<[name: string, expected: string, made: () => string]>([
    [
      'the substance and ’allergy to’ it',
      '2',
      () => said([allergy(cc('rx:70618|Penicillin'))], [allergy(cc('sct:91936005|Allergy to penicillin'))]),
    ],
    [
      'a code and the class in words',
      '2',
      () => said([allergy(cc('rx:70618|Penicillin'))], [allergy(cc('PENICILLINS'))]),
    ],
    [
      'a class and its member',
      '1 1 broader narrower',
      () => said([allergy(cc('rx:70618|Penicillin'))], [allergy(amox)]),
    ],
    [
      'an ingredient and a product of it',
      '2',
      () => said([allergy(amox)], [allergy(cc('rx:308191|amoxicillin 500 MG Oral Capsule'))]),
    ],
    [
      'an ingredient and a combination with it',
      '1 1 broader narrower',
      () => said([allergy(amox)], [allergy(cc('Augmentin'))]),
    ],
    [
      'no known drug allergy beside a drug allergy',
      '1 1 contradicts',
      () =>
        said(
          [allergy(cc('sct:409137002|No known drug allergy'))],
          [allergy(amox, { category: ['medication'] })],
        ),
    ],
    [
      'no known drug allergy beside a food allergy',
      '1 1',
      () =>
        said(
          [allergy(cc('sct:409137002|No known drug allergy'))],
          [allergy(cc('Peanut'), { category: ['food'] })],
        ),
    ],
    [
      'no known allergies beside a food allergy',
      '1 1 contradicts',
      () => said([allergy(cc('No Known Allergies'))], [allergy(cc('Peanut'), { category: ['food'] })]),
    ],
    [
      'no known allergies in the system that lists one',
      '1 1 contradicts',
      () =>
        said([allergy(cc('sct:716186003|No known allergy')), allergy(cc('Peanut'), { category: ['food'] })]),
    ],
    [
      'no known drug allergy in both',
      '2',
      () => said([allergy(cc('sct:409137002|No known drug allergy'))], [allergy(cc('NKDA'))]),
    ],
    [
      'no known allergies beside a refuted one',
      '1 1',
      () => said([allergy(cc('sct:716186003|No known allergy'))], [allergy(amox, {}, 'active', 'refuted')]),
    ],
    [
      'no known allergies beside a resolved one',
      '1 1 contradicts',
      () => said([allergy(cc('sct:716186003|No known allergy'))], [allergy(amox, {}, 'resolved')]),
    ],
    [
      'no known allergies, itself refuted',
      '1 1',
      () => said([allergy(cc('sct:716186003|No known allergy'), {}, 'active', 'refuted')], [allergy(amox)]),
    ],
    [
      'rash and skin rash',
      '2',
      () =>
        said(
          [allergy(amox, rxn(cc('sct:271807003|Rash'), 'mild'))],
          [allergy(amox, rxn(cc('Skin rash'), 'mild'))],
        ),
    ],
    [
      'a reaction as a bare code and in words',
      '2',
      () =>
        said([allergy(amox, rxn(cc('sct:247472004'), 'mild'))], [allergy(amox, rxn(cc('Hives'), 'mild'))]),
    ],
    [
      'hives and urticaria',
      '2',
      () =>
        said(
          [allergy(amox, rxn(cc('sct:126485001|Urticaria'), 'mild'))],
          [allergy(amox, rxn(cc('Hives'), 'mild'))],
        ),
    ],
    [
      'a severity that one leaves out',
      '2',
      () => said([allergy(amox, rxn(cc('Hives')))], [allergy(amox, rxn(cc('Hives'), 'severe'))]),
    ],
    [
      'mild here, severe there',
      '2[severity]',
      () => said([allergy(amox, rxn(cc('Hives'), 'mild'))], [allergy(amox, rxn(cc('Hives'), 'severe'))]),
    ],
    [
      'a severity in an extension only',
      '2',
      () =>
        said(
          [allergy(amox, { reaction: [{ manifestation: [cc('Hives')], severity: 'moderate' }] })],
          [
            allergy(amox, {
              reaction: [
                {
                  manifestation: [cc('Hives')],
                  _severity: { extension: [{ url: 'http://x', valueCode: '6736007' }] },
                },
              ],
            }),
          ],
        ),
    ],
    [
      'high here, low there',
      '2[criticality]',
      () => said([allergy(amox, { criticality: 'high' })], [allergy(amox, { criticality: 'low' })]),
    ],
    [
      'high here, unable to assess there',
      '2[criticality]',
      () =>
        said([allergy(amox, { criticality: 'high' })], [allergy(amox, { criticality: 'unable-to-assess' })]),
    ],
    [
      'the substance named in the reaction only',
      '2',
      () =>
        said(
          [allergy(amox)],
          [
            allergy(cc('x'), {
              code: undefined,
              reaction: [{ substance: amox, manifestation: [cc('Hives')] }],
            }),
          ],
        ),
    ],
    ['a UNII code', '2', () => said([allergy(cc('unii:804826J2HU|AMOXICILLIN'))], [allergy(amox)])],
    [
      'sulfa in short and at length',
      '2',
      () => said([allergy(cc('Sulfa'))], [allergy(cc('Sulfa (Sulfonamide Antibiotics)'))]),
    ],
    [
      'a class and the brand of a member',
      '1 1 broader narrower',
      () => said([allergy(cc('Sulfa'))], [allergy(cc('Bactrim'))]),
    ],
    [
      'latex, coded and in words',
      '2',
      () => said([allergy(cc('Latex'))], [allergy(cc('sct:1003755004|Latex'))]),
    ],
    [
      'a food and its group',
      '1 1 broader narrower',
      () => said([allergy(cc('Shellfish'))], [allergy(cc('Shrimp'))]),
    ],
    ['an unknown substance, the same words', '2', () => said([allergy(cc('Quorn'))], [allergy(cc('quorn'))])],
    [
      'active here, inactive there',
      '2[status]',
      () => said([allergy(amox)], [allergy(amox, {}, 'inactive')]),
    ],
    [
      'active here, resolved there',
      '2[status]',
      () => said([allergy(amox)], [allergy(amox, {}, 'resolved')]),
    ],
    [
      'one system lists it active and inactive',
      '1 1 possibly-same',
      () =>
        said([
          allergy(amox, { recordedDate: '2019-01-01' }),
          allergy(amox, { recordedDate: '2021-01-01' }, 'inactive'),
        ]),
    ],
    ['aspirin by its abbreviation', '2', () => said([allergy(cc('rx:1191|aspirin'))], [allergy(cc('ASA'))])],
    [
      'an allergy here, an intolerance there',
      '2[type]',
      () =>
        said(
          [allergy(cc('codeine'), { type: 'intolerance' })],
          [allergy(cc('codeine'), { type: 'allergy' })],
        ),
    ],
    [
      'iodine is no contrast medium',
      '1 1',
      () => said([allergy(cc('Iodine'))], [allergy(cc('IV contrast'))]),
    ],
    [
      'a combination, and the class of one of its parts',
      '1 1 broader narrower',
      () => said([allergy(cc('Bactrim'))], [allergy(cc('sulfa drugs'))]),
    ],
    [
      'contrast in words, and the iodinated one',
      '1 1 broader narrower',
      () => said([allergy(cc('IV contrast dye'))], [allergy(cc('Iodinated contrast media'))]),
    ],
    [
      'shellfish and contrast',
      '1 1',
      () => said([allergy(cc('Shellfish-derived products'))], [allergy(cc('Iodinated contrast media'))]),
    ],
    ['peanut and tree nuts', '1 1', () => said([allergy(cc('Tree nuts'))], [allergy(cc('Peanut'))])],
    [
      'an intolerance here, an allergy there',
      '2[type]',
      () =>
        said(
          [allergy(cc('codeine'), { type: 'intolerance' })],
          [allergy(cc('codeine'), { type: 'allergy' })],
        ),
    ],
  ])('%s: %s', (_name, expected, made) => {
    expect(made()).toBe(expected);
  });
});
