import { randomBytes } from 'node:crypto';
import type { Habits } from '../habits.ts';
import { outcome, Refusal, type BundleParts } from './reply.ts';
import type { StoredRecord } from './store.ts';

interface Cursor {
  readonly path: string;
  readonly params: string;
  readonly offset: number;
  readonly grant: string;
  readonly made: number;
}

/** Where a page begins and how it was asked for. */
export interface PageRequest {
  /** `Observation` or `Patient/7/$everything`, below the base. */
  readonly path: string;
  readonly params: URLSearchParams;
  readonly offset: number;
  readonly grant: string;
  readonly count: number | null;
}

/** Cuts a result into pages and makes their links, after the server's habits. */
export class Pager {
  readonly #base: string;
  readonly #habits: Habits;
  readonly #cursors = new Map<string, Cursor>();

  constructor(base: string, habits: Habits) {
    this.#base = base;
    this.#habits = habits;
  }

  /** What a `_page` link stands for, and 410 once it is too old. */
  resume(token: string, grant: string): Omit<PageRequest, 'count' | 'grant'> {
    const cursor = this.#cursors.get(token);
    const { nextExpiresMs } = this.#habits;
    const old = cursor !== undefined && nextExpiresMs !== null && Date.now() - cursor.made > nextExpiresMs;
    if (!cursor || old) throw new Refusal(410, 'expired', 'this search has expired; start it again');
    if (cursor.grant !== grant) throw new Refusal(403, 'forbidden', 'this search belongs to another session');
    return { path: cursor.path, params: new URLSearchParams(cursor.params), offset: cursor.offset };
  }

  /** The FHIR type a `_page` link pages through. */
  typeOf(token: string): string | null {
    return this.#cursors.get(token)?.path.split('/')[0] ?? null;
  }

  page(
    found: readonly StoredRecord[],
    request: PageRequest,
    bring: (page: readonly StoredRecord[]) => readonly StoredRecord[],
    summaryOnly: boolean,
  ): BundleParts {
    const habits = this.#habits;
    const size = Math.min(request.count ?? habits.defaultPage, habits.maxPage);
    if (habits.maxOffset !== null && request.offset > habits.maxOffset) {
      throw new Refusal(400, 'too-costly', `offsets end at ${habits.maxOffset}`);
    }
    const end = request.offset + size;
    const page = summaryOnly ? [] : found.slice(request.offset, end);
    const last = end >= found.length;
    const phantom = habits.phantomNext && last && page.length === size && size > 0;
    const entries = page.map((record) => this.#entry(record, 'match'));
    for (const record of bring(page)) entries.push(this.#entry(record, 'include'));
    if (found.length === 0 && habits.emptySearch === 'outcome') entries.push(NOTHING_FOUND);
    const more = !summaryOnly && size > 0 && (!last || phantom);
    return {
      total: this.#total(found.length, page.length, last, request.params.get('_total'), summaryOnly),
      self: `${this.#base}/${request.path}${questionMark(here(request))}`,
      next: more ? this.#next(request, end) : null,
      entries,
    };
  }

  #entry(record: StoredRecord, mode: 'match' | 'include'): string {
    const url = `${this.#base}/${record.type}/${record.id}`;
    return `{"fullUrl":"${url}","resource":${record.json},"search":{"mode":"${mode}"}}`;
  }

  #total(
    all: number,
    onPage: number,
    last: boolean,
    asked: string | null,
    summaryOnly: boolean,
  ): number | null {
    if (summaryOnly || asked === 'accurate') return all;
    switch (this.#habits.total) {
      case 'missing':
        return null;
      case 'page':
        return onPage;
      case 'estimate':
        return last ? all : Math.ceil(all / 50) * 50 + 50;
      default:
        return all;
    }
  }

  #next(request: PageRequest, offset: number): string {
    const { next, rawPlusInNext } = this.#habits;
    if (next === 'opaque') {
      const token = randomBytes(12).toString('base64url');
      const { path, params, grant } = request;
      this.#cursors.set(token, { path, params: params.toString(), offset, grant, made: Date.now() });
      return `${this.#base}?_page=${token}`;
    }
    const params = new URLSearchParams(request.params);
    params.set('_offset', String(offset));
    const query = rawPlusInNext ? params.toString().replaceAll('%2B', '+') : params.toString();
    const relative = `${request.path}?${query}`;
    // Relative to the request's own URL, whose last segment it replaces.
    return next === 'relative' ? (relative.split('/').at(-1) ?? relative) : `${this.#base}/${relative}`;
  }
}

/** The page's own parameters, its place among the pages with them. */
function here({ params, offset }: PageRequest): URLSearchParams {
  const own = new URLSearchParams(params);
  if (offset > 0) own.set('_offset', String(offset));
  return own;
}

const questionMark = (params: URLSearchParams): string => (params.size === 0 ? '' : `?${params.toString()}`);

const NOTHING_FOUND = `{"resource":${outcome({
  severity: 'warning',
  code: 'not-found',
  diagnostics: 'Resource request returns no results.',
})},"search":{"mode":"outcome"}}`;
