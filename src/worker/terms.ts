/**
 * What this site adds to the tables: its own ConceptMap files, read once before the first record, and a terminology
 * server that is asked in the background about codes which nothing here knows. The server hears a system and a code
 * and nothing else: no token, no patient, and nothing of a record that is masked.
 */
import { isObject, parseJson, type Json } from '../base/index.ts';
import type { AccessOptions } from '../fetch/index.ts';
import {
  equivalentsIn,
  setSiteMaps,
  siteConceptMap,
  siteKey,
  understood,
  type ConceptMapTable,
  type UnmappedCode,
} from '../normalise/index.ts';
import type { Coding } from '../record/index.ts';
import type { Site, TermServer } from './messages.ts';

export interface Terms {
  configure(site: Site): void;
  /** Settles when the site's maps are in use, or cannot be. */
  ready(): Promise<void>;
  /** What of the site's terminology is not used, and why. */
  remarks(): readonly string[];
  /** Asks about the codes that were not asked about yet; `learned` hears `system|code` of those that are known now. */
  ask(codes: readonly UnmappedCode[], learned: (keys: ReadonlySet<string>) => void): Promise<void>;
  /** Null where the site names no server. */
  server(): TermServer | null;
  /** What was asked and answered is forgotten with the records that it came from. */
  forget(): void;
}

const MAP_MS = 15_000;
const ANSWER_MS = 8_000;
/** At once, so that a small server is not flooded; and in all, since each is a request. */
const BATCH = 5;
const MOST = 300;
const LONGEST_ANSWER = 1_000_000;

/** In which system an answer would be understood here. */
const TARGETS: Readonly<Record<UnmappedCode['domain'], string>> = {
  condition: 'http://snomed.info/sct',
  procedure: 'http://snomed.info/sct',
  encounter: 'http://snomed.info/sct',
  allergy: 'http://snomed.info/sct',
  observation: 'http://loinc.org',
  document: 'http://loinc.org',
  vaccine: 'http://hl7.org/fhir/sid/cvx',
  medication: 'http://www.nlm.nih.gov/research/umls/rxnorm',
};

export function createTerms(fetch: AccessOptions['fetch']): Terms {
  let configured: Site['terminology'];
  let maps: Promise<void> = Promise.resolve();
  let files: readonly ConceptMapTable[] = [];
  let remarks: readonly string[] = [];
  let asked = new Set<string>();
  let answers = new Map<string, readonly Coding[]>();
  let failed = 0;
  let resting = false;
  let era = 0;

  const putToUse = () => setSiteMaps([...files, { name: 'terminology server', targets: answers }]);

  async function readMaps(paths: readonly string[], app: string): Promise<void> {
    const read = await Promise.all(paths.map((path) => readMap(fetch, path, app)));
    files = read.flatMap((each) => (typeof each === 'string' ? [] : [each]));
    remarks = read.flatMap((each, i) =>
      typeof each === 'string' ? [`the map ${paths[i] ?? ''} was not used: ${each}`] : [],
    );
    putToUse();
  }

  function fresh(codes: readonly UnmappedCode[]): readonly UnmappedCode[] {
    const found = new Map<string, UnmappedCode>();
    for (const each of codes) {
      // A code of the system that is asked for has nothing to be translated into.
      if (each.system === null || each.system === TARGETS[each.domain]) continue;
      const key = siteKey(each.system, each.code);
      if (!asked.has(key)) found.set(key, each);
    }
    return [...found.values()].slice(0, MOST - asked.size);
  }

  /** A target that the tables do not know either would only hide what the source says. */
  function keep({ domain, system, code }: UnmappedCode, said: readonly Coding[]): string | null {
    const known = said.filter((coding) => understood(domain, coding));
    if (known.length === 0 || system === null) return null;
    const key = siteKey(system, code);
    answers.set(key, known);
    return key;
  }

  return {
    configure({ app, terminology }) {
      if (!terminology || configured) return;
      configured = terminology;
      if (terminology.conceptMaps.length > 0) maps = readMaps(terminology.conceptMaps, app);
    },
    ready: () => maps,
    remarks: () => remarks,
    async ask(codes, learned) {
      const server = configured?.server;
      if (!server) return;
      const mine = era;
      const wanted = fresh(codes);
      for (const { system, code } of wanted) asked.add(siteKey(system ?? '', code));
      for (let at = 0; at < wanted.length && !resting; at += BATCH) {
        const batch = wanted.slice(at, at + BATCH);
        const said = await Promise.all(batch.map((each) => translate(fetch, server, each)));
        if (mine !== era) return;
        const silent = said.filter((each) => each === null).length;
        failed += silent;
        // Nobody there, or no such operation: it is not asked again in this session.
        resting = silent === batch.length;
        const now = new Set(batch.flatMap((each, i) => keep(each, said[i] ?? []) ?? []));
        if (now.size === 0) continue;
        putToUse();
        learned(now);
      }
    },
    server: () =>
      configured?.server ? { asked: asked.size, answered: answers.size, failed, resting } : null,
    forget() {
      era++;
      asked = new Set();
      answers = new Map();
      failed = 0;
      resting = false;
      putToUse();
    },
  };
}

/** A map, or why it is none, in words for whoever put it there. */
async function readMap(
  fetch: AccessOptions['fetch'],
  path: string,
  app: string,
): Promise<ConceptMapTable | string> {
  try {
    const response = await fetch(new URL(path, app).href, { ...PLAIN, signal: AbortSignal.timeout(MAP_MS) });
    if (!response.ok) return `the web server answered with status ${response.status}`;
    const json = jsonOf(await response.text());
    if (json === undefined) return 'it is not JSON';
    const map = siteConceptMap(json);
    return map.ok ? map.value : map.error;
  } catch {
    return 'it could not be read';
  }
}

/** The equivalent codings; none where the server knows none; null where it did not answer. */
async function translate(
  fetch: AccessOptions['fetch'],
  server: string,
  { system, code, domain }: UnmappedCode,
): Promise<readonly Coding[] | null> {
  const query = new URLSearchParams({ system: system ?? '', code, targetsystem: TARGETS[domain] });
  try {
    const response = await fetch(`${server}/ConceptMap/$translate?${query.toString()}`, {
      ...PLAIN,
      headers: { accept: 'application/fhir+json' },
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    const text = await response.text();
    const json = text.length > LONGEST_ANSWER ? undefined : jsonOf(text);
    // 'Not found' with an OperationOutcome is how some servers say that there is no translation.
    const isFhir = isObject(json) && typeof json['resourceType'] === 'string';
    if (json === undefined || !isFhir || response.status >= 500) return null;
    return response.ok ? equivalentsIn(json) : [];
  } catch {
    return null;
  }
}

const PLAIN: RequestInit = {
  credentials: 'omit',
  redirect: 'error',
  referrerPolicy: 'no-referrer',
  cache: 'no-store',
};

function jsonOf(text: string): Json | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
