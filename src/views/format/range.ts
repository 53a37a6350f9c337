import type { ReferenceRange } from '../../record/index.ts';
import { unitText } from '../../timeline/index.ts';

/** '4.0–6.0 %, normal': as the source wrote it. */
export function rangeText(range: ReferenceRange): string {
  const ends = [range.low, range.high].map((end) =>
    end === null ? '' : `${end.comparator ?? ''}${end.text}`,
  );
  const unit = unitText(range.high?.unit ?? range.low?.unit ?? null);
  const [low, high] = ends;
  const between = low === '' ? `≤ ${high}` : high === '' ? `≥ ${low}` : `${low}–${high}`;
  const numbers = low === '' && high === '' ? null : `${between} ${unit}`.trim();
  return [numbers ?? range.text ?? '', range.type, range.appliesTo].filter(Boolean).join(', ');
}
