/** What is recorded: one entry for each thing that somebody did or that was asked of a server in their name. */
import type { MemberId, ResourceRef, SourceId } from '../record/index.ts';

/** A server and its patient, as this session knows them. */
export interface AuditSource {
  readonly source: SourceId;
  readonly name: string;
  readonly base: string;
  readonly clientId: string;
  readonly patient: ResourceRef | null;
  /** `Practitioner/7` at this server, or an address; null where it did not say who signed in. */
  readonly user: string | null;
}

export type Act =
  | 'reveal'
  | 'conceal'
  | 'raw'
  | 'attachment'
  | 'export'
  | 'print'
  | 'split'
  | 'join'
  | 'undo'
  | 'keep'
  | 'unkeep'
  | 'link'
  | 'unlink'
  | 'break-glass'
  | 'sign-in'
  | 'sign-out'
  | 'lock';

export type AuditEntry =
  | {
      readonly kind: 'query';
      readonly at: AuditSource;
      /** The request as it was sent: its URL, and the form of a search by POST. */
      readonly query: string;
      readonly requestId: string | null;
    }
  | {
      readonly kind: 'read';
      readonly at: AuditSource;
      readonly ref: ResourceRef;
      readonly requestId: string | null;
    }
  | {
      readonly kind: 'act';
      readonly act: Act;
      /** Every source whose patient it concerns: one record each. */
      readonly at: AuditSource;
      readonly what: readonly MemberId[];
      readonly purpose: string | null;
      /** In the words of whoever did it. */
      readonly reason: string | null;
    };
