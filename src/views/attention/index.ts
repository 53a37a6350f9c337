export { Attention } from './attention.tsx';
export { Disputes } from './disputes.tsx';
