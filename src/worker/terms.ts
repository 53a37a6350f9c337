/**
 * What this site adds to the tables: its own ConceptMap files, read once before the first record, and a terminology
 * server that is asked in the background about codes which nothing here knows. The server hears a system and a code
 * and nothing else: no token, no patient, and nothing of a record that is masked.
 */
import type { AccessOptions } from '../fetch/index.ts';
import {
  equivalentsIn,
  setSiteDisplays,
  setSiteMaps,
  siteConceptMap,
  siteKey,
  understood,
  type ConceptMapTable,
  type UnmappedCode,
} from '../normalise/index.ts';
import type { Coding } from '../record/index.ts';
import type { Site, TermServer } from './messages.ts';
import { answerOf, askAll, displayIn, jsonOf, noQuestions, PLAIN } from './term-server.ts';

export interface Terms {
  configure(site: Site): void;
  /** Settles when the site's maps are in use, or cannot be. */
  ready(): Promise<void>;
  /** What of the site's terminology is not used, and why. */
  remarks(): readonly string[];
  /** Asks about the codes that were not asked about yet; `learned` hears `system|code` of those that are known now. */
  ask(codes: readonly UnmappedCode[], learned: (keys: ReadonlySet<string>) => void): Promise<void>;
  /** Asks what codes are called that nobody has a word for; `learned` hears those that have a name now. */
  name(codes: readonly Coding[], learned: (keys: ReadonlySet<string>) => void): Promise<void>;
  /** Null where the site names no server. */
  server(): TermServer | null;
  /** What was asked and answered is forgotten with the records that it came from. */
  forget(): void;
}

const MAP_MS = 15_000;
/** In all, since each is a request. */
const MOST = 300;

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
  let answers = new Map<string, readonly Coding[]>();
  let displays = new Map<string, string>();
  let translations = noQuestions();
  let lookups = noQuestions();
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
      if (!translations.asked.has(key)) found.set(key, each);
    }
    return [...found.values()].slice(0, left());
  }

  const left = (): number => Math.max(0, MOST - translations.asked.size - lookups.asked.size);

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
      for (const { system, code } of wanted) translations.asked.add(siteKey(system ?? '', code));
      await askAll(
        translations,
        wanted,
        (each) => translate(fetch, server, each),
        (said) => {
          if (mine !== era) return false;
          const now = new Set(said.flatMap(([each, codings]) => keep(each, codings) ?? []));
          if (now.size > 0) {
            putToUse();
            learned(now);
          }
          return true;
        },
      );
    },
    async name(codes, learned) {
      const server = configured?.server;
      if (!server) return;
      const mine = era;
      const wanted = new Map<string, Coding>();
      for (const coding of codes) {
        const key = siteKey(coding.system ?? '', coding.code ?? '');
        if (coding.system !== null && coding.code !== null && !lookups.asked.has(key))
          wanted.set(key, coding);
      }
      const asking = [...wanted].slice(0, left());
      for (const [key] of asking) lookups.asked.add(key);
      await askAll(
        lookups,
        asking,
        ([, coding]) => lookUp(fetch, server, coding),
        (said) => {
          if (mine !== era) return false;
          const now = said.flatMap(([[key], name]) => (name === '' ? [] : [[key, name] as const]));
          if (now.length > 0) {
            displays = new Map([...displays, ...now]);
            setSiteDisplays(displays);
            learned(new Set(now.map(([key]) => key)));
          }
          return true;
        },
      );
    },
    server() {
      if (!configured?.server) return null;
      const used = [translations, lookups].filter(({ asked }) => asked.size > 0);
      return {
        asked: translations.asked.size + lookups.asked.size,
        answered: answers.size + displays.size,
        failed: translations.failed + lookups.failed,
        resting: used.length > 0 && used.every(({ resting }) => resting),
      };
    },
    forget() {
      era++;
      answers = new Map();
      displays = new Map();
      translations = noQuestions();
      lookups = noQuestions();
      putToUse();
      setSiteDisplays(displays);
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
  const query = { system: system ?? '', code, targetsystem: TARGETS[domain] };
  const said = await answerOf(fetch, `${server}/ConceptMap/$translate`, query);
  return said === null ? null : said === 'no' ? [] : equivalentsIn(said);
}

/** What the code is called; '' where the server does not know it; null where it did not answer. */
async function lookUp(
  fetch: AccessOptions['fetch'],
  server: string,
  { system, code }: Coding,
): Promise<string | null> {
  const query = { system: system ?? '', code: code ?? '' };
  const said = await answerOf(fetch, `${server}/CodeSystem/$lookup`, query);
  return said === null ? null : said === 'no' ? '' : (displayIn(said) ?? '');
}
