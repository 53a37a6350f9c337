import { describe, expect, it } from 'vitest';
import { createTurns } from './turns.ts';

describe('turns', () => {
  it('are taken in order, and a message that waits goes between two of them', async () => {
    const turns = createTurns();
    const order: string[] = [];
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => void order.push('message');
    const first = turns
      .take(1, () => null)
      .then(() => {
        order.push('first');
        port2.postMessage(null);
      });
    const second = turns.take(1, () => null).then(() => void order.push('second'));
    await Promise.all([first, second]);
    port1.close();
    expect(order).toEqual(['first', 'message', 'second']);
  });

  it('wait for what they are told to, and so do those behind them', async () => {
    const turns = createTurns();
    const order: string[] = [];
    let go = (): void => undefined;
    const looked = new Promise<void>((resolve) => (go = resolve));
    const both = [
      turns.take(1, () => looked).then(() => void order.push('first')),
      turns.take(1, () => null).then(() => void order.push('second')),
    ];
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(order).toEqual([]);
    expect(turns.waiting()).toBe(2);
    go();
    await Promise.all(both);
    expect(order).toEqual(['first', 'second']);
    expect(turns.waiting()).toBe(0);
  });
});
