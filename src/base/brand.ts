declare const brand: unique symbol;

/** A string or number that only its own parser can mint: `Brand<string, 'SourceId'>`. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
