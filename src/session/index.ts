export { answeredElsewhere } from './callback.ts';
export { useCopy, useCopyPlan, usePaperLatest, usePaperRows, useRecord, type CopyState } from './copies.ts';
export { useAttachment, useNarrative, useRecordDetails, type AttachmentState } from './documents.ts';
export { useReader, useReviewing } from './reviewing.ts';
export { useDecide, useDecisions, usePairs } from './decisions.ts';
export { openSession, SessionProvider } from './provider.tsx';
export {
  useActions,
  useAudit,
  useCandidates,
  useDelays,
  useDetail,
  useLatest,
  useLockIn,
  useOfSources,
  useOrganisations,
  useOverview,
  usePatient,
  useProblems,
  useRaw,
  useReveal,
  useRows,
  useSealed,
  useSessionLedger,
  useSiteLanguage,
  useSources,
  useStaleAfter,
  useStatus,
  useTrend,
  useUnmapped,
} from './hooks.ts';
export { useBrands, useLogo } from './use-brands.ts';
export { DOCTOR_WORDS, examine, sentence, type DoctorReport, type DoctorWords } from './doctor.ts';
export type { Brand } from '../sources/index.ts';
export type {
  AttachmentId,
  Candidate,
  Decided,
  Deciding,
  DecisionLine,
  Decisions,
  Keeping,
  Kept,
  KeepsAt,
  Pairs,
  CopyOrder,
  CopyPlan,
  Detail,
  FoundPatients,
  Opened,
  OpenedFile,
  PatientQuestion,
  ReviewedNow,
  Reviewing,
  Sealed,
  SourceState,
} from '../worker/index.ts';
export type { Actions, GlassOutcome, PatientView, SignInSummary, SourceView, Status } from './types.ts';
export type { SignInProblem } from '../sources/index.ts';
