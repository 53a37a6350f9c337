export { App } from './app.tsx';
export { speakFirst } from '../views/index.ts';
