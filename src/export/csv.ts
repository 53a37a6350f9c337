/**
 * One row a fact, for a spreadsheet. What begins like a formula is made text: no cell of a record runs. The columns are
 * told in docs/export.md.
 */
import type { ClinicalDate, Concept, Fact, Measured, Merged, Quantity } from '../record/index.ts';
import { conflictText } from './bundle.ts';
import type { About } from './kinds.ts';
import { noticeTexts } from './labels.ts';
import { iso, linesAbout } from './ledger.ts';

export interface CsvNames {
  nameOf(source: Merged['shown']['source']): string;
  /** The value as the list shows it; null where there is none. */
  valueOf(fact: Fact): string | null;
}

type Column = readonly [name: string, cell: (merged: Merged, names: CsvNames) => string | null];

const COLUMNS: readonly Column[] = [
  ['fact', ({ id }) => id],
  ['kind', ({ kind }) => kind],
  ['title', ({ shown }) => shown.title],
  ['start', ({ shown }) => ends(shown.when)[0]],
  ['end', ({ shown }) => ends(shown.when)[1]],
  ['value', ({ shown }, { valueOf }) => valueOf(shown)],
  ['comparator', ({ shown }) => quantityOf(shown)?.comparator ?? null],
  ['number', ({ shown }) => quantityOf(shown)?.text ?? null],
  ['unit', ({ shown }) => quantityOf(shown)?.unit ?? quantityOf(shown)?.code ?? null],
  ['converted_number', ({ shown }) => convertedOf(shown)?.number ?? null],
  ['converted_unit', ({ shown }) => convertedOf(shown)?.unit ?? null],
  ['reference_range', ({ shown }) => rangesOf(shown)],
  ['interpretation', ({ shown }) => ('components' in shown ? shown.interpretation.join(' ') : null)],
  ['status', ({ shown }) => shown.status.code],
  ['verification', ({ shown }) => shown.status.verification],
  ['codes', ({ shown }) => codesOf(shown.code)],
  ['sources', ({ members }, { nameOf }) => unique(members.map((fact) => nameOf(fact.source)))],
  [
    'records',
    ({ members }, { nameOf }) => unique(members.map((fact) => `${nameOf(fact.source)}: ${fact.ref}`)),
  ],
  ['disagreements', (merged) => conflictText(merged)],
  ['entered_in_error', ({ retracted }) => (retracted ? 'yes' : 'no')],
  ['not_understood', ({ members }) => (members.some((fact) => fact.unsafe) ? 'yes' : 'no')],
  [
    'labels',
    ({ sensitivity }) =>
      [sensitivity.confidentiality, ...sensitivity.classes, ...sensitivity.caveats]
        .filter((label) => label !== 'unknown')
        .join(' '),
  ],
  ['notices', ({ sensitivity }) => noticeTexts(sensitivity).join(' ')],
  ['author', ({ shown }) => shown.provenance.author?.name ?? null],
  ['read_at', ({ shown }) => (shown.provenance.fetchedAt === null ? null : iso(shown.provenance.fetchedAt))],
];

export const CSV_COLUMNS: readonly string[] = COLUMNS.map(([name]) => name);

/** Spreadsheets tell UTF-8 by it. */
export const BYTE_ORDER_MARK = '\ufeff';

export const csvHead = (): string => csvLine(CSV_COLUMNS);

const ABOUT = 'about-this-copy';

/** Before the first fact: what is masked, missing, and to be told on, in rows that are no fact's. */
export const csvAbout = (about: About): string =>
  linesAbout(about)
    .map(({ diagnostics }) =>
      csvLine(CSV_COLUMNS.map((name) => (name === 'kind' ? ABOUT : name === 'title' ? diagnostics : ''))),
    )
    .join('');

export const csvRow = (merged: Merged, names: CsvNames): string =>
  csvLine(COLUMNS.map(([, cell]) => cell(merged, names) ?? ''));

const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;

const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/;
/** What a spreadsheet takes for the beginning of a formula, wide forms and a leading tab or return included. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20|%]|^[\t\r\n]/u;

/** Quoted always. A negative number is a number; anything else that begins like a formula gets an apostrophe before it. */
export function csvCell(text: string): string {
  const safe = PLAIN_NUMBER.test(text) || !FORMULA.test(text) ? text : `'${text}`;
  return `"${safe.replaceAll('"', '""')}"`;
}

const unique = (texts: readonly string[]): string => [...new Set(texts)].join('; ');

/** As the source wrote them: 2015 stays 2015. */
function ends(date: ClinicalDate): readonly [string | null, string | null] {
  if (date.kind === 'at') return [date.at.text, null];
  return date.kind === 'period' ? [date.start?.text ?? null, date.end?.text ?? null] : [null, null];
}

const measuredOf = (fact: Fact): Measured | null => ('components' in fact ? fact : null);

function quantityOf(fact: Fact): Quantity | null {
  const value = measuredOf(fact)?.value;
  return value?.kind === 'quantity' ? value.quantity : null;
}

function convertedOf(fact: Fact): { readonly number: string; readonly unit: string } | null {
  const canonical = quantityOf(fact)?.canonical;
  if (!canonical || canonical.conversion === null) return null;
  // No more digits than the source's own carry.
  const digits = Math.max(0, Math.min(6, Math.ceil(-Math.log10(canonical.tolerance * 2 || 1))));
  return { number: canonical.value.toFixed(digits), unit: canonical.unit };
}

const rangesOf = (fact: Fact): string =>
  (measuredOf(fact)?.ranges ?? [])
    .map(({ low, high, text }) =>
      low === null && high === null
        ? (text ?? '')
        : `${low?.text ?? ''}–${high?.text ?? ''} ${high?.unit ?? low?.unit ?? ''}`.trim(),
    )
    .filter((range) => range !== '')
    .join('; ');

const codesOf = (code: Concept | null): string =>
  (code?.codings ?? [])
    .filter((coding) => coding.code !== null)
    .map((coding) => `${coding.system ?? ''}|${coding.code ?? ''}`)
    .join(' ');
