import type { FieldEvidence, Match, Person } from '../record/index.ts';

/** Two patients are certainly one only with a shared identifier, one birth date and one family name. */
export function match(a: Person, b: Person): Match {
  const evidence = [
    compare('identifier', identifiers(a), identifiers(b), 8),
    compare('birth date', dates(a), dates(b), 10.13),
    compare('family name', families(a), families(b), 6.35),
    compare('given name', givens(a), givens(b), 6.85),
    compare('sex', [a.gender], [b.gender], 0.75),
  ];
  const score = Math.round(evidence.reduce((sum, e) => sum + e.weight, 0) * 100) / 100;
  const all = evidence.every((e) => e.agreement === 'agrees');
  const vetoes = evidence.filter((e) => e.agreement === 'differs').map((e) => `${e.field} differs`);
  return { outcome: all ? 'certain' : score >= 12.2 ? 'likely' : 'unlikely', score, evidence, vetoes };
}

const fold = (text: string): string => text.normalize('NFKD').replace(/\P{L}/gu, '').toLowerCase();
const identifiers = (p: Person): string[] =>
  p.identifiers.flatMap((i) => (i.system ? [`${i.system}|${i.value}`] : []));
const dates = (p: Person): string[] => (p.birthDate.kind === 'at' ? [p.birthDate.at.text] : []);
const families = (p: Person): string[] => p.names.flatMap((n) => (n.family ? [fold(n.family)] : []));
const givens = (p: Person): string[] => p.names.flatMap((n) => (n.given[0] ? [fold(n.given[0])] : []));

function compare(field: string, a: readonly string[], b: readonly string[], weight: number): FieldEvidence {
  const [first = null] = a;
  const [second = null] = b;
  if (first === null || second === null)
    return { field, agreement: 'missing', a: first, b: second, weight: 0, note: null };
  const shared = a.find((each) => b.includes(each));
  if (shared) return { field, agreement: 'agrees', a: shared, b: shared, weight, note: null };
  return { field, agreement: 'differs', a: first, b: second, weight: -weight / 2, note: null };
}
