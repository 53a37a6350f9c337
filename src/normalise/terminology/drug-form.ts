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
  [/\b(?:sublingual)\b/, 'sublingual tablet'],
  [/\b(?:disintegrating|odt|dispersible)\b/, 'disintegrating tablet'],
  [/\b(?:chewable)\b/, 'chewable tablet'],
  [/\b(?:tablets?|tabs?|caplets?)\b/, 'tablet'],
  [/\b(?:capsules?|caps?|softgels?)\b/, 'capsule'],
  [/\b(?:syrup|elixir|oral (?:solution|suspension|liquid|drops)|suspension)\b/, 'oral liquid'],
];

const EXTENDED =
  /\b(?:extended[ -]release|sustained[ -]release|er|xr|xl|sr|la|cr|24 ?hr|12 ?hr|24 ?hour|12 ?hour)\b/;
const DELAYED = /\b(?:delayed[ -]release|enteric[ -]coated|dr|ec)\b/;
const SOLID = new Set(['tablet', 'capsule']);

/** The coarse form that a folded product name tells; extended and delayed release are told apart. */
export function formOf(body: string, brand: string | null, ingredients: readonly string[]): string | null {
  const form = FORMS.find(([pattern]) => pattern.test(body))?.[1] ?? null;
  if (form !== null && !SOLID.has(form)) return form;
  const all = brand === null ? body : `${body} ${brand}`;
  // Metoprolol succinate comes in one form only; many names leave it out.
  const extended = EXTENDED.test(all) || (ingredients.includes('metoprolol') && /\bsuccinate\b/.test(body));
  const release = extended ? 'extended-release' : DELAYED.test(all) ? 'delayed-release' : null;
  if (release === null) return form;
  return form === null ? release : `${release} ${form}`;
}
