import type { Clock } from '../base/index.ts';
import type { Completeness, LedgerLine, NotAskedReason, SourceId, SourceProblem } from '../record/index.ts';
import type { Sink } from './sink.ts';

/** One line of the ledger while it is being earned. Whatever is known at an instant is what it says at that instant. */
export interface Line {
  readonly type: string;
  readonly category: string | null;
  received(): number;
  /** Records of this line that nobody counted before. `about` is the server's word, shown and not trusted. */
  add(count: number, about: number | null): void;
  remark(text: string): void;
  /** Every page that the server has was read, and the chain ended by itself. */
  complete(): void;
  stop(why: SourceProblem, missingBefore: number | null): void;
  notAsked(why: NotAskedReason): void;
  notGranted(detail: string): void;
  begin(received: number): void;
  isComplete(): boolean;
  /** False for a way that was only tried: there is no such line. */
  spoken(): boolean;
  now(): LedgerLine;
}

export function openLine(
  source: SourceId,
  type: string,
  category: string | null,
  sink: Pick<Sink, 'ledger'>,
  clock: Clock,
  /** Says nothing until something is known: a way that is only tried leaves no line behind. */
  quiet = false,
): Line {
  let silent = quiet;
  let state: Completeness = { kind: 'not-asked', why: 'waiting' };
  let received = 0;
  let about: number | null = null;
  const remarks: string[] = [];
  const now = (): LedgerLine => ({ source, type, category, state, remarks: [...remarks] });
  const set = (next: Completeness) => {
    state = next;
    if (!silent) sink.ledger(now());
  };
  const speak = () => {
    silent = false;
  };
  const loading = () => set({ kind: 'loading', received, about });

  return {
    type,
    category,
    now,
    received: () => received,
    spoken: () => !silent,
    isComplete: () => state.kind === 'complete',
    begin(already) {
      received = already;
      loading();
    },
    add(count, said) {
      speak();
      received += count;
      about = said !== null && said >= received ? said : null;
      loading();
    },
    remark(text) {
      if (!remarks.includes(text)) remarks.push(text);
      if (!silent && state.kind !== 'not-asked') sink.ledger(now());
    },
    complete() {
      speak();
      set({ kind: 'complete', received, at: clock.now() });
    },
    stop(why, missingBefore) {
      speak();
      const at = clock.now();
      if (received === 0) set({ kind: 'failed', why, at });
      else set({ kind: 'partial', received, about, why, missingBefore, at });
    },
    notAsked(why) {
      speak();
      set({ kind: 'not-asked', why });
    },
    notGranted(detail) {
      speak();
      set({ kind: 'not-granted', detail });
    },
  };
}
