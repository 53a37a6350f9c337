import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../base/index.ts';
import { withMedication } from '../read/drug.ts';
import { factOf } from '../testing/read.ts';

describe('a medication', () => {
  const request = (rest: JsonObject) => factOf('medication', { resourceType: 'MedicationRequest', ...rest });
  const warfarin: JsonObject = { text: 'Warfarin 5 mg tablet' };

  it('has its drug from a concept, a contained product, and a product found later', () => {
    expect(request({ medicationCodeableConcept: warfarin }).title).toBe('Warfarin 5 mg tablet');
    const inside = request({
      contained: [{ resourceType: 'Medication', id: 'm', code: warfarin }],
      medicationReference: { reference: '#m' },
    });
    expect(inside.title).toBe('Warfarin 5 mg tablet');
    expect(inside.drug.ingredients).toEqual(
      request({ medicationCodeableConcept: warfarin }).drug.ingredients,
    );
    const apart = request({ doNotPerform: true, medicationReference: { reference: 'Medication/7' } });
    expect(apart.title).toBe('Do not give: Medication not named');
    expect(apart.links).toContainEqual({ role: 'medication', ref: 'Medication/7' });
    const named = withMedication(
      apart,
      factOf('support', { resourceType: 'Medication', id: '7', code: warfarin }),
    );
    expect(named).toMatchObject({
      title: 'Do not give: Warfarin 5 mg tablet',
      drug: inside.drug,
      code: { text: 'Warfarin 5 mg tablet' },
    });
  });

  it('of R5 is named by its concept, or by the reference beside it', () => {
    expect(request({ medication: { concept: warfarin } }).title).toBe('Warfarin 5 mg tablet');
    expect(
      request({ medication: { reference: { reference: 'Medication/7', display: 'Warfarin' } } }).title,
    ).toBe('Warfarin');
  });

  it('counts doses a day only where the timing is simple', () => {
    const perDay = (dosage: JsonObject) => request({ dosageInstruction: [dosage] }).doses[0]?.perDay;
    const repeat = (rest: JsonObject): JsonObject => ({ timing: { repeat: rest } });
    expect(perDay(repeat({ frequency: 2, period: 1, periodUnit: 'd' }))).toBe(2);
    expect(perDay(repeat({ frequency: 1, period: 8, periodUnit: 'h' }))).toBe(3);
    expect(perDay(repeat({ when: ['MORN', 'EVE'] }))).toBe(2);
    expect(perDay({ timing: { code: { coding: [{ code: 'TID' }] } } })).toBe(3);
    expect(
      perDay({ asNeededBoolean: true, ...repeat({ frequency: 2, period: 1, periodUnit: 'd' }) }),
    ).toBeNull();
    expect(perDay(repeat({ frequency: 1, period: 1, periodUnit: 'd', dayOfWeek: ['mon'] }))).toBeNull();
    expect(perDay(repeat({ frequency: 1, frequencyMax: 2, period: 1, periodUnit: 'd' }))).toBeNull();
  });

  it('lasts as its doses say, from when it was written at the latest', () => {
    const when = request({
      authoredOn: '2015-01-01',
      dosageInstruction: [{ timing: { repeat: { boundsPeriod: { end: '2015-01-10' } } } }],
    }).when;
    expect(when).toMatchObject({
      kind: 'period',
      start: { text: '2015-01-01' },
      end: { text: '2015-01-10' },
    });
    expect(request({ authoredOn: '2015-01-01' }).when).toMatchObject({ kind: 'at' });
  });

  it('dispensed for 30 days reaches to the thirtieth, by the calendar of its source', () => {
    const dispensed = (supply: JsonObject) =>
      factOf('medication', {
        resourceType: 'MedicationDispense',
        status: 'completed',
        whenHandedOver: '2015-03-01T23:30:00-05:00',
        daysSupply: supply,
      });
    expect(dispensed({ value: 30, unit: 'days', code: 'd' }).when).toMatchObject({
      kind: 'period',
      end: { text: '2015-03-30', precision: 'day' },
    });
    expect(dispensed({ value: 30, unit: 'tablets' }).when.kind).toBe('at');
    expect(dispensed({ value: 30, code: 'd' }).status.standing).toBe('unknown');
  });

  it('that is not taken is a negative, in every version', () => {
    const negatives: JsonObject[] = [
      { resourceType: 'MedicationStatement', status: 'not-taken' },
      { resourceType: 'MedicationStatement', status: 'completed', taken: 'n' },
      { resourceType: 'MedicationStatement', status: 'active', wasNotTaken: true },
      { resourceType: 'MedicationAdministration', status: 'completed', notGiven: true },
      {
        resourceType: 'MedicationRequest',
        status: 'active',
        modifierExtension: [
          { url: 'http://hl7.org/fhir/StructureDefinition/request-doNotPerform', valueBoolean: true },
        ],
      },
    ];
    for (const one of negatives) {
      const found = factOf('medication', { ...one, medicationCodeableConcept: warfarin });
      expect(found).toMatchObject({ negation: true, unsafe: false, status: { standing: 'not-done' } });
      expect(found.title).toMatch(/^(Not taken|Not given|Do not give): Warfarin/);
    }
  });
});
