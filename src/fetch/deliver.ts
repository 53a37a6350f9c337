/**
 * From a page to the sink: whose it is, whether it came before, what the server said beside it. Everything on a
 * page ends up in exactly one place: delivered, held back, named as a problem, or known already.
 */
import type { JsonObject } from '../base/index.ts';
import {
  entryRef,
  resourceRef,
  type Fetched,
  type RecordProblem,
  type ResourceRef,
} from '../record/index.ts';
import type { Access } from './access.ts';
import type { Entry, Page } from './bundle.ts';
import { issueLine } from './outcome.ts';
import type { FetchedPage, Sink } from './sink.ts';
import { belongsTo } from './subject.ts';

export interface Delivered {
  /** Of the asked type, the patient's, and not counted by any line before. */
  readonly fresh: number;
  /** Held back as somebody else's. */
  readonly foreign: number;
  /** Records of the asked type on the page, whoever's: to compare with a total, and to notice repetition. */
  readonly refs: readonly string[];
  /** The resources handed to the sink. */
  readonly entries: readonly Fetched[];
  /** Settles when the sink has taken them; what is asked because of the page need not wait for that. */
  readonly handed: Promise<void>;
}

/** One source's memory of what it has handed over, for the whole load. */
export interface Delivery {
  page(page: Page, askedType: string, receivedAt: number): Delivered;
  /** Counted by an earlier load: they may come again, and are not counted again. */
  counted(refs: Iterable<string>): void;
  /** How many of the type were handed over by any search. */
  count(type: string): number;
  /** Those of the type, by reference. */
  refs(type: string): ReadonlySet<string>;
  /** Did entries of somebody else come because the search was ignored? Looks without handing over anything. */
  strangers(page: Page): number;
}

const NOTHING = Promise.resolve();

/** References of resources without an id, by their content: the same text has the same one in every load. */
export type Nameless = Map<string, ResourceRef>;

export function openDelivery(
  access: Access,
  patient: string,
  sink: Sink,
  nameless: Nameless = new Map(),
): Delivery {
  const { source, base } = access;
  /** Version by reference, and whether a line of its own type has counted it. */
  const known = new Map<string, { version: string | null; counted: boolean }>();
  const byType = new Map<string, Set<string>>();
  const said = new Set<string>();

  const problem = (
    kind: RecordProblem['kind'],
    ref: ResourceRef | null,
    type: string | null,
    message: string,
  ) => ({
    source,
    ref,
    type,
    kind,
    path: null,
    message,
  });

  /** A failure is heard by whoever waits for it, which may be later. */
  const hand = (page: FetchedPage): Promise<void> => {
    const handed = (async () => sink.page(page))();
    handed.catch(() => undefined);
    return handed;
  };

  const file = (type: string, ref: string): void => {
    const refs = byType.get(type);
    if (refs) refs.add(ref);
    else byType.set(type, new Set([ref]));
  };

  /** Its reference; without an id, a number, the same one if the same text comes again. */
  const refOf = (resource: JsonObject, twin: number): ResourceRef => {
    const ref = resourceRef(`${String(resource['resourceType'])}/${String(resource['id'])}`);
    if (ref && typeof resource['id'] === 'string') return ref;
    const content = `${twin}${JSON.stringify(resource)}`;
    const before = nameless.get(content) ?? entryRef(nameless.size);
    nameless.set(content, before);
    return before;
  };

  return {
    counted(refs) {
      for (const ref of refs) {
        known.set(ref, { version: null, counted: true });
        file(ref.split('/')[0] ?? '', ref);
      }
    },
    count: (type) => byType.get(type)?.size ?? 0,
    refs: (type) => byType.get(type) ?? new Set(),
    strangers: (page) => {
      const fullUrls = fullUrlsOf(page.entries);
      return page.entries.filter(
        (e) => e.resource && belongsTo(patient, e.resource, fullUrls) === 'somebody-else',
      ).length;
    },
    page(page, askedType, receivedAt) {
      const fullUrls = fullUrlsOf(page.entries);
      const entries: Fetched[] = [];
      const numbers: number[] = [];
      const refs: string[] = [];
      const twins = new Map<string, number>();
      let fresh = 0;
      let foreign = 0;
      const take = ({ number, resource, fullUrl }: Entry): void => {
        if (!resource || typeof resource['resourceType'] !== 'string') {
          sink.problem(problem('unreadable', null, askedType, 'an entry of the page holds no resource'));
          return;
        }
        const type = resource['resourceType'];
        const mine = type === askedType;
        const text = typeof resource['id'] === 'string' ? '' : JSON.stringify(resource);
        const twin = twins.get(text) ?? 0;
        if (text) twins.set(text, twin + 1);
        const ref = refOf(resource, twin);
        if (mine) refs.push(ref);
        const before = known.get(ref);
        if (belongsTo(patient, resource, fullUrls) === 'somebody-else') {
          foreign++;
          if (!before) {
            known.set(ref, { version: '', counted: true });
            sink.quarantine(problem('quarantined', ref, type, 'it names another patient as its subject'));
          }
          return;
        }
        const version = versionOf(resource);
        if (mine && !before?.counted) fresh++;
        known.set(ref, { version, counted: mine || before?.counted === true });
        if (before && before.version === version) return;
        file(type, ref);
        entries.push({ source, ref, resource, base, fullUrl, fetchedAt: receivedAt });
        numbers.push(number);
      };
      for (const issue of page.issues) {
        const line = issueLine(issue);
        // The same remark on each of a hundred pages is one remark.
        if (said.has(`${askedType} ${line}`)) continue;
        said.add(`${askedType} ${line}`);
        sink.problem(problem('server-said', null, askedType, line));
      }
      for (const entry of page.entries) take(entry);
      const handed = entries.length === 0 ? NOTHING : hand({ source, entries, numbers, text: page.text });
      return { fresh, foreign, refs, entries, handed };
    },
  };
}

function versionOf(resource: JsonObject): string {
  const meta = resource['meta'];
  if (typeof meta !== 'object' || meta === null || Array.isArray(meta)) return '';
  const { versionId, lastUpdated } = meta as JsonObject;
  return `${typeof versionId === 'string' ? versionId : ''} ${typeof lastUpdated === 'string' ? lastUpdated : ''}`;
}

/** Made for the first reference that asks: most pages hold none that needs it. */
function fullUrlsOf(entries: readonly Entry[]): () => ReadonlyMap<string, string> {
  let made: ReadonlyMap<string, string> | null = null;
  return () => (made ??= mapOf(entries));
}

function mapOf(entries: readonly Entry[]): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const { fullUrl, resource } of entries) {
    if (fullUrl && resource && typeof resource['id'] === 'string')
      map.set(fullUrl, `${String(resource['resourceType'])}/${resource['id']}`);
  }
  return map;
}
