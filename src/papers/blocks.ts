/** Markup of whatever kind as blocks of text: FHIR narrative, HTML, and the narrative of C-CDA, which has other names. */
import type { Block, Cell, Inline, Look } from '../record/index.ts';
import { elementsOf, textOf, type Element, type Node } from './markup.ts';

/** Nothing of these is text for a reader. */
const DROPPED = new Set(
  (
    'script style xmp iframe frame noembed noframes noscript textarea head title meta link base template object applet ' +
    'embed svg math canvas audio video select button input dialog'
  ).split(' '),
);
/** Of those, what a reader should know is missing. */
const MISSED = new Set(
  'script iframe frame object applet embed svg math canvas audio video img rendermultimedia input'.split(' '),
);
const PICTURES = new Set(['img', 'rendermultimedia']);

const LOOKS: Readonly<Record<string, Look>> = {
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  u: 'inserted',
  ins: 'inserted',
  s: 'struck',
  strike: 'struck',
  del: 'struck',
  sub: 'sub',
  sup: 'super',
};
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const BLOCKS = new Set(
  (
    'html body div p paragraph section article header footer main nav aside blockquote center address figure figcaption ' +
    'fieldset legend form details summary dl dt dd ul ol li list item table thead tbody tfoot tr td th pre hr caption text'
  )
    .split(' ')
    .concat([...HEADINGS]),
);

export interface Prose {
  readonly blocks: readonly Block[];
  readonly leftOut: number;
}

export function proseOf(element: Element): Prose {
  const count = { leftOut: 0 };
  return { blocks: blocksOf(element.children, count), leftOut: count.leftOut };
}

interface Count {
  leftOut: number;
}

function blocksOf(nodes: readonly Node[], count: Count): Block[] {
  const blocks: Block[] = [];
  let line: Inline[] = [];
  const endLine = () => {
    const inlines = tidied(line);
    if (inlines.length > 0) blocks.push({ kind: 'paragraph', inlines });
    line = [];
  };
  for (const node of nodes) {
    if (typeof node !== 'string' && holdsBlocks(node)) {
      endLine();
      blocks.push(...blockOf(node, count));
    } else line.push(...inlinesOf(node, 'plain', count));
  }
  endLine();
  return blocks;
}

/** A wrapper of no shape of its own is a block where a block stands in it. */
const holdsBlocks = (element: Element): boolean =>
  BLOCKS.has(element.name) ||
  (!DROPPED.has(element.name) && !PICTURES.has(element.name) && elementsOf(element).some(holdsBlocks));

function blockOf(element: Element, count: Count): readonly Block[] {
  const { name, children } = element;
  if (HEADINGS.has(name)) {
    const inlines = tidied(children.flatMap((child) => inlinesOf(child, 'plain', count)));
    return inlines.length === 0 ? [] : [{ kind: 'heading', inlines }];
  }
  switch (name) {
    case 'hr':
      return [{ kind: 'rule' }];
    case 'pre':
      return [{ kind: 'preformatted', text: textOf(element).replace(/^\n/, '') }];
    case 'ul':
    case 'ol':
    case 'list':
      return listOf(element, count);
    case 'table':
      return [tableOf(element, count)];
    case 'dt':
    case 'caption':
      return [
        {
          kind: 'paragraph',
          inlines: tidied(children.flatMap((child) => inlinesOf(child, 'strong', count))),
        },
      ];
    default:
      return blocksOf(children, count);
  }
}

function listOf(element: Element, count: Count): readonly Block[] {
  const ordered = element.name === 'ol' || element.attributes['listtype'] === 'ordered';
  const captions = elementsOf(element).filter(({ name }) => name === 'caption');
  const items = element.children
    .filter((child) => typeof child === 'string' || child.name !== 'caption')
    .map((child) => blocksOf(typeof child === 'string' ? [child] : child.children, count))
    .filter((blocks) => blocks.length > 0);
  return [
    ...captions.flatMap((caption) => blockOf(caption, count)),
    ...(items.length === 0 ? [] : [{ kind: 'list' as const, ordered, items }]),
  ];
}

function tableOf(table: Element, count: Count): Block {
  const rows: Cell[][] = [];
  let caption: readonly Inline[] = [];
  const walk = (parent: Element): void => {
    for (const child of elementsOf(parent)) {
      if (child.name === 'caption') caption = tidied(inlinesOf(child, 'plain', count));
      else if (child.name === 'tr') rows.push(cellsOf(child, count));
      else if (child.name === 'td' || child.name === 'th') rows.push([cellOf(child, count)]);
      else if (child.name !== 'colgroup' && child.name !== 'col') walk(child);
    }
  };
  walk(table);
  return { kind: 'table', caption, rows: rows.filter((row) => row.length > 0) };
}

const cellsOf = (row: Element, count: Count): Cell[] =>
  elementsOf(row)
    .filter(({ name }) => name === 'td' || name === 'th')
    .map((cell) => cellOf(cell, count));

const cellOf = (cell: Element, count: Count): Cell => ({
  header: cell.name === 'th',
  columns: spanOf(cell.attributes['colspan']),
  rows: spanOf(cell.attributes['rowspan']),
  blocks: blocksOf(cell.children, count),
});

/** Beyond these a table is made to be unreadable. */
const WIDEST = 50;
const spanOf = (text: string | undefined): number => {
  const span = Number.parseInt(text ?? '', 10);
  return span >= 1 ? Math.min(span, WIDEST) : 1;
};

function inlinesOf(node: Node, look: Look, count: Count): Inline[] {
  if (typeof node === 'string') return [{ text: node.replace(/[ \t\r\n\f]+/g, ' '), look }];
  const { name, attributes } = node;
  if (MISSED.has(name)) count.leftOut++;
  if (PICTURES.has(name)) {
    const words = (attributes['alt'] ?? textOf(node)).trim();
    return words === '' ? [] : [{ text: words, look: 'left-out' }];
  }
  if (DROPPED.has(name)) return [];
  if (name === 'br') return [{ text: '\n', look }];
  const own = lookOf(node) ?? look;
  return node.children.flatMap((child) => inlinesOf(child, own, count));
}

/** Words that a source struck out stay struck out: without the line they would say the opposite. */
function lookOf({ name, attributes }: Element): Look | null {
  const plain = LOOKS[name];
  if (plain !== undefined) return plain;
  if (attributes['revised'] === 'delete') return 'struck';
  const style = `${attributes['stylecode'] ?? ''} ${attributes['style'] ?? ''}`.toLowerCase();
  if (style.includes('line-through') || style.includes('strikethrough')) return 'struck';
  if (style.includes('bold') || style.includes('emphasis')) return 'strong';
  return style.includes('italics') ? 'emphasis' : null;
}

/** One space between words, none at the ends of a line; neighbours of one look are one. Parts, since ropes are slow. */
function tidied(inlines: readonly Inline[]): readonly Inline[] {
  const found: { parts: string[]; look: Look }[] = [];
  let end = ' ';
  for (const { text, look } of inlines) {
    const next =
      text !== '\n' && (end === ' ' || end === '\n') && text.startsWith(' ') ? text.slice(1) : text;
    if (next === '') continue;
    end = next.at(-1) ?? end;
    const before = found.at(-1);
    if (before?.look === look) before.parts.push(next);
    else found.push({ parts: [next], look });
  }
  const lines = found.map(({ parts, look }) => ({ text: parts.join('').replaceAll(' \n', '\n'), look }));
  const last = lines.at(-1);
  if (last !== undefined) lines[lines.length - 1] = { ...last, text: last.text.trimEnd() };
  return lines.filter(({ text }) => text !== '');
}
