/** Some conditions of a consent cannot be told from here: then the stricter reading is taken. */
export type Truth = 'yes' | 'no' | 'maybe';

export const truth = (known: boolean): Truth => (known ? 'yes' : 'no');

export function all(truths: readonly Truth[]): Truth {
  if (truths.includes('no')) return 'no';
  return truths.includes('maybe') ? 'maybe' : 'yes';
}

/** Of alternatives: one is enough. Where none is named, nothing is demanded. */
export function anyOf<T>(alternatives: readonly T[], test: (each: T) => Truth): Truth {
  if (alternatives.length === 0) return 'yes';
  const truths = alternatives.map(test);
  if (truths.includes('yes')) return 'yes';
  return truths.includes('maybe') ? 'maybe' : 'no';
}
