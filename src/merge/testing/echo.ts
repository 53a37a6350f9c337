/** A fact as another feed repeats it: with one thing changed. */
import fc from 'fast-check';
import {
  mainPoint,
  type AllergyFact,
  type DatePoint,
  type Fact,
  type ObservationFact,
  type Precision,
} from '../../record/index.ts';
import * as make from './facts.ts';
import { concepts, sources, statuses, values } from './pools.ts';

export type Change = (fact: Fact) => Fact;

const MINUTE = 60_000;

/** The moment as text, shown in a zone so many minutes east of UTC; null for a clock without a zone. */
function written(from: number, offset: number | null, precision: Precision): string {
  const wall = new Date(from + (offset ?? 0) * MINUTE).toISOString();
  if (precision === 'year') return wall.slice(0, 4);
  if (precision === 'month') return wall.slice(0, 7);
  if (precision === 'day') return wall.slice(0, 10);
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const zone = offset === null ? '' : `${offset < 0 ? '-' : '+'}${clock(Math.abs(offset))}`;
  return `${wall.slice(0, precision === 'second' ? 19 : 16)}${zone}`;
}

const redated =
  (rewrite: (point: DatePoint) => string): Change =>
  (fact) => {
    const point = mainPoint(fact.when);
    if (point === null) return { ...fact, when: make.at('2024-03-14') };
    const isMoment = point.precision === 'minute' || point.precision === 'second';
    return { ...fact, when: make.at(isMoment ? rewrite(point) : '2024-03-14T08:00:00-05:00') };
  };

/** Around every edge: inside two clocks' skew, between it and its double, at an hour, at a day. */
const shift = fc
  .constantFrom(-1440, -1440, -60, -8, -6, -4, -2, 2, 4, 6, 8, 60, 1440, 1440)
  .map((minutes) => redated((p) => written(p.from + minutes * MINUTE, p.offset, p.precision)));

const retold = fc.constantFrom<Change[]>(
  redated((p) => written(p.from, p.offset, 'day')),
  redated((p) => written(p.from, p.offset, 'month')),
  redated((p) => written(p.from, 0, p.precision)),
  redated((p) => written(p.from + (p.offset ?? 0) * MINUTE, 0, p.precision)),
  redated((p) => written(p.from + (p.offset ?? 0) * MINUTE, null, p.precision)),
  (fact) => ({ ...fact, when: make.at(null) }),
);

const sameBut = <T>(pool: readonly T[], change: (fact: Fact, one: T) => Fact): fc.Arbitrary<Change> =>
  fc.constantFrom(...pool).map(
    (one): Change =>
      (fact) =>
        change(fact, one),
  );

const restated = sameBut(statuses, (fact, status) => ({ ...fact, status }));
const recoded = sameBut([...concepts, null], (fact, code) => ({ ...fact, code }));
const numbered = sameBut(['N1', 'N2'], (fact, id) => ({
  ...fact,
  provenance: { ...fact.provenance, identifiers: make.identified(id).identifiers },
}));

/** What says that it was not, is not, or is not known. */
const denied: Change = (fact) => {
  switch (fact.kind) {
    case 'condition':
    case 'medication':
      return { ...fact, negation: !fact.negation };
    case 'allergy':
      return { ...fact, negates: fact.negates === null ? 'all' : null };
    case 'immunization':
    case 'procedure': {
      const isNot = fact.status.code === 'not-done';
      return { ...fact, status: make.status(isNot ? 'completed' : 'not-done') };
    }
    default:
      return fact;
  }
};

type Value = ObservationFact['value'];

/** The same digits in the unit of another value, or with its comparator: what is nowhere the same number. */
function otherUnit(own: Value, other: Value): Value {
  if (own?.kind !== 'quantity' || other?.kind !== 'quantity') return other;
  const { quantity: mine } = own;
  const { unit, code, system, comparator, canonical } = other.quantity;
  const same = canonical === null ? null : { ...canonical, value: mine.value };
  return { kind: 'quantity', quantity: { ...mine, unit, code, system, comparator, canonical: same } };
}

/** The class in place of its member, in code and words. */
function widened(fact: AllergyFact): AllergyFact {
  const { substanceClasses, substance, code, title } = make.allergy(fact.substanceClasses.slice(1));
  return { ...fact, substanceClasses, substance, code, title };
}

/** The one particular that each kind is told apart by. */
const particular = fc
  .tuple(fc.boolean(), fc.constantFrom(...values))
  .map(([first, value]): Change => (fact) => {
    switch (fact.kind) {
      case 'observation':
        return { ...fact, value: first ? otherUnit(fact.value, value) : value };
      case 'panel':
        return { ...fact, components: fact.components.map((part) => ({ ...part, value })) };
      case 'medication':
        return first
          ? { ...fact, drug: { ...fact.drug, strength: fact.drug.strength === null ? '5 mg' : null } }
          : { ...fact, drug: { ...fact.drug, strength: '10 mg' } };
      case 'condition':
        return first
          ? { ...fact, laterality: fact.laterality === 'left' ? 'right' : 'left' }
          : { ...fact, abatement: make.at('2024-03-14'), status: make.status('resolved') };
      case 'allergy':
        return first ? widened(fact) : { ...fact, criticality: 'low' };
      case 'immunization':
        return { ...fact, lotNumber: first ? 'L1' : 'L2' };
      case 'encounter':
        return first ? { ...fact, encounterClass: 'IMP' } : { ...fact, people: [make.at_place('Elsewhere')] };
      case 'report':
      case 'document':
      case 'imaging':
        return { ...fact, conclusion: first ? 'Fine' : 'Bad' };
      default:
        return fact;
    }
  });

/** Elsewhere four times out of five. */
const elsewhere = fc.tuple(fc.nat({ max: 4 }), fc.constantFrom(...sources)).map(
  ([stays, source]): Change =>
    (fact) =>
      stays === 0 ? fact : { ...fact, source },
);

/** As it is said again: mostly by another source, with one thing changed, or nothing. */
export const echo: fc.Arbitrary<Change> = fc
  .tuple(
    elsewhere,
    fc.oneof(
      { weight: 4, arbitrary: shift },
      { weight: 2, arbitrary: retold },
      { weight: 2, arbitrary: fc.constant(denied) },
      { weight: 5, arbitrary: particular },
      { weight: 1, arbitrary: recoded },
      { weight: 2, arbitrary: restated },
      { weight: 1, arbitrary: numbered },
      { weight: 1, arbitrary: fc.constant<Change>((fact) => fact) },
    ),
  )
  .map(
    ([move, change]): Change =>
      (fact) =>
        change(move(fact)),
  );
