export { Access } from './access.tsx';
export { LockWarning } from './lock-warning.tsx';
