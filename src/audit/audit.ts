import type { Clock } from '../base/index.ts';
import { createChain, type ChainLine } from './chain.ts';
import type { AuditEntry } from './entry.ts';
import { auditEvent } from './event.ts';
import { createSink, type AuditState, type SinkPort } from './sink.ts';

export interface AuditPorts extends SinkPort {
  readonly clock: Clock;
  /** The origin that served this app. */
  readonly app: () => string;
  /** False where the site names no receiver: then the ledger of the session is all there is. */
  readonly hasReceiver: () => boolean;
}

export interface Audit {
  record(entry: AuditEntry): void;
  state(): AuditState;
  ledger(): Promise<readonly ChainLine[]>;
  flush(): Promise<void>;
}

export function createAudit(ports: AuditPorts): Audit {
  const chain = createChain();
  const sink = createSink(ports);
  return {
    record(entry) {
      const recorded = new Date(ports.clock.now()).toISOString();
      const event = auditEvent(entry, { app: ports.app(), recorded });
      chain.add(event);
      if (ports.hasReceiver()) sink.send(event);
    },
    state: () => sink.state(),
    ledger: () => chain.lines(),
    flush: () => sink.flush(),
  };
}
