import type { Browser, Tab } from './harness/browser.ts';
import type { Figure } from './harness/figure.ts';
import type { Stage } from './harness/stage.ts';
import type { LargeRecord } from './harness/large-record.ts';

export interface Ground {
  readonly browser: Browser;
  readonly stage: Stage;
  /** The product with a hundred thousand records on its screen: opened once for all that want it. */
  readonly large: () => Promise<LargeRecord>;
  /** A blank page with what the product is measured against: \`peers.…\`. */
  readonly openPeers: () => Promise<Tab>;
  readonly tell: (text: string) => void;
}

export type Bench = (ground: Ground) => Promise<readonly Figure[]>;
