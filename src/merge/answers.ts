import type { Concept } from '../record/index.ts';
import { foldText } from './hash.ts';

const folded = (groups: readonly string[]): ReadonlyMap<string, string> =>
  new Map(groups.flatMap((group) => group.split(';').map((word) => [foldText(word), group])));

/** How laboratories write the two answers that most tests have, and how clinicians name a few reactions. */
const ANSWERS = folded([
  'positive;pos;detected;reactive;present;+',
  'negative;neg;not detected;non-reactive;nonreactive;absent;none detected;undetected',
]);

const REACTIONS = folded([
  'hives;urticaria;wheal;weal',
  'rash;skin rash;eruption;eruption of skin;exanthem',
  'anaphylaxis;anaphylactic reaction;anaphylactic shock',
  'shortness of breath;dyspnea;dyspnoea;sob;difficulty breathing',
  'itching;pruritus;itchy',
  'vomiting;emesis',
  'diarrhea;diarrhoea;loose stools',
  'swelling;edema;oedema',
  'gi upset;gastrointestinal upset;stomach upset;upset stomach',
]);

const SEVERITIES: ReadonlyMap<string, string> = new Map([
  ['255604002', 'mild'],
  ['6736007', 'moderate'],
  ['371923003', 'mild'],
  ['371924009', 'moderate'],
  ['24484000', 'severe'],
]);

/** One word for 'Detected' and 'POS': the same answer of the same test. The text itself where it is none of them. */
export const answerOf = (text: string): string => {
  const plain = foldText(text);
  return ANSWERS.get(plain) ?? plain;
};

/** 'severe' for the SNOMED CT code that says so. */
export const severityOf = (text: string): string => SEVERITIES.get(text.trim()) ?? text;

/** Everything by which a reaction may be known: its codes and its words. */
export function reactionKeys(manifestation: Concept): readonly string[] {
  const keys: string[] = [];
  for (const text of [manifestation.text, ...manifestation.codings.map((c) => c.display)]) {
    const plain = text === null ? '' : foldText(text);
    if (plain !== '') keys.push(REACTIONS.get(plain) ?? plain);
  }
  for (const { code } of manifestation.codings) if (code !== null) keys.push(code);
  return keys;
}
