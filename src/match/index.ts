export { match } from './match.ts';
