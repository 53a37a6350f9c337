/** What several systems make of problems and diagnoses: pairs and triples as they come, and what is said of them. */
import { describe, expect, it } from 'vitest';
import { cc, diagnosis, number, problem, said } from './support.ts';

describe('problems and diagnoses', () => {
  it.each<[name: string, expected: string, made: () => string]>([
    [
      'SNOMED CT and ICD-10-CM',
      '2',
      () =>
        said(
          [problem(cc('sct:44054006|Type 2 diabetes mellitus'))],
          [problem(cc('icd10:E11.9|Type 2 diabetes mellitus without complications'))],
        ),
    ],
    [
      'ICD-9-CM and ICD-10-CM',
      '2',
      () =>
        said(
          [problem(cc('icd9:250.00|DM II'))],
          [problem(cc('icd10:E11.9|Type 2 diabetes mellitus without complications'))],
        ),
    ],
    [
      'congestive heart failure, which ICD-10-CM counts as heart failure without more',
      '2',
      () => said([problem(cc('icd9:428.0|Congestive heart failure'))], [problem(cc('icd10:I50.9'))]),
    ],
    ['a code without its dot', '2', () => said([problem(cc('icd10:E119'))], [problem(cc('icd10:E11.9'))])],
    ['type 1 is not type 2', '1 1', () => said([problem(cc('icd10:E10.9'))], [problem(cc('icd10:E11.9'))])],
    [
      'a disease and the same with a complication',
      '1 1',
      () => said([problem(cc('icd10:E11.40'))], [problem(cc('icd10:E11.9'))]),
    ],
    [
      'an abbreviation in words',
      '2',
      () => said([problem(cc('HTN'))], [problem(cc('icd10:I10|Essential (primary) hypertension'))]),
    ],
    [
      'a code that no table knows, under two names',
      '2',
      () =>
        said(
          [problem(cc('icd10:L93.0|Discoid lupus'))],
          [problem(cc('icd10:L93.0|Discoid lupus erythematosus'))],
        ),
    ],
    [
      'two vocabularies, one name, no map',
      '1 1 possibly-same',
      () =>
        said(
          [problem(cc('sct:200938002|Discoid lupus erythematosus'))],
          [problem(cc('icd10:L93.0|Discoid lupus erythematosus'))],
        ),
    ],
    [
      'two vocabularies, and a record that has both codes',
      '3',
      () =>
        said(
          [problem(cc('sct:200938002|Discoid lupus erythematosus'))],
          [problem(cc('icd10:L93.0|Discoid lupus erythematosus'))],
          [problem(cc('sct:200938002', 'icd10:L93.0'))],
        ),
    ],
    [
      'left and right by the code',
      '1 1',
      () =>
        said(
          [problem(cc('icd10:M17.12|Unilateral primary osteoarthritis, left knee'))],
          [problem(cc('icd10:M17.11|Unilateral primary osteoarthritis, right knee'))],
        ),
    ],
    [
      'left and right by the site',
      '1 1',
      () =>
        said(
          [problem(cc('sct:239873007|Osteoarthritis of knee'), { bodySite: [cc('sct:82169009|Left knee')] })],
          [problem(cc('sct:239873007|Osteoarthritis of knee'), { bodySite: [cc('sct:6757004|Right knee')] })],
        ),
    ],
    [
      'left and right by the words',
      '1 1',
      () =>
        said(
          [problem(cc('sct:239873007|Osteoarthritis of knee', 'OA left knee'))],
          [problem(cc('sct:239873007|Osteoarthritis of knee', 'OA right knee'))],
        ),
    ],
    [
      'left, and no side said',
      '2',
      () =>
        said(
          [problem(cc('sct:239873007|Osteoarthritis of knee', 'OA left knee'))],
          [problem(cc('sct:239873007|Osteoarthritis of knee'))],
        ),
    ],
    [
      'active here, resolved there',
      '2[status]',
      () =>
        said(
          [problem(cc('icd10:I10'), { onsetDateTime: '2015-01-01' })],
          [problem(cc('icd10:I10'), { onsetDateTime: '2015-01-01' }, 'resolved')],
        ),
    ],
    [
      'active here, inactive there',
      '2[status]',
      () => said([problem(cc('icd10:I10'))], [problem(cc('icd10:I10'), {}, 'inactive')]),
    ],
    [
      'pneumonia, twice in three years',
      '1 1',
      () =>
        said(
          [problem(cc('icd10:J18.9|Pneumonia'), { onsetDateTime: '2020-01-01' }, 'resolved')],
          [problem(cc('icd10:J18.9|Pneumonia'), { onsetDateTime: '2023-01-01' }, 'resolved')],
        ),
    ],
    [
      'confirmed here, refuted there',
      '2[verification]',
      () => said([problem(cc('icd10:I10'))], [problem(cc('icd10:I10'), {}, 'active', 'refuted')]),
    ],
    [
      'confirmed here, provisional there',
      '2[verification]',
      () => said([problem(cc('icd10:I10'))], [problem(cc('icd10:I10'), {}, 'active', 'provisional')]),
    ],
    [
      'a visit’s diagnosis under its problem',
      '1 1 part whole',
      () => said([problem(cc('icd10:I10'))], [diagnosis(cc('icd10:I10'), { recordedDate: '2024-03-14' })]),
    ],
    [
      'one diagnosis of one day in two vocabularies',
      '2',
      () =>
        said(
          [diagnosis(cc('icd10:I10'), { recordedDate: '2024-03-14' })],
          [diagnosis(cc('sct:38341003'), { recordedDate: '2024-03-14' })],
        ),
    ],
    [
      'diagnoses of two visits',
      '1 1',
      () =>
        said(
          [diagnosis(cc('icd10:I10'), { recordedDate: '2024-03-14' })],
          [diagnosis(cc('sct:38341003'), { recordedDate: '2024-06-14' })],
        ),
    ],
    [
      'no known problems beside a problem',
      '1 1 contradicts',
      () =>
        said([problem(cc('sct:160245001|No current problems or disability'))], [problem(cc('icd10:I10'))]),
    ],
    [
      'an onset known to the year and to the day',
      '2',
      () =>
        said(
          [problem(cc('icd10:I10'), { onsetDateTime: '2015' })],
          [problem(cc('icd10:I10'), { onsetDateTime: '2015-06-01' })],
        ),
    ],
    [
      'an onset by age',
      '2',
      () =>
        said(
          [problem(cc('icd10:I10'), { onsetAge: { value: 40, unit: 'a' } })],
          [problem(cc('icd10:I10'), { onsetDateTime: '2015-06-01' })],
        ),
    ],
    [
      'an old infarction and an acute one',
      '1 1',
      () => said([problem(cc('icd10:I25.2'))], [problem(cc('icd10:I21.9'))]),
    ],
    [
      'a family history is nobody’s own disease',
      '1 1',
      () =>
        said(
          [problem(cc('icd10:Z80.3|Family history of breast cancer'))],
          [problem(cc('icd10:C50.919|Breast cancer'))],
        ),
    ],
    [
      'a problem that says not what list it is on',
      '2',
      () => said([problem(cc('icd10:I10'), { category: undefined })], [problem(cc('icd10:I10'))]),
    ],
    [
      'a category that nobody knows',
      '2',
      () => said([problem(cc('icd10:I10'), { category: [cc('x')] })], [problem(cc('icd10:I10'))]),
    ],
    [
      'two pregnancies',
      '1 1',
      () =>
        said(
          [
            problem(
              cc('sct:77386006|Pregnancy'),
              { onsetDateTime: '2018-01-01', abatementDateTime: '2018-10-01' },
              'resolved',
            ),
          ],
          [problem(cc('sct:77386006|Pregnancy'), { onsetDateTime: '2021-01-01' })],
        ),
    ],
    [
      'both wrists broken in one fall',
      '1 1',
      () =>
        said(
          [problem(cc('Fracture of left wrist'), { onsetDateTime: '2020-01-01' })],
          [problem(cc('Fracture of right wrist'), { onsetDateTime: '2020-01-01' })],
        ),
    ],
    [
      'two stages of one disease',
      '1 1',
      () => said([problem(cc('icd10:N18.30'))], [problem(cc('icd10:N18.4'))]),
    ],
    [
      'entered in error in the copy',
      '2[verification]',
      () => said([problem(cc('icd10:I10'))], [problem(cc('icd10:I10'), {}, 'active', 'entered-in-error')]),
    ],
    [
      'entered in error, and nothing else said of it',
      '2[status verification]',
      () =>
        said(
          [problem(cc('icd10:I10'), { onsetDateTime: '2015-01-01' })],
          [
            problem(
              cc('icd10:I10'),
              { onsetDateTime: '2015-01-01', clinicalStatus: undefined },
              'active',
              'entered-in-error',
            ),
          ],
        ),
    ],
    [
      'one account number on the diagnoses of two days',
      '1 1',
      () =>
        said(
          [diagnosis(cc('icd10:I10'), { onsetDateTime: '2024-03-14', ...number('ACCT9') })],
          [diagnosis(cc('icd10:I10'), { onsetDateTime: '2024-05-02', ...number('ACCT9') })],
        ),
    ],
    [
      'two infarctions, by their code alone',
      '1 1',
      () =>
        said(
          [problem(cc('icd10:I21.4'), { onsetDateTime: '2015-01-01' })],
          [problem(cc('icd10:I21.4'), { onsetDateTime: '2023-06-01' })],
        ),
    ],
    [
      'the same old infarction',
      '2[date]',
      () =>
        said(
          [problem(cc('icd10:I25.2|Old myocardial infarction'), { onsetDateTime: '2015' })],
          [problem(cc('icd10:I25.2|Old myocardial infarction'), { onsetDateTime: '2018-03-01' })],
        ),
    ],
    [
      'HIV infection, dated twice',
      '2[date]',
      () =>
        said(
          [problem(cc('icd10:B20|HIV infection'), { onsetDateTime: '2005' })],
          [problem(cc('icd10:B20|HIV infection'), { onsetDateTime: '2011-03-01' })],
        ),
    ],
    [
      'pneumonia in German, five years apart',
      '1 1',
      () =>
        said(
          [problem(cc('Lungenentzündung'), { onsetDateTime: '2019-01-10' })],
          [problem(cc('Lungenentzündung'), { onsetDateTime: '2024-01-10' })],
        ),
    ],
    [
      'pneumonia in Spanish, five years apart',
      '1 1',
      () =>
        said(
          [problem(cc('Neumonía'), { onsetDateTime: '2019-01-10' })],
          [problem(cc('Neumonía'), { onsetDateTime: '2024-01-10' })],
        ),
    ],
    [
      'two broken thighs in German',
      '1 1',
      () =>
        said(
          [problem(cc('Oberschenkelfraktur'), { onsetDateTime: '2019-01-10' })],
          [problem(cc('Oberschenkelfraktur'), { onsetDateTime: '2024-01-10' })],
        ),
    ],
    [
      'a fracture at its first visit and at a later one',
      '2',
      () =>
        said(
          [problem(cc('icd10:S52.501A'), { onsetDateTime: '2023-06-01' })],
          [problem(cc('icd10:S52.501D'), { onsetDateTime: '2023-06-01' })],
        ),
    ],
    [
      'a cancer, and the history of it',
      '1 1',
      () =>
        said(
          [problem(cc('icd10:C50.911|Malignant neoplasm of right female breast'))],
          [problem(cc('icd10:Z85.3|Personal history of malignant neoplasm of breast'))],
        ),
    ],
    [
      'what was to be ruled out',
      '1 1',
      () => said([problem(cc('Rule out pneumonia'))], [problem(cc('Pneumonia'))]),
    ],
    [
      'two stages of one disease',
      '1 1',
      () => said([problem(cc('icd10:N18.30|CKD stage 3'))], [problem(cc('icd10:N18.4|CKD stage 4'))]),
    ],
    [
      'two pregnancies',
      '1 1',
      () =>
        said(
          [problem(cc('sct:77386006|Pregnancy'), { onsetDateTime: '2020-01-10' })],
          [problem(cc('sct:77386006|Pregnancy'), { onsetDateTime: '2022-05-10' })],
        ),
    ],
    [
      'heart failure with an ejection fraction does not pass',
      '2[date]',
      () =>
        said(
          [
            problem(cc('icd10:I50.20|Heart failure with reduced ejection fraction'), {
              onsetDateTime: '2019',
            }),
          ],
          [
            problem(cc('icd10:I50.20|Heart failure with reduced ejection fraction'), {
              onsetDateTime: '2021',
            }),
          ],
        ),
    ],
    [
      'bronchial asthma does not pass',
      '2[date]',
      () =>
        said(
          [problem(cc('Bronchial asthma'), { onsetDateTime: '2001' })],
          [problem(cc('Bronchial asthma'), { onsetDateTime: '2012' })],
        ),
    ],
  ])('%s: %s', (_name, expected, made) => {
    expect(made()).toBe(expected);
  });
});
