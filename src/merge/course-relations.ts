import type { MedicationFact } from '../record/index.ts';
import type { Course, CourseItem } from './courses.ts';
import {
  compareDrugs,
  COURSE_GAP,
  formsDiffer,
  gapDays,
  medication,
  strengthsDiffer,
} from './rules/medication.ts';
import { related, type Verdict } from './verdict.ts';

interface Found {
  readonly a: number;
  readonly b: number;
  readonly verdict: Verdict;
}

const both = (kind: 'contradicts' | 'duplicate-therapy', why: string): Verdict => related(kind, kind, why);

const TWO_STRENGTHS = both(
  'duplicate-therapy',
  'The same ingredient in two strengths or forms, and both are said to be current.',
);
const CURRENT_AND_ENDED = both(
  'contradicts',
  'The same ingredient: one source says that it is current in one strength or form, another that it has ended in another.',
);
const ONE_CLASS = (name: string): Verdict =>
  both('duplicate-therapy', `Two current drugs of one class: ${name}.`);

/** A family of a hundred courses is a data fault; its current ones are still compared. */
const MANY = 60;

/** What the courses of one drug are to one another. */
export function courseRelations(items: readonly CourseItem[], courses: readonly Course[]): Found[] {
  if (courses.length < 2) return [];
  const found: Found[] = [];
  const compared = courses.length > MANY ? courses.filter((c) => isCurrent(items, c)) : courses;
  for (let i = 0; i < compared.length; i++)
    for (let j = i + 1; j < compared.length; j++) {
      const [x, y] = [compared[i], compared[j]];
      const verdict = x === undefined || y === undefined ? null : compareCourses(items, x, y);
      if (verdict !== null && x !== undefined && y !== undefined)
        found.push({ a: x.last, b: y.last, verdict });
    }
  return found;
}

function compareCourses(items: readonly CourseItem[], x: Course, y: Course): Verdict | null {
  const [a, b] = [factOf(items, x.last), factOf(items, y.last)];
  if (a === null || b === null) return null;
  const verdict = medication.judge(a, b);
  if (verdict.verdict === 'different') {
    if (verdict.relation !== null) return near(x, y) ? verdict : null;
    if (compareDrugs(a, b) !== 'same' || (!strengthsDiffer(a, b) && !formsDiffer(a, b))) return null;
    return twoStrengths(items, x, y);
  }
  // Left apart by the sweep although alike: worth a line only where they meet in time.
  return verdict.verdict === 'same' || (verdict.mention && near(x, y)) ? verdict : null;
}

const near = (x: Course, y: Course): boolean => {
  const gap = gapDays(x, y);
  return gap === null || gap <= COURSE_GAP;
};

function twoStrengths(items: readonly CourseItem[], x: Course, y: Course): Verdict | null {
  const [here, there] = [isCurrent(items, x), isCurrent(items, y)];
  if (here && there) return TWO_STRENGTHS;
  if (!here && !there) return null;
  const [current, ended] = here ? [x, y] : [y, x];
  // Within one source, a strength that ended beside one that is current is a change of dose, not a contradiction.
  const knows = sourcesOf(items, current);
  if ([...sourcesOf(items, ended)].every((source) => knows.has(source))) return null;
  if (!hasEnded(items, ended)) return null;
  return near(current, ended) || startsWithin(ended, current) ? CURRENT_AND_ENDED : null;
}

const startsWithin = (ended: Course, current: Course): boolean =>
  ended.start === null || current.start === null || ended.start >= current.start;

const factOf = (items: readonly CourseItem[], i: number): MedicationFact | null => items[i]?.fact ?? null;

const sourcesOf = (items: readonly CourseItem[], course: Course): ReadonlySet<string> =>
  new Set(course.members.map((m) => factOf(items, m)?.source ?? ''));

const isOrder = (fact: MedicationFact): boolean =>
  fact.evidence === 'request' || fact.evidence === 'statement';

function isCurrent(items: readonly CourseItem[], course: Course): boolean {
  return course.members.some((m) => {
    const fact = factOf(items, m);
    return (
      fact !== null &&
      isOrder(fact) &&
      fact.status.standing === 'current' &&
      !fact.status.retracted &&
      !fact.negation
    );
  });
}

const hasEnded = (items: readonly CourseItem[], course: Course): boolean =>
  course.members.some((m) => {
    const fact = factOf(items, m);
    return fact !== null && isOrder(fact) && fact.status.standing === 'ended' && !fact.status.retracted;
  });

/** Two current drugs of one therapeutic class. */
export function classRelations(items: readonly CourseItem[], courses: readonly Course[]): Found[] {
  const found: Found[] = [];
  const byClass = new Map<string, Course[]>();
  for (const course of courses) {
    const fact = factOf(items, course.last);
    if (fact === null || fact.drug.classes.length === 0 || !isCurrent(items, course)) continue;
    for (const name of fact.drug.classes) {
      const others = byClass.get(name) ?? [];
      for (const other of others) {
        const there = factOf(items, other.last);
        if (there !== null && compareDrugs(there, fact) === 'different')
          found.push({ a: other.last, b: course.last, verdict: ONE_CLASS(name) });
      }
      others.push(course);
      byClass.set(name, others);
    }
  }
  return found;
}
