/** What several systems make of results, vital signs, social history: pairs and triples as they come, and what is said of them. */
import { describe, expect, it } from 'vitest';
import { cc, number, obs, said, value } from './support.ts';

const G = cc('loinc:2345-7|Glucose');
const bp = (systolic: string, diastolic: string | null, more: object = {}) =>
  obs(
    cc('loinc:85354-9|Blood pressure'),
    {
      component: [
        { code: cc('loinc:8480-6|Systolic'), ...value(`${systolic} mm[Hg]`) },
        ...(diastolic === null
          ? []
          : [{ code: cc('loinc:8462-4|Diastolic'), ...value(`${diastolic} mm[Hg]`) }]),
      ],
    },
    { ...more },
  );
const smoking = (answer: string) =>
  obs(
    cc('loinc:72166-2|Tobacco smoking status'),
    { valueCodeableConcept: cc(answer) },
    {
      effectiveDateTime: '2024-03-14',
      category: [
        {
          coding: [
            { system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'social-history' },
          ],
        },
      ],
    },
  );
const culture = (specimen: string) =>
  obs(
    cc('loinc:600-7|Bacteria identified in Blood by Culture'),
    { valueString: 'No growth' },
    { specimen: { display: specimen } },
  );

describe('results, vital signs, social history', () => {
  it.each<[name: string, expected: string, made: () => string]>([
    [
      'a local code beside the standard one',
      '2',
      () => said([obs(G, '110 mg/dL')], [obs(cc('loinc:2345-7', 'local:GLU', 'Glucose Lvl'), '110 mg/dL')]),
    ],
    [
      'a local code whose words the tables know',
      '2',
      () => said([obs(G, '110 mg/dL')], [obs(cc('local:GLU|Glucose'), '110 mg/dL')]),
    ],
    [
      'a local code in a laboratory’s own abbreviation is left apart',
      '1 1',
      () => said([obs(G, '110 mg/dL')], [obs(cc('local:GLU|GLU,SER,QN'), '110 mg/dL')]),
    ],
    [
      'a well-known name without any code',
      '2',
      () => said([obs(G, '110 mg/dL')], [obs(cc('Glucose'), '110 mg/dL')]),
    ],
    [
      'an unknown name, the same in both',
      '2',
      () => said([obs(cc('Zonulin'), '5 ng/mL')], [obs(cc('Zonulin'), '5 ng/mL')]),
    ],
    [
      'one standard code that the tables do not know',
      '2',
      () => said([obs(cc('loinc:99999-9|Foo'), '5 ng/mL')], [obs(cc('loinc:99999-9|Bar'), '5 ng/mL')]),
    ],
    ['mg/dL and mmol/L', '2', () => said([obs(G, '110 mg/dL')], [obs(G, '6.1 mmol/L')])],
    [
      'mg/dL and mmol/L that do not agree',
      '1 1 possibly-same',
      () => said([obs(G, '110 mg/dL')], [obs(G, '7.1 mmol/L')]),
    ],
    [
      'a unit in words, without its code',
      '2',
      () => said([obs(G, '110 mg/dL')], [obs(G, value('110 mg/dL', false))]),
    ],
    ['no unit at all, the same digits', '2', () => said([obs(G, '110 mg/dL')], [obs(G, value('110'))])],
    [
      'no unit, and digits of another unit',
      '1 1 possibly-same',
      () => said([obs(G, '6.1 mmol/L')], [obs(G, value('110'))]),
    ],
    ['a number written as text', '2', () => said([obs(G, '110 mg/dL')], [obs(G, { valueString: '110' })])],
    [
      'a number and its unit written as text',
      '2',
      () => said([obs(G, '110 mg/dL')], [obs(G, { valueString: '110 mg/dL' })]),
    ],
    ['below the limit in both', '2', () => said([obs(G, '<5 mg/dL')], [obs(G, '<5 mg/dL')])],
    ['below the limit, once as text', '2', () => said([obs(G, '<5 mg/dL')], [obs(G, { valueString: '<5' })])],
    ['<5 is not 5', '1 1 possibly-same', () => said([obs(G, '<5 mg/dL')], [obs(G, '5 mg/dL')])],
    [
      'a day here, an hour there',
      '2',
      () => said([obs(G, '110 mg/dL')], [obs(G, '110 mg/dL', { effectiveDateTime: '2024-03-14' })]),
    ],
    [
      'a midnight that may stand for its day (UTC)',
      '1 1 possibly-same',
      () => said([obs(G, '110 mg/dL')], [obs(G, '110 mg/dL', { effectiveDateTime: '2024-03-14T00:00:00Z' })]),
    ],
    [
      'a midnight and the day it begins',
      '2',
      () =>
        said(
          [obs(G, '110 mg/dL', { effectiveDateTime: '2024-03-14' })],
          [obs(G, '110 mg/dL', { effectiveDateTime: '2024-03-14T00:00:00Z' })],
        ),
    ],
    [
      'a midnight that may stand for its day (local)',
      '1 1 possibly-same',
      () =>
        said(
          [obs(G, '110 mg/dL')],
          [obs(G, '110 mg/dL', { effectiveDateTime: '2024-03-14T00:00:00-05:00' })],
        ),
    ],
    [
      'an evening, and the next day by UTC',
      '1 1 possibly-same',
      () =>
        said(
          [obs(G, '110 mg/dL', { effectiveDateTime: '2024-03-14T22:30:00-05:00' })],
          [obs(G, '110 mg/dL', { effectiveDateTime: '2024-03-15' })],
        ),
    ],
    [
      'one hour apart',
      '1 1 possibly-same',
      () =>
        said(
          [obs(G, '110 mg/dL')],
          [obs(G, '110 mg/dL', { effectiveDateTime: '2024-03-14T13:00:00-05:00' })],
        ),
    ],
    [
      'the clock on the wall written as UTC',
      '1 1 possibly-same',
      () => said([obs(G, '110 mg/dL')], [obs(G, '110 mg/dL', { effectiveDateTime: '2024-03-14T12:00:00Z' })]),
    ],
    [
      'a preliminary result and its final one in one system',
      '2[status]',
      () => said([obs(G, '110 mg/dL', { status: 'preliminary' }), obs(G, '110 mg/dL')]),
    ],
    [
      'a correction under the same number',
      '2[value status]',
      () =>
        said([
          obs(G, '110 mg/dL', number('X1')),
          obs(G, '190 mg/dL', { status: 'corrected', ...number('X1') }),
        ]),
    ],
    [
      'a corrected value elsewhere, without a number',
      '1 1 possibly-same',
      () => said([obs(G, '110 mg/dL')], [obs(G, '190 mg/dL', { status: 'corrected' })]),
    ],
    [
      'entered in error in the copy',
      '2[status]',
      () => said([obs(G, '110 mg/dL')], [obs(G, '110 mg/dL', { status: 'entered-in-error' })]),
    ],
    [
      'entered in error beside its twin in one system',
      '2[status]',
      () => said([obs(G, '110 mg/dL'), obs(G, '110 mg/dL', { status: 'entered-in-error' })]),
    ],
    ['blood pressure', '2', () => said([bp('120', '80')], [bp('120', '80')])],
    [
      'blood pressure under two codes of the panel',
      '2',
      () => said([bp('120', '80')], [{ ...bp('120', '80'), code: cc('loinc:55284-4|BP') }]),
    ],
    [
      'blood pressure with another diastolic value',
      '1 1 possibly-same',
      () => said([bp('120', '80')], [bp('120', '85')]),
    ],
    [
      'a lone systolic value beside the panel',
      '1 1 part whole',
      () => said([bp('120', '80')], [obs(cc('loinc:8480-6'), '120 mm[Hg]')]),
    ],
    [
      'systolic and diastolic alone beside the panel',
      '1 1 1 part whole',
      () =>
        said(
          [bp('120', '80')],
          [obs(cc('loinc:8480-6'), '120 mm[Hg]'), obs(cc('loinc:8462-4'), '80 mm[Hg]')],
        ),
    ],
    [
      'components in another order',
      '2',
      () =>
        said(
          [bp('120', '80')],
          [
            obs(cc('loinc:85354-9'), {
              component: [
                { code: cc('loinc:8462-4'), ...value('80 mm[Hg]') },
                { code: cc('loinc:8480-6'), ...value('120 mm[Hg]') },
              ],
            }),
          ],
        ),
    ],
    [
      'mm[Hg] and mmHg',
      '2',
      () =>
        said(
          [bp('120', '80')],
          [
            obs(cc('loinc:85354-9'), {
              component: [
                { code: cc('loinc:8462-4'), ...value('80 mmHg', false) },
                { code: cc('loinc:8480-6'), ...value('120 mmHg', false) },
              ],
            }),
          ],
        ),
    ],
    [
      'cultures of two arms, named beside the reference',
      '1 1',
      () => said([culture('Blood, left arm')], [culture('Blood, right arm')]),
    ],
    ['cultures of one arm', '2', () => said([culture('Blood, left arm')], [culture('Blood, left arm')])],
    [
      'two arms in two systems',
      '2 2',
      () => said([culture('Left arm'), culture('Right arm')], [culture('Left arm'), culture('Right arm')]),
    ],
    [
      'two arms, and a culture that names none',
      '1 1 1 possibly-same',
      () =>
        said(
          [culture('Left arm'), culture('Right arm')],
          [obs(cc('loinc:600-7'), { valueString: 'No growth' })],
        ),
    ],
    [
      'the same value two hours later',
      '1 1',
      () =>
        said(
          [obs(G, '110 mg/dL')],
          [obs(G, '110 mg/dL', { effectiveDateTime: '2024-03-14T14:00:00-05:00' })],
        ),
    ],
    [
      'one laboratory gave two numbers',
      '1 1',
      () => said([obs(G, '110 mg/dL', number('L1'))], [obs(G, '110 mg/dL', number('L2'))]),
    ],
    [
      'numbers of two laboratories',
      '2',
      () => said([obs(G, '110 mg/dL', number('L1', 'urn:a'))], [obs(G, '110 mg/dL', number('L2', 'urn:b'))]),
    ],
    [
      'HbA1c in % and mmol/mol',
      '2',
      () => said([obs(cc('loinc:4548-4'), '8.2 %')], [obs(cc('loinc:59261-8'), '66 mmol/mol')]),
    ],
    [
      'creatinine in mg/dL and µmol/L',
      '2',
      () => said([obs(cc('loinc:2160-0'), '1.1 mg/dL')], [obs(cc('loinc:14682-9'), '97 umol/L')]),
    ],
    [
      'weight in kg and lb',
      '2',
      () => said([obs(cc('loinc:29463-7'), '70 kg')], [obs(cc('loinc:29463-7'), '154.3 [lb_av]')]),
    ],
    [
      'weight in kg and in whole pounds',
      '2',
      () => said([obs(cc('loinc:29463-7'), '70.1 kg')], [obs(cc('loinc:29463-7'), '155 [lb_av]')]),
    ],
    [
      'weight, measured or not said',
      '2',
      () => said([obs(cc('loinc:29463-7'), '70 kg')], [obs(cc('loinc:3141-9'), '70 kg')]),
    ],
    [
      'temperature in °C and °F',
      '2',
      () => said([obs(cc('loinc:8310-5'), '37 Cel')], [obs(cc('loinc:8310-5'), '98.6 [degF]')]),
    ],
    [
      'cholesterol in mg/dL and mmol/L',
      '2',
      () => said([obs(cc('loinc:2093-3'), '200 mg/dL')], [obs(cc('loinc:14647-2'), '5.17 mmol/L')]),
    ],
    [
      'haemoglobin in g/dL and g/L',
      '2',
      () => said([obs(cc('loinc:718-7'), '13.5 g/dL')], [obs(cc('loinc:718-7'), '135 g/L')]),
    ],
    [
      'white cells in 10*3/uL and K/uL',
      '2',
      () =>
        said([obs(cc('loinc:6690-2'), '7.5 10*3/uL')], [obs(cc('loinc:6690-2'), value('7.5 K/uL', false))]),
    ],
    [
      'white cells in 10*3/uL and 10*9/L',
      '2',
      () => said([obs(cc('loinc:6690-2'), '7.5 10*3/uL')], [obs(cc('loinc:6690-2'), '7.5 10*9/L')]),
    ],
    [
      'white cells in 10*3/uL and /uL',
      '2',
      () => said([obs(cc('loinc:6690-2'), '7.5 10*3/uL')], [obs(cc('loinc:6690-2'), '7500 /uL')]),
    ],
    [
      'fasting glucose is another test',
      '1 1',
      () => said([obs(G, '110 mg/dL')], [obs(cc('loinc:1558-6'), '110 mg/dL')]),
    ],
    [
      'smoking status coded and in words',
      '2',
      () =>
        said(
          [
            obs(
              cc('loinc:72166-2'),
              { valueCodeableConcept: cc('sct:8517006|Former smoker') },
              { effectiveDateTime: '2024-03-14' },
            ),
          ],
          [
            obs(
              cc('loinc:72166-2'),
              { valueCodeableConcept: cc('Former smoker') },
              { effectiveDateTime: '2024-03-14' },
            ),
          ],
        ),
    ],
    [
      'smoking status under two names of one code',
      '2',
      () =>
        said(
          [
            obs(
              cc('loinc:72166-2'),
              { valueCodeableConcept: cc('sct:8517006|Former smoker') },
              { effectiveDateTime: '2024-03-14' },
            ),
          ],
          [
            obs(
              cc('loinc:72166-2'),
              { valueCodeableConcept: cc('sct:8517006|Ex-smoker') },
              { effectiveDateTime: '2024-03-14' },
            ),
          ],
        ),
    ],
    [
      'detected, coded and in words',
      '2',
      () =>
        said(
          [obs(cc('loinc:94500-6'), { valueCodeableConcept: cc('sct:260373001|Detected') })],
          [obs(cc('loinc:94500-6'), { valueString: 'Detected' })],
        ),
    ],
    [
      'detected here, positive there',
      '2',
      () =>
        said(
          [obs(cc('loinc:94500-6'), { valueCodeableConcept: cc('sct:260373001|Detected') })],
          [obs(cc('loinc:94500-6'), { valueCodeableConcept: cc('sct:10828004|Positive') })],
        ),
    ],
    [
      'detected here, not detected there',
      '1 1 possibly-same',
      () =>
        said(
          [obs(cc('loinc:94500-6'), { valueCodeableConcept: cc('sct:260373001|Detected') })],
          [obs(cc('loinc:94500-6'), { valueCodeableConcept: cc('sct:260415000|Not detected') })],
        ),
    ],
    [
      'a day that fits two hours of one day fits neither',
      '1 1 1 possibly-same',
      () =>
        said(
          [obs(G, '110 mg/dL')],
          [obs(G, '110 mg/dL', { effectiveDateTime: '2024-03-14' })],
          [obs(G, '110 mg/dL', { effectiveDateTime: '2024-03-14T17:00:00-05:00' })],
        ),
    ],
    [
      'three clocks, each four minutes after the other',
      '3[date]',
      () =>
        said(
          [obs(G, '110 mg/dL')],
          [obs(G, '110 mg/dL', { effectiveDateTime: '2024-03-14T12:04:00-05:00' })],
          [obs(G, '110 mg/dL', { effectiveDateTime: '2024-03-14T12:08:00-05:00' })],
        ),
    ],
    [
      'a result that one system lists twice',
      '3',
      () => said([obs(G, '110 mg/dL'), obs(G, '110 mg/dL')], [obs(G, '110 mg/dL')]),
    ],
    [
      'a stated copy that lost the day',
      '2',
      () =>
        said(
          [obs(G, '110 mg/dL', { id: 'glu-orig-1' })],
          [
            obs(G, '110 mg/dL', {
              effectiveDateTime: '2024-03',
              derivedFrom: [{ reference: 'https://a.example/fhir/Observation/glu-orig-1' }],
            }),
          ],
        ),
    ],
    [
      'a stated copy that lost code, unit and hour',
      '2',
      () =>
        said(
          [obs(G, '110 mg/dL', { id: 'glu-orig-2' })],
          [
            obs(
              cc('Glucose'),
              { valueString: '110' },
              {
                effectiveDateTime: '2024-03-14',
                meta: { source: 'https://a.example/fhir/Observation/glu-orig-2' },
              },
            ),
          ],
        ),
    ],
    [
      'undated here',
      '1 1 possibly-same',
      () => said([obs(G, '110 mg/dL')], [obs(G, '110 mg/dL', { effectiveDateTime: undefined })]),
    ],
    [
      'undated here, issued at one time',
      '1 1 possibly-same',
      () =>
        said(
          [obs(G, '110 mg/dL', { issued: '2024-03-14T15:00:00-05:00' })],
          [obs(G, '110 mg/dL', { effectiveDateTime: undefined, issued: '2024-03-14T15:00:00-05:00' })],
        ),
    ],
    [
      'no value in either, for one reason',
      '2',
      () => said([obs(G, { dataAbsentReason: cc('x') })], [obs(G, { dataAbsentReason: cc('x') })]),
    ],
    [
      'a value here, a reason for none there',
      '1 1 possibly-same',
      () => said([obs(G, '110 mg/dL')], [obs(G, { dataAbsentReason: cc('x') })]),
    ],
    [
      'zero',
      '2',
      () =>
        said(
          [obs(cc('loinc:72514-3|Pain'), { valueInteger: 0 })],
          [obs(cc('loinc:72514-3|Pain'), { valueInteger: 0 })],
        ),
    ],
    [
      'zero as an integer and as a quantity',
      '2',
      () =>
        said(
          [obs(cc('loinc:72514-3|Pain'), { valueInteger: 0 })],
          [obs(cc('loinc:72514-3|Pain'), '0 {score}')],
        ),
    ],
    [
      'oxygen saturation by pulse oximetry, and not said',
      '2',
      () => said([obs(cc('loinc:59408-5'), '98 %')], [obs(cc('loinc:2708-6'), '98 %')]),
    ],
    [
      'heart rate by name, in bpm',
      '2',
      () => said([obs(cc('loinc:8867-4'), '72 /min')], [obs(cc('Heart rate'), value('72 bpm', false))]),
    ],
    [
      'high here, normal there',
      '2[interpretation]',
      () =>
        said(
          [obs(G, '110 mg/dL', { interpretation: [cc('H')] })],
          [obs(G, '110 mg/dL', { interpretation: [cc('N')] })],
        ),
    ],
    [
      'a finger stick and the laboratory in one minute, of one system',
      '1 1',
      () => said([obs(G, '110 mg/dL'), obs(cc('loinc:2340-8|Glucose by test strip'), '110 mg/dL')]),
    ],
    [
      'glucose of urine and of blood',
      '1 1',
      () =>
        said([obs(cc('loinc:2350-7|Glucose [Mass/volume] in Urine'), '110 mg/dL')], [obs(G, '110 mg/dL')]),
    ],
    [
      'fasting and any glucose',
      '1 1',
      () => said([obs(cc('loinc:1558-6|Fasting glucose'), '110 mg/dL')], [obs(G, '110 mg/dL')]),
    ],
    [
      'troponin I and T',
      '1 1',
      () =>
        said(
          [obs(cc('loinc:10839-9|Troponin I'), '0.04 ng/mL')],
          [obs(cc('loinc:6598-7|Troponin T'), '0.04 ng/mL')],
        ),
    ],
    [
      'free and total',
      '1 1',
      () => said([obs(cc('loinc:3024-7|Free T4'), '1.1 ng/dL')], [obs(cc('loinc:3026-2|T4'), '1.1 ng/dL')]),
    ],
    [
      'an antigen and a PCR, both negative',
      '1 1',
      () =>
        said(
          [obs(cc('loinc:94500-6|SARS-CoV-2 RNA'), 'Not detected')],
          [obs(cc('loinc:94558-4|SARS-CoV-2 Ag'), 'Not detected')],
        ),
    ],
    [
      'percent and absolute count',
      '1 1',
      () =>
        said(
          [obs(cc('loinc:770-8|Neutrophils/100 leukocytes'), '6 %')],
          [obs(cc('loinc:751-8|Neutrophils'), '6 10*3/uL')],
        ),
    ],
    [
      'white cells in three spellings of one unit',
      '3',
      () =>
        said(
          [obs(cc('loinc:6690-2'), value('7.2 K/uL', false))],
          [obs(cc('loinc:6690-2'), value('7.2 x10E3/uL', false))],
          [obs(cc('loinc:6690-2'), '7.2 10*3/uL')],
        ),
    ],
    [
      'an early culture and its final, by one number',
      '2[status value]',
      () =>
        said(
          [obs(cc('loinc:600-7'), 'No growth to date', { status: 'preliminary', ...number('BC-1') })],
          [obs(cc('loinc:600-7'), 'Staphylococcus epidermidis', number('BC-1'))],
        ),
    ],
    [
      'pressure of the left and of the right arm',
      '1 1',
      () =>
        said(
          [obs(cc('loinc:8480-6'), '140 mm[Hg]', { bodySite: cc('sct:368208006|Left upper arm') })],
          [obs(cc('loinc:8480-6'), '140 mm[Hg]', { bodySite: cc('sct:368209003|Right upper arm') })],
        ),
    ],
    [
      'smoked here and never smoked there, on one day',
      '1 1 possibly-same',
      () => said([smoking('sct:8517006|Former smoker')], [smoking('sct:266919005|Never smoker')]),
    ],
  ])('%s: %s', (_name, expected, made) => {
    expect(made()).toBe(expected);
  });
});
