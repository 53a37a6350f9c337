import { describe, expect, it } from 'vitest';
import { resourceRef, sourceId, type Person, type ResourceRef } from '../record/index.ts';
import { replacementOf } from './replaced.ts';

const registration = (id: string, ...by: readonly string[]): Person => ({
  source: sourceId('s'),
  ref: resourceRef(`Patient/${id}`)!,
  names: [],
  birthDate: { kind: 'undated', why: 'absent' } as never,
  gender: 'unknown',
  identifiers: [],
  addresses: [],
  phones: [],
  emails: [],
  multipleBirth: null,
  deceased: null,
  active: null,
  links: by.map((other) => ({ type: 'replaced-by', ref: other })),
});

/** As a clinician would who always says yes. */
function walk(registrations: readonly Person[], from: string) {
  const passed: ResourceRef[] = [];
  let at = registrations.find((each) => each.ref === `Patient/${from}`);
  for (;;) {
    if (!at) return { passed, end: 'dangling' };
    const next = replacementOf(at, passed);
    if (next?.kind !== 'by') return { passed, end: next?.kind ?? at.ref };
    passed.push(at.ref);
    at = registrations.find((each) => each.ref === next.ref);
  }
}

describe('a registration that was replaced', () => {
  it('names the one that took its place', () => {
    const by = { kind: 'by', ref: 'Patient/b' };
    expect(replacementOf(registration('a', 'Patient/b'), [])).toEqual(by);
    expect(replacementOf(registration('a', 'Patient/b/_history/3', 'Patient/b'), [])).toEqual(by);
  });

  it('stands for itself where it replaced another, or is only said to be like one', () => {
    const links = ['replaces', 'seealso', 'refer'].map((type) => ({ type, ref: 'Patient/b' }));
    expect(replacementOf({ ...registration('a'), links }, [])).toBeNull();
  });

  it.each([
    [['https://elsewhere.example/fhir/Patient/b']],
    [['RelatedPerson/b']],
    [['#b']],
    [['Patient/b', 'Patient/c']],
  ])('is not followed to another server, to what is no patient, or to one of several: %s', (named) => {
    expect(replacementOf(registration('a', ...named), [])?.kind).toBe('unclear');
  });

  it('is followed to the end of its chain', () => {
    const chain = [registration('a', 'Patient/b'), registration('b', 'Patient/c'), registration('c')];
    expect(walk(chain, 'a')).toEqual({ passed: ['Patient/a', 'Patient/b'], end: 'Patient/c' });
  });

  it('ends where the chain runs in a circle or into nothing', () => {
    const [a, b] = [registration('a', 'Patient/b'), registration('b', 'Patient/c')];
    expect(walk([registration('a', 'Patient/a')], 'a').end).toBe('loop');
    for (const from of ['a', 'b', 'c'])
      expect(walk([a, b, registration('c', 'Patient/a')], from).end).toBe('loop');
    expect(walk([a, b, registration('c', 'Patient/b')], 'a').end).toBe('loop');
    expect(walk([a], 'a')).toEqual({ passed: ['Patient/a'], end: 'dangling' });
  });
});
