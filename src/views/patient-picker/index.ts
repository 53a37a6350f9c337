import { lazy } from 'react';
import { withWords } from '../messages/index.ts';

/** Needed only where a sign-in brought no patient along. */
export const PatientPicker = lazy(async () => ({
  default: (await withWords(import('./patient-picker.tsx'))).PatientPicker,
}));
