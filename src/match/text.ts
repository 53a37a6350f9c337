/** Letters as they are compared: without case, accents, punctuation or the accidents of transliteration. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
};
/** Cyrillic and Greek as passports write them. */
const SCRIPTS: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'а a б b в v г g д d е e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ' +
    'ы y э e ю yu я ya є ie і i ї i ґ g α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t ' +
    'υ y φ f χ ch ψ ps ω o'
  )
    .split(' ')
    .flatMap((_, i, all) => (i % 2 === 0 ? [[all[i] ?? '', all[i + 1] ?? '']] : [])),
);
const SILENT = new Set(['ъ', 'ь']);

const memo = new Map<string, string>();

/** 'Ó Súilleabháin-Müller' → 'o suilleabhain muller'. German umlauts lose their dots; see `sameSpelling`. */
export function fold(text: string): string {
  const known = memo.get(text);
  if (known !== undefined) return known;
  let folded = '';
  for (const char of text.normalize('NFKD').toLowerCase()) {
    if (/\p{M}/u.test(char) || SILENT.has(char) || char === "'" || char === '’' || char === '`') continue;
    folded += LETTERS[char] ?? SCRIPTS[char] ?? (/[\p{L}\p{N}]/u.test(char) ? char : ' ');
  }
  folded = folded.trim().replace(/\s+/g, ' ');
  if (memo.size > 50_000) memo.clear();
  memo.set(text, folded);
  return folded;
}

/** 'mueller' and 'muller' are one name written with and without an umlaut on the keyboard. */
export const plainVowels = (folded: string): string => folded.replace(/([aou])e/g, '$1');

/** Jaro-Winkler similarity, 0 to 1. */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const [n, m] = [a.length, b.length];
  if (n === 0 || m === 0) return 0;
  const reach = Math.max(0, (Math.max(n, m) >> 1) - 1);
  const taken = new Uint8Array(m);
  const order: number[] = [];
  for (let i = 0; i < n; i++)
    for (let j = Math.max(0, i - reach); j < Math.min(m, i + reach + 1); j++)
      if (taken[j] === 0 && a.charCodeAt(i) === b.charCodeAt(j)) {
        taken[j] = 1;
        order.push(i);
        break;
      }
  const matches = order.length;
  if (matches === 0) return 0;
  let crossed = 0;
  let k = 0;
  for (let j = 0; j < m; j++) {
    if (taken[j] === 0) continue;
    if (a.charCodeAt(order[k] ?? 0) !== b.charCodeAt(j)) crossed++;
    k++;
  }
  const jaro = (matches / n + matches / m + (matches - crossed / 2) / matches) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < Math.min(n, m) && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/** One insertion, deletion, substitution or swap of neighbours apart, or equal. */
export function withinOneEdit(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let i = 0;
  while (i < short.length && short[i] === long[i]) i++;
  if (short.length < long.length) return short.slice(i) === long.slice(i + 1);
  const swapped =
    short[i] === long[i + 1] && short[i + 1] === long[i] && short.slice(i + 2) === long.slice(i + 2);
  return swapped || short.slice(i + 1) === long.slice(i + 1);
}
