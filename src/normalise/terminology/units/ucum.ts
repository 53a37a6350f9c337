import { remembered } from '../memo.ts';

/**
 * A small reader of UCUM, the unit language that FHIR asks for (https://ucum.org; units and prefixes are public
 * facts), for the units that clinical records use. A unit is a factor and a dimension; what has another dimension is
 * never converted, and what cannot be read is null. Arbitrary units ([IU], U, {score}, [HPF]) are dimensions of their
 * own, since no arithmetic leads from one to another. `eq` is kept apart from `mol`: what one is in the other depends
 * on the ion's charge, which only the analyte tells.
 */
export interface Unit {
  readonly factor: number;
  /** Base symbols with their powers, sorted: 'g1 m-3'. Empty for plain numbers. */
  readonly dimension: string;
  /** Degrees: value × factor + offset gives kelvin. Only temperatures have one. */
  readonly offset: number;
}

type Powers = ReadonlyMap<string, number>;
interface Parsed {
  readonly factor: number;
  readonly powers: Powers;
}

/** symbol → [factor, dimension in words of base symbols]; a trailing `*` lets it take prefixes. */
const ATOMS = `
g* 1 g|m* 1 m|s* 1 s|K* 1 K|mol* 1 mol|eq* 1 eq|osm* 1 osm|cd 1 cd|A* 1 A
L* 1e-3 m3|l* 1e-3 m3|min 60 s|h 3600 s|d 86400 s|wk 604800 s|mo 2629800 s|a 31557600 s
Pa* 1e3 g.m-1.s-2|bar* 1e8 g.m-1.s-2|m[Hg]* 133322387.4 g.m-1.s-2|m[H2O]* 9806650 g.m-1.s-2|atm 101325e3 g.m-1.s-2
J* 1e3 g.m2.s-2|cal* 4184 g.m2.s-2|[Cal] 4184e3 g.m2.s-2|W* 1e3 g.m2.s-3|N* 1e3 g.m.s-2|Hz* 1 s-1|V* 1e3 g.m2.s-3.A-1|Bq* 1 bq|Gy* 1 gy|Sv* 1 sv|dyn 1e-2 g.m.s-2
[in_i] 0.0254 m|[ft_i] 0.3048 m|[yd_i] 0.9144 m|[mi_i] 1609.344 m|[lb_av] 453.59237 g|[oz_av] 28.349523125 g|[stone_av] 6350.29318 g
[foz_us] 2.95735295625e-5 m3|[cup_us] 2.365882365e-4 m3|[tsp_us] 4.92892159375e-6 m3|[tbs_us] 1.478676478125e-5 m3
[drp] 1 drp|[pH] 1 pH|U* 1 U|[iU]* 1 IU|[IU]* 1 IU|[arb'U]* 1 arbU|[GPL'U] 1 GPL|[MPL'U] 1 MPL|[CFU] 1 CFU|[HPF] 1 HPF|[LPF] 1 LPF|[diop] 1 diop|[degF] 1 F|Cel 1 C|kat* 6e7 U
% 1e-2|[ppth] 1e-3|[ppm] 1e-6|[ppb] 1e-9|deg 1.7453292519943295e-2 rad|rad* 1 rad|dB 1 dB|B[SPL] 1 B|[MET] 1 MET`;

const PREFIXES: Readonly<Record<string, number>> = {
  T: 1e12,
  G: 1e9,
  M: 1e6,
  k: 1e3,
  h: 1e2,
  da: 1e1,
  d: 1e-1,
  c: 1e-2,
  m: 1e-3,
  u: 1e-6,
  n: 1e-9,
  p: 1e-12,
  f: 1e-15,
};

const RADIO: ReadonlySet<string> = new Set(['Bq', 'Hz', 'Pa', 'J', 'V', 'W']);

const atoms: ReadonlyMap<string, Parsed> = readAtoms();

function readAtoms(): ReadonlyMap<string, Parsed> {
  const map = new Map<string, Parsed>();
  for (const entry of ATOMS.split(/[\n|]/)) {
    const [name = '', factor = '1', dimension = ''] = entry.trim().split(' ');
    if (name === '') continue;
    const powers = new Map<string, number>();
    for (const part of dimension.split('.')) {
      const match = /^([A-Za-z]+)(-?\d+)?$/.exec(part);
      if (match?.[1] !== undefined) powers.set(match[1], Number(match[2] ?? 1));
    }
    const metric = name.endsWith('*');
    const symbol = metric ? name.slice(0, -1) : name;
    map.set(symbol, { factor: Number(factor), powers });
    if (!metric) continue;
    for (const [prefix, scale] of Object.entries(PREFIXES))
      // Nobody measures megalitres: 'ML', 'MG', 'MM' are 'mL', 'mg', 'mm' in capitals, and read as such elsewhere.
      if (scale < 1e6 || RADIO.has(symbol))
        map.set(prefix + symbol, { factor: Number(factor) * scale, powers });
  }
  return map;
}

