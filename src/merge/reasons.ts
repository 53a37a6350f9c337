import type { Fact } from '../record/index.ts';

/**
 * Why two facts are two, in a sentence, by the rule that says so. Verdicts name no more than the reason, since nearly
 * nobody asks: the sentences come with whoever explains.
 */
const SENTENCES = {
  'allergy/other-code': 'They name different substances.',
  'allergy/negation-beside': 'The statement that no allergy is known does not speak of this one.',
  'allergy/two-negations': 'They deny different sorts of allergy.',
  'allergy/listed-twice': 'One system lists them as two entries.',
  'condition/other-code': 'They name different problems.',
  'condition/other-site': 'They are on different sides or in different places of the body.',
  'condition/other-visit': 'Diagnoses of two different visits are counted one by one.',
  'condition/listed-twice': 'One system lists them as two entries.',
  'condition/negation-beside': 'A statement that there are no known problems is not a problem.',
  'condition/two-episodes': 'One had ended before the other began: two episodes.',
  'condition/two-bouts': 'An illness that passes, at two times: two bouts.',
  'document/other-code': 'They are different sorts of report or document.',
  'document/other-time': 'They were made at different times.',
  'document/other-author': 'They have different authors.',
  'document/listed-twice': 'One system lists them as two.',
  'encounter/other-time': 'The visits were at different times.',
  'encounter/other-class': 'They are visits of different classes.',
  'encounter/other-site': 'They name different organisations, and nothing else says that they are one visit.',
  'encounter/listed-twice': 'One system lists them as two visits.',
  'encounter/two-numbers': 'One authority gave them two visit numbers.',
  'encounter/only-time': 'They are visits of different classes, with nothing in common but the time.',
  'encounter/only-date': 'Only the date is common to them.',
  'immunization/other-code': 'They are different vaccines.',
  'immunization/other-time': 'They were given at different times.',
  'immunization/listed-twice': 'One system lists them as two doses.',
  'immunization/not-done': 'A dose that was not given is not the dose that was.',
  'any/other-kind': 'They are of different kinds.',
  'any/unsafe': 'One of them has an element that may change its meaning: it is shown apart.',
  'medication/other-code': 'They are different drugs.',
  'medication/other-form': 'They are different forms of one drug.',
  'medication/other-strength': 'They are different strengths of one drug.',
  'observation/other-code': 'They measure different things.',
  'observation/other-time': 'They were measured at different times.',
  'observation/different-value': 'Their values differ, and their times are not exactly one.',
  'observation/other-site': 'They come from different specimens or body sites.',
  'observation/listed-twice': 'One system lists them as two results, and nothing says that it copied one.',
  'observation/two-numbers': 'One laboratory gave them two different numbers.',
  'other/other-code': 'They name different things.',
  'other/other-kind': 'They are of different kinds.',
  'other/other-time': 'They have different dates.',
  'other/listed-twice': 'One system lists them as two.',
  'other/other-serial': 'They carry different serial numbers.',
  'other/support': 'People, places and products are joined by their identifiers only.',
  'procedure/other-code': 'They are different procedures.',
  'procedure/other-site': 'They were done in different places of the body.',
  'procedure/other-time': 'They were done at different times.',
  'procedure/listed-twice': 'One system lists them as two procedures.',
  'procedure/not-done': 'What was not done is not what was.',
} as const;

type Named = keyof typeof SENTENCES;
export type Reason = Named extends infer N ? (N extends `${string}/${infer R}` ? R : never) : never;

const RULES: Readonly<Partial<Record<Fact['kind'], string>>> = {
  panel: 'observation',
  social: 'observation',
  report: 'document',
  imaging: 'document',
};

export function reasonWords(a: Fact, reason: Reason): string {
  const rule = RULES[a.kind] ?? a.kind;
  for (const name of [`${rule}/${reason}`, `any/${reason}`, `other/${reason}`])
    if (Object.hasOwn(SENTENCES, name)) return SENTENCES[name as Named];
  throw new Error(`a reason without words: ${rule}/${reason}`);
}
