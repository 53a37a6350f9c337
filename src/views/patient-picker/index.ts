import { lazy } from 'react';

/** Most sign-ins bring their patient along. */
export const PatientPicker = lazy(async () => ({
  default: (await import('./patient-picker.tsx')).PatientPicker,
}));
