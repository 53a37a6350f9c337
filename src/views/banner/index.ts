export { birthText, identifierOf, nameOf, noBirthText, PatientBanner } from './patient-banner.tsx';
