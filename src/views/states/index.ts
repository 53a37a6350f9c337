export { ConfigErrorPage } from './config-error-page.tsx';
export { BugPage, StatePage } from './state-page.tsx';
