/**
 * What clinicians type for what records say. Written for this product from everyday clinical usage; each entry is one
 * meaning, any of whose words finds all of the others. Codes are LOINC (loinc.org) where one code is the whole idea.
 */
const MEANINGS: readonly (readonly string[])[] = [
  ['a1c', 'hba1c', 'hgba1c', 'hemoglobin a1c', 'haemoglobin a1c', 'glycated', 'glycosylated', '4548-4'],
  ['bp', 'blood pressure', '85354-9', '55284-4'],
  ['hr', 'heart rate', 'pulse', '8867-4'],
  ['rr', 'respiratory rate', '9279-1'],
  ['temp', 'body temperature', '8310-5'],
  ['spo2', 'o2 sat', 'sats', 'oxygen saturation', '59408-5', '2708-6'],
  ['wt', 'body weight', '29463-7'],
  ['ht', 'body height', '8302-2'],
  ['bmi', 'body mass index', '39156-5'],
  ['hgb', 'hb', 'hemoglobin', 'haemoglobin', '718-7'],
  ['wbc', 'leukocytes', 'white blood', '6690-2'],
  ['plt', 'platelets', '777-3'],
  ['cbc', 'complete blood count', 'fbc', 'full blood count'],
  ['bmp', 'basic metabolic'],
  ['cmp', 'comprehensive metabolic'],
  ['cr', 'creat', 'creatinine', '2160-0'],
  ['egfr', 'gfr', 'glomerular filtration'],
  ['bun', 'urea nitrogen', '3094-0'],
  ['k', 'potassium', '2823-3'],
  ['na', 'sodium', '2951-2'],
  ['ldl', 'low density lipoprotein', 'cholesterol in ldl'],
  ['hdl', 'high density lipoprotein', 'cholesterol in hdl'],
  ['chol', 'cholesterol'],
  ['tsh', 'thyrotropin', 'thyroid stimulating'],
  ['inr', 'prothrombin', '6301-6'],
  ['psa', 'prostate specific'],
  ['trop', 'troponin'],
  ['bnp', 'natriuretic'],
  ['htn', 'hypertension', 'hypertensive', 'high blood pressure'],
  ['dm', 'dm2', 't2dm', 'diabetes'],
  ['mi', 'myocardial infarction', 'heart attack'],
  ['cad', 'coronary artery', 'coronary heart', 'coronary arteriosclerosis'],
  ['chf', 'hf', 'heart failure'],
  ['af', 'afib', 'a-fib', 'atrial fibrillation'],
  ['cva', 'stroke', 'cerebrovascular'],
  ['tia', 'transient ischemic', 'transient ischaemic', 'transient cerebral isch'],
  ['dvt', 'deep vein', 'deep venous'],
  ['pe', 'pulmonary embolism'],
  ['ckd', 'chronic kidney'],
  ['copd', 'chronic obstructive'],
  ['gerd', 'reflux'],
  ['uti', 'urinary tract infection'],
  ['osa', 'sleep apnea', 'sleep apnoea'],
  ['ra', 'rheumatoid arthritis'],
  ['mdd', 'depression', 'depressive'],
  ['asa', 'aspirin', 'acetylsalicylic'],
  ['apap', 'acetaminophen', 'paracetamol', 'tylenol'],
  ['hctz', 'hydrochlorothiazide'],
  ['pcn', 'penicillin'],
  ['nkda', 'nka', 'no known drug allerg', 'no known allerg'],
  ['coumadin', 'warfarin', 'jantoven'],
  ['eliquis', 'apixaban'],
  ['xarelto', 'rivaroxaban'],
  ['flu', 'influenza'],
  ['tdap', 'tetanus'],
  ['mmr', 'measles'],
  ['cxr', 'chest x-ray', 'xr chest', 'chest radiograph'],
  ['ecg', 'ekg', 'electrocardiogram'],
  ['echo', 'echocardiogram', 'echocardiography'],
  ['ed', 'er', 'emergency'],
  ['pcp', 'primary care'],
];

const byWord = new Map<string, readonly string[]>();
for (const meaning of MEANINGS) for (const word of meaning) byWord.set(word, meaning);

/** British and American spellings of one word. */
const SPELLINGS: readonly (readonly [string, string])[] = [
  ['haem', 'hem'],
  ['oedem', 'edem'],
  ['anaem', 'anem'],
  ['leuk', 'leuc'],
  ['oestr', 'estr'],
  ['diarrhoea', 'diarrhea'],
  ['paed', 'ped'],
];

/** Everything that a typed word may stand for, itself first. */
export function meaningsOf(word: string): readonly string[] {
  const found = new Set([word, ...(byWord.get(word) ?? [])]);
  for (const [british, american] of SPELLINGS) {
    if (word.startsWith(british)) found.add(american + word.slice(british.length));
    if (word.startsWith(american)) found.add(british + word.slice(american.length));
  }
  return [...found];
}
