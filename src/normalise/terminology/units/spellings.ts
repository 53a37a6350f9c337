/**
 * Units as people and laboratories write them, to UCUM. Written from common usage; where a spelling could mean two
 * units (`M`, `gr`, `u`) it is left out, and stays unconverted.
 */
const WORDS: Readonly<Record<string, string>> = {
  'mm hg': 'mm[Hg]',
  mmhg: 'mm[Hg]',
  'millimeter of mercury': 'mm[Hg]',
  'millimeters of mercury': 'mm[Hg]',
  cmh2o: 'cm[H2O]',
  bpm: '/min',
  'beats/min': '/min',
  'beat/min': '/min',
  'beats/minute': '/min',
  'beats per minute': '/min',
  'breaths/min': '/min',
  'breaths/minute': '/min',
  'breaths per minute': '/min',
  'breath/min': '/min',
  'br/min': '/min',
  'per minute': '/min',
  'per min': '/min',
  '1/min': '/min',
  lb: '[lb_av]',
  lbs: '[lb_av]',
  pound: '[lb_av]',
  pounds: '[lb_av]',
  oz: '[oz_av]',
  ounce: '[oz_av]',
  ounces: '[oz_av]',
  in: '[in_i]',
  inch: '[in_i]',
  inches: '[in_i]',
  ft: '[ft_i]',
  feet: '[ft_i]',
  f: '[degF]',
  degf: '[degF]',
  'deg f': '[degF]',
  fahrenheit: '[degF]',
  'degrees fahrenheit': '[degF]',
  'degree fahrenheit': '[degF]',
  c: 'Cel',
  cel: 'Cel',
  degc: 'Cel',
  'deg c': 'Cel',
  celsius: 'Cel',
  'degrees celsius': 'Cel',
  'degree celsius': 'Cel',
  'degrees c': 'Cel',
  'degrees f': '[degF]',
  '°c': 'Cel',
  '°f': '[degF]',
  '° c': 'Cel',
  '° f': '[degF]',
  percent: '%',
  pct: '%',
  kilogram: 'kg',
  kilograms: 'kg',
  kgs: 'kg',
  gram: 'g',
  grams: 'g',
  gm: 'g',
  milligram: 'mg',
  milligrams: 'mg',
  microgram: 'ug',
  micrograms: 'ug',
  mcg: 'ug',
  centimeter: 'cm',
  centimeters: 'cm',
  centimetre: 'cm',
  centimetres: 'cm',
  cms: 'cm',
  meter: 'm',
  meters: 'm',
  millimeter: 'mm',
  millimeters: 'mm',
  milliliter: 'mL',
  milliliters: 'mL',
  millilitre: 'mL',
  liter: 'L',
  liters: 'L',
  litre: 'L',
  cc: 'mL',
  sec: 's',
  secs: 's',
  second: 's',
  seconds: 's',
  minute: 'min',
  minutes: 'min',
  hr: 'h',
  hrs: 'h',
  hour: 'h',
  hours: 'h',
  day: 'd',
  days: 'd',
  week: 'wk',
  weeks: 'wk',
  month: 'mo',
  months: 'mo',
  year: 'a',
  years: 'a',
  yr: 'a',
  yrs: 'a',
  'thou/ul': '10*3/uL',
  'thou/mcl': '10*3/uL',
  'thousand/ul': '10*3/uL',
  'thous/ul': '10*3/uL',
  'thou/mm3': '10*3/uL',
  'mill/ul': '10*6/uL',
  'mil/ul': '10*6/uL',
  'million/ul': '10*6/uL',
  'mill/mcl': '10*6/uL',
  '/hpf': '/[HPF]',
  '/lpf': '/[LPF]',
  ph: '[pH]',
  'ph units': '[pH]',
  units: 'U',
  unit: 'U',
};

