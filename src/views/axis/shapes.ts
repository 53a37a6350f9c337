/** What a drawing marks: told by shape, so that no colour is needed to tell one from the other. */
import type { Painter } from '../../ui/index.ts';

export type MarkKind = 'safety' | 'critical' | 'conflict';

/** The gravest of what stands at a place. */
export const gravest = (safety: number, critical: number, conflicts: number): MarkKind | null =>
  safety > 0 ? 'safety' : critical > 0 ? 'critical' : conflicts > 0 ? 'conflict' : null;

/** A full diamond for safety, a triangle for a critical result, a hollow diamond for a disagreement. */
export function drawMark(
  { context, colour }: Painter,
  kind: MarkKind,
  x: number,
  y: number,
  r: number,
): void {
  context.beginPath();
  if (kind === 'critical') {
    context.moveTo(x, y - r);
    context.lineTo(x + r, y + r - 1);
    context.lineTo(x - r, y + r - 1);
  } else {
    context.moveTo(x, y - r);
    context.lineTo(x + r, y);
    context.lineTo(x, y + r);
    context.lineTo(x - r, y);
  }
  context.closePath();
  context.fillStyle = colour(kind === 'conflict' ? '--surface' : '--danger');
  context.fill();
  if (kind !== 'conflict') return;
  context.strokeStyle = colour('--warn');
  context.lineWidth = 1.5;
  context.stroke();
}
