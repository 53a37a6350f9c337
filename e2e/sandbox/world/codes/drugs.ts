/**
 * Drugs: the clinical drug where its RxNorm code is certain, else the ingredient with the strength in the text, as
 * many a real list has it.
 */
export interface Drug {
  readonly text: string;
  readonly ingredient: readonly [string, string];
  readonly product?: readonly [string, string];
  /** 11-digit NDC of one marketed pack. */
  readonly ndc?: string;
  readonly atc?: readonly [string, string];
  /** What one unit of the dose is called. */
  readonly unit: string;
  readonly route: 'oral' | 'inhaled' | 'subcutaneous' | 'intravenous' | 'sublingual';
}

export const DRUG = {
  warfarin: {
    text: 'warfarin 5 mg tablet',
    ingredient: ['11289', 'warfarin'],
    product: ['855332', 'warfarin sodium 5 MG Oral Tablet'],
    ndc: '51672403201',
    atc: ['B01AA03', 'warfarin'],
    unit: 'tablet',
    route: 'oral',
  },
  apixaban: {
    text: 'apixaban 5 mg tablet (Eliquis)',
    ingredient: ['1364430', 'apixaban'],
    product: ['1364445', 'apixaban 5 MG Oral Tablet'],
    atc: ['B01AF02', 'apixaban'],
    unit: 'tablet',
    route: 'oral',
  },
  metformin: {
    text: 'metformin 1,000 mg tablet',
    ingredient: ['6809', 'metformin'],
    product: ['861004', 'metformin hydrochloride 1000 MG Oral Tablet'],
    atc: ['A10BA02', 'metformin'],
    unit: 'tablet',
    route: 'oral',
  },
  lisinopril: {
    text: 'lisinopril 20 mg tablet',
    ingredient: ['29046', 'lisinopril'],
    product: ['314077', 'lisinopril 20 MG Oral Tablet'],
    atc: ['C09AA03', 'lisinopril'],
    unit: 'tablet',
    route: 'oral',
  },
  amlodipine: {
    text: 'amlodipine 5 mg tablet',
    ingredient: ['17767', 'amlodipine'],
    product: ['197361', 'amlodipine 5 MG Oral Tablet'],
    unit: 'tablet',
    route: 'oral',
  },
  atorvastatin: {
    text: 'atorvastatin 40 mg tablet',
    ingredient: ['83367', 'atorvastatin'],
    product: ['617311', 'atorvastatin 40 MG Oral Tablet'],
    atc: ['C10AA05', 'atorvastatin'],
    unit: 'tablet',
    route: 'oral',
  },
  metoprolol: {
    text: 'metoprolol succinate ER 50 mg tablet',
    ingredient: ['6918', 'metoprolol'],
    product: ['866436', '24 HR metoprolol succinate 50 MG Extended Release Oral Tablet'],
    unit: 'tablet',
    route: 'oral',
  },
  carvedilol: {
    text: 'carvedilol 12.5 mg tablet',
    ingredient: ['20352', 'carvedilol'],
    product: ['200032', 'carvedilol 12.5 MG Oral Tablet'],
    unit: 'tablet',
    route: 'oral',
  },
  furosemide: {
    text: 'furosemide 40 mg tablet',
    ingredient: ['4603', 'furosemide'],
    product: ['313988', 'furosemide 40 MG Oral Tablet'],
    atc: ['C03CA01', 'furosemide'],
    unit: 'tablet',
    route: 'oral',
  },
  spironolactone: {
    text: 'spironolactone 25 mg tablet',
    ingredient: ['9997', 'spironolactone'],
    product: ['313096', 'spironolactone 25 MG Oral Tablet'],
    unit: 'tablet',
    route: 'oral',
  },
  aspirin: {
    text: 'aspirin 81 mg tablet',
    ingredient: ['1191', 'aspirin'],
    product: ['243670', 'aspirin 81 MG Oral Tablet'],
    unit: 'tablet',
    route: 'oral',
  },
  amoxicillin: {
    text: 'amoxicillin 500 mg capsule',
    ingredient: ['723', 'amoxicillin'],
    product: ['308191', 'amoxicillin 500 MG Oral Capsule'],
    unit: 'capsule',
    route: 'oral',
  },
  amoxicillinLiquid: {
    text: 'amoxicillin 400 mg/5 mL oral suspension',
    ingredient: ['723', 'amoxicillin'],
    unit: 'mL',
    route: 'oral',
  },
  azithromycin: {
    text: 'azithromycin 250 mg tablet',
    ingredient: ['18631', 'azithromycin'],
    product: ['308460', 'azithromycin 250 MG Oral Tablet'],
    unit: 'tablet',
    route: 'oral',
  },
  albuterol: {
    text: 'albuterol HFA 90 mcg inhaler',
    ingredient: ['435', 'albuterol'],
    unit: 'puff',
    route: 'inhaled',
  },
  tiotropium: {
    text: 'tiotropium 18 mcg inhalation capsule',
    ingredient: ['69120', 'tiotropium'],
    unit: 'capsule',
    route: 'inhaled',
  },
  glargine: {
    text: 'insulin glargine 100 units/mL',
    ingredient: ['274783', 'insulin glargine'],
    product: ['311041', 'insulin glargine 100 UNT/ML Injectable Solution'],
    unit: 'unit',
    route: 'subcutaneous',
  },
  lispro: {
    text: 'insulin lispro 100 units/mL',
    ingredient: ['86009', 'insulin lispro'],
    product: ['242120', 'insulin lispro 100 UNT/ML Injectable Solution'],
    unit: 'unit',
    route: 'subcutaneous',
  },
  sertraline: {
    text: 'sertraline 50 mg tablet',
    ingredient: ['36437', 'sertraline'],
    product: ['312941', 'sertraline 50 MG Oral Tablet'],
    unit: 'tablet',
    route: 'oral',
  },
  levothyroxine: {
    text: 'levothyroxine 50 mcg tablet',
    ingredient: ['10582', 'levothyroxine'],
    atc: ['H03AA01', 'levothyroxine sodium'],
    unit: 'tablet',
    route: 'oral',
  },
  buprenorphine: {
    text: 'buprenorphine-naloxone 8 mg-2 mg sublingual tablet',
    ingredient: ['1819', 'buprenorphine'],
    product: ['351267', 'buprenorphine 8 MG / naloxone 2 MG Sublingual Tablet'],
    unit: 'tablet',
    route: 'sublingual',
  },
  tamoxifen: {
    text: 'tamoxifen 20 mg tablet',
    ingredient: ['10324', 'tamoxifen'],
    atc: ['L02BA01', 'tamoxifen'],
    unit: 'tablet',
    route: 'oral',
  },
  hydroxychloroquine: {
    text: 'hydroxychloroquine 200 mg tablet',
    ingredient: ['5521', 'hydroxychloroquine'],
    unit: 'tablet',
    route: 'oral',
  },
  sumatriptan: {
    text: 'sumatriptan 50 mg tablet',
    ingredient: ['37418', 'sumatriptan'],
    unit: 'tablet',
    route: 'oral',
  },
  prednisone: {
    text: 'prednisone 20 mg tablet',
    ingredient: ['8640', 'prednisone'],
    product: ['312615', 'prednisone 20 MG Oral Tablet'],
    unit: 'tablet',
    route: 'oral',
  },
  sevelamer: {
    text: 'sevelamer carbonate 800 mg tablet',
    ingredient: ['214824', 'sevelamer'],
    product: ['749206', 'sevelamer carbonate 800 MG Oral Tablet'],
    unit: 'tablet',
    route: 'oral',
  },
  epoetin: {
    text: 'epoetin alfa injection',
    ingredient: ['105694', 'epoetin alfa'],
    unit: 'unit',
    route: 'intravenous',
  },
  heparin: { text: 'heparin infusion', ingredient: ['5224', 'heparin'], unit: 'unit', route: 'intravenous' },
  vancomycin: {
    text: 'vancomycin 1 g injection',
    ingredient: ['11124', 'vancomycin'],
    unit: 'mg',
    route: 'intravenous',
  },
} as const satisfies Record<string, Drug>;

