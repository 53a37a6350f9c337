export { DisplayDialog } from './display-dialog.tsx';
export { LanguageChoice } from './language-choice.tsx';
