import { describe, expect, it } from 'vitest';
import { resourceRef, sourceId, type ResourceRef } from '../record/index.ts';
import type { Act, AuditEntry, AuditSource } from './entry.ts';
import { auditEvent } from './event.ts';
import { balpFaults } from '../../e2e/sandbox/testing/balp.ts';

const ref = (text: string): ResourceRef => {
  const read = resourceRef(text);
  if (!read) throw new Error(text);
  return read;
};
const AT: AuditSource = {
  source: sourceId('general'),
  name: 'General Hospital',
  base: 'https://ehr.example/fhir',
  clientId: 'throughline',
  patient: ref('Patient/7'),
  user: 'Practitioner/3',
};
const WHERE = { app: 'https://app.example', recorded: '2026-03-04T05:06:07.000Z' };
const query = (change: Partial<Extract<AuditEntry, { kind: 'query' }>> = {}): AuditEntry => ({
  kind: 'query',
  at: AT,
  query: `${AT.base}/Observation?patient=7&note=ü`,
  requestId: 'r-1',
  ...change,
});
const read = (what: string, at = AT): AuditEntry => ({ kind: 'read', at, ref: ref(what), requestId: null });

describe('an AuditEvent of a request', () => {
  it.each<[string, AuditEntry, string]>([
    ['a search for a patient', query(), 'PatientQuery'],
    ['a search before anybody is known', query({ at: { ...AT, patient: null } }), 'Query'],
    ['a search where nobody said who signed in', query({ at: { ...AT, user: null } }), 'PatientQuery'],
    ['a read of the record', read('Condition/1'), 'PatientRead'],
    ['a read of the patient', read('Patient/9', { ...AT, patient: null }), 'PatientRead'],
    ['a read of a practitioner', read('Practitioner/3'), 'Read'],
  ])('keeps the rules of its profile: %s', (_what, entry, profile) => {
    const event = auditEvent(entry, WHERE);
    expect(event['meta']).toEqual({
      profile: [`https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.${profile}`],
    });
    expect(balpFaults(event)).toEqual([]);
  });

  it('holds the very query, and the patient of its own server', () => {
    const event = JSON.stringify(auditEvent(query(), WHERE));
    const written = /"query":"([^"]+)"/.exec(event)?.[1] ?? '';
    expect(Buffer.from(written, 'base64').toString()).toBe(`${AT.base}/Observation?patient=7&note=ü`);
    expect(event).toContain('"reference":"https://ehr.example/fhir/Patient/7"');
    expect(event).toContain('"reference":"https://ehr.example/fhir/Practitioner/3"');
  });

  it('is found wanting where something is missing', () => {
    const { entity: _entity, ...without } = auditEvent(query(), WHERE);
    expect(balpFaults(without)).toContain('one patient');
    expect(balpFaults({ ...auditEvent(query(), WHERE), action: 'R' })).toEqual(['action']);
    expect(balpFaults({ ...auditEvent(read('Condition/1'), WHERE), agent: [] })).toContain(
      'one client agent',
    );
  });
});

describe('an AuditEvent of what somebody did here', () => {
  const act = (name: Act, change: object = {}) =>
    auditEvent(
      {
        kind: 'act',
        act: name,
        at: AT,
        what: [
          { source: AT.source, ref: ref('Condition/1') },
          { source: sourceId('other'), ref: ref('Condition/2') },
        ],
        purpose: 'TREAT',
        reason: 'asked about it today',
        ...change,
      },
      WHERE,
    );

  it('says what, of whom, why and by whom, and names nothing of another source', () => {
    const text = JSON.stringify(act('reveal'));
    expect(act('reveal')).toMatchObject({
      type: { code: '110110' },
      subtype: [{ code: 'reveal' }],
      action: 'R',
      recorded: WHERE.recorded,
      purposeOfEvent: [{ coding: [{ code: 'TREAT' }], text: 'asked about it today' }],
    });
    expect(text).toContain('fhir/Condition/1');
    expect(text).not.toContain('Condition/2');
    expect(text).toContain('fhir/Patient/7');
    expect(text).toContain('"requestor":true');
  });

  it.each<[Act, string, string]>([
    ['sign-in', '110114', '110122'],
    ['sign-out', '110114', '110123'],
    ['break-glass', '110113', '110127'],
    ['export', '110106', 'export'],
    ['print', '110106', 'print'],
    ['link', '110110', 'link'],
  ])('is coded as DICOM codes it: %s', (name, type, subtype) => {
    const event = act(name, { purpose: null, reason: null });
    expect(event).toMatchObject({ type: { code: type }, subtype: [{ code: subtype }] });
    expect(event).not.toHaveProperty('purposeOfEvent');
  });

  it('has somebody who asked even where no server said who it is', () => {
    expect(JSON.stringify(act('lock', { at: { ...AT, user: null } }))).toContain('"requestor":true');
  });
});
