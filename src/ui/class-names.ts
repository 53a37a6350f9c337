/** The class names that apply: `classNames(css.row, selected && css.selected)`. */
export const classNames = (...names: readonly (string | false | null | undefined)[]): string =>
  names.filter(Boolean).join(' ');
