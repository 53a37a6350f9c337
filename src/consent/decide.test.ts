import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../base/index.ts';
import type { SitePolicy } from '../record/index.ts';
import { decide } from './decide.ts';
import { DEFAULT_POLICY } from './policy.ts';
import { readConsent } from './read-consent.ts';
import { CLINIC, consent, day, fact, HIE, LOOKING, merged, type FactSpec } from './testing/facts.ts';

const SNOMED = 'http://snomed.info/sct';
const verdict = (provision: JsonObject, spec: FactSpec = {}, looking = LOOKING) =>
  decide(merged(fact(spec)), [consent(provision)], DEFAULT_POLICY, looking);
const hides = (...args: Parameters<typeof verdict>) => verdict(...args).kind === 'mask';

describe('a consent', () => {
  it('hides what it refuses, and says which consent it was', () => {
    expect(verdict({ type: 'deny' })).toEqual({
      kind: 'mask',
      why: { kind: 'consent', date: '2024-05-03T10:00:00+02:00', at: HIE },
      grounds: null,
    });
  });

  it('speaks for its own source only, and one hidden member hides the whole', () => {
    const denies = [consent({ type: 'deny' })];
    const here = fact();
    const elsewhere = fact({ source: CLINIC });
    expect(decide(merged(elsewhere), denies, DEFAULT_POLICY, LOOKING).kind).toBe('show');
    expect(decide(merged(elsewhere, here), denies, DEFAULT_POLICY, LOOKING).kind).toBe('mask');
  });

  it('does not hide itself', () => {
    expect(hides({ type: 'deny' }, { ref: 'Consent/c1' })).toBe(false);
  });

  it('never uncovers what the site masks', () => {
    expect(verdict({ type: 'permit' }, { label: { classes: ['PSY'] } })).toEqual({
      kind: 'mask',
      why: { kind: 'policy' },
      grounds: ['PSY'],
    });
  });

  it('nests: an exception to an exception is the last word', () => {
    const tree = {
      type: 'permit',
      provision: [
        {
          type: 'deny',
          class: [{ system: 'http://hl7.org/fhir/resource-types', code: 'Condition' }],
          provision: [{ type: 'permit', code: [{ coding: [{ system: SNOMED, code: '38341003' }] }] }],
        },
      ],
    };
    expect(hides(tree)).toBe(false);
    expect(hides(tree, { code: [SNOMED, '1'] })).toBe(true);
    expect(hides(tree, { ref: 'Procedure/1', code: [SNOMED, '1'] })).toBe(false);
  });

  it('of two exceptions that contradict each other obeys the refusal', () => {
    expect(hides({ type: 'permit', provision: [{ type: 'permit' }, { type: 'deny' }] })).toBe(true);
  });

  it.each<[string, JsonObject, boolean]>([
    ['while its period lasts', { period: { start: '2025', end: '2026-06' } }, true],
    ['not before it', { period: { start: '2026-02-01' } }, false],
    ['not after it', { period: { end: '2025-12-31' } }, false],
    ['where its period cannot be read', { period: { end: 'next year' } }, true],
    ['for its purpose', { purpose: [{ code: 'TREAT' }] }, true],
    ['not for another', { purpose: [{ code: 'HPAYMT' }] }, false],
    ['for us', { actor: [{ role: {}, reference: { reference: 'Practitioner/us' } }] }, true],
    ['not for somebody else', { actor: [{ role: {}, reference: { reference: 'Practitioner/x' } }] }, false],
    ['for a group we may be in', { actor: [{ role: {}, reference: { reference: 'Group/x' } }] }, true],
    ['for reading', { action: [{ coding: [{ code: 'access' }] }] }, true],
    ['not for correcting', { action: [{ coding: [{ code: 'correct' }] }] }, false],
    ['for records of its time', { dataPeriod: { start: '2023-01-01', end: '2023-12-31' } }, true],
    ['not for later ones', { dataPeriod: { end: '2022' } }, false],
    ['for its type', { class: [{ code: 'Condition' }] }, true],
    ['not for another type', { class: [{ code: 'Observation' }] }, false],
    ['for its code', { code: [{ coding: [{ system: SNOMED, code: '38341003' }] }] }, true],
    ['not for another code', { code: [{ coding: [{ system: SNOMED, code: '73211009' }] }] }, false],
    ['where its code cannot be read', { code: [{ text: 'that thing' }] }, true],
    ['for its label', { securityLabel: [{ code: 'ETH' }] }, true],
    ['not for another label', { securityLabel: [{ code: 'HIV' }] }, false],
    ['for what is at least as confidential', { securityLabel: [{ code: 'N' }] }, true],
    ['not for what is less', { securityLabel: [{ code: 'V' }] }, false],
    [
      'for this very record',
      { data: [{ meaning: 'instance', reference: { reference: 'Condition/1' } }] },
      true,
    ],
    [
      'not for another one',
      { data: [{ meaning: 'instance', reference: { reference: 'Condition/2' } }] },
      false,
    ],
    ['for what names it', { data: [{ meaning: 'related', reference: { reference: 'Encounter/7' } }] }, true],
    [
      'for its author',
      { data: [{ meaning: 'authoredby', reference: { reference: 'https://x.example/Practitioner/a' } }] },
      true,
    ],
    ['where it says something unknown', { modifierExtension: [{ url: 'urn:x' }], code: [] }, true],
  ])('refuses %s', (_when, condition, hidden) => {
    const spec: FactSpec = {
      when: day('2023-06-01'),
      label: { classes: ['ETH'] },
      links: ['Encounter/7'],
      author: 'Practitioner/a',
    };
    const open = { ...DEFAULT_POLICY, classes: [] };
    const said = decide(merged(fact(spec)), [consent({ type: 'deny', ...condition })], open, LOOKING);
    expect(said.kind).toBe(hidden ? 'mask' : 'show');
  });

  it('permits only where the permit certainly applies', () => {
    const optOut = (exception: JsonObject) => ({
      type: 'deny',
      provision: [{ type: 'permit', ...exception }],
    });
    expect(hides(optOut({ actor: [{ reference: { reference: 'Practitioner/us' } }] }))).toBe(false);
    expect(hides(optOut({ actor: [{ reference: { reference: 'Organization/x' } }] }))).toBe(true);
    const unknown = { ...LOOKING, users: {} };
    expect(hides(optOut({ actor: [{ reference: { reference: 'Practitioner/us' } }] }), {}, unknown)).toBe(
      true,
    );
  });

  it('does not let an emergency pass where treatment is refused', () => {
    const emergency = { ...LOOKING, purpose: 'ETREAT' };
    expect(hides({ type: 'deny', purpose: [{ code: 'TREAT' }] }, {}, emergency)).toBe(true);
    expect(
      hides({ type: 'deny', provision: [{ type: 'permit', purpose: [{ code: 'ETREAT' }] }] }, {}, emergency),
    ).toBe(false);
  });
});

