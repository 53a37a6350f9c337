export { SessionEnded, startWorker, type TimelineClient } from './client.ts';
export type {
  Decided,
  Deciding,
  DecisionLine,
  Decisions,
  Imported,
  Pair,
  Pairs,
  Saving,
} from './deciding.ts';
export type {
  AttachmentId,
  Candidate,
  Detail,
  FoundPatients,
  Opened,
  OpenedFile,
  PatientQuestion,
  RequestKind,
  Requests,
  Replaced,
  Revealed,
  Sealed,
  Site,
  SourceState,
  Unmapped,
  WorkerEvent,
} from './messages.ts';
