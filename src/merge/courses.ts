/**
 * Medications are clustered as courses, by a sweep over time and not pair by pair: a drug given every day for years
 * is one course, and its first day has nothing to do with its last but for the days between.
 *
 * The order is canonical: what is stated in full first, then by start, then by key. So the outcome depends on the
 * facts alone.
 */
import type { MedicationFact } from '../record/index.ts';
import { classRelations, courseRelations } from './course-relations.ts';
import {
  compareDrugs,
  COURSE_GAP,
  extentOf,
  foldStrength,
  formsFit,
  gapDays,
  medication,
  saysAll,
  type Extent,
} from './rules/medication.ts';
import type { KeySink, Say, Verdict } from './verdict.ts';

export interface CourseItem {
  readonly fact: MedicationFact;
  /** The member key: decides where nothing else does. */
  readonly key: string;
}

export interface Tie {
  readonly a: number;
  readonly b: number;
  readonly words: Say;
}

export interface Course {
  readonly members: number[];
  readonly ties: Tie[];
  start: number | null;
  end: number;
  /** The member that reaches farthest, to which the next one is tied. */
  last: number;
  /** What its members state, where any does. */
  strength: string | null;
  form: string | null;
}

export interface Courses {
  readonly courses: readonly Course[];
  readonly relations: readonly { readonly a: number; readonly b: number; readonly verdict: Verdict }[];
}

export function findCourses(items: readonly CourseItem[]): Courses {
  const courses: Course[] = [];
  const relations: { a: number; b: number; verdict: Verdict }[] = [];
  for (const family of families(items)) {
    const found = sweep(items, family);
    courses.push(...found);
    relations.push(...courseRelations(items, found));
  }
  relations.push(...classRelations(items, courses));
  return { courses, relations };
}

/** Facts that share any key may be one drug; nothing outside a family is compared with it. */
function families(items: readonly CourseItem[]): number[][] {
  const parent = items.map((_, i) => i);
  const find = (i: number): number => {
    let at = i;
    while (parent[at] !== at) at = parent[at] = parent[parent[at] ?? at] ?? at;
    return at;
  };
  const first = new Map<number, number>();
  items.forEach((item, i) => {
    const meet = (key: number): void => {
      const known = first.get(key);
      if (known === undefined) first.set(key, i);
      else parent[find(i)] = find(known);
    };
    const sink: KeySink = { post: meet, probe: meet, both: meet, timed: meet, part: meet, loose: () => {} };
    medication.keys(item.fact, sink);
  });
  const groups = new Map<number, number[]>();
  items.forEach((_, i) => {
    const root = find(i);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [i]);
    else group.push(i);
  });
  return [...groups.values()];
}

/** Full statements first; those that leave out strength or form join them where that is not ambiguous. */
function rank(fact: MedicationFact): number {
  if (fact.status.retracted) return 4;
  if (fact.drug.ingredients.length === 0) return 3;
  return (fact.drug.strength === null ? 1 : 0) + (saysAll(fact.drug.form) ? 0 : 1);
}

/** Facts of one signature are alike in everything but time. */
const signature = (fact: MedicationFact): string =>
  [
    fact.drug.ingredients.length > 0 ? fact.drug.ingredients.join('+') : wordsOf(fact),
    foldStrength(fact.drug.strength),
    fact.drug.form,
    fact.negation,
  ].join('|');

const wordsOf = (fact: MedicationFact): string =>
  fact.code === null
    ? fact.title
    : JSON.stringify([fact.code.canonical, fact.code.text, fact.code.codings.map((c) => [c.system, c.code])]);

