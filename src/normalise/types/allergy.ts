import type { JsonObject } from '../../base/index.ts';
import {
  undated,
  type AllergyFact,
  type ClinicalDate,
  type Concept,
  type Link,
  type Party,
} from '../../record/index.ts';
import { allergyNegation, substanceClasses } from '../terminology/index.ts';
import { shared } from '../read/base.ts';
import { called, codeAt, codesAt, conceptAt } from '../read/concept.ts';
import { choice, dateAt, whenOf } from '../read/date.ts';
import { list, str, type Reader } from '../read/reader.ts';
import { addLink, addParties, partyAt } from '../read/reference.ts';
import { standingOf, standings, statusOf } from '../read/status.ts';

const STANDING = standings({ current: 'active', ended: 'inactive resolved' });
const ONSET = choice('onset');
const at = 'AllergyIntolerance';

/** DSTU2 has one status for both: these say how sure it is, the others whether it is active. */
const VERIFIED = new Set(['unconfirmed', 'confirmed', 'refuted', 'entered-in-error']);

/** Codes that fill the place of a substance and name none. */
const NOT_A_SUBSTANCE = new Set(['unknown', 'unk', 'ni', 'na', 'nullflavor', 'nil']);

export function allergy(r: Reader): AllergyFact {
  const { resource: o } = r;
  const reactions = list(r, o, 'reaction', at);
  const code = conceptAt(r, o, 'code', at, 'allergy') ?? conceptAt(r, o, 'substance', at, 'allergy');
  const substance = names(code) ? code : (substanceOfReactions(r, reactions) ?? code);
  const older = codeAt(r, o, 'status', at);
  const verification = codeAt(r, o, 'verificationStatus', at) ?? (VERIFIED.has(older ?? '') ? older : null);
  const people: Party[] = [];
  const links: Link[] = [];
  addParties(r, people, o, 'recorder', at);
  addParties(r, people, o, 'asserter', at);
  addParties(r, people, o, 'reporter', at);
  addLink(r, links, 'encounter', o, 'encounter', at);
  return Object.assign(
    shared(r, {
      title: titleOf(substance, verification),
      code: substance,
      when: whenOf(r, o, ONSET, at) ?? dateAt(r, o, 'onset', at) ?? undated(),
      status: statusNow(
        codeAt(r, o, 'clinicalStatus', at) ?? (older === verification ? null : older),
        verification,
      ),
      categories: codesAt(r, o, 'category', at),
      people,
      links,
      recorded: recordedOf(r, o),
      author: partyAt(r, o, 'recorder', at) ?? partyAt(r, o, 'asserter', at),
    }),
    {
      kind: 'allergy' as const,
      negates: allergyNegation(substance?.codings ?? [], substance?.text ?? substance?.display ?? null),
      substance,
      substanceClasses: substanceClasses(
        substance?.codings ?? [],
        substance?.text ?? substance?.display ?? null,
      ),
      criticality: criticalityOf(r, o),
      allergyType: codeAt(r, o, 'type', at),
      reactions: reactions.map((one) => ({
        manifestations: manifestationsOf(r, one),
        severity: str(r, one, 'severity', 'AllergyIntolerance.reaction'),
      })),
    },
  );
}

/** True where a concept names something: more than one code, a text, or a code that is not a filler. */
function names(concept: Concept | null): boolean {
  if (concept === null) return false;
  if (concept.text !== null) return !NOT_A_SUBSTANCE.has(concept.text.toLowerCase());
  return concept.codings.some((c) => c.code === null || !NOT_A_SUBSTANCE.has(c.code.toLowerCase()));
}

/** Some servers name the substance at its reaction alone: taken where all that name one name the same. */
function substanceOfReactions(r: Reader, reactions: readonly JsonObject[]): Concept | null {
  let found: Concept | null = null;
  for (const reaction of reactions) {
    const one = conceptAt(r, reaction, 'substance', 'AllergyIntolerance.reaction', 'allergy');
    if (one === null) continue;
    if (found !== null && found.display !== one.display) return null;
    found = one;
  }
  return found;
}

/** R5 has { concept, reference } for each manifestation. */
function manifestationsOf(r: Reader, reaction: JsonObject): readonly Concept[] {
  const path = 'AllergyIntolerance.reaction';
  const found: Concept[] = [];
  for (const one of list(r, reaction, 'manifestation', path)) {
    const inner = one['concept'] === undefined ? { manifestation: one } : { manifestation: one['concept'] };
    const concept = conceptAt(r, inner, 'manifestation', path);
    if (concept !== null) found.push(concept);
  }
  return found;
}

function titleOf(substance: Concept | null, verification: string | null): string {
  const title = called(substance) ?? 'Allergy to something not named';
  return verification === 'refuted' ? `Refuted: ${title}` : title;
}

function statusNow(clinical: string | null, verification: string | null): AllergyFact['status'] {
  const standing = verification === 'refuted' ? 'not-done' : standingOf(STANDING, clinical);
  return statusOf(clinical, standing, verification);
}

const recordedOf = (r: Reader, o: JsonObject): ClinicalDate | null =>
  dateAt(r, o, 'recordedDate', at) ?? dateAt(r, o, 'assertedDate', at);

/** DSTU2 wrote CRITL and CRITH. */
function criticalityOf(r: Reader, o: JsonObject): string | null {
  const code = codeAt(r, o, 'criticality', at);
  return code === 'CRITL' ? 'low' : code === 'CRITH' ? 'high' : code === 'CRITU' ? 'unable-to-assess' : code;
}
