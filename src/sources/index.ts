export { fetchBrand, type Brand } from './brands.ts';
export { readConfiguration } from './config.ts';
export { configurationProblemText } from './config-words.ts';
export type { Configuration, ConnectionState, Organisation, SignedIn, Tokens } from './connection.ts';
export {
  checkedEndpoints,
  discover,
  discoverIssuer,
  type DiscoveryProblem,
  type Endpoints,
  type Issuer,
  type SmartConfiguration,
} from './discovery.ts';
export { examineServer, type DoctorReport } from './doctor.ts';
export type { Check } from './doctor-check.ts';
export { doctorReportInWords, doctorReportText } from './doctor-text.ts';
export { DOCTOR_WORDS, sentence, type DoctorWords } from './doctor-words.ts';
export { appHeaders, PAGE_PATHS, type HeaderConfiguration, type Served } from './headers.ts';
export { readJson, type GetJson, type ReadJson } from './read-json.ts';
export {
  DECISIONS_CODE,
  grantAfter,
  grantsNothing,
  mayKeepDecisions,
  narrowedTypes,
  scopesFor,
  usableScopes,
  withheldTypes,
  type Grant,
  type LaunchMode,
} from './scopes.ts';
export { readTokenResponse, type LaunchContext, type TokenResponse } from './token-response.ts';
export { allowedIssuer, sameServer } from './trust.ts';
export type { SignInProblem } from './sign-in-problem.ts';
