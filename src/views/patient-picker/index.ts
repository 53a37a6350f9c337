export { PatientPicker } from './patient-picker.tsx';