function sweep(items: readonly CourseItem[], family: readonly number[]): Course[] {
  const order = family
    .map((i) => ({ i, item: itemAt(items, i), extent: extentOf(itemAt(items, i).fact) }))
    .sort(
      (p, q) =>
        rank(p.item.fact) - rank(q.item.fact) ||
        (p.extent.start ?? Number.POSITIVE_INFINITY) - (q.extent.start ?? Number.POSITIVE_INFINITY) ||
        (p.item.key < q.item.key ? -1 : 1),
    );
  const courses: Course[] = [];
  /** The newest course of each signature: the sweep never comes back to an older one. */
  const bySignature = new Map<string, Course>();
  for (const { i, item, extent } of order) {
    const key = signature(item.fact);
    const open = bySignature.get(key);
    const twin = open !== undefined && touches(open, extent) ? open : null;
    const level = rank(item.fact);
    const course = level === 0 || (level === 3 && twin !== null) ? twin : onlyFit(items, courses, i, extent);
    const tied = course === null ? null : tie(items, i, course);
    if (course === null || tied === null) bySignature.set(key, begin(courses, item.fact, i, extent));
    else {
      extend(course, item.fact, i, extent, tied);
      bySignature.set(key, course);
    }
  }
  return courses;
}

/** A drug without a strength beside two strengths of it belongs to neither for certain. */
function onlyFit(
  items: readonly CourseItem[],
  courses: readonly Course[],
  i: number,
  extent: Extent,
): Course | null {
  const fitting = courses.filter((course) => fits(items, course, i, extent));
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

function itemAt(items: readonly CourseItem[], i: number): CourseItem {
  const item = items[i];
  if (item === undefined) throw new Error('no such item');
  return item;
}

function begin(courses: Course[], fact: MedicationFact, i: number, extent: Extent): Course {
  const { strength, form } = fact.drug;
  const course: Course = {
    members: [i],
    ties: [],
    start: extent.start,
    end: extent.end,
    last: i,
    strength,
    form,
  };
  courses.push(course);
  return course;
}

function extend(course: Course, fact: MedicationFact, i: number, extent: Extent, tied: Tie): void {
  course.members.push(i);
  course.ties.push(tied);
  course.strength ??= fact.drug.strength;
  if (!saysAll(course.form)) course.form = fact.drug.form ?? course.form;
  if (extent.start !== null && (course.start === null || extent.start < course.start))
    course.start = extent.start;
  if (extent.end > course.end) {
    course.end = extent.end;
    course.last = i;
  }
}

const touches = (course: Course, extent: Extent): boolean => {
  const gap = gapDays(course, extent);
  return gap !== null && gap <= COURSE_GAP;
};

/** Compatible with every member, and the same as at least one. */
function fits(items: readonly CourseItem[], course: Course, i: number, extent: Extent): boolean {
  const { fact } = itemAt(items, i);
  const first = itemAt(items, course.members[0] ?? i).fact;
  if (fact.negation !== first.negation) return false;
  if (!formsFit(fact.drug.form, course.form)) return false;
  if (fact.drug.strength !== null && course.strength !== null)
    if (foldStrength(fact.drug.strength) !== foldStrength(course.strength)) return false;
  if (fact.status.retracted) return tie(items, i, course) !== null;
  if (!touches(course, extent)) return false;
  // Ingredients are an equivalence; codes and words are not, so there each member is asked.
  if (fact.drug.ingredients.length > 0 && first.drug.ingredients.length > 0)
    return compareDrugs(fact, first) === 'same';
  return course.members.every((m) => compareDrugs(fact, itemAt(items, m).fact) === 'same');
}

/**
 * The member that a newcomer is the same as: the farthest-reaching one where that will do. One number taken back is no
 * bridge between two drugs: what was is the same as one member and different from none.
 */
function tie(items: readonly CourseItem[], i: number, course: Course): Tie | null {
  const { fact } = itemAt(items, i);
  let found: Tie | null = null;
  for (const m of [course.last, ...course.members]) {
    const verdict = medication.judge(itemAt(items, m).fact, fact);
    if (verdict.verdict === 'same') found ??= { a: m, b: i, words: verdict.words };
    if (!fact.status.retracted) {
      if (found !== null) return found;
    } else if (verdict.verdict === 'different') return null;
  }
  return found;
}
