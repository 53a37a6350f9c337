export { SessionEnded, startWorker, type TimelineClient } from './client.ts';
export type {
  Candidate,
  Detail,
  FoundPatients,
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
