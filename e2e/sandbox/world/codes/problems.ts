/** Problems as SNOMED CT, ICD-10-CM and ICD-9-CM name them: [code, display]. */
export interface Problem {
  readonly text: string;
  readonly snomed?: readonly [string, string];
  readonly icd10?: readonly [string, string];
  readonly icd9?: readonly [string, string];
}

export const PROBLEM = {
  type2Diabetes: {
    text: 'Type 2 diabetes mellitus',
    snomed: ['44054006', 'Diabetes mellitus type 2 (disorder)'],
    icd10: ['E11.9', 'Type 2 diabetes mellitus without complications'],
    icd9: [
      '250.00',
      'Diabetes mellitus without mention of complication, type II, not stated as uncontrolled',
    ],
  },
  diabeticKidney: {
    text: 'Type 2 diabetes with diabetic chronic kidney disease',
    icd10: ['E11.22', 'Type 2 diabetes mellitus with diabetic chronic kidney disease'],
  },
  type1Diabetes: {
    text: 'Type 1 diabetes mellitus',
    snomed: ['46635009', 'Diabetes mellitus type 1 (disorder)'],
    icd10: ['E10.9', 'Type 1 diabetes mellitus without complications'],
    icd9: ['250.01', 'Diabetes mellitus without mention of complication, type I, not stated as uncontrolled'],
  },
  hypertension: {
    text: 'Hypertension',
    snomed: ['59621000', 'Essential hypertension (disorder)'],
    icd10: ['I10', 'Essential (primary) hypertension'],
    icd9: ['401.9', 'Unspecified essential hypertension'],
  },
  atrialFibrillation: {
    text: 'Atrial fibrillation',
    snomed: ['49436004', 'Atrial fibrillation (disorder)'],
    icd10: ['I48.91', 'Unspecified atrial fibrillation'],
    icd9: ['427.31', 'Atrial fibrillation'],
  },
  hyperlipidemia: {
    text: 'Hyperlipidemia',
    snomed: ['55822004', 'Hyperlipidemia (disorder)'],
    icd10: ['E78.5', 'Hyperlipidemia, unspecified'],
    icd9: ['272.4', 'Other and unspecified hyperlipidemia'],
  },
  kidney3: {
    text: 'Chronic kidney disease, stage 3b',
    snomed: ['700379002', 'Chronic kidney disease stage 3B (disorder)'],
    icd10: ['N18.32', 'Chronic kidney disease, stage 3b'],
  },
  kidney4: {
    text: 'Chronic kidney disease, stage 4',
    snomed: ['431857002', 'Chronic kidney disease stage 4 (disorder)'],
    icd10: ['N18.4', 'Chronic kidney disease, stage 4 (severe)'],
    icd9: ['585.4', 'Chronic kidney disease, Stage IV (severe)'],
  },
  endStageKidney: {
    text: 'End-stage renal disease',
    snomed: ['46177005', 'End-stage renal disease (disorder)'],
    icd10: ['N18.6', 'End stage renal disease'],
    icd9: ['585.6', 'End stage renal disease'],
  },
  kneeOsteoarthritis: {
    text: 'Osteoarthritis of right knee',
    snomed: ['239873007', 'Osteoarthritis of knee (disorder)'],
    icd10: ['M17.11', 'Unilateral primary osteoarthritis, right knee'],
  },
  asthma: {
    text: 'Asthma',
    snomed: ['195967001', 'Asthma (disorder)'],
    icd10: ['J45.909', 'Unspecified asthma, uncomplicated'],
    icd9: ['493.90', 'Asthma, unspecified type, unspecified'],
  },
  copd: {
    text: 'COPD',
    snomed: ['13645005', 'Chronic obstructive lung disease (disorder)'],
    icd10: ['J44.9', 'Chronic obstructive pulmonary disease, unspecified'],
    icd9: ['496', 'Chronic airway obstruction, not elsewhere classified'],
  },
  lungNodule: {
    text: 'Solitary pulmonary nodule, right upper lobe',
    snomed: ['427359005', 'Solitary nodule of lung (finding)'],
    icd10: ['R91.1', 'Solitary pulmonary nodule'],
  },
  tobacco: {
    text: 'Nicotine dependence, cigarettes',
    snomed: ['56294008', 'Nicotine dependence (disorder)'],
    icd10: ['F17.210', 'Nicotine dependence, cigarettes, uncomplicated'],
  },
  heartFailure: {
    text: 'Heart failure with reduced ejection fraction',
    snomed: ['84114007', 'Heart failure (disorder)'],
    icd10: ['I50.9', 'Heart failure, unspecified'],
    icd9: ['428.0', 'Congestive heart failure, unspecified'],
  },
  coronaryDisease: {
    text: 'Coronary artery disease',
    snomed: ['53741008', 'Coronary arteriosclerosis (disorder)'],
    icd10: ['I25.10', 'Atherosclerotic heart disease of native coronary artery without angina pectoris'],
    icd9: ['414.01', 'Coronary atherosclerosis of native coronary artery'],
  },
  depression: {
    text: 'Depression',
    snomed: ['35489007', 'Depressive disorder (disorder)'],
    icd10: ['F32.A', 'Depression, unspecified'],
    icd9: ['311', 'Depressive disorder, not elsewhere classified'],
  },
  postpartumDepression: {
    text: 'Postpartum depression',
    snomed: ['58703003', 'Postpartum depression (disorder)'],
    icd10: ['F53.0', 'Postpartum depression'],
  },
  gestationalDiabetes: {
    text: 'Gestational diabetes',
    snomed: ['11687002', 'Gestational diabetes mellitus (disorder)'],
    icd10: ['O24.410', 'Gestational diabetes mellitus in pregnancy, diet controlled'],
  },
  opioidUse: {
    text: 'Opioid use disorder, on maintenance therapy',
    snomed: ['75544000', 'Opioid dependence (disorder)'],
    icd10: ['F11.20', 'Opioid dependence, uncomplicated'],
    icd9: ['304.00', 'Opioid type dependence, unspecified'],
  },
  hypothyroidism: {
    text: 'Hypothyroidism',
    snomed: ['40930008', 'Hypothyroidism (disorder)'],
    icd10: ['E03.9', 'Hypothyroidism, unspecified'],
    icd9: ['244.9', 'Unspecified acquired hypothyroidism'],
  },
  migraine: {
    text: 'Migraine',
    snomed: ['37796009', 'Migraine (disorder)'],
    icd10: ['G43.909', 'Migraine, unspecified, not intractable, without status migrainosus'],
    icd9: ['346.90', 'Migraine, unspecified, without mention of intractable migraine'],
  },
  lupus: {
    text: 'Systemic lupus erythematosus',
    snomed: ['55464009', 'Systemic lupus erythematosus (disorder)'],
    icd10: ['M32.9', 'Systemic lupus erythematosus, unspecified'],
    icd9: ['710.0', 'Systemic lupus erythematosus'],
  },
  breastCancer: {
    text: 'Malignant neoplasm of left breast',
    snomed: ['254837009', 'Malignant neoplasm of breast (disorder)'],
    icd10: ['C50.912', 'Malignant neoplasm of unspecified site of left female breast'],
    icd9: ['174.9', 'Malignant neoplasm of breast (female), unspecified'],
  },
  lungCancerSuspected: {
    text: 'Suspected lung cancer',
    snomed: ['162573006', 'Suspected lung cancer (situation)'],
  },
  otitisMedia: {
    text: 'Acute otitis media, right ear',
    snomed: ['3110003', 'Acute otitis media (disorder)'],
    icd10: ['H66.91', 'Otitis media, unspecified, right ear'],
    icd9: ['382.9', 'Unspecified otitis media'],
  },
  pneumonia: {
    text: 'Pneumonia',
    snomed: ['233604007', 'Pneumonia (disorder)'],
    icd10: ['J18.9', 'Pneumonia, unspecified organism'],
    icd9: ['486', 'Pneumonia, organism unspecified'],
  },
  gout: {
    text: 'Gout',
    snomed: ['90560007', 'Gout (disorder)'],
    icd10: ['M10.9', 'Gout, unspecified'],
    icd9: ['274.9', 'Gout, unspecified'],
  },
  obesity: {
    text: 'Obesity',
    snomed: ['414916001', 'Obesity (disorder)'],
    icd10: ['E66.9', 'Obesity, unspecified'],
    icd9: ['278.00', 'Obesity, unspecified'],
  },
  kidneyAnemia: {
    text: 'Anemia of chronic kidney disease',
    icd10: ['D63.1', 'Anemia in chronic kidney disease'],
  },
  chestPain: {
    text: 'Chest pain',
    snomed: ['29857009', 'Chest pain (finding)'],
    icd10: ['R07.9', 'Chest pain, unspecified'],
  },
  bronchitis: {
    text: 'Acute bronchitis',
    snomed: ['10509002', 'Acute bronchitis (disorder)'],
    icd10: ['J20.9', 'Acute bronchitis, unspecified'],
    icd9: ['466.0', 'Acute bronchitis'],
  },
  urinaryInfection: {
    text: 'Urinary tract infection',
    snomed: ['68566005', 'Urinary tract infectious disease (disorder)'],
    icd10: ['N39.0', 'Urinary tract infection, site not specified'],
    icd9: ['599.0', 'Urinary tract infection, site not specified'],
  },
  checkUp: {
    text: 'General medical examination',
    icd10: ['Z00.00', 'Encounter for general adult medical examination without abnormal findings'],
  },
  childCheckUp: {
    text: 'Routine child health examination',
    icd10: ['Z00.129', 'Encounter for routine child health examination without abnormal findings'],
  },
  noKnownProblems: {
    text: 'No known problems',
    snomed: ['160245001', 'No current problems or disability (situation)'],
  },
} as const satisfies Record<string, Problem>;
