/** Gathers what is handed over in one go, and passes it on as one. */
export function together<T>(pass: (all: readonly T[]) => void): (one: T) => void {
  const waiting: T[] = [];
  return (one) => {
    if (waiting.push(one) === 1) queueMicrotask(() => pass(waiting.splice(0)));
  };
}