/** One factor of a compound unit, in lower case, to UCUM. What is not here keeps its own spelling. */
const FACTORS: Readonly<Record<string, string>> = {
  l: 'L',
  dl: 'dL',
  ml: 'mL',
  ul: 'uL',
  mcl: 'uL',
  nl: 'nL',
  fl: 'fL',
  pl: 'pL',
  cl: 'cL',
  mm3: 'uL',
  cumm: 'uL',
  cmm: 'uL',
  'mm^3': 'uL',
  cm3: 'cm3',
  cc: 'mL',
  g: 'g',
  gm: 'g',
  gms: 'g',
  gram: 'g',
  kg: 'kg',
  ug: 'ug',
  mcg: 'ug',
  ng: 'ng',
  pg: 'pg',
  mol: 'mol',
  mmol: 'mmol',
  umol: 'umol',
  mcmol: 'umol',
  nmol: 'nmol',
  pmol: 'pmol',
  eq: 'eq',
  meq: 'meq',
  ueq: 'ueq',
  osm: 'osm',
  mosm: 'mosm',
  osmol: 'osm',
  mosmol: 'mosm',
  iu: '[IU]',
  '[iu]': '[IU]',
  uiu: 'u[IU]',
  'u[iu]': 'u[IU]',
  mciu: 'u[IU]',
  kiu: 'k[IU]',
  'k[iu]': 'k[IU]',
  units: 'U',
  unit: 'U',
  hr: 'h',
  hour: 'h',
  h: 'h',
  hrs: 'h',
  min: 'min',
  minute: 'min',
  sec: 's',
  day: 'd',
  d: 'd',
  wk: 'wk',
  week: 'wk',
  kpa: 'kPa',
  'm^2': 'm2',
  sqm: 'm2',
  m2: 'm2',
  beats: '{beats}',
  breaths: '{breaths}',
  cells: '{cells}',
  cell: '{cells}',
  cfu: '[CFU]',
  hpf: '[HPF]',
  lpf: '[LPF]',
  mmhg: 'mm[Hg]',
  kcal: 'kcal',
  '100ml': 'dL',
  'mm[hg]': 'mm[Hg]',
  '[degf]': '[degF]',
  '[in_us]': '[in_i]',
  '[lb_us]': '[lb_av]',
};

/** These letters mean different things in capitals, so only the very spelling counts: mU and MU, mg and Mg. */
const EXACT_FACTORS: Readonly<Record<string, string>> = {
  U: 'U',
  u: 'U',
  mU: 'mU',
  uU: 'uU',
  mcU: 'uU',
  kU: 'kU',
  KU: 'kU',
  mIU: 'm[IU]',
  MIU: 'm[IU]',
  'm[IU]': 'm[IU]',
  'm[iU]': 'm[IU]',
  mg: 'mg',
  MG: 'mg',
  Mg: 'mg',
  m: 'm',
  mm: 'mm',
  K: '10*3',
  k: '10*3',
  M: '10*6',
  MM: '10*6',
  Thou: '10*3',
  THOU: '10*3',
  thou: '10*3',
  thousand: '10*3',
  million: '10*6',
  Million: '10*6',
  mil: '10*6',
  Mil: '10*6',
};

const POWERS: Readonly<Record<string, string>> = { '³': '3', '⁶': '6', '⁹': '9', '¹²': '12' };

const LIMIT = 60;

/**
 * The UCUM code that a written unit means, or null where it is nothing known. `parseUcum` still has to accept it.
 * Tried only where the text is not UCUM as it stands.
 */
export function spelledUnit(text: string): string | null {
  if (text.length > LIMIT) return null;
  const trimmed = text
    .replace(/[\u00b5\u03bc]/g, 'u')
    .replace(/\s+/g, ' ')
    .trim();
  const word = own(WORDS, trimmed.toLowerCase());
  if (word !== undefined) return word;
  const compact = trimmed
    .replace(/^[x×]?\s?10\s(\d{1,2})\s?\//i, '10*$1/')
    .replace(/\(?24\s?[.]?\s?(?:h|hr|hrs|hours)\)?$/i, 'd')
    .replace(/\s*\(?(FEU|DDU)\)?$/, '{$1}')
    .replace(/\s+per\s+/gi, '/')
    .replaceAll(' ', '')
    .replace(/^([x×]?10)([³⁶⁹]|¹²)/i, (_, ten: string, power: string) => `${ten}*${POWERS[power] ?? ''}`)
    .replace(/^([x×]?10)\((\d{1,2})\)/i, '$1*$2')
    .replaceAll('²', '2')
    .replaceAll('³', '3')
    .replace(/\(?1\.73_?(?:m\^?2|sqm|m\*\*2|\{m2\}|sq\.?m)?\)?$/i, '{1.73_m2}')
    .replace(/^[x×]10/i, '10')
    .replace(/^10[eE*^]+(\d{1,2})/, '10*$1');
  if (compact === '') return null;
  return compact.split('/').map(factor).join('/');
}

function factor(part: string): string {
  const exact = own(EXACT_FACTORS, part);
  if (exact !== undefined) return exact;
  return own(FACTORS, part.toLowerCase()) ?? part;
}

/** 'constructor' and 'toString' are no units, though every object has them. */
const own = (table: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;
