/** By what the core says in English: the same in another language. `{}` stands for a part that varies. */
export type Words = Readonly<Record<string, string>>;
