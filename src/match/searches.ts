import { mainPoint, type Person } from '../record/index.ts';

/** How to ask a further server for a person, strict first. Who was found is judged by `match` alone. */
export interface PatientSearches {
  /** The Parameters of `Patient/$match`, as JSON text. */
  readonly match: string;
  readonly searches: readonly (readonly (readonly [string, string])[])[];
}

const MOST_IDENTIFIERS = 4;

export function searchesFor(person: Person): PatientSearches {
  const born = mainPoint(person.birthDate)?.text.slice(0, 10) ?? null;
  const name = person.names.find((each) => each.family !== null) ?? person.names[0];
  const family = name?.family ?? null;
  const given = name?.given[0] ?? null;
  const identifiers = person.identifiers.filter((id) => id.system !== null).slice(0, MOST_IDENTIFIERS);
  const searches: [string, string][][] = identifiers.map((id) => [
    ['identifier', `${id.system ?? ''}|${id.value}`],
  ]);
  if (born && family)
    searches.push([
      ['family', family],
      ['birthdate', born],
    ]);
  if (born && given)
    searches.push([
      ['given', given],
      ['birthdate', born],
    ]);
  if (family && given)
    searches.push([
      ['family', family],
      ['given', given],
    ]);
  return { match: parameters(person, born), searches };
}

function parameters(person: Person, born: string | null): string {
  const resource = {
    resourceType: 'Patient',
    name: person.names.map(({ family, given }) => ({ ...(family ? { family } : {}), given })),
    ...(born ? { birthDate: born } : {}),
    ...(person.gender === 'unknown' ? {} : { gender: person.gender }),
    identifier: person.identifiers.map(({ system, value }) => ({ ...(system ? { system } : {}), value })),
  };
  return JSON.stringify({
    resourceType: 'Parameters',
    parameter: [
      { name: 'resource', resource },
      { name: 'count', valueInteger: 10 },
      { name: 'onlyCertainMatches', valueBoolean: false },
    ],
  });
}
