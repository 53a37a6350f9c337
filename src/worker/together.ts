export interface Together<T> {
  (one: T): void;
  /** Passes on what waits, before whoever takes it is another one. */
  now(): void;
}

/** Gathers what is handed over in one go, and passes it on as one. */
export function together<T>(pass: (all: readonly T[]) => void): Together<T> {
  const waiting: T[] = [];
  const now = (): void => {
    if (waiting.length > 0) pass(waiting.splice(0));
  };
  const hand = (one: T): void => {
    if (waiting.push(one) === 1) queueMicrotask(now);
  };
  return Object.assign(hand, { now });
}