describe('where no consent says anything', () => {
  const masking: SitePolicy = { ...DEFAULT_POLICY, withoutConsent: 'mask' };
  const said = (rules: Parameters<typeof decide>[1], policy = masking, looking = LOOKING) =>
    decide(merged(fact()), rules, policy, looking);

  it('the site decides: shown, or masked until somebody gives a purpose', () => {
    expect(said([], DEFAULT_POLICY).kind).toBe('show');
    expect(said([])).toEqual({
      kind: 'mask',
      why: { kind: 'without-consent', at: HIE },
      grounds: ['without-consent county'],
    });
    expect(said([consent({ type: 'permit' })]).kind).toBe('show');
    expect(said([consent({ type: 'permit', class: [{ code: 'Observation' }] })]).kind).toBe('mask');
  });

  it('a source whose consents are not read hides what it says, and only that', () => {
    const looking = { ...LOOKING, unread: new Map([[HIE, 'waiting' as const]]) };
    expect(said([], DEFAULT_POLICY, looking)).toMatchObject({
      why: { kind: 'unread', failed: false, at: HIE },
      grounds: ['unread county'],
    });
    const elsewhere = merged(fact({ source: CLINIC }));
    expect(decide(elsewhere, [], DEFAULT_POLICY, looking).kind).toBe('show');
    expect(decide(merged(fact({ ref: 'Consent/1' })), [], DEFAULT_POLICY, looking).kind).toBe('show');
  });
});

describe('a source that opened its records for an emergency', () => {
  const looking = { ...LOOKING, broken: new Set([HIE]) };
  const denies = [consent({ type: 'deny' })];

  it('is not bound by its own consents', () => {
    expect(decide(merged(fact()), denies, DEFAULT_POLICY, looking).kind).toBe('show');
  });

  it('opens neither what another source’s consent hides nor what the site masks', () => {
    const other = [...denies, { ...consent({ type: 'deny' }), source: CLINIC }];
    const both = merged(fact(), fact({ source: CLINIC }));
    expect(decide(both, other, DEFAULT_POLICY, looking)).toMatchObject({
      why: { kind: 'consent', at: CLINIC },
    });
    const psychiatry = merged(fact({ label: { classes: ['PSY'] } }));
    expect(decide(psychiatry, denies, DEFAULT_POLICY, looking)).toMatchObject({ why: { kind: 'policy' } });
  });
});

