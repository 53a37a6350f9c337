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

/** What a row says beside its title: the source's own words, but for codes of why there is none and how pressing it is. */
export function rowValueText({ kind, value }: Pick<Row, 'kind' | 'value'>): string | null {
  const absent = ABSENT.exec(value ?? '')?.[1];
  if (absent !== undefined) return `(${t.codes.absent[absent] ?? absent})`;
  if (kind !== 'referral' || value === null) return value;
  return value
    .split(' · ')
    .map((part) => t.codes.priority[part] ?? part)
    .join(' · ');
}
