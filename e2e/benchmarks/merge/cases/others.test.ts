/** What several systems make of devices, coverage and family history: pairs as they come, and what is said of them. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/base/index.ts';
import { cc, said } from './support.ts';

let next = 0;
const patients = (resourceType: string, fields: object): JsonObject =>
  ({
    resourceType,
    id: `o${++next}`,
    patient: { reference: 'Patient/p' },
    ...fields,
  }) as unknown as JsonObject;

const MODEL = '00643169007222';
const device = (type: JsonObject, serialNumber: string | null, udi: string | null = null) =>
  patients('Device', {
    type,
    ...(serialNumber === null ? {} : { serialNumber }),
    udiCarrier: [{ deviceIdentifier: MODEL, ...(udi === null ? {} : { carrierHRF: udi }) }],
  });
const HIP = cc('sct:304120007|Total hip prosthesis');
const PACEMAKER = cc('sct:14106009|Cardiac pacemaker');
const relative = (who: string) =>
  patients('FamilyMemberHistory', {
    status: 'completed',
    relationship: cc(who),
    condition: [{ code: cc('Diabetes') }],
  });

describe('devices and family', () => {
  it.each<[name: string, expected: string, made: () => string]>([
    [
      'one serial number under two names',
      '2',
      () => said([device(PACEMAKER, 'SN-77812')], [device(cc('Pacemaker'), 'SN-77812')]),
    ],
    [
      'one serial number, here by itself and there in the UDI',
      '2',
      () => said([device(PACEMAKER, 'SN77812')], [device(PACEMAKER, null, `(01)${MODEL}(21)SN77812`)]),
    ],
    ['two hips of one model', '1 1', () => said([device(HIP, 'AAA-1')], [device(HIP, 'BBB-2')])],
    [
      'one model without a serial number',
      '1 1 possibly-same',
      () => said([device(HIP, null)], [device(HIP, 'BBB-2')]),
    ],
    ['the mother’s diabetes and the father’s', '1 1', () => said([relative('Mother')], [relative('Father')])],
  ])('%s: %s', (_name, expected, made) => {
    expect(made()).toBe(expected);
  });
});
