/**
 * Which organisations were connected in this tab, so that a reload can offer them again. Their ids are all that is
 * ever written down: no patient, no token, nothing of the record.
 */
import { sourceId, type SourceId } from '../record/index.ts';

const KEY = 'throughline.connected';

export interface Remembered {
  ids(): readonly SourceId[];
  add(source: SourceId): void;
  remove(source: SourceId): void;
  clear(): void;
}

/** `storage` is asked for each time: an EHR's frame may be denied it, and then nothing is remembered. */
export function rememberIn(storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): Remembered {
  const ids = (): readonly SourceId[] => {
    try {
      const list: unknown = JSON.parse(storage().getItem(KEY) ?? '[]');
      return Array.isArray(list) ? list.filter(isId).map(sourceId) : [];
    } catch {
      return [];
    }
  };
  const write = (list: readonly SourceId[]): void => {
    try {
      if (list.length === 0) storage().removeItem(KEY);
      else storage().setItem(KEY, JSON.stringify(list));
    } catch {
      // Not remembered: the start page offers everything then, as it does in a new tab.
    }
  };
  return {
    ids,
    add: (source) => write([...ids().filter((each) => each !== source), source]),
    remove: (source) => write(ids().filter((each) => each !== source)),
    clear: () => write([]),
  };
}

/** The shape that the configuration allows: the storage may have been written by anybody who held this tab. */
const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/.test(value);
