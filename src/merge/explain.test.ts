/** What is said of two records is read by clinicians. */
import { describe, expect, it } from 'vitest';
import { explain } from './index.ts';
import { at, B, encounter, identified, medication, observation, period } from './testing/facts.ts';

describe('the sentence on two records', () => {
  it('names what was compared, without the names that only the tables have', () => {
    expect(
      explain(observation(), observation({ source: B, when: at('2024-03-14T13:02:00Z') })).sentence,
    ).toBe(
      'One fact. The same test, time and value in both. ' +
        'Compared: Glucose; 110 mg/dL; 2024-03-14T08:00:00-05:00 and 2024-03-14T13:02:00Z (allowed: 5 min).',
    );
  });

  it('says whether it was a number or a copy', () => {
    const numbered = { provenance: identified('GH-17', 'urn:oid:2.16.840.1') };
    const day = period('2024-03-14', '2024-03-14');
    const { sentence } = explain(
      encounter({ ...numbered, when: day }),
      encounter({ ...numbered, source: B, when: day }),
    );
    expect(sentence).toBe(
      'One fact. They carry the same identifier. ' +
        'Compared: identifier GH-17; 2024-03-14 to 2024-03-14 (allowed: exact).',
    );
    const copied = {
      ...numbered.provenance,
      identifiers: [],
      metaSource: 'https://x.example/fhir/Encounter/e1',
    };
    const copy = explain(
      encounter({ provenance: copied, when: day }),
      encounter({ provenance: copied, source: B, when: day }),
    );
    expect(copy.sentence).toContain('One is stated to be a copy of the other, or both are of one original.');
  });

  it('has no code in it of what sort of record each is', () => {
    const order = medication('warfarin', '5 mg');
    const { sentence, join } = explain(order, { ...order, source: B, evidence: 'dispense' });
    expect(join?.keys).toContain('dispense + request');
    expect(sentence).not.toMatch(/request|dispense/);
  });
});
