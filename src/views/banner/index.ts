export { nameOf, PatientBanner } from './patient-banner.tsx';
