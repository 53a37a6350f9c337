/**
 * Reads a JSON file that a person edits, and remembers on which line everything stands, so that a mistake can be
 * shown where it is. `JSON.parse` tells neither the line of a value nor, in every browser, that of an error.
 */
import { err, ok, type Result } from '../base/index.ts';

export interface LinedJson {
  readonly value: unknown;
  /** The line of a value or, where the path does not exist, of the nearest object or list around it. */
  lineOf(path: readonly PropertyKey[]): number;
}

export interface JsonMistake {
  readonly line: number;
  readonly message: string;
}

const MAX_DEPTH = 64;

export function readLinedJson(text: string): Result<LinedJson, JsonMistake> {
  const reader = new Reader(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  try {
    const value = reader.file();
    return ok({ value, lineOf: (path) => nearestLine(reader.lines, path) });
  } catch (mistake) {
    if (mistake instanceof Mistake) return err({ line: mistake.line, message: mistake.message });
    throw mistake;
  }
}

const keyOf = (path: readonly PropertyKey[]): string => JSON.stringify(path.map(String));

function nearestLine(lines: ReadonlyMap<string, number>, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length--) {
    const line = lines.get(keyOf(path.slice(0, length)));
    if (line !== undefined) return line;
  }
  return 1;
}

class Mistake extends Error {
  readonly line: number;
  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

class Reader {
  readonly lines = new Map<string, number>();
  private readonly text: string;
  private at = 0;
  private line = 1;

  constructor(text: string) {
    this.text = text;
  }

  file(): unknown {
    const value = this.value([]);
    this.space();
    if (this.at < this.text.length) this.fail(`there is more text after the end: ${this.here()}`);
    return value;
  }

  private value(path: string[]): unknown {
    this.space();
    if (path.length > MAX_DEPTH) this.fail('objects and lists are nested too deeply');
    if (!this.lines.has(keyOf(path))) this.lines.set(keyOf(path), this.line);
    const c = this.text[this.at];
    if (c === '{') return this.object(path);
    if (c === '[') return this.list(path);
    if (c === '"') return this.string();
    const word = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)(?![\w.])/.exec(
      this.text.slice(this.at, this.at + 400),
    )?.[0];
    if (word === undefined) this.fail(`a value was expected, and here is ${this.here()}`);
    this.at += word.length;
    return JSON.parse(word);
  }

  private object(path: string[]): unknown {
    const opened = this.line;
    const entries = new Map<string, unknown>();
    this.at++;
    this.space();
    if (this.take('}')) return {};
    do {
      this.space();
      if (this.text[this.at] !== '"') {
        if (this.at >= this.text.length) this.fail(`the '{' of line ${opened} is never closed with '}'`);
        this.fail(`a name in double quotes was expected, and here is ${this.here()}`);
      }
      const name = this.string();
      this.lines.set(keyOf([...path, name]), this.line);
      if (entries.has(name)) this.fail(`"${name}" stands twice in the same object`);
      this.space();
      if (!this.take(':')) this.fail(`a colon is missing after "${name}"`);
      entries.set(name, this.value([...path, name]));
    } while (this.separator('}', opened) === ',');
    // A plain assignment of `__proto__` would change the object instead of naming a key.
    return Object.fromEntries(entries);
  }

  private list(path: string[]): unknown {
    const opened = this.line;
    const items: unknown[] = [];
    this.at++;
    this.space();
    if (this.take(']')) return items;
    do {
      items.push(this.value([...path, String(items.length)]));
    } while (this.separator(']', opened) === ',');
    return items;
  }

  /** After a value: a comma (and something after it), or the end. The end is consumed. */
  private separator(end: string, opened: number): string {
    const after = this.line;
    this.space();
    if (this.take(',')) {
      this.space();
      if (this.text[this.at] === end) this.fail(`there is a comma before '${end}' with nothing after it`);
      return ',';
    }
    if (this.take(end)) return end;
    if (this.at >= this.text.length)
      this.fail(`the '${end === '}' ? '{' : '['}' of line ${opened} is never closed`);
    this.line = after;
    return this.fail('a comma is missing at the end of this line');
  }

  private string(): string {
    const raw = /^"(?:[^"\\\p{Cc}]|\\.)*"/u.exec(this.text.slice(this.at, this.at + 20_000))?.[0];
    if (raw === undefined) this.fail('a text in double quotes is not closed on its line');
    try {
      const text = JSON.parse(raw) as string;
      this.at += raw.length;
      return text;
    } catch {
      return this.fail('a backslash in this text is followed by something that JSON does not know');
    }
  }

  private take(c: string): boolean {
    if (this.text[this.at] !== c) return false;
    this.at++;
    return true;
  }

  private space(): void {
    for (; ; this.at++) {
      const c = this.text[this.at];
      if (c === '\n') this.line++;
      else if (c !== ' ' && c !== '\t' && c !== '\r') break;
    }
    if (this.text.startsWith('//', this.at) || this.text.startsWith('/*', this.at))
      this.fail('comments are not allowed in JSON; use a "note" instead');
  }

  private here(): string {
    const rest = this.text.slice(this.at, this.at + 20).split('\n')[0] ?? '';
    return rest === '' ? 'the end of the file' : `'${rest}'`;
  }

  private fail(message: string): never {
    throw new Mistake(this.line, message);
  }
}
