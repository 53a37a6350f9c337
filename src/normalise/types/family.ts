import { isObject, type Json, type JsonObject } from '../../base/index.ts';
import { undated, type OtherFact, type Particular } from '../../record/index.ts';
import { shared } from '../read/base.ts';
import { codeAt, conceptAt } from '../read/concept.ts';
import { dateAt } from '../read/date.ts';
import { list, plainText, type Reader } from '../read/reader.ts';
import { contained } from '../read/reference.ts';
import { simpleStatus, standings } from '../read/status.ts';
import { particularsOf, wordsOf } from '../read/words.ts';

const STANDING = standings({});

/** 'Mother: breast cancer, diabetes'. Dated by when the history was taken, the only time the resource has. */
export function familyHistory(r: Reader): OtherFact {
  const { resource: o, type: at } = r;
  const relation = conceptAt(r, o, 'relationship', at);
  const conditions = list(r, o, 'condition', at);
  const names = conditions.map((one) => wordsOf(one['code'])).filter((one) => one !== null);
  const who = relation?.display ?? plainText(o['name']) ?? 'Relative';
  const taken = dateAt(r, o, 'date', at);
  return Object.assign(
    shared(r, {
      title: names.length === 0 ? who : `${who}: ${names.join(', ')}`,
      code: relation,
      when: taken ?? undated(),
      status: simpleStatus(STANDING, codeAt(r, o, 'status', at)),
      recorded: taken,
    }),
    { kind: 'family-history' as const, particulars: [...conditions.map(conditionLine), ...personLines(o)] },
  );
}

function conditionLine(o: JsonObject): Particular {
  const parts = [wordsOf(o['code']) ?? 'Condition not named'];
  const onset = onsetWords(o);
  if (onset !== null) parts.push(`onset ${onset}`);
  const outcome = wordsOf(o['outcome']);
  if (outcome !== null) parts.push(outcome);
  if (o['contributedToDeath'] === true) parts.push('contributed to death');
  return { label: 'Condition', text: parts.join('; ') };
}

function onsetWords(o: JsonObject): string | null {
  const age = wordsOf(o['onsetAge']) ?? wordsOf(o['onsetRange']);
  if (age !== null) return `at age ${age}`;
  return wordsOf(o['onsetString']) ?? wordsOf(o['onsetPeriod']);
}

const personLines = (o: JsonObject): readonly Particular[] =>
  particularsOf(o, [
    ['Name', 'name'],
    ['Sex', 'sex', 'gender'],
    ['Born', 'bornDate', 'bornPeriod', 'bornString'],
    ['Age', 'ageAge', 'ageRange', 'ageString'],
    ['Deceased', 'deceasedDate', 'deceasedAge', 'deceasedRange', 'deceasedString', 'deceasedBoolean'],
    ['Why not known', 'dataAbsentReason'],
  ]);

/** Answers in their order, each beside its question; groups are read through. */
function answersOf(resource: JsonObject): readonly Particular[] {
  const found: Particular[] = [];
  // A stack and not recursion: items may nest without end.
  const stack: Json[] = [];
  const push = (items: Json | undefined): void => {
    const all = Array.isArray(items) ? (items as readonly Json[]) : items === undefined ? [] : [items];
    for (let i = all.length - 1; i >= 0; i--) stack.push(all[i] ?? null);
  };
  push(resource['item'] ?? resource['group']);
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    if (!isObject(item)) continue;
    const answers = Array.isArray(item['answer']) ? (item['answer'] as readonly Json[]) : [];
    const texts = answers.map(answerWords).filter((one) => one !== null);
    if (texts.length > 0)
      found.push({
        label: plainText(item['text']) ?? plainText(item['linkId']) ?? 'Answer',
        text: texts.join(', '),
      });
    for (const answer of answers) if (isObject(answer)) push(answer['item']);
    push(item['item'] ?? item['question']);
  }
  return found;
}

function answerWords(answer: Json): string | null {
  if (!isObject(answer)) return null;
  for (const key in answer) if (key.startsWith('value')) return wordsOf(answer[key]);
  return null;
}

const ANSWERED = standings({ current: 'in-progress', ended: 'completed amended stopped' });

export function questionnaireResponse(r: Reader): OtherFact {
  const { resource: o, type: at } = r;
  const authored = dateAt(r, o, 'authored', at);
  return Object.assign(
    shared(r, {
      title: questionnaireName(r, o) ?? 'Questionnaire',
      code: null,
      when: authored ?? undated(),
      status: simpleStatus(ANSWERED, codeAt(r, o, 'status', at)),
      recorded: authored,
    }),
    { kind: 'questionnaire' as const, particulars: answersOf(o) },
  );
}

/** The canonical's display or the contained questionnaire's title, else the last part of its address as words. */
function questionnaireName(r: Reader, o: JsonObject): string | null {
  const sibling = o['_questionnaire'];
  const extensions = isObject(sibling) && Array.isArray(sibling['extension']) ? sibling['extension'] : [];
  let address: string | null = null;
  for (const one of extensions as readonly Json[]) {
    if (!isObject(one)) continue;
    const display = plainText(one['valueString']);
    if (display !== null) return display;
    address ??= plainText(one['valueUri']) ?? plainText(one['valueUrl']);
  }
  const reference = o['questionnaire'];
  if (isObject(reference)) return plainText(reference['display']);
  const canonical = plainText(reference) ?? address;
  const inside = contained(r, canonical);
  if (inside !== null) return plainText(inside['title']) ?? plainText(inside['name']);
  const last = canonical
    ?.split('|')[0]
    ?.split('/')
    .at(-1)
    ?.replace(/^#|\.[a-z]{3,4}$/g, '');
  if (last === undefined || last === '' || /^[0-9a-f-]{24,}$/i.test(last)) return null;
  // 'phq-9-example' is words; 'AUDIT-C' is a name.
  return `Questionnaire ${last === last.toLowerCase() ? last.replaceAll(/[-_]+/g, ' ') : last}`;
}
