export { DEFAULT_POLICY, isMasked, type Policy } from './policy.ts';
