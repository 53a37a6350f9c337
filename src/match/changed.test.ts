import { describe, expect, it } from 'vitest';
import type { Match, MatchOutcome } from '../record/index.ts';
import { changeSince } from './changed.ts';

const found = (outcome: MatchOutcome, b: string, vetoes: readonly string[] = []): Match => ({
  outcome,
  score: 20,
  evidence: [{ field: 'given name', agreement: 'agrees', a: 'Maria', b, weight: 1, note: null }],
  vetoes,
});

describe('a comparison read again', () => {
  it('says nothing new where both sides say what they said', () => {
    expect(changeSince(found('certain', 'Maria'), found('certain', 'Maria'))).toBe('none');
    expect(changeSince(found('unlikely', 'Anna'), found('unlikely', 'Anna'))).toBe('none');
  });
  it('tells of a change that leaves the outcome where it was, or betters it', () => {
    expect(changeSince(found('certain', 'Maria'), found('certain', 'Maria I'))).toBe('changed');
    expect(changeSince(found('likely', 'Mary'), found('certain', 'Maria'))).toBe('changed');
  });
  it('asks a person where the outcome is worse, a veto is new, or the link was against the rules', () => {
    expect(changeSince(found('certain', 'Maria'), found('likely', 'Mary'))).toBe('doubtful');
    expect(changeSince(found('likely', 'Maria'), found('unlikely', 'Anna'))).toBe('doubtful');
    expect(changeSince(found('likely', 'Maria'), found('likely', 'Maria', ['dates differ']))).toBe(
      'doubtful',
    );
    expect(changeSince(found('unlikely', 'Anna'), found('unlikely', 'Anita'))).toBe('doubtful');
  });
});
