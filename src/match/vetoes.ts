import type { Person } from '../record/index.ts';
import type { Compared } from './compared.ts';
import { middlesDiffer, oneSuffixOnly, suffixesDiffer } from './name.ts';

/** What forbids a link without a human, whatever the score, in words that a clinician reads. */
export function vetoesOf(a: Person, b: Person, compared: Compared): string[] {
  const { family, given, birth, numbers, sexDiffers, twins } = compared;
  const [x, y] = [compared.a.names, compared.b.names];
  const vetoes: string[] = [];
  if (twins !== null) vetoes.push(twins);
  if (given.kind === 'differs') vetoes.push('the given names differ');
  else if (given.kind === 'similar' || (given.kind === 'variant' && !given.sure))
    vetoes.push('the given names are alike and not the same, as those of twins may be');
  if (family.kind === 'differs') vetoes.push('the family names differ');
  if (given.kind === 'missing' || family.kind === 'missing')
    vetoes.push('a name is missing or a placeholder');
  if (birth.kind === 'differs')
    vetoes.push(birth.note === null ? 'the birth dates differ' : `the birth dates are ${birth.note}`);
  if (birth.kind === 'missing') vetoes.push('a birth date is missing or a placeholder');
  if (suffixesDiffer(x, y)) vetoes.push('Jr and Sr, or another suffix, differ');
  else if (oneSuffixOnly(x, y)) vetoes.push('only one is Jr, Sr or numbered');
  if (middlesDiffer(x, y) !== null) vetoes.push('the middle names differ');
  if (sexDiffers) vetoes.push('the sex differs');
  if (numbers.contradicting)
    vetoes.push(
      `a number that a person has once differs: ${numbers.contradicting.a}, ${numbers.contradicting.b}`,
    );
  const death = deathsOf(a, b, compared);
  if (death !== null) vetoes.push(death);
  return vetoes;
}

function deathsOf(a: Person, b: Person, { a: x, b: y }: Compared): string | null {
  const [p, q] = [deathOf(a), deathOf(b)];
  if (p === null && q === null) return null;
  if (p === null || q === null) return 'only one of the sources says that the patient has died';
  if (p === 'yes' || q === 'yes') return null;
  const length = Math.min(p.length, q.length);
  if (p.slice(0, length) !== q.slice(0, length)) return 'the dates of death differ';
  const born = [x.birth?.text, y.birth?.text].some((text) => text !== undefined && text > p);
  return born ? 'born after the death of the other' : null;
}

/** The date of death, 'yes' where only the fact is known, null for the living and the unknown. */
function deathOf({ deceased }: Person): string | null {
  if (typeof deceased === 'string') return deceased.slice(0, 10);
  return deceased === true ? 'yes' : null;
}
