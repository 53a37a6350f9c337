import type { Sensitivity } from './sensitivity.ts';

/** What whoever receives a fact must be told, wherever it goes: on the screen, on paper, in a file. */
export type Notice =
  /** 42 CFR part 2: from a programme that treats substance use disorders. */
  'part-2' | 'no-redisclosure';

const PART_2 = new Set(['42CFRPart2', '42CFRPart2CD', 'CPLYPART2']);
const NO_REDISCLOSURE = new Set(['NODSCLCD', 'NODSCLCDS', 'NORDSCLCD', 'NORDSCLCDS', 'NORDSCLW']);

/** In one order. A merged fact wears the caveats of all its members, so that its notices are theirs together. */
export function noticesOf({ caveats }: Sensitivity): readonly Notice[] {
  if (caveats.length === 0) return NONE;
  const has = (codes: ReadonlySet<string>): boolean => caveats.some((caveat) => codes.has(caveat));
  return [
    ...(has(PART_2) ? (['part-2'] as const) : []),
    ...(has(NO_REDISCLOSURE) ? (['no-redisclosure'] as const) : []),
  ];
}

const NONE: readonly Notice[] = [];
