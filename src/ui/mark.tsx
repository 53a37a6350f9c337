import css from './mark.module.css';

/** Told apart by shape, letter and colour together, so that none of them is needed alone. */
const SHAPES = {
  square:
    'M3.5 1h11a2.5 2.5 0 0 1 2.5 2.5v11a2.5 2.5 0 0 1-2.5 2.5h-11A2.5 2.5 0 0 1 1 14.5v-11A2.5 2.5 0 0 1 3.5 1z',
  circle: 'M9 .5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 0 1 0-17z',
  hexagon: 'M5 1h8l4.5 8l-4.5 8H5L.5 9z',
  diamond: 'M9-.5L18.5 9L9 18.5L-.5 9z',
  shield: 'M1.5 1.5h15v8.5c0 4-3.5 6.5-7.5 8c-4-1.5-7.5-4-7.5-8z',
  drop: 'M9-.5c4 3.5 7.5 6 7.5 10.5a7.5 7.5 0 0 1-15 0c0-4.5 3.5-7 7.5-10.5z',
  pill: 'M4.5 2.5h9a6.5 6.5 0 0 1 0 13h-9a6.5 6.5 0 0 1 0-13z',
} as const;

export type MarkShape = keyof typeof SHAPES;

interface MarkProps {
  readonly shape: MarkShape;
  readonly letter: string;
  /** A number of the palette. */
  readonly colour: number;
  /** What it stands for, said; null where its name stands beside it. */
  readonly label: string | null;
  readonly size?: number;
}

export function Mark({ shape, letter, colour, label, size = 18 }: MarkProps) {
  return (
    <svg
      className={css.mark}
      viewBox="0 0 18 18"
      width={size}
      height={size}
      {...(label === null ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      {label !== null && <title>{label}</title>}
      <path className={css.shape} d={SHAPES[shape]} fill={`var(--source-${colour})`} />
      <text className={css.letter} data-long={letter.length > 1 ? '' : undefined} x="9" y="12.2">
        {letter}
      </text>
    </svg>
  );
}
