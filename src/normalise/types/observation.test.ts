import { describe, expect, it } from 'vitest';
import { parseJson, type JsonObject } from '../../base/index.ts';
import { factOf, read } from '../testing/read.ts';

const coded = (code: string, text?: string): JsonObject => ({
  coding: [{ system: 'http://loinc.org', code }],
  ...(text === undefined ? {} : { text }),
});

describe('an observation', () => {
  const value = (rest: JsonObject) => {
    const { fact: found } = read({ resourceType: 'Observation', code: coded('1'), ...rest });
    return found !== null && 'value' in found ? found.value : undefined;
  };

  it('keeps 0, false, and the digits of the source', () => {
    expect(value({ valueInteger: 0 })).toEqual({ kind: 'integer', value: 0, text: '0' });
    expect(value({ valueBoolean: false })).toEqual({ kind: 'boolean', value: false });
    const exact = parseJson(
      '{"resourceType":"Observation","valueQuantity":{"value":70.10,"unit":"kg"}}',
    ) as JsonObject;
    expect(read(exact).fact).toMatchObject({
      value: { quantity: { text: '70.10', value: 70.1, unit: 'kg' } },
    });
    expect(value({ valueQuantity: { value: 0, unit: 'mg' } })).toMatchObject({
      quantity: { text: '0', value: 0 },
    });
  });

  it('shares a value that another one has, and none that differs in anything', () => {
    const pulse = { value: 71.5, unit: '/min', system: 'http://unitsofmeasure.org', code: '/min' };
    const first = value({ valueQuantity: pulse });
    expect(value({ valueQuantity: { ...pulse } })).toBe(first);
    for (const other of [{ unit: 'bpm' }, { code: '{beats}/min' }, { system: 'urn:x' }, { comparator: '<' }])
      expect(value({ valueQuantity: { ...pulse, ...other } })).not.toEqual(first);
  });

  it('keeps the comparator: less than five is not five', () => {
    expect(value({ valueQuantity: { value: 5, comparator: '<', unit: 'mg/L' } })).toMatchObject({
      quantity: { comparator: '<' },
    });
  });

  it('shows a quantity that is none as its words, and does not compute with it', () => {
    expect(value({ valueQuantity: { value: '5,4', unit: 'mmol/L' } })).toEqual({
      kind: 'text',
      text: '5,4 mmol/L',
    });
    expect(value({ valueQuantity: { value: 5, comparator: '~', unit: 'mg' } })).toEqual({
      kind: 'text',
      text: '~ 5 mg',
    });
  });

  it.each<[JsonObject, unknown]>([
    [{ valueString: 'No growth' }, { kind: 'text', text: 'No growth' }],
    [{ valueTime: '08:30:00' }, { kind: 'time', text: '08:30:00' }],
    [{ valueDateTime: '2015' }, { kind: 'date', date: { kind: 'at', at: { text: '2015' } } }],
    [
      { valueRatio: { numerator: { value: 1 }, denominator: { value: 128 } } },
      { kind: 'ratio', denominator: { text: '128' } },
    ],
    [{ valueRange: { low: { value: 2 } } }, { kind: 'range', low: { text: '2' }, high: null }],
    [{ valueCodeableConcept: { text: 'Positive' } }, { kind: 'concept', concept: { display: 'Positive' } }],
    [
      {
        extension: [
          {
            url: 'http://hl7.org/fhir/5.0/StructureDefinition/extension-Observation.value',
            valueAttachment: { title: 'ECG' },
          },
        ],
      },
      { kind: 'attachment', title: 'ECG' },
    ],
    [{ valueSampledData: { data: '1 2 3' } }, { kind: 'sampled', text: '1 2 3' }],
    [{ valueAttachment: { title: 'ECG' } }, { kind: 'attachment', title: 'ECG' }],
    [
      {
        dataAbsentReason: {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code: 'masked' }],
        },
      },
      { kind: 'absent', reason: 'masked' },
    ],
    [
      {
        _valueString: {
          extension: [
            {
              url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
              valueCode: 'asked-declined',
            },
          ],
        },
      },
      { kind: 'absent', reason: 'asked-declined' },
    ],
  ])('reads %j', (rest, expected) => {
    expect(value(rest)).toMatchObject(expected as object);
  });

  it('says nothing about normality where the source does not', () => {
    expect(read({ resourceType: 'Observation', code: coded('1') }).fact).toMatchObject({
      interpretation: [],
      value: null,
      status: { code: 'unknown', standing: 'unknown' },
    });
  });

  it('keeps its ranges, one-sided, negative and zero, and whom they are for', () => {
    const ranges = [
      { low: { value: -2 }, high: { value: 0 }, appliesTo: [{ text: 'women' }] },
      { text: 'negative' },
    ];
    expect(
      factOf('observation', { resourceType: 'Observation', referenceRange: ranges }).ranges,
    ).toMatchObject([
      { low: { value: -2 }, high: { value: 0 }, appliesTo: 'women', type: null },
      { low: null, high: null, text: 'negative' },
    ]);
  });

  it('is a panel with components or members, and social by its category', () => {
    expect(read({ resourceType: 'Observation', component: [{ code: coded('8480-6') }] }).fact?.kind).toBe(
      'panel',
    );
    expect(
      read({ resourceType: 'Observation', hasMember: [{ reference: 'Observation/1' }] }).fact?.kind,
    ).toBe('panel');
    const social = { coding: [{ code: 'social-history' }] };
    expect(read({ resourceType: 'Observation', category: [social] }).fact?.kind).toBe('social');
  });

  it('of STU3 and DSTU2 is read from the elements that they had', () => {
    const older = factOf('panel', {
      resourceType: 'Observation',
      context: { reference: 'Encounter/1' },
      comment: 'haemolysed',
      category: { coding: [{ code: 'laboratory' }] },
      related: [{ type: 'has-member', target: { reference: 'Observation/2' } }],
    });
    expect(older.notes).toEqual([{ text: 'haemolysed', author: null, time: null }]);
    expect(older.categories).toEqual(['laboratory']);
    expect(older.links).toEqual([
      { role: 'encounter', ref: 'Encounter/1' },
      { role: 'has-member', ref: 'Observation/2' },
    ]);
  });
});
