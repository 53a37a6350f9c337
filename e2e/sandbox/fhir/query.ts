/** One search parameter as asked: `category:not=a,b` → name, modifier, values. */
export interface Asked {
  readonly name: string;
  readonly modifier: string | null;
  readonly values: readonly string[];
  readonly raw: string;
}

/** A search, its answer-shaping parameters told apart from its conditions. */
export interface Query {
  readonly type: string;
  readonly conditions: readonly Asked[];
  readonly patient: string | null;
  readonly count: number | null;
  readonly offset: number;
  readonly sort: readonly string[];
  readonly includes: readonly string[];
  readonly revincludes: readonly string[];
  readonly total: string | null;
  readonly summaryCount: boolean;
}

const SHAPING = new Set([
  '_count',
  '_offset',
  '_sort',
  '_include',
  '_revinclude',
  '_total',
  '_summary',
  '_elements',
  '_format',
  '_pretty',
  '_contained',
  '_page',
]);

export function parseQuery(type: string, params: URLSearchParams): Query {
  const conditions: Asked[] = [];
  let patient: string | null = null;
  for (const [key, raw] of params) {
    const [name = '', modifier = null] = splitOnce(key, ':');
    if (SHAPING.has(name)) continue;
    if ((name === 'patient' || name === 'subject') && type !== 'Patient') {
      patient = raw.replace(/^.*\/?Patient\//, '');
      continue;
    }
    conditions.push({ name, modifier, values: splitValues(raw), raw });
  }
  const count = params.get('_count');
  return {
    type,
    conditions,
    patient,
    count: count !== null && /^\d+$/.test(count) ? Number(count) : null,
    offset: Number(params.get('_offset') ?? '0') || 0,
    sort: (params.get('_sort') ?? '').split(',').filter(Boolean),
    includes: [...params.getAll('_include'), ...params.getAll('_include:iterate')],
    revincludes: params.getAll('_revinclude'),
    total: params.get('_total'),
    summaryCount: params.get('_summary') === 'count',
  };
}

function splitOnce(text: string, by: string): readonly [string, (string | null)?] {
  const at = text.indexOf(by);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** Commas separate alternatives unless escaped. */
const splitValues = (raw: string): string[] =>
  raw.split(/(?<!\\),/).map((value) => value.replaceAll('\\,', ','));
