import { expect, it } from 'vitest';
import { match } from './match.ts';
import { person } from './testing/person.ts';

it('a twin with a like name is linked by nobody without a reason', () => {
  const maria = {
    family: 'Okafor',
    born: '2008-02-19',
    sex: 'female',
    street: '12 Mill Street',
    zip: '97301',
  };
  for (const [a, b] of [
    ['Maria', 'Marla'],
    ['Anna', 'Anne'],
    ['J', 'Jane'],
  ]) {
    const found = match(person({ ...maria, given: a! }), person({ ...maria, given: b! }));
    expect(found.outcome, `${a} ${b}`).not.toBe('certain');
    expect(found.outcome === 'unlikely' || found.vetoes.length > 0, `${a} ${b}`).toBe(true);
  }
});
