/** Drawn on a 16 px grid with one stroke, so that they sit in a line of text. */
const PATHS = {
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 0 1 0-9M10.4 10.4L14 14',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  left: 'M10 3L5 8l5 5',
  right: 'M6 3l5 5l-5 5',
  whole: 'M2 4v8M14 4v8M2 8h12M5 5.5L2.5 8L5 10.5M11 5.5L13.5 8L11 10.5',
  table: 'M2.5 3.5h11v9h-11zM2.5 6.5h11M2.5 9.5h11M6.5 3.5v9',
  chart: 'M2.5 13.5h11M4 11V8M7 11V4M10 11V6.5M13 11V9',
  warning: 'M8 2L14.5 13.5h-13zM8 6.5v3.5M8 11.8v.2',
  /** Says that a source flagged it, and not whether it is high or low. */
  flag: 'M4 14V2.5M4 3h8.5l-2.25 2.75l2.25 2.75H4',
  masked: 'M3 7.5h10v6H3zM5 7.5V5a3 3 0 0 1 6 0v2.5',
  outside: 'M6 3.5H3.5v9h9V10M8.5 3.5h4v4M12.5 3.5L7.5 8.5',
  help: 'M5.5 6a2.5 2.5 0 1 1 3.6 2.2c-.7.4-1.1.8-1.1 1.6M8 12.3v.2',
  lanes: 'M2.5 4h6M5.5 8h8M3.5 12h5',
  filter: 'M2.5 3.5h11L9.5 8.5v4.5l-3-1.5v-3z',
  split: 'M8 14V9M8 9L3.5 4M8 9l4.5-5M3.5 7V4h3M9.5 4h3v3',
  leave: 'M9.5 3H3.5v10h6M7 8h6.5M11 5.5L13.5 8L11 10.5',
  display:
    'M2.5 4.5h6M12 4.5h1.5M2.5 11.5H4M7.5 11.5h6M10 2.8a1.7 1.7 0 1 1 0 3.4a1.7 1.7 0 0 1 0-3.4M5.8 9.8a1.7 1.7 0 1 1 0 3.4a1.7 1.7 0 0 1 0-3.4',
  save: 'M8 2.5v8M4.5 7.5L8 11l3.5-3.5M3 13.5h10',
  print: 'M4.5 6V2.5h7V6M4.5 11H2.5V6h11v5h-2M4.5 9.5h7v4h-7z',
  file: 'M4 2h5l3 3v9H4zM9 2v3h3',
  check: 'M3 8.5l3.5 3.5L13 4.5',
  copy: 'M5.5 5.5h7.5v7.5H5.5zM3 10.5V3h7.5',
  pin: 'M8 14s4.5-4.2 4.5-7.5a4.5 4.5 0 0 0-9 0C3.5 9.8 8 14 8 14zM8 5v3M6.5 6.5h3',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
