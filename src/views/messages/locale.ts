/** The reader's own order of day and month and way of writing numbers, in the language of the catalogue. */
export const readerLocale = (language: string): string =>
  (typeof navigator === 'undefined' ? [] : (navigator.languages ?? [])).find((tag) =>
    tag.startsWith(language),
  ) ?? language;
