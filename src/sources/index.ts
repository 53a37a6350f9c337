export { readConfiguration } from './config.ts';
export { configurationProblemText, type ConfigurationProblem } from './config-words.ts';
export type { Configuration, ConnectionState, Organisation, SignedIn, Tokens } from './connection.ts';
export {
  checkedEndpoints,
  discover,
  discoverIssuer,
  discoveryUrl,
  type DiscoveryProblem,
  type Endpoints,
  type Issuer,
  type SmartConfiguration,
} from './discovery.ts';
export { examineServer, type Check, type DoctorOptions, type DoctorReport } from './doctor.ts';
export type { Shown } from './doctor-shows.ts';
export { doctorReportText } from './doctor-text.ts';
export { readJson, type GetJson, type ReadJson } from './read-json.ts';
export { readableTypes, scopesFor, type LaunchMode } from './scopes.ts';
export {
  readTokenResponse,
  type FhirContextItem,
  type LaunchContext,
  type TokenResponse,
} from './token-response.ts';
export { allowedIssuer, isSecureUrl, sameServer } from './trust.ts';
