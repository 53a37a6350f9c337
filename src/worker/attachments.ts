/** Narratives and attachments: what a record has beside its fields, made readable when somebody opens it. */
import { isObject, parseJson, type Json, type JsonObject } from '../base/index.ts';
import { entryText, fromBase64, MOST_ATTACHMENT, readAttachment } from '../fetch/index.ts';
import {
  memberKey,
  type MemberId,
  type Paper,
  type Particular,
  type SourceProblem,
} from '../record/index.ts';
import type { House } from './house.ts';
import type { AttachmentId, Opened, OpenedFile, WorkerEvent } from './messages.ts';
import type { Trail } from './trail.ts';

/** The code that reads documents comes with the first that is opened. */
const papers = () => import('../papers/index.ts');

interface Ports {
  readonly house: House;
  readonly trail: Trail;
  readonly emit: (event: WorkerEvent) => void;
}

/** The record as it came. Of what is masked or gone there is none. */
async function resourceOf({ shown, raw, placeOf }: House, member: MemberId): Promise<JsonObject | null> {
  const place = placeOf(member);
  if (place === undefined || !shown.find(memberKey(member.source, member.ref))) return null;
  const page = await raw.find(place);
  const text = page && entryText(page.text, page.entry);
  const resource = text ? parseJson(text) : null;
  return isObject(resource) ? resource : null;
}

/** What the source wrote for people to read. */
export async function narrative(house: House, member: MemberId): Promise<Paper | null> {
  const resource = await resourceOf(house, member);
  const text = resource?.['text'];
  const div = isObject(text) ? text['div'] : null;
  if (typeof div !== 'string') return null;
  return (await papers()).readHtml(div);
}

/** What else a record says, as labels and words. */
export async function details(house: House, member: MemberId): Promise<readonly Particular[]> {
  const resource = await resourceOf(house, member);
  if (resource === null) return [];
  const { detailsOf } = await (await house.stages()).recordDetails();
  return detailsOf(resource);
}

export interface Attachments {
  open(asked: AttachmentId): Promise<Opened | null>;
  stop(asked: AttachmentId): void;
}

export function createAttachments({ house, trail, emit }: Ports): Attachments {
  const reading = new Map<string, AbortController>();
  const keyOf = ({ source, ref, index }: AttachmentId): string => `${source}|${ref}|${index}`;

  async function bytesOf(asked: AttachmentId, attachment: JsonObject, signal: AbortSignal) {
    const stated = stringIn(attachment, 'contentType');
    const data = stringIn(attachment, 'data');
    if (data !== null) return inline(data, stated);
    const url = stringIn(attachment, 'url');
    if (url === null) return failed({ kind: 'not-found', detail: 'neither data nor an address' });
    const held = house.sources.get(asked.source);
    if (!held) return failed({ kind: 'signed-out' });
    const answer = await readAttachment(held.access, url, stated, {
      signal,
      onBytes: (received, about) => emit({ kind: 'attachment', asked, received, about }),
    });
    return answer.ok ? ({ kind: 'bytes', ...answer.value } as const) : failed(answer.error);
  }

  return {
    async open(asked) {
      const { source, ref, index } = asked;
      const resource = await resourceOf(house, { source, ref });
      const attachment = resource && attachmentsIn(resource)[index];
      if (!attachment) return null;
      reading.get(keyOf(asked))?.abort();
      const controller = new AbortController();
      reading.set(keyOf(asked), controller);
      try {
        const got = await bytesOf(asked, attachment, controller.signal);
        if (got.kind === 'failed') return got;
        trail.record({ act: 'attachment', sources: [source], what: [{ source, ref }] });
        return await openedOf(attachment, got.bytes, got.contentType);
      } finally {
        if (reading.get(keyOf(asked)) === controller) reading.delete(keyOf(asked));
      }
    },
    stop: (asked) => reading.get(keyOf(asked))?.abort(),
  };
}

const failed = (why: SourceProblem) => ({ kind: 'failed', why }) as const;
const stringIn = (object: JsonObject, key: string): string | null => {
  const value = object[key];
  return typeof value === 'string' && value !== '' ? value : null;
};

function inline(data: string, contentType: string | null) {
  if (data.length > MOST_ATTACHMENT * 1.4) return failed({ kind: 'too-large', limitBytes: MOST_ATTACHMENT });
  const bytes = fromBase64(data);
  return bytes === null
    ? failed({ kind: 'malformed', detail: 'the data is no base64' })
    : ({ kind: 'bytes', bytes, contentType } as const);
}

/** In the order in which a fact lists them. */
function attachmentsIn(resource: JsonObject): readonly JsonObject[] {
  const listOf = (value: Json | undefined): readonly JsonObject[] =>
    (Array.isArray(value) ? value : value === undefined ? [] : [value]).filter(isObject);
  if (resource['resourceType'] === 'DiagnosticReport') return listOf(resource['presentedForm']);
  return listOf(resource['content'])
    .map((content) => content['attachment'])
    .filter(isObject);
}

/**
 * The type that the record states is the one that is held against the bytes; only without it the answer's own, which
 * many servers make up.
 */
async function openedOf(attachment: JsonObject, bytes: Uint8Array, answered: string | null): Promise<Opened> {
  const stated = stringIn(attachment, 'contentType') ?? answered;
  return {
    kind: 'opened',
    stated,
    title: stringIn(attachment, 'title'),
    size: bytes.byteLength,
    digest: await digestOf(bytes, stringIn(attachment, 'hash')),
    bytes,
    file: await fileOf(bytes, stated, true),
  };
}

async function fileOf(bytes: Uint8Array, stated: string | null, outermost: boolean): Promise<OpenedFile> {
  const { foundIn, showingOf, readText } = await papers();
  const showing = showingOf(stated, foundIn(bytes));
  if (showing.kind !== 'words') return showing;
  const read = readText(showing.as, textOf(bytes, stated));
  if (read.kind !== 'embedded') return read;
  const { paper, file } = read;
  // A document that holds another file is opened to that file, once: dolls in dolls are for the download.
  const inner = file.base64 ? fromBase64(file.data) : new TextEncoder().encode(file.data);
  if (!outermost || inner === null) return { kind: 'paper', paper };
  const held = await fileOf(inner, file.contentType, false);
  return { kind: 'holder', paper, bytes: inner, file: held };
}

/** UTF-8 unless its first bytes, its type or its own breaking of UTF-8's rules say otherwise. */
function textOf(bytes: Uint8Array, contentType: string | null): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const charset = /charset\s*=\s*"?([\w-]+)/i.exec(contentType ?? '')?.[1] ?? 'windows-1252';
    try {
      return new TextDecoder(charset).decode(bytes);
    } catch {
      return new TextDecoder('windows-1252').decode(bytes);
    }
  }
}

/** Against the SHA-1 that the record states, in base64 as the standard asks or in hexadecimal as some write it. */
async function digestOf(
  bytes: Uint8Array,
  hash: string | null,
): Promise<'matches' | 'differs' | 'not-stated'> {
  if (hash === null) return 'not-stated';
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-1', bytes.slice()));
  const base64 = btoa(String.fromCharCode(...digest));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const said = hash.trim();
  const hexInBase64 = btoa(hex);
  return said === base64 || said.toLowerCase() === hex || said === hexInBase64 ? 'matches' : 'differs';
}
