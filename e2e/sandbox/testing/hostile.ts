/**
 * Records as an attacker, a broken interface or a careless export would write them: attacks in every text, and any value
 * in any place. Made from a seed, so that what one run finds can be found again.
 */
import type { Json, JsonObject } from '../../../src/base/index.ts';
import { isObject } from '../../../src/base/index.ts';
import { random } from '../world/prng.ts';
import type { FhirResource } from '../world/index.ts';

/** Every spoilt record is found by it. */
export const MARK = 'Zzcorpus';
const AWAY = 'http://attacker.localhost:1';
export const ATTACKS = [
  '<script>window.pwned=1</script>',
  '<img src=x onerror="window.pwned=1">',
  `<svg onload="window.pwned=1"><image href="${AWAY}/x.png"/></svg>`,
  `"><iframe srcdoc="<script>parent.pwned=1</script>" src="${AWAY}/f"></iframe>`,
  '<math><mtext></form><form><mglyph><style></math><img src onerror=window.pwned=1>',
  '<template><script>window.pwned=1</script></template><noscript><p title="</noscript><img src=x onerror=window.pwned=1>">',
  `<link rel=stylesheet href="${AWAY}/x.css"><style>@import "${AWAY}/y.css"</style>`,
  `<meta http-equiv=refresh content="0;url=${AWAY}/"><base href="${AWAY}/">`,
  'javascript:window.pwned=1',
  'data:text/html,<script>window.pwned=1</script>',
  `[x](javascript:window.pwned=1) ![x](${AWAY}/pixel.png)`,
  '{{constructor.constructor("window.pwned=1")()}} ${window.pwned=1} <%= window.pwned=1 %>',
  '__proto__',
  'constructor',
  '\u202Egnp.exe\u2066\u0000\u0007\uFEFF',
  "'); window.pwned=1; //",
  '=HYPERLINK("http://attacker.localhost:1","x")',
  `${'\u0301'.repeat(400)}Z\u200d\u{1F468}\u200d\u{1F469}`,
  'A'.repeat(20_000),
];

/** Changed, the reference would not be the patient's any more, and the record would be somebody else's. */
const KEPT = new Set(['resourceType', 'id', 'reference', 'versionId', 'lastUpdated', 'div']);
const DATE = /^\d{4}(-\d\d){0,2}/;

type Change = (text: string, key: string) => Json;

function changed(
  value: Json,
  key: string,
  change: Change,
  kept: (text: string, key: string) => boolean,
): Json {
  if (typeof value === 'string') return kept(value, key) ? value : change(value, key);
  if (Array.isArray(value)) return (value as readonly Json[]).map((each) => changed(each, key, change, kept));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, changed(each ?? null, name, change, kept)]),
  );
}

/** The same attack in every text that is neither a date nor what ties the record to its patient. */
export const attacked = (resource: FhirResource, attack: string): JsonObject =>
  changed(
    resource as unknown as JsonObject,
    '',
    (text) => `${MARK} ${attack} ${text}`,
    (text, key) => KEPT.has(key) || DATE.test(text),
  ) as JsonObject;

const ODD: readonly Json[] = [
  null,
  true,
  -1,
  1e300,
  '',
  ' ',
  [],
  {},
  [[]],
  [null],
  { toString: 1, valueOf: null },
  { coding: [null, { code: {} }] },
  '9999-12-31T23:59:60.999999999+14:00',
  '0000-00-00',
  '2021-02-30',
  'Patient/../../Patient/1',
  '#contained',
  '1e999',
  '\u0001-0.0e-0',
];

/**
 * Any value in any place, dates and references included; what names the record and its patient stays, and its texts
 * are marked so that it can be found.
 */
export function fuzzed(resource: FhirResource, seed: number): JsonObject {
  const dice = random(seed);
  const pick = <T>(from: readonly T[]): T | null => from[Math.floor(dice.next() * from.length)] ?? null;
  // Some records are changed in one place, others almost everywhere.
  const share = 0.02 + dice.next() ** 2 * 0.6;
  const odd = (): Json => (dice.chance(0.4) ? `${MARK} ${pick(ATTACKS) ?? ''}` : pick(ODD));
  const walk = (value: Json, key: string): Json | undefined => {
    if (key === 'id' || key === 'resourceType' || key === 'lastUpdated' || key === 'versionId') return value;
    if (typeof value === 'string' && (key === 'text' || key === 'display')) return `${MARK} ${value}`;
    if (dice.chance(share * 0.3)) return dice.chance(0.3) ? undefined : odd();
    if (Array.isArray(value)) {
      const each = (value as readonly Json[]).map((one) => walk(one, key) ?? null);
      return dice.chance(share * 0.2) ? [...each, ...each, null] : each;
    }
    if (isObject(value)) return through(value);
    if (typeof value === 'string' && OF_PATIENT.test(value)) return value;
    return dice.chance(share) ? odd() : value;
  };
  const through = (object: JsonObject): JsonObject => {
    const entries = Object.entries(object).flatMap(([name, each]): (readonly [string, Json])[] => {
      const made = PATIENT.has(name) ? each : walk(each ?? null, name);
      return made === undefined ? [] : [[name, made]];
    });
    if (dice.chance(share * 0.2)) entries.push(['__proto__', { polluted: 1 }], ['constructor', odd()]);
    // As JSON.parse makes it: `__proto__` is a property of its own.
    return JSON.parse(
      `{${entries.map(([name, each]) => `${JSON.stringify(name)}:${JSON.stringify(each)}`).join(',')}}`,
    ) as JsonObject;
  };
  return through(resource as unknown as JsonObject);
}
/** Whose record it is: changed, it would rightly be held back as somebody else's. */
const PATIENT = new Set(['subject', 'patient', 'beneficiary', 'for']);
const OF_PATIENT = /(?:^|\/)Patient\/[^/]+$/;
