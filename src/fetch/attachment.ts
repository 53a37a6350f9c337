/**
 * One attachment, when somebody opens it: the bytes that a source keeps beside a record. Its own server alone is asked,
 * as every request of an access is; where the address leads elsewhere, that is the answer.
 */
import { err, isObject, ok, parseJson, type Json, type Result } from '../base/index.ts';
import type { SourceProblem } from '../record/index.ts';
import type { Access, AskOptions } from './access.ts';
import { decode, type Answer } from './answer.ts';

export interface AttachmentBytes {
  readonly bytes: Uint8Array;
  /** As the answer states it; null where it does not. */
  readonly contentType: string | null;
}

/** More is not held in a page's memory beside a record. */
export const MOST_ATTACHMENT = 25 * 1024 * 1024;

const FHIR = 'application/fhir+json';

/**
 * `stated` is the type that the record says. Some servers answer a Binary only to its exact type, others always wrap it
 * as FHIR: either answer is understood, and the wrapped form is asked for where the type is refused.
 */
export async function readAttachment(
  access: Access,
  url: string,
  stated: string | null,
  options: Pick<AskOptions, 'signal' | 'onBytes'> = {},
): Promise<Result<AttachmentBytes, SourceProblem>> {
  const ask = { ...options, raw: true, urgent: true, maxBytes: Math.ceil(MOST_ATTACHMENT * 1.4) } as const;
  const first = await access.get(url, { ...ask, accept: acceptable(stated) });
  const refused = !first.ok && (first.error.kind === 'rejected' || first.error.kind === 'unsupported');
  const answer = refused && stated !== null ? await access.get(url, { ...ask, accept: FHIR }) : first;
  return answer.ok ? contentOf(answer.value) : answer;
}

/** What a record says is sent on only where it is a type and nothing else. */
const acceptable = (stated: string | null): string => {
  const type = stated?.split(';')[0]?.trim() ?? '';
  return /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : FHIR;
};

function contentOf(answer: Answer): Result<AttachmentBytes, SourceProblem> {
  const { contentType, bytes } = answer;
  if (!/[/+]json\b/i.test(contentType)) return bounded(bytes, contentType === '' ? null : contentType);
  const json = jsonOf(decode({ ...answer, redirected: false }));
  if (!isObject(json) || json['resourceType'] !== 'Binary') return bounded(bytes, contentType);
  const data = json['data'] ?? json['content'];
  const inner = typeof data === 'string' ? fromBase64(data) : null;
  if (inner === null) return err({ kind: 'malformed', detail: 'the Binary holds no readable data' });
  return bounded(inner, typeof json['contentType'] === 'string' ? json['contentType'] : null);
}

const bounded = (bytes: Uint8Array, contentType: string | null): Result<AttachmentBytes, SourceProblem> =>
  bytes.byteLength > MOST_ATTACHMENT
    ? err({ kind: 'too-large', limitBytes: MOST_ATTACHMENT })
    : bytes.byteLength === 0
      ? err({ kind: 'malformed', detail: 'the answer is empty' })
      : ok({ bytes, contentType });

function jsonOf(text: string): Json | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

/** Null where it is no base64. Line breaks are let pass, as older documents have them. */
export function fromBase64(data: string): Uint8Array | null {
  try {
    const binary = atob(data.replace(/\s+/g, ''));
    const bytes = new Uint8Array(binary.length);
    for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
    return bytes;
  } catch {
    return null;
  }
}
