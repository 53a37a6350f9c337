import css from './tip.module.css';

interface TipProps {
  readonly x: number;
  readonly y: number;
  /** Of the drawing, beside whose edges the tip turns round. */
  readonly width: number;
  readonly height: number;
  readonly what: string;
  readonly lines: readonly string[];
}

/** How far from the pointer, so that what it says is not covered by it. */
const ASIDE = 16;

/** What stands at a place of a drawing. Whoever hears the screen is told it elsewhere. */
export function Tip({ x, y, width, height, what, lines }: TipProps) {
  const turned = `translate(${x > width / 2 ? '-100%' : '0'}, ${y > height / 2 ? '-100%' : '0'})`;
  const top = y > height / 2 ? y - ASIDE : y + ASIDE;
  return (
    <div className={css.tip} style={{ left: Math.max(0, Math.min(width, x)), top, transform: turned }}>
      {what}
      {lines
        .filter((line) => line !== '')
        .map((line) => (
          <small key={line}>{line}</small>
        ))}
    </div>
  );
}
