export interface Coding {
  readonly system: string | null;
  readonly code: string | null;
  readonly display: string | null;
  readonly userSelected?: boolean;
}

/** What a CodeableConcept says: every coding is kept; one display is chosen; one canonical key may be found. */
export interface Concept {
  readonly codings: readonly Coding[];
  readonly text: string | null;
  /**
   * What is shown: text, else the best coding's display, else what the tables or the terminology server call it, else
   * its code; never empty ('Uncoded' has null here).
   */
  readonly display: string | null;
  /**
   * The key of the equivalence class that the terminology tables put it in (`lab:hba1c`, `problem:type-2-diabetes`,
   * `vaccine:influenza`), or null. Two concepts with one key mean the same; with two keys they do not.
   */
  readonly canonical: string | null;
}

/** Has the source a word for it, or is what is shown our own name for its code? */
export const hasWords = ({ text, codings }: Concept): boolean =>
  text !== null || codings.some((coding) => coding.display !== null);
