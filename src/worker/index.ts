export { SessionEnded, startWorker, type TimelineClient } from './client.ts';
export type {
  Candidate,
  Detail,
  FoundPatients,
  PatientQuestion,
  RequestKind,
  Requests,
  SourceState,
  WorkerEvent,
} from './messages.ts';
