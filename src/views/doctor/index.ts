import { lazy } from 'react';

/** Needed while somebody sets a connection up, and never by a clinician at work. */
export const DoctorPage = lazy(async () => ({ default: (await import('./doctor-page.tsx')).DoctorPage }));
