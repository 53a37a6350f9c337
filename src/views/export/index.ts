export { ExportDialog } from './export-dialog.tsx';
export { What } from './what.tsx';
