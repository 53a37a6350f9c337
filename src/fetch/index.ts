export { openAccess, type Access, type AccessOptions, type AskOptions, type Body } from './access.ts';
export type { Answer } from './answer.ts';
export { entryText } from './entry-text.ts';
export { findPatients, type PatientSearch } from './find-patients.ts';
export type { Limits } from './limits.ts';
export { load, SUPPORT, type LoadEnd, type LoadOptions } from './load.ts';
export type { ResumePoint } from './run-type.ts';
export type { FetchedPage, Sink } from './sink.ts';
