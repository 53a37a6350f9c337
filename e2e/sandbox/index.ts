export { FAULTS, type FaultKind, type FaultRequest } from './faults.ts';
export type { Habits } from './habits.ts';
export type { LogEntry } from './log.ts';
export { startSandbox, type Sandbox, type SandboxOptions, type SandboxOrg } from './sandbox.ts';
