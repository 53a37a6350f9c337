export { Lanes } from './lanes.tsx';