/** CVX, as the CDC lists it. */
export interface Vaccine {
  readonly cvx: string;
  readonly display: string;
  readonly text: string;
  /** A pack's NDC where one source records that instead. */
  readonly ndc?: string;
}

export const VACCINE = {
  influenza: {
    cvx: '140',
    display: 'Influenza, split virus, trivalent, PF',
    text: 'Influenza, injectable, preservative free',
  },
  covid: {
    cvx: '208',
    display: 'COVID-19, mRNA, LNP-S, PF, 30 mcg/0.3 mL dose',
    text: 'COVID-19 mRNA vaccine',
  },
  pneumococcal: {
    cvx: '216',
    display: 'Pneumococcal conjugate PCV20',
    text: 'Pneumococcal conjugate (PCV20)',
  },
  zoster: { cvx: '187', display: 'zoster recombinant', text: 'Zoster recombinant' },
  tdap: { cvx: '115', display: 'Tdap', text: 'Tdap' },
  dtap: { cvx: '20', display: 'DTaP', text: 'DTaP' },
  mmr: { cvx: '03', display: 'MMR', text: 'MMR' },
  varicella: { cvx: '21', display: 'varicella', text: 'Varicella' },
  polio: { cvx: '10', display: 'IPV', text: 'Polio (IPV)' },
  hib: { cvx: '48', display: 'Hib (PRP-T)', text: 'Hib (PRP-T)' },
  hepatitisBChild: { cvx: '08', display: 'Hep B, adolescent or pediatric', text: 'Hepatitis B, pediatric' },
  hepatitisBAdult: { cvx: '43', display: 'Hep B, adult', text: 'Hepatitis B, adult' },
} as const satisfies Record<string, Vaccine>;
