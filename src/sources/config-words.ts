/** A mistake in the configuration, in words for whoever has to put it right. */
import type { LinedJson } from './json-lines.ts';

export interface ConfigurationProblem {
  /** `organisations[1].iss`; empty for the file as a whole. */
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** What of zod's issues is read here; its own words speak to programmers. */
interface Issue {
  readonly code?: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly expected?: string;
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
  readonly input?: unknown;
}

export function inWords(issues: readonly Issue[], json: LinedJson): ConfigurationProblem[] {
  // One value may fail several checks; the first says what is wrong, the rest follow from it.
  const firsts = issues.filter((issue, i) => issues.findIndex((each) => samePath(each, issue)) === i);
  return firsts.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys')
      return (issue.keys ?? []).map((key) =>
        problem([...issue.path, key], json, 'is not a setting of this app; is it mistyped?'),
      );
    return [problem(issue.path, json, wordsFor(issue, valueAt(json.value, issue.path)))];
  });
}

const samePath = (a: Issue, b: Issue): boolean =>
  (a.code === 'unrecognized_keys') === (b.code === 'unrecognized_keys') &&
  pathText(a.path) === pathText(b.path);

const problem = (path: readonly PropertyKey[], json: LinedJson, message: string): ConfigurationProblem => ({
  path: pathText(path),
  line: json.lineOf(path),
  message,
});

function wordsFor(issue: Issue, value: unknown): string {
  if (issue.code === 'invalid_type')
    return value === undefined
      ? 'is missing'
      : `must be ${KINDS[issue.expected ?? ''] ?? issue.expected}, not ${kindOf(value)}`;
  if (issue.code === 'invalid_value') {
    const choices = (issue.values ?? []).map((each) => JSON.stringify(each)).join(', ');
    return value === undefined ? `is missing (one of ${choices})` : `must be one of ${choices}`;
  }
  return issue.message;
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text in double quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in [ ]',
  object: 'an object in { }',
};

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return 'a text';
  return typeof value === 'object'
    ? 'an object'
    : typeof value === 'boolean'
      ? String(value)
      : `the number ${String(value)}`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let here = value;
  for (const key of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined;
    here = Reflect.get(here, key);
  }
  return here;
}

/** `organisations[1].iss` */
export const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`,
    '',
  );

/** One line a mistake: `config.json line 14: organisations[1].iss must start with https://`. */
export const configurationProblemText = (each: ConfigurationProblem): string =>
  `config.json line ${each.line}: ${each.path === '' ? '' : `${each.path} `}${each.message}`;
