import { describe, expect, it } from 'vitest';
import { createTurns } from './turns.ts';

describe('turns', () => {
  it('are taken in order, and a message that waits goes between two of them', async () => {
    const turn = createTurns();
    const order: string[] = [];
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => void order.push('message');
    const first = turn(() => null).then(() => {
      order.push('first');
      port2.postMessage(null);
    });
    const second = turn(() => null).then(() => void order.push('second'));
    await Promise.all([first, second]);
    port1.close();
    expect(order).toEqual(['first', 'message', 'second']);
  });

  it('wait for what they are told to, and so do those behind them', async () => {
    const turn = createTurns();
    const order: string[] = [];
    let go = (): void => undefined;
    const looked = new Promise<void>((resolve) => (go = resolve));
    const both = [
      turn(() => looked).then(() => void order.push('first')),
      turn(() => null).then(() => void order.push('second')),
    ];
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(order).toEqual([]);
    go();
    await Promise.all(both);
    expect(order).toEqual(['first', 'second']);
  });
});
