import { isObject, type Json, type JsonObject } from '../../base/index.ts';
import {
  undated,
  type AttachmentInfo,
  type ClinicalDate,
  type DocumentFact,
  type Link,
  type Party,
} from '../../record/index.ts';
import { shared } from '../read/base.ts';
import { called, codeAt, codesAt, conceptAt, conceptsAt } from '../read/concept.ts';
import { choice, dateAt, periodAt, whenOf } from '../read/date.ts';
import { numberOf } from '../read/quantity.ts';
import { list, obj, plainText, str, type Reader } from '../read/reader.ts';
import { addLink, addParties, partyAt } from '../read/reference.ts';
import { simpleStatus, standings } from '../read/status.ts';

const REPORT = standings({
  current: 'registered partial preliminary',
  ended: 'final amended corrected appended modified',
  'not-done': 'cancelled',
});
const DOCUMENT = standings({ current: 'current', ended: 'superseded' });
const STUDY = standings({ current: 'registered available', ended: 'inactive', 'not-done': 'cancelled' });
const EFFECTIVE = choice('effective');
const NONE: readonly never[] = [];

export function diagnosticReport(r: Reader): DocumentFact {
  const { resource: o, type: at } = r;
  const code = conceptAt(r, o, 'code', at, 'document');
  const issued = dateAt(r, o, 'issued', at);
  const people: Party[] = [];
  const links: Link[] = [];
  addReporters(r, o, 'performer', people);
  addReporters(r, o, 'resultsInterpreter', people);
  addLink(r, links, 'encounter', o, 'encounter', at);
  addLink(r, links, 'encounter', o, 'context', at);
  addLink(r, links, 'result', o, 'result', at);
  addLink(r, links, 'based-on', o, 'basedOn', at);
  addLink(r, links, 'other', o, 'specimen', at);
  addLink(r, links, 'other', o, 'imagingStudy', at);
  addLink(r, links, 'other', o, 'study', at);
  for (const media of list(r, o, 'media', at)) addLink(r, links, 'attachment', media, 'link', `${at}.media`);
  return Object.assign(
    shared(r, {
      title: called(code) ?? 'Uncoded report',
      code,
      when: whenOf(r, o, EFFECTIVE, at) ?? issued ?? undated(),
      status: simpleStatus(REPORT, codeAt(r, o, 'status', at)),
      categories: codesAt(r, o, 'category', at),
      people,
      links,
      recorded: issued,
      author: people[0] ?? null,
      organisation: people.find((p) => p.ref?.startsWith('Organization/') === true) ?? null,
    }),
    {
      kind: 'report' as const,
      conclusion: str(r, o, 'conclusion', at),
      conclusionCodes: [
        ...conceptsAt(r, o, 'conclusionCode', at, 'condition'),
        ...conceptsAt(r, o, 'codedDiagnosis', at, 'condition'),
      ],
      attachments: list(r, o, 'presentedForm', at).map((one) => attachmentOf(r, one, `${at}.presentedForm`)),
      modalities: NONE,
      issued,
    },
  );
}

/** STU3 wraps a performer in { role, actor }. */
function addReporters(r: Reader, o: JsonObject, key: string, people: Party[]): void {
  for (const one of list(r, o, key, r.type)) {
    if (one['actor'] === undefined) addParties(r, people, { [key]: one }, key, r.type, key);
    else addParties(r, people, one, 'actor', `${r.type}.${key}`, key);
  }
}

function attachmentOf(r: Reader, o: JsonObject, path: string): AttachmentInfo {
  return {
    contentType: str(r, o, 'contentType', path),
    title: str(r, o, 'title', path),
    url: str(r, o, 'url', path),
    hash: str(r, o, 'hash', path) ?? inlineHash(o['data']),
    size: numberOf(o['size'])?.value ?? null,
    inline: typeof o['data'] === 'string' && o['data'] !== '',
  };
}

/**
 * A mark of bytes that came in the resource without a stated hash: two lanes and the length, so that two documents
 * share one by accident as good as never. It meets only its like, not a SHA-1.
 */
function inlineHash(data: Json | undefined): string | null {
  if (typeof data !== 'string' || data.length < 16) return null;
  let [a, b] = [0x811c9dc5, 0x9e3779b9];
  for (let i = 0; i < data.length; i++) {
    const unit = data.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul((b << 5) ^ (b >>> 27) ^ unit, 0x85ebca6b);
  }
  return `inline-${data.length}-${(a >>> 0).toString(16)}-${(b >>> 0).toString(16)}`;
}

