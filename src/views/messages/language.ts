/** The catalogue in use, and how another takes its place. Only the one in use is loaded. */
import { useSyncExternalStore } from 'react';
import { isLanguage, type Language } from '../../base/index.ts';
import { keep, kept } from '../../ui/index.ts';
import type { Catalogue, First, Later } from './catalogue.ts';
import { readerLocale } from './locale.ts';

const FIRST: Readonly<Record<Language, () => Promise<First>>> = {
  en: async () => (await import('./en/index.ts')).en,
  es: async () => (await import('./es/index.ts')).es,
  de: async () => (await import('./de/index.ts')).de,
};
const LATER: Readonly<Record<Language, () => Promise<Later>>> = {
  en: async () => (await import('./en/later.ts')).later,
  es: async () => (await import('./es/later.ts')).later,
  de: async () => (await import('./de/later.ts')).later,
};

/**
 * Every word that a user can read or hear. Those of the first screen are there before it is drawn; the others before
 * the first view that says them (`withWords`).
 */
export let t: Catalogue;

let spoken: Language = 'en';
let all = false;
const listeners = new Set<() => void>();

/** From now on everything is said in this language: whatever is on the screen is drawn anew. */
export async function speak(language: Language): Promise<void> {
  const [first, later] = await Promise.all([FIRST[language](), all ? LATER[language]() : null]);
  t = { ...first, ...later } as Catalogue;
  spoken = language;
  if (typeof document !== 'undefined') {
    document.documentElement.lang = readerLocale(language);
    document.documentElement.dir = t.direction;
  }
  for (const listener of listeners) listener();
}

/** A view that is loaded when it is opened, with the words that it says. */
export async function withWords<T>(view: Promise<T>): Promise<T> {
  all = true;
  for (let language: Language | null = null; language !== spoken;) {
    language = spoken;
    const later = await LATER[language]();
    // Another language may have been chosen meanwhile.
    if (language === spoken) t = { ...t, ...later };
  }
  return view;
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useLanguage = (): Language => useSyncExternalStore(subscribe, () => spoken);

/** What the person chose in this browser comes before what the site or the browser says. */
export function chosenLanguage(): Language | null {
  const text = kept('language') ?? '';
  return isLanguage(text) ? text : null;
}

export async function chooseLanguage(language: Language): Promise<void> {
  keep('language', language);
  await speak(language);
}

/** The first of what the browser asks for ('de-CH') that there is a catalogue for. */
export function languageOf(tags: readonly string[]): Language | null {
  const languages = tags.map((tag) => tag.toLowerCase().split('-')[0] ?? '');
  return languages.find(isLanguage) ?? null;
}

/** Before the site's own setting is read, and where it has none. */
export const speakFirst = (): Promise<void> =>
  speak(chosenLanguage() ?? languageOf(navigator.languages) ?? 'en');