describe('readConsent', () => {
  const base = { resourceType: 'Consent', status: 'active', provision: { type: 'deny' } };

  it.each([
    ['a draft', { status: 'draft' }],
    ['an inactive one', { status: 'inactive' }],
    ['one entered in error', { status: 'entered-in-error' }],
    ['an agreement to research', { scope: { coding: [{ code: 'research' }] } }],
    ['an advance directive', { scope: { coding: [{ code: 'adr' }] } }],
    ['one that says nothing', { provision: undefined }],
  ])('is null for %s', (_what, change) => {
    expect(readConsent({ ...base, ...change } as JsonObject)).toBeNull();
  });

  it.each<[string, JsonObject]>([
    ['a status in other letters', { status: 'Active' }],
    ['a status that is no text', { status: ['active'] }],
    ['no status', { status: undefined }],
    ['a provision that is none', { provision: 'deny' }],
    ['a provision that is null', { provision: null }],
    ['a type in other letters', { provision: { type: 'Deny' } }],
    ['a type that is no text', { provision: { type: ['deny'] } }],
    ['a decision that is none, in R5', { provision: undefined, decision: 'DENY' }],
    ['exceptions that are none, in STU3', { provision: undefined, policyRule: 'x/opt-in', except: 'all' }],
  ])('takes %s as a refusal that may apply', (_what, change) => {
    const rule = readConsent({ ...base, ...change } as JsonObject);
    expect(rule && decide(merged(fact()), [{ source: HIE, rule }], DEFAULT_POLICY, LOOKING).kind).toBe(
      'mask',
    );
  });

  it.each(['code', 'class', 'securityLabel', 'purpose', 'actor', 'data'])(
    'a permit whose %s cannot be read permits nothing',
    (key) => {
      for (const broken of [null, 7, [], [null], [{ coding: [] }]]) {
        const rule = readConsent({
          ...base,
          provision: { type: 'deny', provision: [{ type: 'permit', [key]: broken }] },
        } as JsonObject);
        const said = rule && decide(merged(fact()), [{ source: HIE, rule }], DEFAULT_POLICY, LOOKING);
        expect(said?.kind, JSON.stringify(broken)).toBe('mask');
      }
    },
  );

  it.each<[string, JsonObject, 'permit' | 'deny']>([
    ['opt-out by policy', { provision: undefined, policyRule: { coding: [{ code: 'OPTOUT' }] } }, 'deny'],
    ['opt-in by policy', { provision: {}, policyRule: { coding: [{ code: 'OPTIN' }] } }, 'permit'],
    ['R5', { provision: undefined, decision: 'deny' }, 'deny'],
    [
      'STU3',
      { provision: undefined, policyRule: 'http://hl7.org/fhir/ConsentPolicy/opt-out', except: [] },
      'deny',
    ],
  ])('reads the base rule of %s', (_what, change, type) => {
    expect(readConsent({ ...base, ...change })?.root.type).toBe(type);
  });

  it('obeys STU3: who opted out is hidden but for the exceptions, who opted in is shown but for them', () => {
    const stu3 = (policy: string, type: string) => {
      const rule = readConsent({
        resourceType: 'Consent',
        status: 'active',
        policyRule: `http://hl7.org/fhir/ConsentPolicy/${policy}`,
        except: [{ type, class: [{ system: 'http://hl7.org/fhir/resource-types', code: 'Observation' }] }],
      });
      const consents = rule ? [{ source: HIE, rule }] : [];
      return (ref: string) => decide(merged(fact({ ref })), consents, DEFAULT_POLICY, LOOKING).kind;
    };
    expect(stu3('opt-out', 'permit')('Condition/1')).toBe('mask');
    expect(stu3('opt-out', 'permit')('Observation/1')).toBe('show');
    expect(stu3('opt-in', 'deny')('Condition/1')).toBe('show');
    expect(stu3('opt-in', 'deny')('Observation/1')).toBe('mask');
  });

  it('reads an exception of R5 as the opposite of what it stands in', () => {
    const rule = readConsent({
      resourceType: 'Consent',
      status: 'active',
      decision: 'deny',
      provision: [{ purpose: [{ code: 'TREAT' }], provision: [{ resourceType: [{ code: 'Condition' }] }] }],
    });
    expect(rule?.root.exceptions[0]).toMatchObject({ type: 'permit', exceptions: [{ type: 'deny' }] });
  });

  it('takes what is nested beyond sense as a refusal, without a stack', () => {
    let provision: JsonObject = { type: 'permit' };
    for (let i = 0; i < 5000; i++) provision = { type: 'permit', provision: [provision] };
    expect(hides(provision)).toBe(true);
  });
});
