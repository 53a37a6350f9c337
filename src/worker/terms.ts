/**
 * What this site adds to the tables: its own ConceptMap files, read once before the first record, and a terminology
 * server that is asked in the background about codes which nothing here knows.
 */
import type { AccessOptions } from '../fetch/index.ts';
import { setSiteMaps, type ConceptMapTable } from '../normalise/index.ts';
import type { Coding } from '../record/index.ts';
import type { Site, TermServer } from './messages.ts';
import type { TermQuestions } from './questions.ts';

export interface Terms {
  configure(site: Site): void;
  /** Settles when the site's maps are in use, or cannot be. */
  ready(): Promise<void>;
  /** What of the site's terminology is not used, and why. */
  remarks(): readonly string[];
  /** What can be asked of its server; null where the site names none. */
  questions(): Promise<TermQuestions | null>;
  /** Null where the site names no server. */
  server(): TermServer | null;
  /** What was asked and answered is forgotten with the records that it came from. */
  forget(): void;
}

const NOTHING_ASKED: TermServer = { asked: 0, answered: 0, failed: 0, resting: false };

export function createTerms(fetch: AccessOptions['fetch']): Terms {
  let configured: Site['terminology'];
  let maps: Promise<void> = Promise.resolve();
  let files: readonly ConceptMapTable[] = [];
  let remarks: readonly string[] = [];
  let opening: Promise<TermQuestions> | null = null;
  let opened: TermQuestions | null = null;

  const putToUse = (answers: ReadonlyMap<string, readonly Coding[]>): void =>
    setSiteMaps([...files, { name: 'terminology server', targets: answers }]);

  async function readMaps(paths: readonly string[], app: string): Promise<void> {
    const read = await import('./on-demand.ts')
      .then(({ mapsAt }) => mapsAt(fetch, paths, app))
      .catch(() => null);
    files = read?.files ?? [];
    remarks = read?.remarks ?? ['the maps of this site could not be read'];
    putToUse(new Map());
  }

  return {
    configure({ app, terminology }) {
      if (!terminology || configured) return;
      configured = terminology;
      if (terminology.conceptMaps.length > 0) maps = readMaps(terminology.conceptMaps, app);
    },
    ready: () => maps,
    remarks: () => remarks,
    questions() {
      const server = configured?.server;
      if (!server) return Promise.resolve(null);
      // Most sites name no server, and never load what asks one.
      opening ??= import('./on-demand.ts').then(
        ({ openQuestions }) => (opened = openQuestions(fetch, server, putToUse)),
      );
      return opening;
    },
    server: () => (configured?.server ? (opened?.state() ?? NOTHING_ASKED) : null),
    forget: () => opened?.forget(),
  };
}
