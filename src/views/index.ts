export { t } from './messages/index.ts';
export { StartPage } from './start/index.ts';
export { BugPage, StatePage } from './states/index.ts';
export { Workspace } from './workspace/index.ts';
