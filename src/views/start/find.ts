/** What can be chosen on the start page, and what of it answers to what somebody types. */
import type { SourceId } from '../../record/index.ts';
import type { Brand, SourceView } from '../../session/index.ts';
import type { Choice } from './organisation-list.tsx';

interface Searchable extends Choice {
  /** Everything that it is known by, as it is compared. */
  readonly words: string;
}

/** How many are shown at once: more cannot be taken in, and a further letter shortens the list. */
export const SHOWN = 30;

export function choicesOf(
  views: readonly SourceView[],
  brands: ReadonlyMap<SourceId, Brand>,
): readonly Searchable[] {
  const organisations = views.map((view): Searchable => {
    const { name, id } = view.organisation;
    return { view, name, place: null, words: comparable([name, ...(brands.get(id)?.also ?? [])]) };
  });
  const places = views.flatMap((view) =>
    (brands.get(view.organisation.id)?.places ?? []).map(({ name, also, town }): Searchable => ({
      view,
      name,
      place: { town },
      words: comparable([name, ...also, town ?? '', view.organisation.name]),
    })),
  );
  return [...organisations, ...places];
}

/** Those of which every typed word begins a word; first the ones whose name begins so. */
export function find(choices: readonly Searchable[], typed: string): readonly Searchable[] {
  const words = comparable([typed]).split(' ').filter(Boolean);
  if (words.length === 0) return choices.filter(({ place }) => place === null);
  const found = choices.filter((choice) => words.every((word) => ` ${choice.words}`.includes(` ${word}`)));
  const begins = (choice: Searchable): number => (choice.words.startsWith(words.join(' ')) ? 0 : 1);
  return found.toSorted((a, b) => begins(a) - begins(b));
}

/** Without accents, case and punctuation: nobody types them. */
const comparable = (names: readonly string[]): string =>
  names
    .join(' ')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
