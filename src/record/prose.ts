/**
 * Text with a shape and nothing else: no address, no style, no attribute. What a source wrote as markup becomes this
 * before anybody sees it, so that nothing of it could run or be fetched.
 */
export type Look = 'plain' | 'strong' | 'emphasis' | 'inserted' | 'struck' | 'sub' | 'super' | 'left-out';

export interface Inline {
  readonly text: string;
  readonly look: Look;
}

export interface Cell {
  readonly header: boolean;
  readonly columns: number;
  readonly rows: number;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'paragraph' | 'heading'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'preformatted'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | {
      readonly kind: 'table';
      readonly caption: readonly Inline[];
      readonly rows: readonly (readonly Cell[])[];
    }
  | { readonly kind: 'rule' };

export interface Section {
  readonly title: string | null;
  /** 1 for the sections of a document, 2 for those inside them. */
  readonly level: number;
  readonly blocks: readonly Block[];
}

/** Whom and what a document says that it is about. */
export type PaperFact =
  'title' | 'patient' | 'birth-date' | 'sex' | 'identifiers' | 'written' | 'author' | 'custodian';

export interface Paper {
  readonly head: readonly { readonly about: PaperFact; readonly text: string }[];
  readonly sections: readonly Section[];
  /** Pictures, frames and programs that it had and that are not shown. */
  readonly leftOut: number;
  /** It was too long, or too deep, to be shown whole. */
  readonly shortened: boolean;
}
