/**
 * What is asked of a site's terminology server, in the background and only where a site names one: what codes mean
 * that nothing here knows (`$translate`), and what they are called for which nobody has a word (`$lookup`). The server
 * hears a system and a code and nothing else: no token, no patient, and nothing of a record that is masked.
 */
import type { AccessOptions } from '../fetch/index.ts';
import {
  equivalentsIn,
  namelessCodes,
  recoded,
  renamed,
  setSiteDisplays,
  siteKey,
  understood,
  usesCode,
  type UnmappedCode,
} from '../normalise/index.ts';
import type { Coding, Fact } from '../record/index.ts';
import type { TermServer } from './messages.ts';
import { answerOf, askAll, displayIn, noQuestions } from './term-server.ts';

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

/** The records that the questions are about. */
export interface Subject {
  codes(): readonly UnmappedCode[];
  /** What may be seen alone: the code of a masked record says what it is about. */
  facts(): readonly Fact[];
  /** Reads those that use an answer anew. */
  again(uses: (fact: Fact) => boolean, now: (fact: Fact) => Fact): void;
}

export interface TermQuestions {
  /** Asks about what was not asked about yet; false where that was nothing. */
  askAbout(subject: Subject): Promise<boolean>;
  state(): TermServer;
  forget(): void;
}

/** `putToUse` puts the translations to use, after the site's own maps. */
export function openQuestions(
  fetch: AccessOptions['fetch'],
  server: string,
  putToUse: (answers: ReadonlyMap<string, readonly Coding[]>) => void,
): TermQuestions {
  let answers = new Map<string, readonly Coding[]>();
  let displays = new Map<string, string>();
  let translations = noQuestions();
  let lookups = noQuestions();
  let era = 0;

  const left = (): number => Math.max(0, MOST - translations.asked.size - lookups.asked.size);

  /** Each code once, as far as there is room for questions. */
  function fresh<C>(
    asked: Set<string>,
    codes: readonly C[],
    keyOf: (code: C) => string | null,
  ): [string, C][] {
    const found = new Map<string, C>();
    for (const each of codes) {
      const key = keyOf(each);
      if (key !== null && !asked.has(key)) found.set(key, each);
    }
    const wanted = [...found].slice(0, left());
    for (const [key] of wanted) asked.add(key);
    return wanted;
  }

  async function askMeanings({ codes, again }: Subject): Promise<void> {
    const mine = era;
    // A code of the system that is asked for has nothing to be translated into.
    const wanted = fresh(translations.asked, codes(), ({ system, code, domain }) =>
      system === null || system === TARGETS[domain] ? null : siteKey(system, code),
    );
    await askAll(
      translations,
      wanted,
      ([, each]) => translate(fetch, server, each),
      (said) => {
        if (mine !== era) return false;
        const now = new Set<string>();
        for (const [[key, { domain }], codings] of said) {
          // A target that the tables do not know either would only hide what the source says.
          const known = codings.filter((coding) => understood(domain, coding));
          if (known.length > 0) answers.set(key, known);
          if (known.length > 0) now.add(key);
        }
        if (now.size > 0) {
          putToUse(answers);
          again((fact) => usesCode(fact, now), recoded);
        }
        return true;
      },
    );
  }

  async function askNames({ facts, again }: Subject): Promise<void> {
    const mine = era;
    const wanted = fresh(lookups.asked, facts().flatMap(namelessCodes), ({ system, code }) =>
      system === null || code === null ? null : siteKey(system, code),
    );
    await askAll(
      lookups,
      wanted,
      ([, coding]) => lookUp(fetch, server, coding),
      (said) => {
        if (mine !== era) return false;
        const now = new Map(said.flatMap(([[key], name]) => (name === '' ? [] : [[key, name] as const])));
        if (now.size > 0) {
          displays = new Map([...displays, ...now]);
          setSiteDisplays(displays);
          const named = ({ system, code }: Coding): boolean => now.has(siteKey(system ?? '', code ?? ''));
          again((fact) => namelessCodes(fact).some(named), renamed);
        }
        return true;
      },
    );
  }

  const asked = (): number => translations.asked.size + lookups.asked.size;
  return {
    async askAbout(subject) {
      const before = asked();
      await askMeanings(subject);
      await askNames(subject);
      return asked() !== before;
    },
    state() {
      const used = [translations, lookups].filter((each) => each.asked.size > 0);
      return {
        asked: asked(),
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
      putToUse(answers);
      setSiteDisplays(displays);
    },
  };
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
