/** Form groups, tried in order: what is narrower comes first. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:patch|transdermal)\b/, 'patch'],
  [/\bsuppositor(?:y|ies)\b/, 'suppository'],
  [/\b(?:ophthalmic|eye drops?|eye)\b/, 'eye preparation'],
  [/\b(?:otic|ear drops?)\b/, 'ear preparation'],
  [/\bnasal\b/, 'nasal spray'],
  [
    /\b(?:nebuliz\w*|nebul[ei]s?\w*|inhalation solution|inhalation suspension|respules)\b/,
    'nebuliser solution',
  ],
  [
    /\b(?:inhaler|inhalant|inhalation|metered|hfa|diskus|actuat(?:ion)?|dry powder|aerosol|respiclick|handihaler)\b/,
    'inhaler',
  ],
  [
    /\b(?:inject\w*|syringe|vial|pen|pens|solostar|flexpen|kwikpen|cartridge|subcutaneous|intravenous|intramuscular)\b/,
    'injection',
  ],
  [/\b(?:cream)\b/, 'cream'],
  [/\b(?:ointment)\b/, 'ointment'],
  [/\b(?:gel)\b/, 'gel'],
  [/\b(?:lotion)\b/, 'lotion'],
  [/\b(?:shampoo)\b/, 'shampoo'],
  [/\bfilm\b(?![ -]?coated)/, 'film'],
  [/\b(?:sublingual)\b/, 'sublingual tablet'],
  [/\b(?:disintegrating|odt|dispersible)\b/, 'disintegrating tablet'],
  [/\b(?:chewable)\b/, 'chewable tablet'],
  [/\b(?:tablets?|tabs?|caplets?)\b/, 'tablet'],
  [/\b(?:capsules?|caps?|softgels?)\b/, 'capsule'],
  [/\b(?:syrup|elixir|oral (?:solution|suspension|liquid|drops)|suspension)\b/, 'oral liquid'],
];

const EXTENDED =
  /\b(?:extended[ -]release|sustained[ -]release|er|xr|xl|sr|la|cr|cd|sa|24 ?hr|12 ?hr|24 ?hour|12 ?hour)\b/;
/** Brands that release slowly and do not say so: OxyContin is not oxycodone. */
const SLOW_BRANDS = /\b(?:oxycontin|ms contin|kadian|hysingla|concerta|glumetza|fortamet|niaspan)\b/;
const DELAYED = /\b(?:delayed[ -]release|enteric[ -]coated|dr|ec)\b/;
const SOLID = new Set(['tablet', 'capsule']);
/** What is made in one way only, which many names leave out: 'pantoprazole 40 mg tablet' is the delayed one. */
const ONLY_DELAYED = /^(?:(?:es)?omeprazole|pantoprazole|(?:dex)?lansoprazole|rabeprazole|duloxetine)$/;
const ONLY_EXTENDED = /^(?:desvenlafaxine|mirabegron|ranolazine|paliperidone|alfuzosin|potassium-chloride)$/;

/** The coarse form that a folded product name tells; extended and delayed release are told apart. */
export function formOf(body: string, brand: string | null, ingredients: readonly string[]): string | null {
  const form = FORMS.find(([pattern]) => pattern.test(body))?.[1] ?? null;
  if (form !== null && !SOLID.has(form)) return form;
  const release = releaseOf(brand === null ? body : `${body} ${brand}`, ingredients);
  if (release === null) return form;
  return form === null ? release : `${release} ${form}`;
}

function releaseOf(name: string, ingredients: readonly string[]): string | null {
  const only = ingredients.join('+');
  // SR twice a day and XL once are two products of one drug.
  if (only === 'bupropion' && /\b(?:sr|12 ?h)/.test(name)) return '12-hour extended-release';
  const succinate = ingredients.includes('metoprolol') && /\bsuccinate\b/.test(name);
  if (succinate || [EXTENDED, SLOW_BRANDS].some((each) => each.test(name)) || ONLY_EXTENDED.test(only))
    return 'extended-release';
  return DELAYED.test(name) || ONLY_DELAYED.test(only) ? 'delayed-release' : null;
}
