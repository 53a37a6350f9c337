import type { Clock } from '../base/index.ts';
import { createMerger, type Merger } from '../merge/index.ts';
import { createProducts } from '../normalise/index.ts';
import type { LedgerLine, SourceId } from '../record/index.ts';
import { lineKey, type Held } from './held.ts';
import type { WorkerEvent } from './messages.ts';
import { createNames, type Names } from './names.ts';
import { createPulse, type Pulse } from './pulse.ts';
import { createRawPages, type RawPages } from './raw-pages.ts';
import { createShown, type Shown } from './shown.ts';
import { createTrust, type Trust } from './trust.ts';

/** What the worker holds: all of one patient's sources, and what their records have become. */
export interface House {
  readonly sources: Map<SourceId, Held>;
  readonly merger: Merger;
  readonly products: ReturnType<typeof createProducts>;
  readonly names: Names;
  readonly raw: RawPages;
  readonly shown: Shown;
  readonly trust: Trust;
  readonly emit: (event: WorkerEvent) => void;
  /** The source whose patient all others are compared with. */
  anchor(): Held | undefined;
  /** Still the one that is held: late answers for a source that was dropped or replaced are nobody's. */
  holds(one: Held): boolean;
  line(one: Held, line: LedgerLine): void;
  readonly ledgerPulse: Pulse;
}

export function openHouse(clock: Clock, emit: (event: WorkerEvent) => void): House {
  const sources = new Map<SourceId, Held>();
  const merger = createMerger();
  const anchor = (): Held | undefined => [...sources.values()].find((held) => held.link.kind === 'anchor');
  const changed = new Map<string, LedgerLine>();
  const ledgerPulse = createPulse(clock.now, () => {
    const lines = [...changed.values()];
    changed.clear();
    emit({ kind: 'ledger', lines });
  });
  const trust = createTrust({
    sources,
    clock,
    changed() {
      shown.pulse.mark();
      shown.pulse.flush();
    },
  });
  const shown = createShown({ merger, sources, anchor, clock, emit, masked: trust.masked });
  return {
    sources,
    merger,
    products: createProducts(),
    names: createNames(),
    raw: createRawPages(),
    shown,
    trust,
    emit,
    anchor,
    holds: (one) => sources.get(one.source) === one,
    line(one, line) {
      one.lines.set(lineKey(line), line);
      changed.set(`${one.source}|${lineKey(line)}`, line);
      ledgerPulse.mark();
    },
    ledgerPulse,
  };
}
