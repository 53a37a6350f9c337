import { describe, expect, it } from 'vitest';
import { createForesight, questionOf } from './foreseen.ts';
import type { Asked, WorkerEvent } from './messages.ts';

const rows = (text: string, offset = 0) =>
  ({
    id: 1,
    kind: 'rows',
    ask: { query: { text }, offset, limit: 120 },
  }) as unknown as Asked;
const told = (facts: number): WorkerEvent => ({ kind: 'revision', revision: 1, facts });
const foresight = () => createForesight((asked) => `answer to ${questionOf(asked)}`);

describe('what was asked while there was nothing', () => {
  it('is answered once with the first facts, as the same question would be', () => {
    const here = foresight();
    here.hear(rows(''));
    here.hear(rows(''));
    here.hear(rows('', 120));
    expect(here.at(told(0))).toEqual([]);
    const question = questionOf(rows('', 120));
    expect(here.at(told(3))).toEqual([
      { question: questionOf(rows('')), answer: `answer to ${questionOf(rows(''))}` },
      { question, answer: `answer to ${question}` },
    ]);
    expect(here.at(told(9))).toEqual([]);
  });

  it('is not what is asked of facts that are there, nor anything but the timeline', () => {
    const here = foresight();
    here.hear({ id: 1, kind: 'latest', ask: null });
    expect(here.at(told(1))).toEqual([]);
    here.hear(rows('a'));
    expect(here.at(told(2))).toEqual([]);
    expect(here.at({ kind: 'decided' })).toEqual([]);
  });

  it('is not all that was ever typed meanwhile', () => {
    const here = foresight();
    for (let i = 0; i < 100; i++) here.hear(rows('a'.repeat(i)));
    const answered = here.at(told(1));
    expect(answered.length).toBeLessThanOrEqual(16);
    expect(answered.at(-1)?.question).toBe(questionOf(rows('a'.repeat(99))));
  });
});
