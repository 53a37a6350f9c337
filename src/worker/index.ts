export { startWorker, type TimelineClient } from './client.ts';
export type { Candidate, Detail, RequestKind, Requests, SourceState, WorkerEvent } from './messages.ts';
