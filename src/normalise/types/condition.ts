import type { JsonObject } from '../../base/index.ts';
import { undated, type ClinicalDate, type ConditionFact, type Link, type Party } from '../../record/index.ts';
import { isNoKnownProblem, lateralityOf } from '../terminology/index.ts';
import { shared } from '../read/base.ts';
import { called, codeAt, codesAt, conceptAt, conceptsAt } from '../read/concept.ts';
import { choice, dateAt, whenOf } from '../read/date.ts';
import { extension } from '../read/extension.ts';
import { list, type Reader } from '../read/reader.ts';
import { addLink, addParties, partyAt } from '../read/reference.ts';
import { standingOf, standings, statusOf, type Standing } from '../read/status.ts';

const STANDING = standings({ current: 'active recurrence relapse', ended: 'inactive remission resolved' });
const ONSET = choice('onset');
const ABATEMENT = choice('abatement');

export function condition(r: Reader): ConditionFact {
  const { resource: o, type: at } = r;
  const code = conceptAt(r, o, 'code', at, 'condition');
  const codings = code?.codings ?? [];
  const text = code?.text ?? null;
  const bodySites = conceptsAt(r, o, 'bodySite', at);
  const categories = codesAt(r, o, 'category', at);
  const abatement = abatementOf(r, o);
  const people: Party[] = [];
  const links: Link[] = [];
  addParties(r, people, o, 'recorder', at);
  addParties(r, people, o, 'asserter', at);
  addLink(r, links, 'encounter', o, 'encounter', at);
  addLink(r, links, 'encounter', o, 'context', at);
  for (const evidence of list(r, o, 'evidence', at))
    addLink(r, links, 'derived-from', evidence, 'detail', 'Condition.evidence');
  const verification = codeAt(r, o, 'verificationStatus', at);
  const clinical = codeAt(r, o, 'clinicalStatus', at);
  return Object.assign(
    shared(r, {
      title: titleOf(called(code), verification),
      code,
      when: whenOf(r, o, ONSET, at) ?? undated(),
      status: statusOf(clinical, standingNow(clinical, verification, abatement), verification),
      categories,
      people,
      links,
      recorded: recordedOf(r, o),
      author: partyAt(r, o, 'recorder', at) ?? partyAt(r, o, 'asserter', at),
    }),
    {
      kind: 'condition' as const,
      role: roleOf(categories),
      abatement: abatement === true ? null : abatement,
      severity: conceptAt(r, o, 'severity', at),
      bodySites,
      laterality: lateralityOf(
        [...codings, ...bodySites.flatMap((site) => site.codings)],
        sideText(text, bodySites),
      ),
      negation: isNoKnownProblem(codings, text ?? code?.display ?? null),
    },
  );
}

const sideText = (text: string | null, sites: ConditionFact['bodySites']): string | null => {
  const words = [text, ...sites.map((site) => site.display)].filter((one) => one !== null);
  return words.length === 0 ? null : words.join('; ');
};

/** A refuted condition must not read as one the patient has. */
function titleOf(display: string | null, verification: string | null): string {
  const title = display ?? 'Uncoded condition';
  return verification === 'refuted' ? `Refuted: ${title}` : title;
}

/** Refuted counts for nothing. Without a clinical status, a stated abatement is all that says that it ended. */
function standingNow(
  clinical: string | null,
  verification: string | null,
  abatement: ClinicalDate | true | null,
): Standing {
  if (verification === 'refuted') return 'not-done';
  if (clinical !== null) return standingOf(STANDING, clinical);
  return abatement === null ? 'unknown' : 'ended';
}

/** STU3 could say only that it abated: true is 'ended, when is not stated'. */
function abatementOf(r: Reader, o: JsonObject): ClinicalDate | true | null {
  if (o['abatementBoolean'] === true) return true;
  const date = whenOf(r, o, ABATEMENT, 'Condition');
  // A reason for not knowing the abatement does not say that there was one.
  return date?.kind === 'undated' && date.text === undefined ? null : date;
}

const recordedOf = (r: Reader, o: JsonObject): ClinicalDate | null =>
  dateAt(r, o, 'recordedDate', 'Condition') ??
  dateAt(r, o, 'assertedDate', 'Condition') ??
  dateAt(r, o, 'dateRecorded', 'Condition') ??
  assertedExtension(r, o);

function assertedExtension(r: Reader, o: JsonObject): ClinicalDate | null {
  const asserted = extension(o, 'http://hl7.org/fhir/StructureDefinition/condition-assertedDate');
  return asserted === null ? null : dateAt(r, asserted, 'valueDateTime', 'Condition.extension');
}

/** The most specific statement of its categories: a problem on the list stays one even if a visit names it too. */
function roleOf(categories: readonly string[]): ConditionFact['role'] {
  if (categories.includes('problem-list-item') || categories.includes('problem')) return 'problem';
  if (categories.includes('encounter-diagnosis') || categories.includes('diagnosis'))
    return 'encounter-diagnosis';
  return categories.includes('health-concern') ? 'health-concern' : 'unknown';
}
