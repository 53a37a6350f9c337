/** When a type may be said to be here in full, over its own line and those of its categories. */
import { lists, type Capability } from './capability.ts';
import type { Line } from './line.ts';
import type { ResumePoint } from './run-type.ts';

/** Nothing of the type is missing: all of it came, or the server has no such type. */
export function isWhole(line: Line, lines: readonly Line[], described: Capability): boolean {
  if (line.isComplete()) return true;
  if (line.now().state.kind !== 'not-asked') return false;
  const parts = lines.filter((each) => each.type === line.type && each !== line && each.spoken());
  return parts.length > 0 ? parts.every((each) => each.isComplete()) : lists(described, line.type) === false;
}

interface Asked {
  readonly types?: readonly string[];
  readonly resume?: readonly ResumePoint[];
}

/** From its first page to its end in this load, whole or in all its categories. */
export function isReadThrough(line: Line, lines: readonly Line[], { resume = [], types }: Asked): boolean {
  if (resume.some((point) => point.type === line.type)) return false;
  // It came with the records it speaks of: where not all are read, neither is it.
  if (line.type === 'Provenance' && types !== undefined) return false;
  if (line.isComplete()) return true;
  const parts = lines.filter((each) => each.type === line.type && each !== line && each.spoken());
  return (
    line.now().state.kind === 'not-asked' && parts.length > 0 && parts.every((each) => each.isComplete())
  );
}
