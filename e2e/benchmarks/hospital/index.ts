import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Ask, Opened, Requested, Told } from './messages.ts';

export type { Opened, Organisation, Requested } from './messages.ts';

export interface Hospital extends Opened {
  readonly pid: number;
  /** Of an answer, and of a preflight. */
  latency(ms: number, preflightMs: number): Promise<void>;
  hold(): Promise<void>;
  /** When the record was let go. */
  release(): Promise<number>;
  /** All since it was last held. */
  requests(): Promise<readonly Requested[]>;
  stop(): Promise<void>;
}

export async function openHospital(options: {
  readonly records: number;
  readonly appDir: string;
  readonly http2?: boolean;
  readonly further?: number;
}): Promise<Hospital> {
  const child = fork(fileURLToPath(new URL('start.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx', '--no-warnings'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const ask = (question: Ask): Promise<Told> =>
    new Promise((resolve, reject) => {
      child.once('message', (told) => resolve(told as Told));
      void gone.then(() => reject(new Error('the hospital is gone')));
      child.send(question);
    });
  const opened = await ask({ kind: 'open', http2: false, further: 0, ...options });
  if (opened.kind !== 'opened') throw new Error('the hospital did not open');
  return {
    ...opened.opened,
    pid: child.pid ?? 0,
    latency: async (ms, preflightMs) => void (await ask({ kind: 'latency', ms, preflightMs })),
    hold: async () => void (await ask({ kind: 'hold' })),
    async release() {
      const told = await ask({ kind: 'release' });
      return told.kind === 'released' ? told.at : NaN;
    },
    async requests() {
      const told = await ask({ kind: 'requests' });
      return told.kind === 'requests' ? told.requests : [];
    },
    async stop() {
      child.send({ kind: 'stop' } satisfies Ask);
      await gone;
    },
  };
}
