export type { Reference } from './references.ts';
export { SinceChips } from './since-chips.tsx';
export { NewSince } from './new-since.tsx';
export { hashOf, newSalt } from './salted.ts';
