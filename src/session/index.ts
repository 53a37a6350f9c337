export { answeredElsewhere } from './callback.ts';
export { openSession, SessionProvider } from './provider.tsx';
export {
  useActions,
  useCandidates,
  useConfig,
  useDetail,
  useLockIn,
  useOverview,
  usePatient,
  useProblems,
  useRaw,
  useRows,
  useSources,
  useStatus,
} from './hooks.ts';
export type { Candidate, Detail, FoundPatients, PatientQuestion, SourceState } from '../worker/index.ts';
export type { Actions, PatientView, SignInSummary, SourceView, Status } from './types.ts';
