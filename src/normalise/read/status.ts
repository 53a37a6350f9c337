import type { Status } from '../../record/index.ts';

export type Standing = Status['standing'];

/** What the codes of a type mean for 'does it count now?'. A code that is not listed says nothing. */
export type StandingTable = ReadonlyMap<string, Standing>;

export const standings = (table: Partial<Record<Standing, string>>): StandingTable => {
  const map = new Map<string, Standing>();
  for (const standing of ['current', 'ended', 'not-done', 'planned', 'unknown'] as const)
    for (const code of (table[standing] ?? '').split(' ')) if (code !== '') map.set(code, standing);
  return map;
};

const RETRACTED = 'entered-in-error';
const CORRECTED = new Set(['corrected', 'amended', 'appended']);

const pool = new Map<string, Status>();

/**
 * A status from a resource's own codes. `standing` is what its table says, unless the reader of the type knows better
 * from other elements. A retracted resource stands for nothing.
 */
export function statusOf(
  written: string | null,
  standing: Standing,
  verified: string | null = null,
  reason: string | null = null,
): Status {
  const code = written === null ? null : asStandard(written);
  const verification = verified === null ? null : asStandard(verified);
  const key = reason === null ? `${code ?? ''}|${verification ?? ''}|${standing}` : null;
  const kept = key === null ? undefined : pool.get(key);
  if (kept !== undefined) return kept;
  const retracted = code === RETRACTED || verification === RETRACTED;
  const status: Status = {
    code: code ?? 'unknown',
    verification,
    reason,
    standing: retracted ? 'unknown' : standing,
    retracted,
    corrected: code !== null && CORRECTED.has(code),
  };
  if (key !== null && key.length < 100 && pool.size < 500) pool.set(key, status);
  return status;
}

export const standingOf = (table: StandingTable, code: string | null): Standing =>
  (code === null ? undefined : (table.get(code) ?? table.get(asStandard(code)))) ?? 'unknown';

/** 'COMPLETED' and 'Entered in Error' are the standard's codes, written otherwise: a retraction must not be missed. */
function asStandard(code: string): string {
  for (let i = 0; i < code.length; i++) {
    const c = code.charCodeAt(i);
    if (c < 45 || (c > 45 && c < 97) || c > 122)
      return code
        .trim()
        .toLowerCase()
        .replaceAll(/[\s_]+/g, '-');
  }
  return code;
}

/** Most types have a code and no more: one status for each code of a table. */
const simple = new Map<StandingTable, Map<string, Status>>();

export function simpleStatus(
  table: StandingTable,
  code: string | null,
  reason: string | null = null,
): Status {
  if (code === null || reason !== null) return statusOf(code, standingOf(table, code), null, reason);
  let known = simple.get(table);
  if (known === undefined) simple.set(table, (known = new Map()));
  let status = known.get(code);
  if (status === undefined) {
    status = statusOf(code, standingOf(table, code));
    if (known.size < 100 && code.length < 100) known.set(code, status);
  }
  return status;
}
