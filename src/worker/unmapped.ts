/** Codes that nothing here understands: counted for the data-quality view, and read anew once they are understood. */
import { unmappedCodes, type UnmappedCode } from '../normalise/index.ts';
import type { Merger } from '../merge/index.ts';
import { memberKey, type Merged, type SourceId } from '../record/index.ts';
import type { Unmapped } from './messages.ts';
import type { Shown } from './shown.ts';
import type { Terms } from './terms.ts';
import type { Trust } from './trust.ts';

export interface UnmappedPorts {
  readonly shown: Pick<Shown, 'timeline' | 'pulse'>;
  readonly trust: Pick<Trust, 'masked'>;
  readonly terms: Terms;
}

/** Of what may be seen alone: the code of a masked record says what it is about. */
const visible = ({ shown, trust }: UnmappedPorts): readonly Merged[] =>
  shown.timeline().facts.filter((merged) => !trust.masked(merged));

/** The most frequent first. */
export function unmapped(ports: UnmappedPorts): Unmapped {
  const rows = new Map<
    string,
    { -readonly [K in keyof Unmapped['codes'][number]]: Unmapped['codes'][number][K] }
  >();
  for (const { source, each } of unmappedIn(visible(ports))) {
    const key = `${source}|${each.domain}|${each.system ?? ''}|${each.code}`;
    const row = rows.get(key);
    if (row) {
      row.count++;
      row.display ??= each.display;
    } else rows.set(key, { source, ...each, count: 1 });
  }
  return {
    codes: [...rows.values()].sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)),
    remarks: ports.terms.remarks(),
    server: ports.terms.server(),
  };
}

function* unmappedIn(facts: readonly Merged[]): Generator<{ source: SourceId; each: UnmappedCode }> {
  for (const merged of facts)
    for (const member of merged.members)
      for (const each of unmappedCodes(member)) yield { source: member.source, each };
}

/** Asks about all of them; what becomes known replaces what was read, as products do that come after their orders. */
export async function askAboutUnmapped(ports: UnmappedPorts & { readonly merger: Merger }): Promise<void> {
  const { shown, terms, merger } = ports;
  const questions = await terms.questions();
  const asked = await questions?.askAbout({
    codes: () => unmapped(ports).codes,
    facts: () => visible(ports).flatMap(({ members }) => members),
    again(uses, now) {
      // What waits to be shown is merged first: the timeline then holds every fact that is here.
      shown.pulse.flush();
      const facts = shown.timeline().facts.flatMap(({ members }) => members.filter(uses));
      merger.remove(facts.map(({ source, ref }) => memberKey(source, ref)));
      merger.add(facts.map(now));
      shown.pulse.mark();
    },
  });
  // What was asked in vain is told too.
  if (asked === true) shown.pulse.mark();
}
