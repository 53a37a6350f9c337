/** The facts that a fact's records name: an order's reason, a report's visit, what a document replaces. */
import { memberKey, resourceRef, type FactId, type Merged } from '../record/index.ts';
import type { Linked } from './messages.ts';
import type { Shown } from './shown.ts';

/** Those that merging has related to it already are told there. What is masked is not told at all. */
export function linkedTo(shown: Shown, merged: Merged): readonly Linked[] {
  const told = new Set<FactId>([merged.id, ...merged.related.map(({ id }) => id)]);
  const found = new Map<FactId, Linked>();
  for (const { source, links } of merged.members) {
    for (const { role, ref: written } of links) {
      const ref = resourceRef(written);
      const other = ref && shown.find(memberKey(source, ref));
      if (!other || other.kind === 'support' || told.has(other.id)) continue;
      const before = found.get(other.id);
      if (before === undefined)
        found.set(other.id, { role, id: other.id, title: other.shown.title, sources: [source] });
      else if (!before.sources.includes(source))
        found.set(other.id, { ...before, sources: [...before.sources, source] });
    }
  }
  return [...found.values()];
}
