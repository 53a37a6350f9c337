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
  ['spo2', 'o2', 'o2 sat', 'sats', 'oxygen saturation', '59408-5', '2708-6'],
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
  ['glucose', 'sugar', 'blood sugar', 'fbs', 'bg', '2345-7'],
  ['k', 'k+', 'potassium', '2823-3'],
  ['na', 'na+', 'sodium', '2951-2'],
  ['ldl', 'low density lipoprotein', 'cholesterol in ldl'],
  ['hdl', 'high density lipoprotein', 'cholesterol in hdl'],
  ['chol', 'cholesterol', 'cholestrol'],
  ['crp', 'c-reactive'],
  ['tsh', 'thyrotropin', 'thyroid stimulating'],
  ['inr', 'prothrombin', '6301-6'],
  ['psa', 'prostate specific'],
  ['trop', 'troponin'],
  ['bnp', 'natriuretic'],
  ['htn', 'hypertension', 'hypertensive', 'high blood pressure', 'high bp'],
  ['dm', 'dm2', 't2dm', 'diabetes', 'diabetic', 'high sugar'],
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
  ['glucophage', 'metformin'],
  ['lantus', 'basaglar', 'glargine'],
  ['humalog', 'lispro'],
  ['novolog', 'aspart'],
  ['ozempic', 'wegovy', 'semaglutide'],
  ['jardiance', 'empagliflozin'],
  ['farxiga', 'forxiga', 'dapagliflozin'],
  ['lipitor', 'atorvastatin'],
  ['crestor', 'rosuvastatin'],
  ['zocor', 'simvastatin'],
  ['norvasc', 'amlodipine'],
  ['zestril', 'prinivil', 'lisinopril'],
  ['cozaar', 'losartan'],
  ['diovan', 'valsartan'],
  ['entresto', 'sacubitril'],
  ['toprol', 'lopressor', 'metoprolol'],
  ['coreg', 'carvedilol'],
  ['lasix', 'furosemide'],
  ['aldactone', 'spironolactone'],
  ['plavix', 'clopidogrel'],
  ['lovenox', 'enoxaparin'],
  ['synthroid', 'levothyroxine', 'l-thyroxine'],
  ['ventolin', 'proair', 'albuterol', 'salbutamol'],
  ['advil', 'motrin', 'ibuprofen'],
  ['aleve', 'naproxen'],
  ['prilosec', 'omeprazole'],
  ['nexium', 'esomeprazole'],
  ['zoloft', 'sertraline'],
  ['prozac', 'fluoxetine'],
  ['lexapro', 'escitalopram'],
  ['neurontin', 'gabapentin'],
  ['zithromax', 'z-pak', 'azithromycin'],
  ['flu', 'influenza', 'flu shot', 'flu vaccine'],
  ['covid', 'covid-19', 'sars-cov-2'],
  ['shingles', 'zoster'],
  ['mri', 'magnetic resonance'],
  ['xray', 'x-ray', 'x ray', 'radiograph'],
  ['pap', 'cervical cytology'],
  ['mammo', 'mammogram', 'mammography'],
  ['pft', 'spirometry', 'pulmonary function'],
  ['ua', 'urinalysis'],
  ['tdap', 'tetanus'],
  ['mmr', 'measles'],
  ['cxr', 'chest x-ray', 'chest xray', 'xr chest', 'chest radiograph'],
  ['ecg', 'ekg', 'electrocardiogram'],
  ['echo', 'echocardiogram', 'echocardiography'],
  ['ed', 'er', 'emergency'],
  ['pcp', 'primary care'],
];

/** A class finds its members, and a member none of the others: whoever looks for warfarin does not mean apixaban. */
const CLASSES: readonly (readonly [names: readonly string[], members: readonly string[]])[] = [
  [
    ['blood thinner', 'bloodthinner', 'anticoagulant', 'anticoagulation', 'doac', 'noac'],
    ['warfarin', 'apixaban', 'rivaroxaban', 'dabigatran', 'edoxaban', 'heparin', 'enoxaparin'],
  ],
  [
    ['beta blocker', 'beta-blocker', 'bb'],
    ['metoprolol', 'atenolol', 'carvedilol', 'bisoprolol', 'propranolol', 'nebivolol'],
  ],
  [
    ['ace inhibitor', 'acei', 'ace'],
    ['lisinopril', 'enalapril', 'ramipril', 'benazepril', 'captopril', 'quinapril', 'perindopril'],
  ],
  [['arb'], ['losartan', 'valsartan', 'candesartan', 'irbesartan', 'olmesartan', 'telmisartan']],
  [
    ['water pill', 'diuretic'],
    ['furosemide', 'torsemide', 'bumetanide', 'hydrochlorothiazide', 'chlorthalidone', 'spironolactone'],
  ],
  [
    ['nsaid', 'nsaids'],
    ['ibuprofen', 'naproxen', 'diclofenac', 'meloxicam', 'ketorolac', 'celecoxib'],
  ],
  [['ppi'], ['omeprazole', 'esomeprazole', 'pantoprazole', 'lansoprazole', 'rabeprazole']],
  [
    ['ssri', 'antidepressant'],
    ['sertraline', 'fluoxetine', 'escitalopram', 'citalopram', 'paroxetine', 'venlafaxine', 'duloxetine'],
  ],
  [
    ['antibiotic', 'abx'],
    ['cillin', 'cef', 'azithromycin', 'doxycycline', 'ciprofloxacin', 'levofloxacin', 'trimethoprim'],
  ],
  [['thyroid'], ['thyrotropin', 'tsh', 'levothyroxine']],
  [
    ['lipids', 'lipid panel'],
    ['cholesterol', 'ldl', 'hdl', 'triglyceride'],
  ],
  [
    ['lytes', 'electrolytes'],
    ['sodium', 'potassium', 'chloride', 'bicarbonate', 'carbon dioxide, total'],
  ],
  [
    ['lfts', 'lft', 'liver function'],
    ['alanine amino', 'aspartate amino', 'bilirubin', 'alkaline phosphatase'],
  ],
  [
    ['smoker', 'smoking'],
    ['tobacco', 'nicotine'],
  ],
];

const byWord = new Map<string, readonly string[]>();
for (const meaning of MEANINGS) for (const word of meaning) byWord.set(word, meaning);

for (const [names, members] of CLASSES) for (const name of names) byWord.set(name, [...names, ...members]);

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

/**
 * 'mi' and 'k' are whole words where they stand for something: typed so, they do not mean 'minute' and 'kg'. What else is
 * being typed is looked for at the beginning of words.
 */
export const isWhole = (word: string): boolean => word.length <= 2 && byWord.has(word);

/** Everything that a typed word may stand for, itself first. */
export function meaningsOf(word: string): readonly string[] {
  const found = new Set([word, ...(byWord.get(word) ?? [])]);
  for (const [british, american] of SPELLINGS) {
    if (word.startsWith(british)) found.add(american + word.slice(british.length));
    if (word.startsWith(american)) found.add(british + word.slice(american.length));
  }
  return [...found];
}
