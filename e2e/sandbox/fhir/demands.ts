import type { Habits } from '../habits.ts';
import { definedParameters } from './parameters.ts';
import type { Query } from './query.ts';
import { Refusal } from './reply.ts';

/** The parameters FHIR knows; the others are refused or, by habit, dropped without a word. */
export function knownParameters(type: string, given: URLSearchParams, habits: Habits): URLSearchParams {
  const { unknownParams } = habits;
  const defined = definedParameters(type);
  const known = new URLSearchParams();
  for (const [key, value] of given) {
    const name = key.split(/[:.]/)[0] ?? key;
    if (defined.has(name)) known.append(key, value);
    else if (unknownParams !== 'ignore') {
      const status = unknownParams === 'refuse-400' ? 400 : 422;
      throw new Refusal(status, 'not-supported', `${type} has no search parameter '${name}'`);
    }
  }
  return known;
}

/** Refuses a search that lacks what this server wants of it. */
export function demandParameters({ type, conditions }: Query, habits: Habits): void {
  const given = new Set(conditions.map(({ name }) => name));
  const categorised = ['category', 'code', '_id'].some((name) => given.has(name));
  if (type === 'Observation' && habits.observationNeedsCategory && !categorised) {
    throw new Refusal(400, 'required', 'an Observation search must give a category or a code');
  }
  if (habits.statusNeeded.includes(type) && !given.has('status') && !given.has('_id')) {
    throw new Refusal(400, 'required', `a ${type} search must give a status`);
  }
}
