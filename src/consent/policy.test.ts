import { describe, expect, it } from 'vitest';
import { NOT_LABELLED, strictest } from '../record/index.ts';
import { DEFAULT_POLICY, isMasked } from './policy.ts';

describe('what is masked by default', () => {
  const psychotherapy = { ...NOT_LABELLED, classes: ['PSY'] };

  it('is what its source restricts or classes as sensitive', () => {
    expect(isMasked({ ...NOT_LABELLED, confidentiality: 'R' }, DEFAULT_POLICY)).toBe(true);
    expect(isMasked(psychotherapy, DEFAULT_POLICY)).toBe(true);
  });

  it('is not what has no label or an ordinary one', () => {
    expect(isMasked(NOT_LABELLED, DEFAULT_POLICY)).toBe(false);
    expect(isMasked({ ...NOT_LABELLED, confidentiality: 'N' }, DEFAULT_POLICY)).toBe(false);
  });

  it('stays masked when an unlabelled copy joins it', () => {
    expect(isMasked(strictest(NOT_LABELLED, psychotherapy), DEFAULT_POLICY)).toBe(true);
    expect(isMasked(strictest(psychotherapy, NOT_LABELLED), DEFAULT_POLICY)).toBe(true);
  });
});
