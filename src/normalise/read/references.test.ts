import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../base/index.ts';
import { NOT_LABELLED, UNREADABLE_LABEL } from '../../record/index.ts';
import { read } from '../testing/read.ts';

describe('references, labels and modifiers', () => {
  const base = 'https://ehr.example/fhir';
  it.each([
    ['Patient/1/_history/3', 'Patient/1'],
    [`${base}/Patient/1`, 'Patient/1'],
    [`${base}/Patient/1/_history/2`, 'Patient/1'],
    ['https://ehr.example/fhirother/Patient/1', 'https://ehr.example/fhirother/Patient/1'],
    ['https://other.example/fhir/Patient/1', 'https://other.example/fhir/Patient/1'],
    ['urn:uuid:5f', 'urn:uuid:5f'],
    ['#p', '#p'],
  ])('%s is filed as %s', (reference, filed) => {
    expect(read({ resourceType: 'Observation', subject: { reference } }, base).fact?.subject).toBe(filed);
  });

  it.each<[string, Json]>([
    ['without a code', [{ display: 'restricted' }]],
    ['whose code is no text', [{ system: 'http://x', code: 7 }]],
    ['that is no object', ['R']],
    ['that is no list', 'R'],
    ['among others that can be read', [{ code: 'N' }, null]],
  ])('a label %s is not taken for none', (_what, security) => {
    const { fact: found } = read({ resourceType: 'Observation', meta: { security } });
    expect(found?.sensitivity.classes).toEqual([UNREADABLE_LABEL]);
  });

  it('no label is none', () => {
    for (const security of [null, []])
      expect(read({ resourceType: 'Observation', meta: { security } }).fact?.sensitivity).toBe(NOT_LABELLED);
  });

  it('takes the strictest label, inline and contained ones as well', () => {
    const label = (code: string, system: string): JsonObject => ({
      system: `http://terminology.hl7.org/CodeSystem/${system}`,
      code,
    });
    const { fact: found } = read({
      resourceType: 'Observation',
      meta: { security: [label('N', 'v3-Confidentiality'), label('PROCESSINLINELABEL', 'v3-ActCode')] },
      contained: [
        { resourceType: 'Practitioner', id: 'p', meta: { security: [label('HIV', 'v3-ActCode')] } },
      ],
      note: [
        {
          extension: [
            {
              url: 'http://hl7.org/fhir/uv/security-label-ds4p/StructureDefinition/extension-inline-sec-label',
              valueCoding: label('V', 'v3-Confidentiality'),
            },
          ],
        },
      ],
    });
    expect(found?.sensitivity).toEqual({
      confidentiality: 'V',
      classes: ['HIV'],
      caveats: ['PROCESSINLINELABEL'],
    });
  });

  it.each<[string, JsonObject]>([
    ['at the root', { modifierExtension: [{ url: 'http://example.org/x' }] }],
    ['in a part', { component: [{ modifierExtension: [{ url: 'http://example.org/x' }] }] }],
    [
      'in a contained resource',
      { contained: [{ resourceType: 'Device', modifierExtension: [{ url: 'http://example.org/x' }] }] },
    ],
    ['as rules', { implicitRules: 'http://example.org/rules' }],
  ])('an unknown modifier %s is told, and makes the fact unsafe', (_where, rest) => {
    const { fact: found, problems } = read({ resourceType: 'Observation', ...rest });
    expect(found?.unsafe).toBe(true);
    expect(problems.map((problem) => problem.kind)).toEqual(['unknown-modifier']);
  });

  it('names those who are contained', () => {
    const { fact: found } = read({
      resourceType: 'Observation',
      contained: [{ resourceType: 'Practitioner', id: 'p', name: [{ given: ['Ada'], family: 'Byron' }] }],
      performer: [{ reference: '#p' }, { reference: 'Organization/lab', display: 'Acme Laboratory' }],
    });
    expect(found?.provenance).toMatchObject({
      author: { name: 'Ada Byron' },
      organisation: { name: 'Acme Laboratory' },
    });
  });
});