export function documentReference(r: Reader): DocumentFact {
  const { resource: o, type: at } = r;
  const type = conceptAt(r, o, 'type', at, 'document');
  const context = Array.isArray(o['context']) ? null : obj(r, o, 'context', at);
  const attachments = contentsOf(r, o);
  const written = dateAt(r, o, 'date', at) ?? dateAt(r, o, 'indexed', at) ?? dateAt(r, o, 'created', at);
  const period =
    context === null ? periodAt(r, o, 'period', at) : periodAt(r, context, 'period', `${at}.context`);
  const people: Party[] = [];
  addParties(r, people, o, 'author', at);
  addParties(r, people, o, 'authenticator', at);
  const organisation = partyAt(r, o, 'custodian', at);
  if (organisation !== null) people.push(organisation);
  const document = codeAt(r, o, 'docStatus', at);
  const status = codeAt(r, o, 'status', at);
  const base = simpleStatus(DOCUMENT, status);
  return Object.assign(
    shared(r, {
      title:
        str(r, o, 'description', at) ??
        called(type) ??
        attachments.find((a) => a.title !== null)?.title ??
        'Document',
      code: type,
      when: dated(period) ?? written ?? period ?? undated(),
      // docStatus is the status of what is written, `status` that of the entry about it: either can retract.
      status: document === null ? base : withDocument(base, document),
      categories: codesAt(r, o, 'category', at),
      people,
      links: documentLinks(r, o, context),
      recorded: written,
      author: people.find((p) => p.role === 'author') ?? null,
      organisation,
    }),
    {
      kind: 'document' as const,
      conclusion: null,
      conclusionCodes: NONE,
      attachments,
      modalities: NONE,
      issued: written,
    },
  );
}

const dated = (date: ClinicalDate | null): ClinicalDate | null => (date?.kind === 'undated' ? null : date);

function withDocument(base: DocumentFact['status'], document: string): DocumentFact['status'] {
  const retracted = base.retracted || document === 'entered-in-error';
  return {
    ...base,
    verification: document,
    standing: retracted ? 'unknown' : base.standing,
    retracted,
    corrected: document === 'amended' || document === 'corrected' || document === 'appended',
  };
}

function contentsOf(r: Reader, o: JsonObject): readonly AttachmentInfo[] {
  const found: AttachmentInfo[] = [];
  for (const content of list(r, o, 'content', r.type)) {
    const attachment = obj(r, content, 'attachment', `${r.type}.content`);
    if (attachment !== null) found.push(attachmentOf(r, attachment, `${r.type}.content.attachment`));
  }
  return found;
}

function documentLinks(r: Reader, o: JsonObject, context: JsonObject | null): readonly Link[] {
  const links: Link[] = [];
  if (context === null) addLink(r, links, 'encounter', o, 'context', r.type);
  else {
    addLink(r, links, 'encounter', context, 'encounter', `${r.type}.context`);
    addLink(r, links, 'other', context, 'related', `${r.type}.context`);
  }
  for (const related of list(r, o, 'relatesTo', r.type)) {
    const code = codeAt(r, related, 'code', `${r.type}.relatesTo`);
    const role = code === 'replaces' ? 'replaces' : code === 'transforms' ? 'derived-from' : 'other';
    addLink(r, links, role, related, 'target', `${r.type}.relatesTo`);
  }
  for (const content of list(r, o, 'content', r.type)) {
    const attachment = content['attachment'];
    const url = isObject(attachment) ? (attachment['url'] as Json | undefined) : undefined;
    if (typeof url === 'string' && url !== '')
      addLink(r, links, 'attachment', { content: { reference: url } }, 'content', r.type);
  }
  return links;
}

export function imagingStudy(r: Reader): DocumentFact {
  const { resource: o, type: at } = r;
  const series = list(r, o, 'series', at);
  const modalities = new Set<string>([
    ...codesAt(r, o, 'modality', at),
    ...codesAt(r, o, 'modalityList', at),
  ]);
  for (const one of series)
    for (const code of codesAt(r, one, 'modality', `${at}.series`)) modalities.add(code);
  const code = conceptsAt(r, o, 'procedureCode', at, 'procedure')[0] ?? null;
  const people: Party[] = [];
  const links: Link[] = [];
  addParties(r, people, o, 'referrer', at);
  addParties(r, people, o, 'interpreter', at);
  addParties(r, people, o, 'location', at);
  addLink(r, links, 'encounter', o, 'encounter', at);
  addLink(r, links, 'based-on', o, 'basedOn', at);
  addLink(r, links, 'other', o, 'procedureReference', at);
  addLink(r, links, 'attachment', o, 'endpoint', at);
  return Object.assign(
    shared(r, {
      title: called(code) ?? str(r, o, 'description', at) ?? seriesTitle(r, series) ?? 'Imaging study',
      code,
      when: dateAt(r, o, 'started', at) ?? undated(),
      status: simpleStatus(STUDY, codeAt(r, o, 'status', at)),
      people,
      links,
      author: people.find((p) => p.role !== 'location') ?? null,
    }),
    {
      kind: 'imaging' as const,
      conclusion: null,
      conclusionCodes: NONE,
      attachments: NONE,
      modalities: [...modalities].sort(),
      issued: null,
    },
  );
}

/** What was pictured, and how, where the study has no name: 'Digital Radiography: Thoracic structure'. */
function seriesTitle(r: Reader, series: readonly JsonObject[]): string | null {
  const first = series[0];
  if (first === undefined) return null;
  const word = (key: string): string | null => {
    const value = first[key];
    if (!isObject(value)) return null;
    const display = str(r, value, 'display', `ImagingStudy.series.${key}`);
    // 'CT' and its like are read by everybody; the code of a body site is not.
    return display ?? (key === 'modality' ? plainText(value['code']) : null);
  };
  const modality = word('modality');
  const site = word('bodySite');
  const words = [modality, site].filter((one) => one !== null);
  return words.length === 0 ? str(r, first, 'description', 'ImagingStudy.series') : words.join(': ');
}
