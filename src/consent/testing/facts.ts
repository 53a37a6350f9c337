import {
  NOT_LABELLED,
  resourceRef,
  sourceId,
  strictest,
  undated,
  type ClinicalDate,
  type Fact,
  type Sensitivity,
} from '../../record/index.ts';
import type { JsonObject } from '../../base/index.ts';
import type { Looking } from '../applies.ts';
import type { ConsentAt } from '../decide.ts';
import { readConsent } from '../read-consent.ts';

export const HIE = sourceId('county');
export const CLINIC = sourceId('riverside');

export const day = (text: string): ClinicalDate => {
  const from = Date.parse(text);
  return { kind: 'at', at: { from, to: from + 86_400_000, precision: 'day', offset: null, text } };
};

export interface FactSpec {
  readonly source?: typeof HIE;
  readonly ref?: string;
  readonly when?: ClinicalDate;
  readonly label?: Partial<Sensitivity>;
  readonly code?: readonly [system: string, code: string] | null;
  readonly author?: string | null;
  readonly links?: readonly string[];
}

export function fact(spec: FactSpec = {}): Fact {
  const ref = resourceRef(spec.ref ?? 'Condition/1');
  if (!ref) throw new Error('no reference');
  const code = spec.code === undefined ? (['http://snomed.info/sct', '38341003'] as const) : spec.code;
  return {
    kind: 'other',
    particulars: [],
    source: spec.source ?? HIE,
    ref,
    type: ref.split('/')[0] ?? '',
    subject: 'Patient/1',
    title: 'A problem',
    code:
      code === null
        ? null
        : {
            codings: [{ system: code[0], code: code[1], display: null }],
            text: null,
            display: null,
            canonical: null,
          },
    when: spec.when ?? undated(),
    status: {
      code: 'unknown',
      verification: null,
      reason: null,
      standing: 'unknown',
      retracted: false,
      corrected: false,
    },
    categories: [],
    people: [],
    notes: [],
    links: (spec.links ?? []).map((link) => ({ role: 'other', ref: link })),
    sensitivity: { ...NOT_LABELLED, ...spec.label },
    provenance: {
      version: null,
      lastUpdated: null,
      metaSource: null,
      recorded: null,
      author: spec.author ? { name: null, ref: spec.author, role: 'author' } : null,
      organisation: null,
      transmitter: null,
      identifiers: [],
      fetchedAt: null,
    },
    unsafe: false,
    hasNarrative: false,
  };
}

export const merged = (...members: readonly Fact[]) => ({
  members,
  sensitivity: members.map((each) => each.sensitivity).reduce(strictest, NOT_LABELLED),
});

export const LOOKING: Looking = {
  purpose: 'TREAT',
  role: 'Practitioner',
  now: Date.parse('2026-01-01'),
  users: { county: 'Practitioner/us', riverside: 'Practitioner/us' },
  unread: new Map(),
  broken: new Set(),
};

/** An active R4 consent with this provision, at the HIE. */
export function consent(provision: JsonObject, more: JsonObject = {}): ConsentAt {
  const rule = readConsent({
    resourceType: 'Consent',
    id: 'c1',
    status: 'active',
    scope: { coding: [{ code: 'patient-privacy' }] },
    dateTime: '2024-05-03T10:00:00+02:00',
    provision,
    ...more,
  });
  if (!rule) throw new Error('not a rule');
  return { source: HIE, rule };
}
