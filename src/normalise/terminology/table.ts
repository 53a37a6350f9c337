import { canonicalCode, type System } from './codes.ts';
import { nameKey } from './text.ts';

/**
 * A table of concepts, one line each, written to be read and to be small:
 *
 *     key | sct 44054006 | icd10 E11.9 | names: type 2 diabetes; t2dm
 *
 * as `key|system code code|system code|name;name`: a part that starts with a system's short name lists codes, the
 * last part without one lists names.
 */
export interface ConceptTable {
  /** `system code` → key. */
  readonly byCode: ReadonlyMap<string, string>;
  readonly byName: ReadonlyMap<string, string>;
}

const SYSTEMS: ReadonlySet<string> = new Set<System>([
  'loinc',
  'sct',
  'icd10',
  'icd9',
  'icd10pcs',
  'rx',
  'ndc',
  'atc',
  'cvx',
  'unii',
  'hcpcs',
  'cpt',
  'act',
]);

const isSystem = (word: string): word is System => SYSTEMS.has(word);

/** The lines of a table's text that are neither blank nor comments. */
export const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));

/** `system code`, the code in its one spelling. */
export const codeKey = (system: System, code: string): string => `${system} ${canonicalCode(system, code)}`;

/** Every line of `text`, taken apart. */
export function entries(text: string): readonly Entry[] {
  return lines(text).map((line) => {
    const [key = '', ...parts] = line.split('|').map((part) => part.trim());
    const codes: string[] = [];
    const names: string[] = [];
    for (const part of parts) {
      const [system = '', ...list] = part.split(' ');
      if (isSystem(system)) for (const code of list) codes.push(codeKey(system, code));
      else for (const name of part.split(';')) if (name.trim() !== '') names.push(name.trim());
    }
    return { key, codes, names };
  });
}

export interface Entry {
  readonly key: string;
  readonly codes: readonly string[];
  readonly names: readonly string[];
}

/** Built on first use: a session that sees no vaccine never reads the vaccines' table. */
export function conceptTable(prefix: string, ...texts: readonly string[]): () => ConceptTable {
  let built: ConceptTable | null = null;
  return () => {
    built ??= build(prefix, texts);
    return built;
  };
}

function build(prefix: string, texts: readonly string[]): ConceptTable {
  const byCode = new Map<string, string>();
  const byName = new Map<string, string>();
  for (const text of texts)
    for (const entry of entries(text)) {
      const key = `${prefix}:${entry.key}`;
      for (const code of entry.codes) byCode.set(code, key);
      for (const name of [entry.key.replaceAll('-', ' '), ...entry.names]) {
        const folded = nameKey(name);
        if (folded !== null) byName.set(folded, key);
      }
    }
  return { byCode, byName };
}