const BASES = /\{(?:(FEU|DDU)|1\.73_?m2)\}$/;

const LIMIT = 60;

/** The unit that a UCUM code stands for; null where it is not one that is known here. Case-sensitive, as UCUM is. */
export const parseUcum: (code: string) => Unit | null = remembered((code) =>
  code.length > LIMIT ? null : readUnit(code),
);

function readUnit(code: string): Unit | null {
  if (code === 'Cel') return { factor: 1, dimension: 'K1', offset: 273.15 };
  if (code === '[degF]') return { factor: 5 / 9, dimension: 'K1', offset: 459.67 * (5 / 9) };
  const parsed = readTerm(code);
  if (parsed === null) return null;
  const dimension = [...parsed.powers]
    .filter(([, power]) => power !== 0)
    .map(([symbol, power]) => `${symbol}${power}`)
    .sort()
    .join(' ');
  return { factor: parsed.factor, dimension, offset: 0 };
}

/** component, then `.component` or `/component`, left to right; a leading `/` divides one. No parentheses: none are used. */
function readTerm(code: string): Parsed | null {
  const tokens = tokenise(code);
  if (tokens === null || tokens.length === 0) return null;
  let factor = 1;
  const powers = new Map<string, number>();
  let sign = 1;
  let wantsUnit = true;
  for (const [index, token] of tokens.entries()) {
    if (token === '.' || token === '/') {
      if (wantsUnit && !(token === '/' && index === 0)) return null;
      sign = token === '/' ? -1 : 1;
      wantsUnit = true;
      continue;
    }
    const unit = wantsUnit ? readComponent(token) : null;
    if (unit === null) return null;
    factor *= unit.factor ** sign;
    for (const [symbol, power] of unit.powers) powers.set(symbol, (powers.get(symbol) ?? 0) + power * sign);
    wantsUnit = false;
  }
  return wantsUnit ? null : { factor, powers };
}

/** Splits at `.` and `/` outside of brackets and braces. */
function tokenise(code: string): readonly string[] | null {
  const tokens: string[] = [];
  let current = '';
  let depth = 0;
  for (const char of code) {
    if (char === '[' || char === '{') depth += 1;
    if (char === ']' || char === '}') depth -= 1;
    if (depth < 0) return null;
    if (depth === 0 && (char === '.' || char === '/')) {
      if (current !== '') tokens.push(current);
      tokens.push(char);
      current = '';
    } else current += char;
  }
  if (current !== '') tokens.push(current);
  return depth === 0 ? tokens : null;
}

/**
 * One factor: `mL`, `m2`, `10*3`, `{annotation}`, `mm[Hg]{sitting}`. An annotation says nothing about the amount, so
 * `{cells}/uL` is `/uL`; alone it is the plain number 1. Three annotations do change what is counted, and are
 * dimensions: D-dimer in FEU is about twice that in DDU, and a clearance per 1.73 m² is not the body's own.
 */
function readComponent(token: string): Parsed | null {
  const brace = token.indexOf('{');
  const body = brace >= 0 && token.endsWith('}') ? token.slice(0, brace) : token;
  const counted = BASES.exec(token);
  if (counted !== null) {
    const basis = counted[1] ?? 'BSA';
    const rest = body === '' ? { factor: 1, powers: new Map<string, number>() } : readComponent(body);
    return rest && { factor: rest.factor, powers: new Map([...rest.powers, [basis, 1]]) };
  }
  if (body === '') return { factor: 1, powers: new Map() };
  const ten = /^10[*^]([+-]?\d{1,2})?$/.exec(body);
  if (ten) return { factor: 10 ** Number(ten[1] ?? 1), powers: new Map() };
  if (/^(?:1|12|24|100|1000)$/.test(body)) return { factor: Number(body), powers: new Map() };
  const whole = atoms.get(body);
  if (whole) return whole;
  const raised = /^(.*?)([+-]?\d)$/.exec(body);
  const atom = raised?.[1] === undefined ? undefined : atoms.get(raised[1]);
  if (!raised || !atom) return null;
  const power = Number(raised[2]);
  return {
    factor: atom.factor ** power,
    powers: new Map([...atom.powers].map(([symbol, p]) => [symbol, p * power])),
  };
}
