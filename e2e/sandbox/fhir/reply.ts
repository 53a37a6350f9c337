/** What the API answers, before faults have had their say and before it is put on the wire. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
  /** Set for a search: its parts, so that a fault can add an entry or bend a link without re-parsing digits away. */
  bundle: BundleParts | null;
}

export interface BundleParts {
  total: number | null;
  self: string;
  next: string | null;
  /** Serialised entries. */
  entries: string[];
}

const FHIR_JSON = 'application/fhir+json; charset=utf-8';

export const jsonReply = (status: number, body: string, headers: Record<string, string> = {}): Reply => ({
  status,
  headers: { 'Content-Type': FHIR_JSON, ...headers },
  body,
  bundle: null,
});

export const bundleReply = (bundle: BundleParts): Reply => ({
  status: 200,
  headers: { 'Content-Type': FHIR_JSON },
  body: '',
  bundle,
});

function renderBundle(parts: BundleParts): string {
  const link = [{ relation: 'self', url: parts.self }];
  if (parts.next !== null) link.push({ relation: 'next', url: parts.next });
  const total = parts.total === null ? '' : `,"total":${parts.total}`;
  const entry = parts.entries.length === 0 ? '' : `,"entry":[${parts.entries.join(',')}]`;
  return `{"resourceType":"Bundle","type":"searchset"${total},"link":${JSON.stringify(link)}${entry}}`;
}

export const renderedBody = (reply: Reply): string | Buffer =>
  reply.bundle === null ? reply.body : renderBundle(reply.bundle);

/** A refusal, thrown anywhere below the API's door. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Record<string, string>;

  constructor(status: number, code: string, diagnostics: string, headers: Record<string, string> = {}) {
    super(diagnostics);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

interface Issue {
  readonly severity: 'error' | 'warning' | 'information';
  readonly code: string;
  readonly diagnostics: string;
}

export const outcome = (...issue: readonly Issue[]): string =>
  JSON.stringify({ resourceType: 'OperationOutcome', issue });

export function refusalReply(refusal: Refusal, informationFirst: boolean): Reply {
  const error: Issue = { severity: 'error', code: refusal.code, diagnostics: refusal.message };
  const remark: Issue = {
    severity: 'information',
    code: 'informational',
    diagnostics: 'This server reports on each request it could not serve.',
  };
  return jsonReply(
    refusal.status,
    informationFirst ? outcome(remark, error) : outcome(error),
    refusal.headers,
  );
}
