import { readPerson } from '../../../../src/normalise/index.ts';
import { resourceRef, sourceId, type Person } from '../../../../src/record/index.ts';
import { DIFFERENT } from './different.ts';
import { drawn, patient, type Draft } from './people.ts';
import { SAME } from './same.ts';

export interface HardCase {
  readonly name: string;
  /** The least that is expected of one person; two people are never certain. */
  readonly truth: 'different' | 'certain' | 'likely';
  readonly pairs: readonly (readonly [Person, Person])[];
}

/** Every kind of hard case, `each` pairs of it, the same for the same seed. */
export function hardCases(seed: number, each: number): readonly HardCase[] {
  const kinds = [
    ...DIFFERENT.map(({ name, make }) => ({ name, make, truth: 'different' as const })),
    ...SAME.map(({ name, make, least }) => ({ name, make, truth: least })),
  ];
  return kinds.map(({ name, make, truth }, kind) => {
    const r = drawn(seed * 1000 + kind);
    const pairs = Array.from({ length: each }, (_, n) => {
      const [a, b] = make(r, n);
      return [read(a, `${kind}-${n}-a`), read(b, `${kind}-${n}-b`)] as const;
    });
    return { name, truth, pairs };
  });
}

function read(draft: Draft, id: string): Person {
  const ref = resourceRef(`Patient/${id}`);
  const resource = JSON.parse(JSON.stringify(patient(draft, id))) as never;
  const person =
    ref &&
    readPerson({ source: sourceId(`hard-${id}`), ref, resource, base: null, fullUrl: null, fetchedAt: null });
  if (!person) throw new Error(`not a patient: ${id}`);
  return person;
}
