export { chosenLanguage, speak, speakFirst, t, useLanguage } from './messages/index.ts';
export { DoctorPage } from './doctor/index.ts';
export { PatientPicker } from './patient-picker/index.ts';
export { signInProblemDetail, signInProblemText } from './format/sign-in-problem.ts';
export { LockWarning } from './session/index.ts';
export { Organisations, StartPage } from './start/index.ts';
export { BugPage, ConfigErrorPage, StatePage } from './states/index.ts';
export { Workspace } from './workspace/index.ts';
