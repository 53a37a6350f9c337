export { SessionEnded, startWorker, type TimelineClient } from './client.ts';
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
