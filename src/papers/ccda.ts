/** A C-CDA document as a reader needs it: whom it is about, who wrote it, and the words of its sections. */
import type { Paper, PaperFact, Section } from '../record/index.ts';
import { proseOf } from './blocks.ts';
import { childOf, childrenOf, elementsOf, readMarkup, textOf, type Element } from './markup.ts';

export interface EmbeddedFile {
  readonly contentType: string | null;
  /** Base64, or plain text where it is not said to be that. */
  readonly data: string;
  readonly base64: boolean;
}

export type Ccda = Paper & {
  /** A document whose body is another file. */
  readonly embedded: EmbeddedFile | null;
};

/** Null where it is no clinical document. */
export function readCcda(text: string): Ccda | null {
  const { root, shortened } = readMarkup(text);
  const document = elementsOf(root).find(({ name }) => name === 'clinicaldocument');
  if (document === undefined) return null;
  const bodies = childrenOf(document, 'component');
  const sections: Section[] = [];
  let leftOut = 0;
  const walk = (parent: Element, level: number): void => {
    for (const component of childrenOf(parent, 'component')) {
      const section = childOf(component, 'section');
      if (section === null) continue;
      const words = childOf(section, 'text');
      const prose = words === null ? { blocks: [], leftOut: 0 } : proseOf(words);
      leftOut += prose.leftOut;
      sections.push({ title: line(childOf(section, 'title')), level, blocks: prose.blocks });
      walk(section, level + 1);
    }
  };
  for (const body of bodies) {
    const structured = childOf(body, 'structuredbody');
    if (structured !== null) walk(structured, 1);
  }
  const other = bodies.map((body) => childOf(body, 'nonxmlbody')).find((body) => body !== null) ?? null;
  return {
    head: headOf(document),
    sections,
    leftOut,
    shortened,
    embedded: embeddedIn(childOf(other, 'text')),
  };
}

function headOf(document: Element): Paper['head'] {
  const role = childOf(childOf(document, 'recordtarget'), 'patientrole');
  const patient = childOf(role, 'patient');
  const authors = childrenOf(document, 'author').map((author) => childOf(author, 'assignedauthor'));
  const custodian = childOf(
    childOf(childOf(document, 'custodian'), 'assignedcustodian'),
    'representedcustodianorganization',
  );
  const given: readonly (readonly [PaperFact, string | null])[] = [
    ['title', line(childOf(document, 'title'))],
    ['patient', childrenOf(patient, 'name').map(nameText).filter(Boolean).join(' / ') || null],
    ['birth-date', day(childOf(patient, 'birthtime'))],
    ['sex', childOf(patient, 'administrativegendercode')?.attributes['code'] ?? null],
    [
      'identifiers',
      childrenOf(role, 'id')
        .map((id) => id.attributes['extension'] ?? '')
        .filter(Boolean)
        .join(', ') || null,
    ],
    ['written', day(childOf(document, 'effectivetime'))],
    [
      'author',
      authors
        .map(authorText)
        .filter((text) => text !== null)
        .join(', ') || null,
    ],
    ['custodian', line(childOf(custodian, 'name'))],
  ];
  return given.flatMap(([about, text]) => (text === null || text === '' ? [] : [{ about, text }]));
}

function authorText(author: Element | null): string | null {
  const name = nameText(childOf(childOf(author, 'assignedperson'), 'name'));
  const device = line(childOf(childOf(author, 'assignedauthoringdevice'), 'softwarename'));
  return name || device || line(childOf(childOf(author, 'representedorganization'), 'name'));
}

const nameText = (name: Element | null): string =>
  (name?.children ?? [])
    .map((part) => textOf(part).trim())
    .filter(Boolean)
    .join(' ');

const line = (element: Element | null): string | null =>
  element === null ? null : textOf(element).replace(/\s+/g, ' ').trim() || null;

/** '20240314101500-0500' → '2024-03-14 10:15': as far as it is written, and nothing added. */
function day(element: Element | null): string | null {
  const value = element?.attributes['value'] ?? '';
  const parts = /^(\d{4})(\d\d)?(\d\d)?(?:(\d\d)(\d\d))?/.exec(value);
  if (parts === null) return value || null;
  const [, year, month, date, hour, minute] = parts;
  const written = [year, month, date].filter(Boolean).join('-');
  return hour === undefined ? written : `${written} ${hour}:${minute ?? ''}`;
}

function embeddedIn(text: Element | null): EmbeddedFile | null {
  const data = text === null ? '' : textOf(text).trim();
  if (text === null || data === '') return null;
  return {
    contentType: text.attributes['mediatype'] ?? null,
    data,
    base64: text.attributes['representation']?.toUpperCase() === 'B64',
  };
}
