/**
 * XML and HTML as a tree, read leniently and without obeying any of it: no entity is defined, no address is followed,
 * and time and memory are bounded by the length of the text.
 */
import { entityText } from './entities.ts';

export interface Element {
  /** Lower case, without a prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
}
export type Node = Element | string;

export interface Markup {
  readonly root: Element;
  readonly shortened: boolean;
}

/** Deeper than this is read as if it stood here; more than so many nodes are not read. */
const DEEPEST = 100;
const MOST_NODES = 200_000;

/** Their text is no text for readers. A script in XML is one too: nothing of it is wanted. */
const RAW = new Set(['script', 'style', 'xmp', 'iframe', 'noembed', 'noframes', 'noscript', 'textarea']);
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** Opening one of these ends an open one of those, up to the nearest of the third. */
const ENDS: Readonly<Record<string, readonly [ends: readonly string[], within: readonly string[]]>> = {
  li: [['li'], ['ul', 'ol']],
  item: [['item'], ['list']],
  dt: [['dt', 'dd'], ['dl']],
  dd: [['dt', 'dd'], ['dl']],
  tr: [['tr'], ['table']],
  td: [
    ['td', 'th'],
    ['tr', 'table'],
  ],
  th: [
    ['td', 'th'],
    ['tr', 'table'],
  ],
  p: [['p'], ['td', 'th', 'li', 'div', 'section', 'body']],
};

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
}

export function readMarkup(text: string): Markup {
  const root: Open = { name: '', attributes: {}, children: [] };
  const stack: Open[] = [root];
  let nodes = 0;
  let shortened = false;
  const top = (): Open => stack.at(-1) ?? root;
  const close = (depth: number) => {
    while (stack.length > depth) stack.pop();
  };
  const lastOpen = (names: readonly string[]): number =>
    stack.findLastIndex(({ name }) => names.includes(name));

  for (let at = 0; at < text.length;) {
    if (nodes >= MOST_NODES) {
      shortened = true;
      break;
    }
    const next = text.indexOf('<', at);
    const end = next < 0 ? text.length : next;
    if (end > at) {
      top().children.push(decoded(text.slice(at, end)));
      nodes++;
    }
    if (next < 0) break;
    const special = skipSpecial(text, next);
    if (special !== null) {
      if (special.text !== '') top().children.push(special.text);
      nodes++;
      at = special.end;
      continue;
    }
    const tag = readTag(text, next);
    if (tag === null) {
      top().children.push('<');
      nodes++;
      at = next + 1;
      continue;
    }
    at = tag.end;
    nodes++;
    const { name } = tag;
    if (tag.closes) {
      const open = lastOpen([name]);
      if (open > 0) close(open);
      continue;
    }
    const ends = ENDS[name];
    if (ends !== undefined) {
      const open = lastOpen(ends[0]);
      if (open > lastOpen(ends[1])) close(open);
    }
    const element: Open = { name, attributes: tag.attributes, children: [] };
    top().children.push(element);
    if (tag.empty || VOID.has(name)) continue;
    if (RAW.has(name)) {
      at = rawEnd(text, at, name);
      continue;
    }
    if (stack.length < DEEPEST) stack.push(element);
    else shortened = true;
  }
  return { root, shortened };
}

/** Comments, declarations and instructions are passed over; a declaration's own subset is not read. */
function skipSpecial(text: string, at: number): { readonly text: string; readonly end: number } | null {
  if (text.startsWith('<!--', at)) return { text: '', end: after(text, '-->', at + 4) };
  if (text.startsWith('<![CDATA[', at)) {
    const end = after(text, ']]>', at + 9);
    return { text: text.slice(at + 9, Math.max(at + 9, end - 3)), end };
  }
  if (text.startsWith('<?', at)) return { text: '', end: after(text, '?>', at + 2) };
  if (text.startsWith('<!', at)) return { text: '', end: declarationEnd(text, at) };
  return null;
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + mark.length;
}

/** `<!DOCTYPE x [ <!ENTITY …> ]>`: to the bracket that closes it. */
function declarationEnd(text: string, at: number): number {
  let depth = 0;
  for (let i = at + 2; i < text.length; i++) {
    const c = text[i];
    if (c === '[') depth++;
    else if (c === ']') depth--;
    else if (c === '>' && depth <= 0) return i + 1;
  }
  return text.length;
}

interface Tag {
  readonly name: string;
  readonly closes: boolean;
  readonly empty: boolean;
  readonly attributes: Readonly<Record<string, string>>;
  readonly end: number;
}

const NAME = /[A-Za-z_][\w.:-]{0,99}/y;
const SPACE = /[\s/]*/y;
const UNQUOTED = /[^\s>]*/y;

function readTag(text: string, from: number): Tag | null {
  const closes = text[from + 1] === '/';
  const name = match(NAME, text, from + (closes ? 2 : 1));
  if (name === '') return null;
  let at = from + (closes ? 2 : 1) + name.length;
  // Without a prototype: an attribute may be called as it likes.
  const attributes: Record<string, string> = Object.create(null) as Record<string, string>;
  let empty = false;
  for (;;) {
    const space = match(SPACE, text, at);
    empty = space.endsWith('/');
    at += space.length;
    if (at >= text.length) return { name: local(name), closes, empty, attributes, end: at };
    if (text[at] === '>') return { name: local(name), closes, empty, attributes, end: at + 1 };
    const key = match(NAME, text, at);
    if (key === '') {
      at++;
      continue;
    }
    at += key.length;
    at += match(SPACE, text, at).length;
    if (text[at] !== '=') {
      attributes[local(key)] = '';
      continue;
    }
    at++;
    at += match(SPACE, text, at).length;
    const quote = text[at];
    if (quote === '"' || quote === "'") {
      const end = text.indexOf(quote, at + 1);
      const stop = end < 0 ? text.length : end;
      attributes[local(key)] = decoded(text.slice(at + 1, stop));
      at = stop + 1;
    } else {
      const value = match(UNQUOTED, text, at);
      attributes[local(key)] = decoded(value);
      at += value.length;
    }
  }
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

const local = (name: string): string => name.slice(name.lastIndexOf(':') + 1).toLowerCase();

/** Where a raw element's closing tag ends; the end of the text where it has none. */
function rawEnd(text: string, from: number, name: string): number {
  const closing = new RegExp(`</(?:[\\w.-]+:)?${name}[^<>]*>`, 'gi');
  closing.lastIndex = from;
  return closing.exec(text) === null ? text.length : closing.lastIndex;
}

const decoded = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(#x?[0-9a-f]{1,7}|[a-z]{2,8}[0-9]?);/gi, (all, name: string) => entityText(name) ?? all)
    : text;

/** All text below, as it came. */
export function textOf(node: Node): string {
  if (typeof node === 'string') return node;
  const parts: string[] = [];
  const walk = (each: Node): void => {
    if (typeof each === 'string') parts.push(each);
    else each.children.forEach(walk);
  };
  walk(node);
  return parts.join('');
}

export const elementsOf = (node: Element): readonly Element[] =>
  node.children.filter((child): child is Element => typeof child !== 'string');

export const childOf = (node: Element | null, name: string): Element | null =>
  node === null ? null : (elementsOf(node).find((child) => child.name === name) ?? null);

export const childrenOf = (node: Element | null, name: string): readonly Element[] =>
  node === null ? [] : elementsOf(node).filter((child) => child.name === name);
