export type { FaultKind } from './faults.ts';
export type { Habits } from './habits.ts';
export { startSandbox, type Sandbox, type SandboxOptions, type SandboxOrg } from './sandbox.ts';
