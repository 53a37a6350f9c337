/**
 * The words of a prescription, so far that '1 tab PO BID' and 'Take 1 tablet by mouth twice daily' are one. Every word
 * that is not known stays: two texts are equal only where nothing of either is left over.
 */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:by mouth|orally|oral|per os|p\.?o\.?)(?=\W|$)/g, ' po '],
  [/\b(?:subcutaneous(?:ly)?|under the skin|sub-?q|s\.?c\.?)(?=\W|$)/g, ' sc '],
  [/\b(?:as needed|when needed|if needed|p\.?r\.?n\.?)(?=\W|$)/g, ' prn '],
  [
    /\b(?:once (?:a day|daily|every day|per day)|every day|each day|a day|per day|daily|every 24 hours|q ?day|q\.?d\.?|q24h|1 times? (?:a day|daily|per day))(?=\W|$)/g,
    ' x1 ',
  ],
  [/\bat bedtime|\bnightly|\bevery night|\bq ?h\.?s\.?(?=\W|$)/g, ' hs '],
];

/** Before 'daily' is read: what says how many times a day. */
const TIMES: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:twice|two times|2 times|2x)(?:\s+(?:a|per|each|every)\s+day|\s+daily)|\bb\.?i\.?d\.?(?=\W|$)|\b(?:every 12 hours|q12h)\b/g,
    ' x2 ',
  ],
  [
    /\b(?:three times|3 times|3x|thrice)(?:\s+(?:a|per|each|every)\s+day|\s+daily)|\bt\.?i\.?d\.?(?=\W|$)|\b(?:every 8 hours|q8h)\b/g,
    ' x3 ',
  ],
  [
    /\b(?:four times|4 times|4x)(?:\s+(?:a|per|each|every)\s+day|\s+daily)|\bq\.?i\.?d\.?(?=\W|$)|\b(?:every 6 hours|q6h)\b/g,
    ' x4 ',
  ],
];

const WORDS: ReadonlyMap<string, string> = new Map([
  ['one', '1'],
  ['two', '2'],
  ['three', '3'],
  ['half', '0.5'],
  ['tablet', 'tab'],
  ['tablets', 'tab'],
  ['tabs', 'tab'],
  ['capsule', 'cap'],
  ['capsules', 'cap'],
  ['caps', 'cap'],
  ['puffs', 'puff'],
  ['inhalation', 'puff'],
  ['inhalations', 'puff'],
  ['units', 'unit'],
  ['drops', 'drop'],
  ['milligrams', 'mg'],
  ['milligram', 'mg'],
  ['micrograms', 'mcg'],
  ['microgram', 'mcg'],
  ['ug', 'mcg'],
]);
const SILENT =
  /^(?:take|takes|taking|use|inject|inhale|give|the|a|an|of|and|dose|by|with|s|mouth|via|route)$/;

const seen = new Map<string, string>();

/** One spelling of a prescription's words, in no order. */
export function sigWords(text: string): string {
  const known = seen.get(text);
  if (known !== undefined) return known;
  let plain = text.toLowerCase();
  for (const [phrase, word] of [...TIMES, ...PHRASES]) plain = plain.replaceAll(phrase, word);
  const words = plain
    .replaceAll(/(\d)(?=[a-z])/g, '$1 ')
    .split(/[^\p{L}\p{N}.]+/u)
    .map((word) => word.replaceAll(/^\.+|\.+$/g, ''))
    .map((word) => WORDS.get(word) ?? word)
    .filter((word) => word !== '' && !SILENT.test(word));
  const found = words.sort().join(' ');
  // A memo, not a store.
  if (seen.size < 2000) seen.set(text, found);
  return found;
}
