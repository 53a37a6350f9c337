/** Keys longer than this are looked at each time: a few huge texts must not fill the memory. */
const LONGEST_KEY = 400;

/**
 * A pure function of a string that remembers its answers: records repeat few distinct codes and names many times. It
 * stops learning when full, so that hostile input cannot grow it.
 */
export function remembered<T>(compute: (key: string) => T, limit = 5_000): (key: string) => T {
  const answers = new Map<string, T>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = compute(key);
    if (answers.size < limit && key.length <= LONGEST_KEY) answers.set(key, answer);
    return answer;
  };
}
