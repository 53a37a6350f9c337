import { expect, it } from 'vitest';
import { memberKey, resourceRef, sourceId, type Link, type Merged } from '../record/index.ts';
import { linkedTo } from './linked.ts';

const A = sourceId('a');
const merged = (
  id: string,
  ref: string,
  links: readonly Link[] = [],
  related: readonly string[] = [],
): Merged =>
  ({
    id,
    kind: 'procedure',
    shown: { title: `title of ${id}` },
    members: [{ source: A, ref: resourceRef(ref), links }],
    related: related.map((other) => ({ id: other, kind: 'part', why: '' })),
  }) as unknown as Merged;

it('opens what is here and may be seen, once, and nothing that is told elsewhere', () => {
  const all = [merged('reason', 'Condition/1'), merged('visit', 'Encounter/1')];
  const byKey = new Map(all.map((fact) => [memberKey(A, fact.members[0]!.ref), fact]));
  const shown = { find: (key: string) => byKey.get(key as never) ?? null } as Parameters<typeof linkedTo>[0];
  const links: Link[] = [
    { role: 'reason', ref: 'Condition/1' },
    { role: 'reason', ref: 'Condition/1' },
    { role: 'encounter', ref: 'Encounter/1' },
    // Masked, or never read: neither is found.
    { role: 'based-on', ref: 'ServiceRequest/9' },
    { role: 'other', ref: '#contained' },
  ];
  expect(linkedTo(shown, merged('it', 'Procedure/1', links, ['visit']))).toEqual([
    { role: 'reason', id: 'reason', title: 'title of reason', sources: [A] },
  ]);
});
