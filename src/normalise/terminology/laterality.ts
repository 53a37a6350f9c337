import type { Coding, ConditionFact } from '../../record/index.ts';
import { systemOf } from './codes.ts';
import { remembered } from './memo.ts';
import { nameKey } from './text.ts';

type Laterality = ConditionFact['laterality'];

/** SNOMED CT qualifier values for the side; identifiers only. */
const SIDES: Readonly<Record<string, Laterality>> = {
  '7771000': 'left',
  '24028007': 'right',
  '51440002': 'bilateral',
};

/**
 * Which side a concept names, by its codes or its own words; null where none is named, or more than one is: 'left'
 * in one coding and 'right' in another settles nothing.
 */
export function lateralityOf(codings: readonly Coding[], text: string | null): Laterality {
  const sides = new Set<Laterality>();
  for (const coding of codings) {
    if (coding.code !== null && systemOf(coding.system) === 'sct' && Object.hasOwn(SIDES, coding.code))
      sides.add(SIDES[coding.code] ?? null);
    sides.add(sideIn(coding.display));
  }
  sides.add(sideIn(text));
  sides.delete(null);
  if (sides.size !== 1) return null;
  return [...sides][0] ?? null;
}

/** 'Left heart failure' and 'right bundle branch block' name a part of the one heart, not a side of the body. */
const ONE_OF_A_KIND =
  /\b(?:left|right) (?:heart|ventric\w*|atri\w*|bundle|sided heart|axis|to right|to left|colon|lobe of liver|handed|hand dominan\w*)\b/g;

const sideIn = (text: string | null): Laterality => (text === null ? null : readSide(text));

const readSide = remembered((text: string): Laterality => {
  const name = nameKey(text)?.replace(ONE_OF_A_KIND, ' ');
  if (name === undefined) return null;
  const words = new Set(name.split(' '));
  const left = words.has('left');
  const right = words.has('right');
  if (words.has('bilateral') || words.has('bilaterally') || (words.has('both') && !left && !right))
    return 'bilateral';
  if (words.has('unilateral') || words.has('unspecified'))
    return left !== right ? (left ? 'left' : 'right') : null;
  return left === right ? null : left ? 'left' : 'right';
});
