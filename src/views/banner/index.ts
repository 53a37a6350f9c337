export { birthText, identifierOf, nameOf, PatientBanner } from './patient-banner.tsx';
