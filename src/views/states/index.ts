export { BugPage, StatePage } from './state-page.tsx';
