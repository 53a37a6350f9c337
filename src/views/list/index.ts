export { FactList, type ListHandle } from './fact-list.tsx';
export { titleOf } from './row.tsx';
