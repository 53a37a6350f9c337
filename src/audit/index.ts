export { createAudit, type Audit } from './audit.ts';
export { brokenAt, type ChainLine } from './chain.ts';
export type { Act, AuditEntry, AuditSource } from './entry.ts';
export type { AuditState } from './sink.ts';
