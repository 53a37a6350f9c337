import type { Row } from '../../timeline/index.ts';
import { t } from '../messages/index.ts';

/** What sources disagree about, in a word. */
export const fieldWord = (field: string): string => t.codes.field[field] ?? field;

/** A status as it is told: 'entered-in-error' is a code, 'entered in error' a word. */
export const statusWord = (code: string): string => t.codes.value[code] ?? code;

const CODED = new Set(['status', 'verification', 'criticality', 'severity', 'type', 'intent']);

/** What a source says about a field, in plain words where it says it in codes. */
export function valueWord(field: string, value: string): string {
  if (field === 'interpretation')
    return value
      .split(', ')
      .map((code) => t.codes.reading[code] ?? code)
      .join(', ');
  return CODED.has(field) ? value.split(', ').map(statusWord).join(', ') : value;
}

const ABSENT = /^\(([a-z-]+)\)$/;

/** What a row says beside its title: the source's own words, but for codes of why there is none and how pressing or how grave it is. */
export function rowValueText({ kind, value }: Pick<Row, 'kind' | 'value'>): string | null {
  const absent = ABSENT.exec(value ?? '')?.[1];
  if (absent !== undefined) return `(${t.codes.absent[absent] ?? absent})`;
  const words = kind === 'referral' ? t.codes.priority : kind === 'allergy' ? SEVERITIES() : null;
  if (words === null || value === null) return value;
  return value
    .split(' · ')
    .map((part) => words[part] ?? part)
    .join(' · ');
}

const SEVERITIES = (): Readonly<Record<string, string>> => {
  const { mild = '', moderate = '', severe = '' } = t.codes.value;
  return { mild, moderate, severe };
};
