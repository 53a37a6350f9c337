/** Amounts in milligrams, by written unit; others keep their own kind. */
const MILLIGRAMS: Readonly<Record<string, number>> = {
  mg: 1,
  mgs: 1,
  milligram: 1,
  milligrams: 1,
  mcg: 1e-3,
  ug: 1e-3,
  microgram: 1e-3,
  micrograms: 1e-3,
  g: 1e3,
  gm: 1e3,
  gram: 1e3,
  grams: 1e3,
};
const COUNTED: Readonly<Record<string, string>> = {
  unt: 'unit',
  unit: 'unit',
  units: 'unit',
  iu: 'unit',
  meq: 'mEq',
  '%': '%',
};
const PER: Readonly<Record<string, string>> = {
  ml: 'mL',
  actuat: 'actuation',
  actuation: 'actuation',
  puff: 'actuation',
  spray: 'actuation',
  inh: 'actuation',
  hr: 'h',
  h: 'h',
  hour: 'h',
  dose: 'dose',
  act: 'actuation',
  mg: 'mg',
  g: 'g',
  gm: 'g',
};

const UNIT = 'mgs?|milligrams?|mcg|ug|micrograms?|gm|grams?|g|unt|units?|iu|meq|%';
const NUMBER = String.raw`\d{1,7}(?:,\d{3})?(?:\.\d{1,6})?|\.\d{1,6}`;
const STRENGTH = new RegExp(
  String.raw`(?<![\d.,])((?:${NUMBER})(?:\s?(?:mg|mcg)?\s?[-/]\s?(?:${NUMBER})){0,2})\s{0,2}(${UNIT})(?![a-z])(?:\s?(?:/|per)\s?(\d{0,4}(?:\.\d{1,3})?)\s?(ml|mg|gm?|act|actuat(?:ion)?|puff|spray|inh|hr|hour|h|dose)\b)?`,
  'g',
);

/**
 * The strengths of a product's name, one an ingredient, in the order of the sorted ingredients: '5 mg',
 * '875 mg / 125 mg', '100 unit/mL'. null where there is none, or not one for each.
 */
export function strengthsIn(body: string, ordered: readonly string[]): string | null {
  const found: string[] = [];
  for (const match of body.matchAll(STRENGTH)) {
    const [, numbers = '', unit = '', amount = '', per = ''] = match;
    for (const number of numbers.split(/[-/]/)) {
      const value = Number(number.replace(/[^\d.]/g, ''));
      if (!(value > 0)) return null;
      found.push(say(value, unit, amount === '' ? 1 : Number(amount), per));
    }
  }
  if (found.length !== ordered.length) return null;
  return ordered
    .map((ingredient, i) => ({ ingredient, strength: found[i] ?? '' }))
    .sort((a, b) => (a.ingredient < b.ingredient ? -1 : 1))
    .map((part) => part.strength)
    .join(' / ');
}

/** One way to write one amount: micrograms below a milligram, so that '0.05 MG' and '50 mcg' are equal. */
function say(value: number, unit: string, amount: number, per: string): string {
  const tail = per === '' ? '' : `/${PER[per] ?? per}`;
  const scale = MILLIGRAMS[unit];
  const each = value / amount;
  if (scale === undefined) return `${tidy(each)} ${COUNTED[unit] ?? unit}${tail}`;
  const milligrams = each * scale;
  return milligrams < 1 ? `${tidy(milligrams * 1e3)} mcg${tail}` : `${tidy(milligrams)} mg${tail}`;
}

const tidy = (value: number): string => String(Number(value.toPrecision(8)));
