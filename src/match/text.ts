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
/** Letters that no table here turns into Latin ones: Arabic, Chinese, Hebrew, … */
const FOREIGN = /[^a-z0-9 ]/;

/** Whether a folded text can be compared letter by letter with a Latin one. */
export const isLatin = (folded: string): boolean => !FOREIGN.test(folded);

/** Arabic and Persian letters as consonants of ours; vowels are mostly not written, and are left out. */
const ARABIC: ReadonlyMap<string, string> = new Map(
  'بb تt ثt جj حh خk دd ذd رr زz سs شs صs ضd طt ظz غg فf قk كk لl مm نn هh پp گg کk'
    .split(' ')
    .map((pair) => [pair[0] ?? '', pair[1] ?? '']),
);

/** The consonants of a folded name, so far as two alphabets can agree on them: ليلى and Layla are both 'll'. */
export function skeleton(folded: string): string {
  const latin = isLatin(folded);
  let consonants = '';
  for (const char of latin ? folded.replace(/([a-z])\1/g, '$1').replace(/([kgstd])h/g, '$1') : folded)
    consonants += latin ? (/[aeiouyw ]/.test(char) ? '' : char) : (ARABIC.get(char) ?? '');
  return latin ? consonants.replaceAll('q', 'k').replaceAll('c', 'k') : consonants;
}

const memo = new Map<string, string>();

/** 'Ó Súilleabháin-Müller' → 'o suilleabhain muller'. German umlauts lose their dots; see `plainVowels`. */
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
export const plainVowels = (folded: string): string => folded.replace(/([aou])e(?=[b-df-hj-np-tv-z])/g, '$1');

/** Scratch space of `jaroWinkler`: it runs millions of times, and longer texts are cut to fit. */
const LONGEST = 64;
const taken = new Uint8Array(LONGEST);
const order = new Uint16Array(LONGEST);

/** Jaro-Winkler similarity, 0 to 1. */
function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const n = Math.min(a.length, LONGEST);
  const m = Math.min(b.length, LONGEST);
  if (n === 0 || m === 0) return 0;
  const reach = Math.max(0, (Math.max(n, m) >> 1) - 1);
  taken.fill(0, 0, m);
  let matches = 0;
  for (let i = 0; i < n; i++) {
    const char = a.charCodeAt(i);
    const end = Math.min(m, i + reach + 1);
    for (let j = Math.max(0, i - reach); j < end; j++)
      if (taken[j] === 0 && char === b.charCodeAt(j)) {
        taken[j] = 1;
        order[matches++] = char;
        break;
      }
  }
  if (matches === 0) return 0;
  let crossed = 0;
  for (let j = 0, k = 0; k < matches; j++) if (taken[j] === 1 && order[k++] !== b.charCodeAt(j)) crossed++;
  const jaro = (matches / n + matches / m + (matches - crossed / 2) / matches) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < n && prefix < m && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

const counts = new Int8Array(128);

/**
 * Whether Jaro-Winkler reaches the threshold. The letters that two texts have in common, in any order, bound it from
 * above, and are counted in one pass: most pairs of addresses need no more.
 */
export function alike(a: string, b: string, threshold: number): boolean {
  if (a === b) return true;
  const n = Math.min(a.length, LONGEST);
  const m = Math.min(b.length, LONGEST);
  if (n === 0 || m === 0) return false;
  let prefix = 0;
  while (prefix < 4 && prefix < n && prefix < m && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix++;
  const needed = (3 * (threshold - 0.1 * prefix)) / (1 - 0.1 * prefix) - 1;
  if (Math.min(n, m) * (1 / n + 1 / m) < needed - 1e-9) return false;
  for (let i = 0; i < n; i++) {
    const at = a.charCodeAt(i) & 127;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  let common = 0;
  for (let j = 0; j < m; j++) {
    const at = b.charCodeAt(j) & 127;
    const left = counts[at] ?? 0;
    if (left > 0) {
      common++;
      counts[at] = left - 1;
    }
  }
  for (let i = 0; i < n; i++) counts[a.charCodeAt(i) & 127] = 0;
  if (common * (1 / n + 1 / m) < needed - 1e-9) return false;
  return jaroWinkler(a, b) >= threshold;
}

/** One insertion, deletion, substitution or swap of neighbours apart, or equal. */
export function withinOneEdit(a: string, b: string): boolean {
  if (a === b) return true;
  const short = a.length <= b.length ? a : b;
  const long = short === a ? b : a;
  const longer = long.length - short.length;
  if (longer > 1) return false;
  let i = 0;
  while (i < short.length && short.charCodeAt(i) === long.charCodeAt(i)) i++;
  let tail = 0;
  while (
    tail < short.length - i &&
    short.charCodeAt(short.length - 1 - tail) === long.charCodeAt(long.length - 1 - tail)
  )
    tail++;
  const apart = short.length - i - tail;
  if (longer === 1) return apart === 0;
  return apart === 1 || (apart === 2 && short[i] === long[i + 1] && short[i + 1] === long[i]);
}
