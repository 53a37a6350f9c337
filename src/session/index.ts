export { answeredElsewhere } from './callback.ts';
export { openSession, SessionProvider } from './provider.tsx';
export {
  useActions,
  useCandidates,
  useConfig,
  useDetail,
  useLatest,
  useLockIn,
  useOverview,
  usePatient,
  useProblems,
  useRaw,
  useRows,
  useSources,
  useStatus,
  useTrend,
} from './hooks.ts';
export type { Candidate, Detail, FoundPatients, PatientQuestion, SourceState } from '../worker/index.ts';
export type { Actions, PatientView, SignInSummary, SourceView, Status } from './types.ts';
