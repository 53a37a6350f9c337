export { answeredElsewhere } from './callback.ts';
export { openSession, SessionProvider } from './provider.tsx';
export {
  useActions,
  useCandidates,
  useConfig,
  useDetail,
  useOverview,
  usePatient,
  useProblems,
  useRaw,
  useRows,
  useSources,
  useStatus,
} from './hooks.ts';
export type { Candidate, Detail, SourceState } from '../worker/index.ts';
export type { Actions, PatientView, SourceView, Status } from './types.ts';
