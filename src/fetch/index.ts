export { openAccess, type Access, type AccessOptions, type Change } from './access.ts';
export { fromBase64, MOST_ATTACHMENT, readAttachment, type AttachmentBytes } from './attachment.ts';
export { entryText, entryTexts } from './entry-text.ts';
export { findPatients, searchPatients } from './find-patients.ts';
export { meet } from './learned.ts';
export { ALL_TYPES, load, newMemory, type LoadMemory } from './load.ts';
export type { PatientRead } from './read-patient.ts';
export type { ResumePoint } from './run-type.ts';
export type { FetchedPage } from './sink.ts';
